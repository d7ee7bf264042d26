import GhirbalText

extension FactLine {
  /// The original stretch from a run's first word to its last.
  func original(_ words: Range<Int>) -> Range<Int> {
    text.originalRange(
      of: wordRanges[words.lowerBound].lowerBound..<wordRanges[words.upperBound - 1].upperBound)
  }

  /// The mark right before a word of the line; 0 where only spaces stand there.
  func mark(before word: Int) -> UInt8 {
    let start = word > 0 ? wordRanges[word - 1].upperBound : 0
    return text.utf8[start..<wordRanges[word].lowerBound].last { $0 != 0x20 } ?? 0
  }

  /// The mark right behind a word of the line; 0 where only spaces stand there.
  func mark(after word: Int) -> UInt8 {
    let end = word + 1 < wordRanges.count ? wordRanges[word + 1].lowerBound : text.utf8.count
    return text.utf8[wordRanges[word].upperBound..<end].first { $0 != 0x20 } ?? 0
  }

  /// Whether a mark that parts one piece of a line from the next stands at a folded offset.
  func isBar(at offset: Int) -> Bool {
    let utf8 = text.utf8
    switch utf8[offset] {
    case 0x7C: return true
    // A hyphen or dash, which fold to one, between spaces.
    case 0x2D:
      return offset > 0 && utf8[offset - 1] == 0x20 && offset + 1 < utf8.count
        && utf8[offset + 1] == 0x20
    // · » «
    case 0xC2:
      return offset + 1 < utf8.count
        && (utf8[offset + 1] == 0xB7 || utf8[offset + 1] == 0xBB || utf8[offset + 1] == 0xAB)
    // • › – —
    case 0xE2:
      return offset + 2 < utf8.count && utf8[offset + 1] == 0x80
        && (utf8[offset + 2] == 0xA2 || utf8[offset + 2] == 0xBA || utf8[offset + 2] == 0x93
          || utf8[offset + 2] == 0x94)
    default: return false
    }
  }
}
