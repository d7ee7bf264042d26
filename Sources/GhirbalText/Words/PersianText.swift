/// The Persian lexicon for words that stand in a text.
enum PersianText {
  static func entry(_ text: Span<UInt8>, _ range: Range<Int>) -> PersianLexicon.Entry? {
    guard let word = word(text, range) else { return nil }
    return PersianLexicon.shared.entry(word, 0..<word.count)
  }

  /// Whether the letters are an ending that is no word: های, هایش.
  static func isEnding(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let word = word(text, range), let key = word.key(0..<word.count) else { return false }
    return [PersianSuffix.Host.plural, .comparative, .vowelEnd, .object].contains {
      PersianSuffix.matches(key: key, host: $0)
    }
  }

  /// The letters as codes; nil where a letter is not Persian.
  static func word(_ text: Span<UInt8>, _ range: Range<Int>) -> PersianWord? {
    var word = PersianWord()
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, width) = text.scalar(at: position)
      let code = scalar == 0x200C ? PersianLetter.zwnj : PersianLetter.code(at: scalar)
      if code >= PersianLetter.none, code != PersianLetter.mark { return nil }
      if code != PersianLetter.mark { word.append(code, utf8Offset: position) }
      position += width
    }
    if word.overflowed { return nil }
    return word
  }
}
