/// Finds spaces that stand inside a word.
///
///     the harb our master
///         ‾‾‾‾ ‾‾‾
///
/// Both sides are letters with one space between them, one of them is no word or a rare one, and together
/// they are a word so much more frequent that two words by chance are out of the question. The Arabic
/// article is joined to a word that the lexicon has with it. Left alone: words with a Persian non-joiner
/// between their parts, tatweel, capitals inside words, and sides that both stand on the page elsewhere.
struct SplitWords {
  let language: BoundaryLanguage
  let lexicon: WordLexicon
  let page: () -> PageWords

  /// A gap that may be inside a word, and what it parts.
  struct Gap {
    let space: Range<Int>
    let words: Range<Int>
    /// Whether the space goes; otherwise nothing is certain but that the sides are no good words.
    let isCertain: Bool
  }

  /// More frequent words are looked at only as the other side. In quarters of powers of ten, as
  /// `WordLexicon.Entry.frequency`.
  private static let rare = 14
  private static let knownWhole = 12
  /// How much likelier one word is than two: with `certain`, .99 of what is joined was one word in held-back
  /// text of all three languages, and with `certainOnPage` where the page has the whole word.
  private static let certain = 20
  private static let certainOnPage = 14
  private static let possible = 10

  /// The gaps beside the parts, ascending.
  func gaps(_ text: Span<UInt8>, _ parts: [WordPart]) -> [Gap] {
    var gaps: [Gap] = []
    for part in parts
    where part.entry.frequency < Self.rare && part.before == .open && part.after == .open
      && !part.isProtected
    {
      let before = word(text, endingAt: part.utf8Range.lowerBound - 1)
      let after = word(text, startingAt: part.utf8Range.upperBound + 1)
      if let before, (gaps.last?.words.upperBound ?? 0) <= before.lowerBound,
        let gap = gap(text, before, part.utf8Range)
      {
        gaps.append(gap)
      }
      // A word that was joined on its left is no longer what stands here.
      if let last = gaps.last, last.isCertain, last.words.upperBound == part.utf8Range.upperBound {
        continue
      }
      if let after, let gap = gap(text, part.utf8Range, after) { gaps.append(gap) }
    }
    return gaps
  }

  private func gap(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Gap? {
    guard isOpen(text, before: left.lowerBound), isOpen(text, behind: right.upperBound) else {
      return nil
    }
    if language == .english {
      for place in left.dropFirst() where text[place] &- 0x41 < 26 { return nil }
      for place in right where text[place] &- 0x41 < 26 { return nil }
    }
    let whole = bytes(text, left) + bytes(text, right)
    let entry = lexicon.entry(whole.span, 0..<whole.count, in: language)
    guard entry.frequency >= Self.knownWhole,
      language != .persian || !entry.has(WordLexicon.compound), !whole.containsTatweel
    else { return nil }
    var evidence = entry.frequency + 36 - frequency(text, left) - frequency(text, right)
    if language == .arabic, Self.articles.contains(bytes(text, left)), right.count >= 6 {
      evidence = max(evidence, Self.certain)
    }
    guard evidence >= Self.possible else { return nil }
    let space = left.upperBound..<right.lowerBound
    let words = left.lowerBound..<right.upperBound
    guard evidence >= Self.certainOnPage,
      page().count(text, left) < 2 || page().count(text, right) < 2
    else { return Gap(space: space, words: words, isCertain: false) }
    let isCertain =
      evidence >= Self.certain || page().count(whole.span, 0..<whole.count) > 0
    return Gap(space: space, words: words, isCertain: isCertain)
  }

  private static let articles: Set<[UInt8]> = Set(["ال", "وال", "بال"].map { Array($0.utf8) })

  private func frequency(_ text: Span<UInt8>, _ word: Range<Int>) -> Int {
    let known = lexicon.entry(text, word, in: language).frequency
    if known > 0 { return known }
    // A word that nobody knows: of the longer ones there are more.
    return 24 - 3 * (language == .english ? word.count : word.count / 2)
  }

  private func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    text.extracting(range).withUnsafeBufferPointer { Array($0) }
  }

  // MARK: Words around a space

  /// The letters that end where one space begins; nil where none do, or many.
  private func word(_ text: Span<UInt8>, endingAt end: Int) -> Range<Int>? {
    guard end > 0, text[end] == 0x20 else { return nil }
    var start = end
    while start > 0, end - start <= Self.maxUTF8Count {
      let width = language == .english ? 1 : 2
      guard start >= width, isLetter(text, at: start - width) else { break }
      start -= width
    }
    return start < end && end - start <= Self.maxUTF8Count ? start..<end : nil
  }

  private func word(_ text: Span<UInt8>, startingAt start: Int) -> Range<Int>? {
    guard start < text.count, text[start - 1] == 0x20 else { return nil }
    var end = start
    while end < text.count, end - start <= Self.maxUTF8Count, isLetter(text, at: end) {
      end += language == .english ? 1 : 2
    }
    return start < end && end - start <= Self.maxUTF8Count ? start..<end : nil
  }

  private static let maxUTF8Count = 32

  private func isLetter(_ text: Span<UInt8>, at place: Int) -> Bool {
    if language == .english { return text[place].isASCIILetter }
    return text[place] >= 0xD8 && text[place] <= 0xDB
      && LetterRun.script(of: text.scalar(at: place).value) == .arabic
  }

  private func isOpen(_ text: Span<UInt8>, before place: Int) -> Bool {
    guard place > 0 else { return true }
    let value = text.scalar(before: place)
    return value <= 0x20 || Self.openings.contains(value)
  }

  private func isOpen(_ text: Span<UInt8>, behind place: Int) -> Bool {
    guard place < text.count else { return true }
    let value = text.scalar(at: place).value
    return value <= 0x20 || Self.closings.contains(value)
  }

  private static let openings = Set("(\"«“".unicodeScalars.map(\.value))
  private static let closings = Set(".,;:!?)\"»”،؛؟".unicodeScalars.map(\.value))
}

extension [UInt8] {
  /// Whether a letter is drawn out by U+0640.
  fileprivate var containsTatweel: Bool {
    indices.dropLast().contains { self[$0] == 0xD9 && self[$0 + 1] == 0x80 }
  }
}
