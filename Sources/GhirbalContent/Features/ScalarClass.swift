/// What a scalar is to the counting of text: a byte for each scalar below U+3040 and rules above.
struct ScalarClass: OptionSet {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let space = ScalarClass(rawValue: 1 << 0)
  static let letter = ScalarClass(rawValue: 1 << 1)
  static let capital = ScalarClass(rawValue: 1 << 2)
  static let digit = ScalarClass(rawValue: 1 << 3)
  /// Ends a sentence: `. ! ? ؟ ۔ । 。` and their kin.
  static let end = ScalarClass(rawValue: 1 << 4)
  /// Parts a sentence: `, ; ، ؛ 、`.
  static let comma = ScalarClass(rawValue: 1 << 5)
  static let quote = ScalarClass(rawValue: 1 << 6)
  /// A word of its own: kana, Chinese and Thai characters.
  static let ideograph = ScalarClass(rawValue: 1 << 7)

  /// Part of a word: a letter, a digit, a mark.
  var isWord: Bool { rawValue & 0b1000_1010 != 0 }

  /// A letter that is no ideograph, capital or not.
  @inline(__always) var isLetterAlone: Bool {
    rawValue & ~Self.capital.rawValue == Self.letter.rawValue
  }

  @inline(__always) static func of(_ scalar: UInt32, _ table: UnsafeBufferPointer<UInt8>)
    -> ScalarClass
  {
    if scalar < tableCount { return ScalarClass(rawValue: table[Int(scalar)]) }
    return ofHigh(scalar)
  }

  static let tableCount: UInt32 = 0x3040

  private static func ofHigh(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      [.letter, .ideograph]
    case 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: .end
    case 0xFF0C, 0xFF1B, 0xFF64: .comma
    case 0xFF10...0xFF19: .digit
    case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: []
    case 0xFE00...0xFE6F, 0xFEFF, 0xFFF0...0xFFFF, 0xE000...0xF8FF: []
    case 0x1F000...0x1FAFF, 0xE0000...0x10FFFF: []
    default: .letter
    }
  }

  /// By scalar below `tableCount`.
  static let table: [UInt8] = (0..<tableCount).map { value in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    return classify(scalar).rawValue
  }

  private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar {
    case ".", "!", "?", "…", "؟", "۔", "।", "॥", "。", "՞", "።", "។", "؞": return .end
    case ",", ";", "،", "؛", "、", "՝", "፣": return .comma
    case "\"", "“", "”", "„", "«", "»", "「", "」", "『", "』", "‹", "›", "‟": return .quote
    default: break
    }
    if (0xE00...0xE7F).contains(scalar.value) { return [.letter, .ideograph] }
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return [.letter, .capital]
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark:
      return .letter
    case .decimalNumber: return .digit
    default: return scalar == "_" ? .letter : []
    }
  }

  /// The small letter of each scalar below U+0590, itself where it has none.
  static let smallLetters: [UInt16] = (0..<smallLetterCount).map { value in
    guard let scalar = Unicode.Scalar(value),
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first,
      scalar.properties.lowercaseMapping.unicodeScalars.count == 1, small.value < smallLetterCount
    else { return UInt16(value) }
    return UInt16(small.value)
  }

  static let smallLetterCount: UInt32 = 0x590
}
