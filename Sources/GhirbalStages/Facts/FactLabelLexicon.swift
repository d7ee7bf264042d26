import GhirbalText

/// The label rows of all languages with the automaton that finds them.
struct FactLabelLexicon: Sendable {
  static let builtIn = FactLabelLexicon(BuiltInPhrases.read(.label, FactLabel.labels))

  private let phrases: PhraseIndex<FactLabel>
  /// The first two bytes of the labels that start in ASCII.
  private let starts: Set<UInt16>

  init(_ rows: [FactLabel]) {
    phrases = PhraseIndex(rows.lazy.map { ($0.phrase, $0) })
    starts = Set(
      phrases.spellings.compactMap { utf8 in
        utf8.count >= 2 ? UInt16(utf8[0] | 0x20) << 8 | UInt16(utf8[1] | 0x20) : nil
      })
  }

  struct Match {
    /// UTF-8 offsets in the folded text.
    let utf8Range: Range<Int>
    let rows: [FactLabel]

    /// Whether the label may be one of these kinds.
    func isOf(_ kinds: FactLabel.Kind...) -> Bool { rows.contains { kinds.contains($0.kind) } }
  }

  /// Whether a label stands at the start, marks aside.
  func startsWithLabel(_ text: FoldedText) -> Bool {
    let start = text.words.first?.lowerBound ?? 0
    return phrases.matches(in: text).contains { $0.utf8Range.lowerBound <= start }
  }

  /// Whether text may start with a label, told by its first two bytes: false is certain.
  func mayStartWithLabel(_ text: Span<UInt8>) -> Bool {
    var index = 0
    // Marks, blanks and emoji before a label are passed over.
    while index < text.count, text[index] < 0x30 { index += 1 }
    guard index + 1 < text.count else { return false }
    guard text[index] < 0x80, text[index + 1] < 0x80 else { return true }
    return starts.contains(UInt16(text[index] | 0x20) << 8 | UInt16(text[index + 1] | 0x20))
  }

  /// Labels that do not overlap: from the left, the longest at each place.
  func cover(of text: FoldedText) -> [Match] {
    phrases.cover(of: text).map { Match(utf8Range: $0.utf8Range, rows: $0.meanings) }
  }
}
