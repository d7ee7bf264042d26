/// A change that a stage asks for, with the reason. The pipeline applies and records it.
public struct Edit<Reason: Sendable>: Sendable {
  public enum Change: Sendable, Equatable {
    /// The block was judged and stays; recorded so that `explain` can say why.
    case keep(Standing)
    /// The block leaves the text. `heading` names the block that opened the region it belongs to.
    case drop(heading: BlockID?)
    /// The bytes at `utf8Range`, relative to the block's content, become `text`. The range may lie
    /// in the gap, that is past the content's end, but never across the seam.
    case replace(utf8Range: Range<Int>, with: String)
    /// The text at `utf8Range` says `value` for `field`; the text itself is left as it is.
    case lift(MetadataField, String, utf8Range: Range<Int>)
    /// An element outside any block (`title`, `meta`, `link`) says `value` for `field`, or without one
    /// the address that the page was fetched from.
    case liftFromHead(MetadataField, String, ElementID?)
  }

  /// The block concerned; nil for what is lifted from the head.
  public var block: BlockID?
  public var change: Change
  public var reason: Reason
  /// The row of rule data that decided, where one did.
  public var rule: String?
  /// How sure the stage is, 0...1.
  public var confidence: Double
  /// What other sources say for the field of a lift, the likeliest first.
  public var others: [PassedOver] = []

  init(
    block: BlockID?, change: Change, reason: Reason, rule: String?, confidence: Double
  ) {
    precondition((0...1).contains(confidence), "a confidence is 0...1")
    self.block = block
    self.change = change
    self.reason = reason
    self.rule = rule
    self.confidence = confidence
  }

  public static func keep(
    _ block: BlockID, _ reason: Reason, as standing: Standing = .open, rule: String? = nil,
    confidence: Double = 1
  ) -> Edit {
    Edit(block: block, change: .keep(standing), reason: reason, rule: rule, confidence: confidence)
  }

  public static func drop(
    _ block: BlockID, _ reason: Reason, heading: BlockID? = nil, rule: String? = nil,
    confidence: Double = 1
  ) -> Edit {
    Edit(
      block: block, change: .drop(heading: heading), reason: reason, rule: rule,
      confidence: confidence)
  }

  public static func replace(
    _ block: BlockID, _ utf8Range: Range<Int>, with text: String, _ reason: Reason,
    rule: String? = nil, confidence: Double = 1
  ) -> Edit {
    Edit(
      block: block, change: .replace(utf8Range: utf8Range, with: text), reason: reason, rule: rule,
      confidence: confidence)
  }

  public static func lift(
    _ field: MetadataField, _ value: String, from block: BlockID, _ utf8Range: Range<Int>,
    _ reason: Reason, rule: String? = nil, confidence: Double = 1
  ) -> Edit {
    Edit(
      block: block, change: .lift(field, value, utf8Range: utf8Range), reason: reason, rule: rule,
      confidence: confidence)
  }

  public static func liftFromHead(
    _ field: MetadataField, _ value: String, _ element: ElementID?, _ reason: Reason,
    rule: String? = nil, confidence: Double = 1
  ) -> Edit {
    Edit(
      block: nil, change: .liftFromHead(field, value, element), reason: reason, rule: rule,
      confidence: confidence)
  }
}
