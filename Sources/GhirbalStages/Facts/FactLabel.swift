import GhirbalText

/// A label of the lexicon: words that say what the rest of a line is.
struct FactLabel: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case category, tag, author, source, published, modified
  }

  private enum Reach: String, CaseIterable { case open }

  let language: PhraseLanguage
  let kind: Kind
  let phrase: String
  /// Whether the value may follow without a colon: "By Jane Doe", "Published on 3 May 2024".
  let isOpen: Bool

  /// The label's name in the ledger.
  var name: String { language.rule(kind.rawValue, phrase) }

  /// The labels of rows, whose heads are a kind, and `open` where they are.
  static func labels(of rows: [PhraseRow]) throws(PhraseProblem) -> [FactLabel] {
    var labels: [FactLabel] = []
    for (row, kind) in try rows.ranked(by: Kind.self) {
      let isOpen = try row.word(1, as: Reach.self) != nil
      try row.end(at: 2)
      labels += row.phrases.map {
        FactLabel(language: row.language, kind: kind, phrase: $0, isOpen: isOpen)
      }
    }
    return labels
  }
}
