/// The candidates of a page for one fact, with what their judge sees of them: to train it.
public struct FactTable: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case author, day

    /// The features' names.
    public var names: [String] {
      switch self {
      case .author: AuthorRows.names
      case .day: DayRows.names
      }
    }
  }

  public let kind: Kind
  /// A row for each candidate, a value for each of the kind's names.
  public let values: [Float]
  /// What each candidate says.
  public let texts: [String]
  /// Where each says it.
  public let rules: [String]
}
