/// Windows-1256 text that was read as windows-1252: Arabic in letters such as `ÇáÓáÇã`.
enum ArabicReadAsLatin {
  /// The changes that turn `text` into Arabic, or nil where it is not certain to be.
  static func replacements(in text: Scalars) -> [Replacement<MojibakeFinding>]? {
    let verdict = judged(text)
    if verdict == .other { return nil }
    var replacements: [Replacement<MojibakeFinding>] = []
    var offset = 0
    while offset < text.count {
      let start = offset
      var letters = ""
      var differs = false
      while offset < text.count, text.bytes[offset] >= 0x80 {
        let (value, count) = text.scalar(at: offset)
        let byte = SingleByteEncoding.windows1252.byte(value)
        let meant = byte == 0 ? value : SingleByteEncoding.windows1256.scalar(byte)
        if meant == value, !differs { break }
        if meant == value {
          // Marks that both encodings share end the run.
          break
        }
        differs = true
        letters += String(scalarValue: meant)
        offset += count
      }
      if differs {
        replacements.append(
          Replacement(
            start..<offset, with: letters, .windows1256AsWindows1252, rule: "windows-1256",
            confidence: 0.95))
      } else {
        offset += text.scalar(at: offset).count
      }
    }
    if verdict == .arabic || isTold(text, replacements) { return replacements }
    return nil
  }

  private enum Verdict { case arabic, perhaps, other }

  /// Whether words of Arabic or Persian show the language of what comes out.
  private static func isTold(
    _ text: Scalars, _ replacements: [Replacement<MojibakeFinding>]
  ) -> Bool {
    let decoded = Array(text.bytes).applying(replacements)
    let guess = identifyLanguage(decoded.span)
    return (guess.language == .arabic || guess.language == .persian) && guess.confidence >= 0.5
  }

  /// Whether the letters beyond ASCII make words, are nearly all there is, and spell like Arabic.
  private static func judged(_ text: Scalars) -> Verdict {
    var ascii = 0
    var arabic = 0
    var foreign = 0
    var weight = 0
    var words = 0
    var wordArabic = 0
    var isPure = true
    var turns = 0
    var wasLower = false
    var offset = 0
    while offset <= text.count {
      var value: UInt32 = 0x20
      var count = 1
      if offset < text.count { (value, count) = text.scalar(at: offset) }
      offset += count
      if value.isASCIILetter {
        ascii += 1
        isPure = false
        continue
      }
      let byte = SingleByteEncoding.windows1252.byte(value)
      let meant = byte == 0 ? 0 : SingleByteEncoding.windows1256.scalar(byte)
      if byte != 0, ScalarKinds.isArabicLetter(meant) || ScalarKinds.isArabicMark(meant) {
        arabic += 1
        wordArabic += 1
        weight += frequency(meant)
        let isUpper = (0xC0...0xDE).contains(value)
        if isUpper, wasLower { turns += 1 }
        wasLower = value >= 0xDF && value <= 0xFF
        continue
      }
      if value >= 0xC0, Unicode.Scalar(value)?.properties.isAlphabetic ?? false {
        foreign += 1
        isPure = false
        continue
      }
      if wordArabic >= 2, isPure { words += 1 }
      wordArabic = 0
      isPure = true
      wasLower = false
    }
    // Russian, Greek, Hebrew and Chinese read as windows-1252 are as dense, but mean letters that
    // windows-1256 shares with French, or letters that Arabic hardly uses: their mean weight is below
    // 45, that of Arabic and Persian above 55.
    guard arabic >= 4, foreign * 20 <= arabic, ascii * 3 <= arabic else { return .other }
    if words >= 2, arabic >= 6 {
      return weight >= 50 * arabic ? .arabic : weight >= 40 * arabic ? .perhaps : .other
    }
    return words == 1 && ascii == 0 && turns > 0 && weight >= 60 * arabic ? .arabic : .other
  }

  /// How often Arabic and Persian use a letter, per thousand; signs and rare letters near 0.
  private static func frequency(_ letter: UInt32) -> Int {
    switch letter {
    case 0x627: 130
    case 0x644: 110
    case 0x64A, 0x6CC: 85
    case 0x645: 65
    case 0x648: 62
    case 0x646: 60
    case 0x631: 58
    case 0x62A: 55
    case 0x647: 48
    case 0x628: 45
    case 0x62F: 45
    case 0x633, 0x639: 36
    case 0x629, 0x641, 0x643, 0x6A9: 32
    case 0x642, 0x634, 0x62D: 24
    case 0x623, 0x649, 0x62C: 18
    case 0x635, 0x637, 0x62E, 0x632, 0x6AF, 0x67E: 12
    case 0x636, 0x630, 0x62B, 0x625, 0x621, 0x686: 8
    default: 3
    }
  }
}
