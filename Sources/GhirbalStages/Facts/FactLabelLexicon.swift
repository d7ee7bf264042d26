import GhirbalText

/// The label rows of all languages with the automaton that finds them.
struct FactLabelLexicon: Sendable {
  static let builtIn = FactLabelLexicon(FactLabel.all)

  private let phrases: PhraseMatcher
  private let rowsOfPhrase: [[FactLabel]]

  init(_ rows: [FactLabel]) {
    var places: [String: Int] = [:]
    var spellings: [String] = []
    var rowsOfPhrase: [[FactLabel]] = []
    for row in rows {
      // A zero-width joint is often typed as a space.
      for spelling in [row.phrase, row.phrase.withSpacesForJoints] {
        let folded = spelling.foldedForMatching
        if let place = places[folded] {
          rowsOfPhrase[place].append(row)
        } else {
          places[folded] = spellings.count
          spellings.append(folded)
          rowsOfPhrase.append([row])
        }
      }
    }
    phrases = PhraseMatcher(spellings)
    self.rowsOfPhrase = rowsOfPhrase
  }

  struct Match {
    /// UTF-8 offsets in the folded text.
    let utf8Range: Range<Int>
    let rows: [FactLabel]
  }

  /// Whether a label stands at the start, marks aside.
  func startsWithLabel(_ text: FoldedText) -> Bool {
    let start = text.words.first?.lowerBound ?? 0
    return phrases.matches(in: text.utf8.span).contains { $0.utf8Range.lowerBound <= start }
  }

  /// Labels that do not overlap: from the left, the longest at each place.
  func cover(of text: FoldedText) -> [Match] {
    phrases.cover(of: text.utf8.span).map {
      Match(utf8Range: $0.utf8Range, rows: rowsOfPhrase[$0.phrase])
    }
  }
}
