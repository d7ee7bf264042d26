/// What a source says of a page for a field that another source was believed on.
public struct PassedOver: Sendable, Equatable, Codable {
  public var value: String
  /// What told it, as the `rule` of an edit.
  public var rule: String
  /// How likely it is right, 0...1.
  public var confidence: Double

  public init(value: String, rule: String, confidence: Double) {
    self.value = value
    self.rule = rule
    self.confidence = confidence.asRecorded
  }
}
