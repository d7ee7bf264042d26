/// Letters as small codes: the alphabet of the word lexicon and of the boundary model.
///
/// Latin letters are 1...26 without case, Arabic letters 27...66 by `arabicLetters`. Spellings fold as
/// far as the language writes them alike: ی and ي, ک and ك are one; in Persian ى is ی, أ and إ are ا,
/// ؤ is و, ۀ is ه. `Training/words/lexicon.py` writes the same rows.
enum LetterCode {
  static let arabicLetters: [Unicode.Scalar] = Array(
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ".unicodeScalars)

  /// No letter: digits, punctuation, spaces.
  static let none: UInt8 = 253
  /// A letter of another language; words that hold one are left alone.
  static let foreign: UInt8 = 254
  /// Harakat, hamza above, tatweel: passed over inside words.
  static let mark: UInt8 = 255

  static func of(_ letter: Unicode.Scalar) -> UInt8 {
    guard let index = arabicLetters.firstIndex(of: letter) else { return none }
    return UInt8(27 + index)
  }

  /// The code of each scalar from U+0600 to U+06FF, in Arabic and in Persian.
  static let arabic = table(isPersian: false)
  static let persian = table(isPersian: true)

  private static func table(isPersian: Bool) -> [UInt8] {
    var table = [UInt8](repeating: none, count: 256)
    for value in Array(0x620...0x64A) + Array(0x66E...0x6D3) + [0x6D5, 0x6EE, 0x6EF]
      + Array(0x6FA...0x6FC) + [0x6FF]
    { table[value - 0x600] = foreign }
    for value in Array(0x64B...0x65F) + [0x640, 0x670] { table[value - 0x600] = mark }
    for letter in arabicLetters { table[Int(letter.value) - 0x600] = of(letter) }
    let everywhere: [(Unicode.Scalar, Unicode.Scalar)] = [("ٱ", "ا"), ("ی", "ي"), ("ک", "ك")]
    let inPersian: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("ى", "ي"), ("أ", "ا"), ("إ", "ا"), ("ؤ", "و"), ("ۀ", "ه"),
    ]
    for (written, letter) in everywhere + (isPersian ? inPersian : []) {
      table[Int(written.value) - 0x600] = of(letter)
    }
    return table
  }

  /// The code that stands for `code` in the lexicon: the alefs of Arabic are one there.
  @inline(__always)
  static func lexical(_ code: UInt8, isArabic: Bool) -> UInt8 {
    isArabic && (code == 28 || code == 29 || code == 31) ? 33 : code
  }

  /// Whether the letter never joins the one after it, so that a non-joiner there could not be seen.
  @inline(__always)
  static func endsJoining(_ code: UInt8) -> Bool {
    code &- 27 < 40 && nonJoining & 1 << UInt64(code &- 27) != 0
  }

  private static let nonJoining: UInt64 = "اآأإدذرزژوؤءة".unicodeScalars.reduce(0) { bits, letter in
    bits | 1 << UInt64(of(letter) - 27)
  }

  static let heh = of("ه")
}
