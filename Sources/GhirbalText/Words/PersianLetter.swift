/// Persian letters as small codes, the alphabet that the lexicon's automaton walks.
enum PersianLetter {
  /// The letters in code order; `Training/lexicon` writes the same row into the lexicon.
  static let alphabet: [Unicode.Scalar] = Array(
    "\u{200C}اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءة".unicodeScalars)

  static let zwnj: UInt8 = 0
  static let heh: UInt8 = 32
  static let yeh: UInt8 = 33
  static let tehMarbuta: UInt8 = 36

  /// No letter: digits, punctuation, spaces.
  static let none: UInt8 = 253
  /// A letter of another language in Arabic script; words that hold one are left alone.
  static let foreign: UInt8 = 254
  /// A mark that lookups pass over: harakat, hamza above, tatweel.
  static let mark: UInt8 = 255

  /// Whether the letter never joins the one after it, so that a non-joiner there cannot be seen.
  @inline(__always)
  static func endsJoining(_ code: UInt8) -> Bool { code < 64 && nonJoining & (1 << code) != 0 }

  private static let nonJoining: UInt64 = "اآدذرزژوءة".unicodeScalars.reduce(0) { bits, scalar in
    bits | 1 << UInt64(code(scalar))
  }

  static func code(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar == alphabet[0] { return zwnj }
    guard (0x600..<0x700).contains(scalar.value) else { return none }
    return codes[Int(scalar.value - 0x600)]
  }

  /// The same for a scalar's value.
  @inline(__always)
  static func code(at scalar: UInt32) -> UInt8 {
    scalar &- 0x600 < 0x100 ? codes[Int(scalar - 0x600)] : none
  }

  /// Whether the scalar is a letter in Arabic script, of whatever language.
  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    let code = code(at: scalar)
    return code < none || code == foreign
  }

  /// Letters of Arabic words (أ إ ة ى) and of Persian words (پ چ ژ گ ک ی), by the low byte.
  static let arabicOnly = LetterSet("أإةى")
  static let persianOnly = LetterSet("پچژگکی")

  /// A set of scalars from U+0600 to U+06FF in four words.
  struct LetterSet {
    private var bits = InlineArray<4, UInt64>(repeating: 0)

    init(_ letters: String) {
      for scalar in letters.unicodeScalars {
        bits[Int(scalar.value >> 6 & 3)] |= 1 << UInt64(scalar.value & 63)
      }
    }

    /// Whether the scalar U+0600 + `offset` is in the set.
    @inline(__always)
    func contains(_ offset: UInt32) -> Bool {
      bits[Int(offset >> 6 & 3)] & 1 << UInt64(offset & 63) != 0
    }
  }

  /// The codes of a word written in this file's rows.
  static func codes(of word: String) -> [UInt8] { word.unicodeScalars.map { code($0) } }

  /// The code of each scalar from U+0600 to U+06FF.
  static let codes: [UInt8] = {
    var table = [UInt8](repeating: none, count: 256)
    for value in Array(0x620...0x64A) + Array(0x66E...0x6D3) + [0x6D5, 0x6EE, 0x6EF]
      + Array(0x6FA...0x6FC) + [0x6FF]
    { table[value - 0x600] = foreign }
    for value in Array(0x64B...0x65F) + [0x640, 0x670] { table[value - 0x600] = mark }
    for (code, scalar) in alphabet.enumerated().dropFirst() {
      table[Int(scalar.value) - 0x600] = UInt8(code)
    }
    // What Persian pages write for the same letter.
    for (written, letter) in [
      ("ي", "ی"), ("ى", "ی"), ("ك", "ک"), ("أ", "ا"), ("إ", "ا"), ("ٱ", "ا"), ("ؤ", "و"),
      ("ۀ", "ه"),
    ] as [(Unicode.Scalar, Unicode.Scalar)] {
      table[Int(written.value) - 0x600] = table[Int(letter.value) - 0x600]
    }
    return table
  }()
}
