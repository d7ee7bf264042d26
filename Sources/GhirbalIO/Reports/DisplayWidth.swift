extension Unicode.Scalar {
  /// How many columns a terminal gives the character: ideographs, kana, hangul and emoji two (Unicode
  /// Standard Annex 11, classes W and F, by their blocks), marks that stand on another character none.
  public var columns: Int {
    switch value {
    case ..<0x0300: return 1
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      // Kana's sound marks and ideographs' tone marks take no place of their own.
      return isMarkOnAnother ? 0 : 2
    // Vowels and final consonants of hangul, which stand in the syllable before.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default:
      if isMarkOnAnother { return 0 }
      return properties.isEmojiPresentation ? 2 : 1
    }
  }

  private var isMarkOnAnother: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}

extension String {
  /// How many columns a terminal gives the text, which is on one line.
  public var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.isJoiner ? 0 : $1.columns) } }
}
