/// A rule that a person wrote into a stage's options and that ought to decide over something.
public struct WrittenRule: Sendable, Hashable {
  /// The option's name as a Swift property (`keep`).
  public let option: String
  /// The reason of the edits that the rule asks for.
  public let reason: String
  /// The rule as it was written; it stands as `rule` in the ledger.
  public let text: String

  public init(option: String, reason: String, text: String) {
    self.option = option
    self.reason = reason
    self.text = text
  }
}
