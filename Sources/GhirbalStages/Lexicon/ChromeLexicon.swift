import GhirbalText

/// The phrases of all languages with the automaton that finds them.
///
/// All languages are looked for on every page: templates are often in another language than the
/// texts they hold ("Recent Posts" under a Persian article).
struct ChromeLexicon: Sendable {
  let rows: [ChromePhrase]
  private let phrases: PhraseIndex<ChromePhrase>

  static let builtIn = ChromeLexicon(BuiltInPhrases.read(.chrome, ChromePhrase.phrases))

  init(_ rows: [ChromePhrase]) {
    self.rows = rows
    phrases = PhraseIndex(rows.lazy.map { ($0.phrase, $0) })
  }

  /// A place where a phrase stands, with all rows that hold it.
  struct Match {
    let utf8Range: Range<Int>
    let rows: [ChromePhrase]

    /// The row that speaks for the phrase: a sure one before a weak one.
    var row: ChromePhrase { rows.first { !$0.isWeak } ?? rows[0] }

    func row(_ reach: (ChromePhrase.Governs) -> Bool) -> ChromePhrase? {
      rows.filter { reach($0.governs) }.min { !$0.isWeak && $1.isWeak }
    }
  }

  /// Phrases that do not overlap: from the left, the longest at each place.
  func cover(of text: FoldedText) -> [Match] {
    phrases.cover(of: text).map { Match(utf8Range: $0.utf8Range, rows: $0.meanings) }
  }

  /// The row of a phrase that opens a sentence of a site about itself, at the text's start.
  func opener(of text: FoldedText) -> ChromePhrase? {
    phrases.matches(in: text).lazy.filter { $0.utf8Range.lowerBound == 0 }
      .compactMap {
        Match(utf8Range: $0.utf8Range, rows: $0.meanings).row { $0 == .sentence }
      }.first
  }

  /// Whether a text holds a word that goes with `kind`: that a sentence goes on about cookies, a
  /// newsletter or rights.
  func hasCompanion(of kind: ChromeReason, in text: FoldedText) -> Bool {
    Self.companions.matches(in: text).contains { $0.meanings.contains(kind) }
  }

  private static let companions = BuiltInPhrases.read(.companion) {
    rows throws(PhraseProblem) in
    PhraseIndex(
      try rows.ranked(by: ChromeReason.self).flatMap { row, kind in
        row.phrases.map { ($0, kind) }
      })
  }
}
