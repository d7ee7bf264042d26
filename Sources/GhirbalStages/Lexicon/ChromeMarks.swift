import GhirbalText

/// The marks of a line, and how they part its words: the way down from home, the pieces of a menu, the
/// end of a label.
struct ChromeMarks {
  private let text: FoldedText
  private let words: [Range<Int>]

  /// - Parameter words: Those of the text, which whoever asks has at hand.
  init(_ text: FoldedText, _ words: [Range<Int>]) {
    self.text = text
    self.words = words
  }

  // MARK: Ends of the line

  var endsInComma: Bool {
    let last = text.utf8.reversed().first { $0 != 0x20 && $0 != 0x22 && $0 != 0x27 }
    if last == 0x2C { return true }
    // ، and 、
    return text.utf8.suffix(2).elementsEqual([0xD8, 0x8C])
      || text.utf8.suffix(3).elementsEqual([0xE3, 0x80, 0x81])
  }

  /// Whether an arrow opens or closes the line: "← Soup from a nail".
  var hasArrow: Bool {
    let utf8 = text.utf8
    guard let start = words.first?.lowerBound, let end = words.last?.upperBound else {
      return false
    }
    let before = utf8[..<start]
    let after = utf8[end...]
    return Self.arrows.contains { arrow in
      (before.starts(with: arrow) && !after.contains(sequence: arrow))
        != (!before.contains(sequence: arrow) && after.contains(sequence: arrow))
        && !Self.closing(of: arrow).contains {
          after.contains(sequence: $0) && before.contains(sequence: arrow)
        }
    }
  }

  /// ← → « » ‹ ›
  private static let arrows: [[UInt8]] = ["←", "→", "«", "»", "‹", "›", "⟵", "⟶"].map {
    Array($0.utf8)
  }

  private static func closing(of arrow: [UInt8]) -> [[UInt8]] {
    arrow == Array("«".utf8) ? [Array("»".utf8)] : arrow == Array("‹".utf8) ? [Array("›".utf8)] : []
  }

  // MARK: Between words

  /// The words between marks that part pieces of a line: bars, arrows, bullets, slashes.
  var pieces: [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst() {
      let between = text.utf8[words[index - 1].upperBound..<words[index].lowerBound]
      if between.contains(where: { $0 == 0x3E || $0 == 0x2F || $0 == 0x7C || $0 >= 0x80 })
        || between.contains(0x2D) && between.first == 0x20
      {
        pieces.append(start..<index)
        start = index
      }
    }
    pieces.append(start..<words.count)
    return pieces
  }

  /// Whether arrows part the line into a few names, as they part the way down from home.
  var isWay: Bool {
    let marks = text.utf8
    return pieces.allSatisfy { $0.count <= 5 }
      && ["›", "‹", "»", "→"].contains { marks[...].contains(sequence: Array($0.utf8)) }
      || marks.contains(0x3E) && pieces.allSatisfy { $0.count <= 5 }
  }

  /// Home and the way down from it: short names between `>`, `/`, `»`, `›` or `|`.
  var isPath: Bool {
    guard words.count <= 14 else { return false }
    var names = 1
    var wordsInName = 1
    for index in words.indices.dropFirst() {
      let between = text.utf8[words[index - 1].upperBound..<words[index].lowerBound]
      if between.contains(where: { $0 == 0x3E || $0 == 0x2F || $0 == 0x7C || $0 >= 0x80 }) {
        names += 1
        wordsInName = 1
      } else {
        wordsInName += 1
        if wordsInName > 5 { return false }
      }
    }
    return names >= 2
  }

  /// Whether a mark that parts a phrase from what follows stands there; behind a label neither a
  /// full stop nor a comma is one, behind a notice no comma.
  func isSeparator(
    after offset: Int, isLabel: Bool = false, isClause: Bool = false
  ) -> Bool {
    var offset = offset
    while offset < text.utf8.count, text.utf8[offset] == 0x20 { offset += 1 }
    guard offset < text.utf8.count else { return false }
    if isLabel, text.utf8[offset] == 0x2E || text.utf8[offset] == 0x2C { return false }
    if isClause, text.utf8[offset] == 0x2C { return false }
    return ChromeValues.isSeparator(text.utf8, at: offset)
  }

  func isSeparator(before offset: Int) -> Bool {
    var offset = offset
    while offset > 0, text.utf8[offset - 1] == 0x20 || text.utf8[offset - 1] == 0x22 {
      offset -= 1
    }
    guard offset > 0 else { return true }
    var start = offset - 1
    while start > 0, text.utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return ChromeValues.isSeparator(text.utf8, at: start)
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in these one behind the other.
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    return indices.contains {
      self[$0] == first && self[$0...].starts(with: sequence)
    }
  }
}
