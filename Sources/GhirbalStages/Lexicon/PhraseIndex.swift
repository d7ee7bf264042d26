import GhirbalText

/// Phrases with what they say, found in folded text. One spelling may say several things.
struct PhraseIndex<Meaning: Sendable>: Sendable {
  /// A place where a phrase stands.
  struct Match {
    /// UTF-8 offsets in the folded text.
    let utf8Range: Range<Int>
    /// What the phrase says, in the order it was given; never empty.
    let meanings: [Meaning]
  }

  private let phrases: PhraseMatcher
  /// By phrase of the automaton.
  private let meanings: [[Meaning]]
  /// The folded phrases, each once, in the order they were given.
  let spellings: [[UInt8]]

  init(_ entries: some Sequence<(phrase: String, meaning: Meaning)>) {
    var places: [[UInt8]: Int] = [:]
    var spellings: [[UInt8]] = []
    var meanings: [[Meaning]] = []
    for (phrase, meaning) in entries {
      for spelling in phrase.spellings {
        let folded = FoldedText(Array(spelling.utf8).span).utf8
        if let place = places[folded] {
          meanings[place].append(meaning)
        } else {
          places[folded] = spellings.count
          spellings.append(folded)
          meanings.append([meaning])
        }
      }
    }
    phrases = PhraseMatcher(folded: spellings)
    self.spellings = spellings
    self.meanings = meanings
  }

  /// All places, by end, longer ones first.
  func places(in text: FoldedText) -> [PhraseMatcher.Match] { phrases.matches(in: text.utf8.span) }

  /// All places with what is said there, by end, longer ones first.
  func matches(in text: FoldedText) -> [Match] { places(in: text).map(match) }

  /// Places that do not overlap: from the left, the longest at each place.
  func cover(of text: FoldedText) -> [Match] { PhraseMatcher.cover(places(in: text)).map(match) }

  func match(_ match: PhraseMatcher.Match) -> Match {
    Match(utf8Range: match.utf8Range, meanings: meanings[match.phrase])
  }
}

extension [PhraseRow] {
  /// These rows with the kind that their heads name first. Of a language's rows those of the kind come
  /// first that is declared first: where one spelling is of several kinds, that one speaks.
  func ranked<Kind: CaseIterable & RawRepresentable<String>>(
    by _: Kind.Type
  ) throws(PhraseProblem) -> [(row: PhraseRow, kind: Kind)] {
    var languages: [PhraseLanguage: Int] = [:]
    let kinds = Dictionary(
      uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element.rawValue, $0.offset) })
    var ranked: [(rank: (Int, Int, Int), row: PhraseRow, kind: Kind)] = []
    for (index, row) in enumerated() {
      let kind = try row.required(0, as: Kind.self)
      let language = languages[row.language] ?? languages.count
      languages[row.language] = language
      ranked.append(((language, kinds[kind.rawValue] ?? 0, index), row, kind))
    }
    return ranked.sorted { $0.rank < $1.rank }.map { ($0.row, $0.kind) }
  }
}

extension PhraseLanguage {
  /// A phrase's name in the ledger: `en/source_link: "source link"`.
  func rule(_ kind: String, _ phrase: String) -> String { "\(tag)/\(kind): \"\(phrase)\"" }
}

extension String {
  /// This phrase, and as it reads with spaces in the place of ZWNJ where it has any.
  var spellings: [String] {
    guard unicodeScalars.contains("\u{200C}") else { return [self] }
    return [
      self, String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{200C}" ? " " : $0 })),
    ]
  }
}
