import GhirbalText

/// The phrases of all languages with the automaton that finds them.
///
/// All languages are looked for on every page: templates are often in another language than the
/// texts they hold ("Recent Posts" under a Persian article).
final class ChromeLexicon: Sendable {
  let rows: [ChromePhrase]
  private let phrases: PhraseIndex<ChromePhrase>
  private let patterns: ChromePatterns

  static let builtIn = ChromeLexicon(BuiltInPhrases.read(.chrome, ChromePhrase.phrases))

  init(_ rows: [ChromePhrase]) {
    self.rows = rows
    phrases = PhraseIndex(rows.lazy.filter { $0.governs != .pattern }.map { ($0.phrase, $0) })
    patterns = ChromePatterns(rows.filter { $0.governs == .pattern })
  }

  /// The pattern that a whole line is; nil where it is none.
  func pattern(of text: FoldedText, _ words: [Range<Int>], _ shape: BlockShape) -> ChromePhrase? {
    patterns.pattern(of: text, words, shape)
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

  /// Where phrases stand in a text, read once for all that is asked of it.
  struct Places {
    fileprivate let found: [PhraseMatcher.Match]
  }

  func places(in text: FoldedText) -> Places { Places(found: phrases.places(in: text)) }

  /// Phrases that do not overlap: from the left, the longest at each place.
  func cover(_ places: Places) -> [Match] {
    PhraseMatcher.cover(places.found).map(phrases.match).map {
      Match(utf8Range: $0.utf8Range, rows: $0.meanings)
    }
  }

  func cover(in text: FoldedText) -> [Match] { cover(places(in: text)) }

  /// The rows of phrases that open a sentence of a site about itself, at the text's start: sure ones
  /// before weak ones.
  func openers(_ places: Places, maxStart: Int = 0) -> [ChromePhrase] {
    let rows = places.found.lazy.filter { $0.utf8Range.lowerBound <= maxStart }
      .flatMap { self.phrases.match($0).meanings.filter { $0.governs == .sentence } }
    return rows.filter { !$0.isWeak } + rows.filter(\.isWeak)
  }

  /// Whether a text holds a word that goes with an opener: that a sentence goes on about cookies, a
  /// newsletter or rights. With a weak opener weak companions go, and names of networks where it is about
  /// channels.
  func hasCompanion(of opener: ChromePhrase, in text: FoldedText) -> Bool {
    let isFound = Self.companions.matches(in: text).contains { match in
      match.meanings.contains { $0.kind == opener.kind && (opener.isWeak || !$0.isWeak) }
    }
    return isFound
      || opener.kind == .followBar
        && text.words.contains { SocialNetworks.names.contains(text.utf8[$0]) }
  }

  private static let companions = BuiltInPhrases.read(.companion) {
    rows throws(PhraseProblem) in
    var companions: [(phrase: String, meaning: (kind: ChromeReason, isWeak: Bool))] = []
    for (row, kind) in try rows.ranked(by: ChromeReason.self) {
      let isWeak = try row.word(1, as: ChromePhrase.Sureness.self) != nil
      try row.end(at: 2)
      companions += row.phrases.map { ($0, (kind, isWeak)) }
    }
    return PhraseIndex(companions)
  }
}
