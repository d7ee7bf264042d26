/// An encoding that UTF-8 may have been read in, with what is told apart about it.
struct MojibakeReading: Sendable {
  enum Family: Sendable { case latin, cyrillic, macintosh, pc, arabic }

  var encoding: SingleByteEncoding
  var finding: MojibakeFinding
  var family: Family

  /// In order of how common they are: of two that explain as much, the first is taken.
  static let all: [MojibakeReading] = [
    MojibakeReading(encoding: .windows1252, finding: .utf8AsWindows1252, family: .latin),
    MojibakeReading(encoding: .windows1256, finding: .utf8AsWindows1256, family: .arabic),
    MojibakeReading(encoding: .windows1251, finding: .utf8AsWindows1251, family: .cyrillic),
    MojibakeReading(encoding: .windows1250, finding: .utf8AsWindows1250, family: .latin),
    MojibakeReading(encoding: .iso88592, finding: .utf8AsWindows1250, family: .latin),
    MojibakeReading(encoding: .windows1257, finding: .utf8AsWindows1257, family: .latin),
    MojibakeReading(encoding: .macintosh, finding: .utf8AsMacintosh, family: .macintosh),
    MojibakeReading(encoding: .cp437, finding: .utf8AsCP437, family: .pc),
  ]

  /// For each scalar below `SingleByteEncoding.reverseCount`, in which readings it leads a sequence
  /// (low byte) and in which it goes on (high byte).
  static let roles: [UInt16] = {
    var roles = [UInt16](repeating: 0, count: Int(SingleByteEncoding.reverseCount))
    for (index, reading) in all.enumerated() {
      for value in 0x80..<SingleByteEncoding.reverseCount {
        let byte = reading.encoding.byte(value)
        if isLead(byte, in: reading.family) { roles[Int(value)] |= 1 << UInt16(index) }
        // What Arabic text holds itself proves nothing there, and would make every text look.
        if (0x80...0xBF).contains(byte), reading.family != .arabic || isOddBesideArabic(value) {
          roles[Int(value)] |= 1 << UInt16(index + 8)
        }
      }
    }
    return roles
  }()

  /// What no text in Arabic letters holds behind a letter.
  static func isOddBesideArabic(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0xAB, 0xAD, 0xB0, 0xBB, 0x60C, 0x61B, 0x61F, 0x200C...0x200F, 0x2013, 0x2014,
      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2039, 0x203A:
      false
    default: !ScalarKinds.isArabicLetter(value) && !ScalarKinds.isArabicMark(value)
    }
  }

  /// Whether `byte` leads a sequence of UTF-8 that is looked for in `family`.
  static func isLead(_ byte: UInt8, in family: Family) -> Bool {
    switch family {
    case .latin, .cyrillic, .arabic: return (0xC2...0xF4).contains(byte)
    case .macintosh:
      return (0xC2...0xC5).contains(byte) || (0xD7...0xD9).contains(byte) || byte == 0xE2
    case .pc:
      return (0xC2...0xC5).contains(byte) || (0xCE...0xD1).contains(byte)
        || (0xD7...0xD9).contains(byte) || byte == 0xE1 || byte == 0xE2
    }
  }
}
