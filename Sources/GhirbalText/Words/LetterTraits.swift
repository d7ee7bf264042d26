/// What the scanner asks of a letter from U+0600 to U+06FF, in one number: the lexicon's code in the low
/// byte, marks above it, and in the top bits which of the alefs it is.
enum LetterTraits {
  /// A letter of Arabic words (أ إ ة ى), of Persian words (پ چ ژ گ ک ی).
  static let isArabic: UInt16 = 1 << 8
  static let isPersian: UInt16 = 1 << 9
  /// A letter that no word of the language has.
  static let isForeign: UInt16 = 1 << 10
  /// A letter that the lexicon takes for another.
  static let isVariant: UInt16 = 1 << 11

  static let arabic = table(.arabic)
  static let persian = table(.persian)

  private static func table(_ language: BoundaryLanguage) -> [UInt16] {
    let codes = language == .persian ? LetterCode.persian : LetterCode.arabic
    let ofArabic = Set("أإةى".unicodeScalars.map(\.value))
    let ofPersian = Set("پچژگکی".unicodeScalars.map(\.value))
    return codes.indices.map { index in
      let code = codes[index]
      let scalar = 0x600 + UInt32(index)
      guard code < LetterCode.none else {
        return UInt16(code) | (code == LetterCode.foreign ? isForeign : 0)
      }
      let lexical = LetterCode.lexical(code, isArabic: language == .arabic)
      var traits = UInt16(lexical)
      if ofArabic.contains(scalar) { traits |= isArabic }
      if ofPersian.contains(scalar) { traits |= isPersian }
      if language == .persian, scalar == 0x629 { traits |= isForeign }
      if lexical != code { traits |= isVariant | UInt16(code - 27) << 12 }
      return traits
    }
  }
}
