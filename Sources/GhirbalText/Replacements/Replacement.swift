/// A change that a text rule asks for.
///
/// Rules are pure functions: they look at UTF-8 text and return replacements in ascending, disjoint
/// order; the caller decides whether to apply them and records what it applied.
public struct Replacement<Reason: Sendable & Equatable>: Sendable, Equatable {
  /// UTF-8 offsets in the text the rule was given, both on scalar boundaries. Empty for an insertion.
  public var utf8Range: Range<Int>
  /// What stands there afterwards. Empty for a removal.
  public var text: String
  /// What was found.
  public var reason: Reason
  /// The row of rule data that decided, where one did.
  public var rule: String?
  /// How sure the rule is, 0...1.
  public var confidence: Double

  /// Creates a replacement; certain unless said otherwise.
  public init(
    _ utf8Range: Range<Int>, with text: String, _ reason: Reason, rule: String? = nil,
    confidence: Double = 1
  ) {
    self.utf8Range = utf8Range
    self.text = text
    self.reason = reason
    self.rule = rule
    self.confidence = confidence
  }
}

extension Array where Element == UInt8 {
  /// This text with `replacements` applied; they must be ascending, disjoint and inside the text.
  public func applying<Reason>(_ replacements: [Replacement<Reason>]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var position = 0
    for replacement in replacements {
      precondition(
        replacement.utf8Range.lowerBound >= position, "replacements are ascending and disjoint")
      result.append(contentsOf: self[position..<replacement.utf8Range.lowerBound])
      result.append(contentsOf: replacement.text.utf8)
      position = replacement.utf8Range.upperBound
    }
    result.append(contentsOf: self[position...])
    return result
  }
}
