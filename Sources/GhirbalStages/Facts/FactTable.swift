import GhirbalDocument

/// The candidates of a page for one fact, with what their judge sees of them: to train it.
public struct FactTable: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case title, author, day

    /// The features' names.
    public var names: [String] {
      switch self {
      case .title: TitleRows.names
      case .author: AuthorRows.names
      case .day: DayRows.names
      }
    }
  }

  /// A row for each candidate, a value for each of the kind's names.
  public let values: [Float]
  /// What each candidate says.
  public let texts: [String]
  /// Where each says it.
  public let rules: [String]

  init(values: [Float], texts: [String], rules: [String]) {
    self.values = values
    self.texts = texts
    self.rules = rules
  }

  init(titles document: Document) {
    let candidates = TitleCandidates(document)
    self.init(
      values: TitleRows(candidates, document).values, texts: candidates.all.map(\.text),
      rules: candidates.all.map(\.rule))
  }
}
