/// Which places of English glue are certain enough to be parted.
///
/// On real pages what looks like two English words is a name, a compound or code in nine cases of ten:
/// Freshsales, changingtimes, displayName. Two function words are no name (`ofthe`); a title that ends in
/// a word of page furniture, with another such word behind it, is two (`Recent PostsSource link`).
enum EnglishGlue {
  /// Shorter ones are names and words of other languages: aby, isto, Toby.
  private static let minFunctionLetters = 5

  /// Whether a space before letter `index` parts two words that no word is made of.
  ///
  /// - Parameters:
  ///   - left: The bytes of the letters before it.
  ///   - right: The bytes of the letters from it on.
  static func isCertain(
    _ letters: LetterSequence, _ index: Int, _ text: Span<UInt8>, left: Range<Int>,
    right: Range<Int>, _ line: LineKind
  ) -> Bool {
    if letters.capitals == 0 {
      return letters.count >= minFunctionLetters && FrequentWords.isFunctionWord(text, left)
        && FrequentWords.isFunctionWord(text, right)
    }
    return line == .titles && letters.isCapital(0) && letters.isCapital(index)
      && FrequentWords.contains(text, left)
      && FrequentWords.contains(text, right)
  }
}

/// Tells English prose from other text that was taken for it: other languages, lists of names, code.
enum EnglishProse {
  /// The least share of a block's words that English running text has often.
  private static let minKnownShare = 0.6
  /// A word in so many joins others, in blocks that have as many.
  private static let maxWordsForFunctionWord = 8
  /// Log10 of -5.25 and above: the longer word lists of English have words of all languages.
  private static let minFrequency = 15

  static func holds(_ text: Span<UInt8>, in lexicon: WordLexicon) -> Bool {
    var words = 0
    var known = 0
    var functionWords = 0
    var position = 0
    while let word = LetterRun.next(in: text, from: position) {
      position = word.utf8Range.upperBound
      words += 1
      guard word.script == .latin else { continue }
      if FrequentWords.isFunctionWord(text, word.utf8Range) { functionWords += 1 }
      if lexicon.entry(text, word.utf8Range, in: .english).frequency >= minFrequency { known += 1 }
    }
    return Double(known) >= minKnownShare * Double(words)
      && functionWords * maxWordsForFunctionWord >= words - maxWordsForFunctionWord
  }
}
