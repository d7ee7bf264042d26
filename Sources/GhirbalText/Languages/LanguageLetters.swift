/// What each scalar of one or two UTF-8 bytes is to ``LanguageReading``, in one look.
struct LanguageLetters: Sendable {
  /// Scripts that are counted apart.
  enum Script: UInt32 { case latin, arabic, cyrillic, hebrew, yiddish, other }

  /// The letter in one spelling: bits 0...10.
  static let foldedMask: UInt32 = 0x7FF
  static let isLetter: UInt32 = 1 << 11
  /// A vowel sign or tatweel, which is no end of a word.
  static let isSkipped: UInt32 = 1 << 12
  static let endsSentence: UInt32 = 1 << 13
  /// A letter that `Script.other` counts, or one of a row of distinctive letters that is none.
  static let isCounted: UInt32 = 1 << 14
  static let scriptShift: UInt32 = 16
  static let rowShift: UInt32 = 20

  let entries: [UInt32]

  init(rows: [UInt8]) {
    entries = (UInt32(0)..<0x800).map { value in
      var entry: UInt32 = 0
      let script = Self.script(of: value)
      if Self.isWordLetter(value) {
        let folded = LanguageEvidence.folded(value)
        entry = Self.isLetter | folded
        // Yeh and kaf are told apart by their rows and only there.
        let row = rows[Int(folded == 0x6CC || folded == 0x6A9 ? value : folded)]
        entry |= UInt32(row) << Self.rowShift
      } else if script == .other {
        entry = Self.isCounted
      } else if rows[Int(value)] != 0 {
        entry = UInt32(rows[Int(value)]) << Self.rowShift | Self.isCounted
      }
      if ScalarKinds.isArabicMark(value) || value == 0x640 { entry = Self.isSkipped }
      if value == 0x2E || value == 0x21 || value == 0x3F || value == 0x0A {
        entry = Self.endsSentence
      }
      return entry | (script?.rawValue ?? 0) << Self.scriptShift
    }
  }

  private static func script(of value: UInt32) -> Script? {
    switch value {
    case 0..<0x250, 0x259: .latin
    case 0x370...0x3FF, 0x530...0x58F, 0x700...0x74F, 0x780...0x7FF: .other
    case 0x400...0x52F: .cyrillic
    case 0x5D0...0x5EA: .hebrew
    case 0x5F0...0x5F2: .yiddish
    case 0x620...0x6FF, 0x750...0x77F: .arabic
    default: nil
    }
  }

  private static func isWordLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return value.isASCIILetter }
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x259, 0x400...0x481, 0x48A...0x52F: return true
    case 0x5D0...0x5F2: return true
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF,
      0x6FA...0x6FF, 0x750...0x77F:
      return true
    default: return false
    }
  }
}
