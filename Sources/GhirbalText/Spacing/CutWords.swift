/// The words of a text that was cut at a count of characters, as far as no cut touched them, and what they
/// say of two halves.
struct CutWords {
  /// What stands right above and right below a cut.
  struct Ends {
    /// The letters that end the line above and that begin the line below; empty where other signs do.
    let above: [UInt8]
    let below: [UInt8]
    /// The characters beside the cut, spaces passed over.
    let lastAbove: UInt32
    let firstBelow: UInt32

    var areLetters: Bool { !above.isEmpty && !below.isEmpty }

    init(_ text: Scalars, above: Range<Int>, below: Range<Int>) {
      var end = above.upperBound
      while end > above.lowerBound, let last = text.scalar(before: end),
        ScalarKinds.isSpace(last.value)
      { end -= last.count }
      var start = below.lowerBound
      while start < below.upperBound, ScalarKinds.isSpace(text.scalar(at: start).value) {
        start += text.scalar(at: start).count
      }
      lastAbove = end > above.lowerBound ? text.scalar(before: end)?.value ?? 0x20 : 0x20
      firstBelow = start < below.upperBound ? text.scalar(at: start).value : 0x20
      var first = end
      while first > above.lowerBound, end - first < 64, let last = text.scalar(before: first),
        CutWords.isOfWord(last.value)
      { first -= last.count }
      var last = start
      while last < below.upperBound, last - start < 64,
        CutWords.isOfWord(text.scalar(at: last).value)
      { last += text.scalar(at: last).count }
      self.above = Array(text.bytes[first..<end])
      self.below = Array(text.bytes[start..<last])
    }
  }

  /// In which language the lexicon is asked.
  private let language: BoundaryLanguage?
  /// The words inside of lines, and how many there are.
  private var page = PageWords()
  private var wordCount = 0

  init(_ text: Scalars, _ ranges: [Range<Int>], _ lines: [LineShape]) {
    language = identifyLanguage(text.bytes.span).language.flatMap { BoundaryLanguage($0) }
    for line in ranges.indices {
      // A word at a line's end may be a half.
      let range = ranges[line]
      var start = range.lowerBound
      var end = range.upperBound
      if lines[line].isBelow {
        while start < end, text.bytes[start] == 0x20 { start += 1 }
        while start < end, text.bytes[start] != 0x20 { start += 1 }
      }
      if line + 1 < lines.count, lines[line + 1].isBelow {
        while end > start, text.bytes[end - 1] == 0x20 { end -= 1 }
        while end > start, text.bytes[end - 1] != 0x20 { end -= 1 }
      }
      page.add(text.bytes.extracting(start..<end).span)
      wordCount += lines[line].wordCount
    }
  }

  /// What joins ends in a script that has no spaces, where foreign words may stand.
  func jointOfEastAsian(_ ends: Ends) -> LineJoint {
    ScalarKinds.isCJK(ends.lastAbove) || ScalarKinds.isCJK(ends.firstBelow)
      ? .nothing : joint(ends)
  }

  func joint(_ ends: Ends) -> LineJoint {
    // Of cuts that show no space, nine in ten are inside a word.
    evidenceOfOneWord(ends) + 4 >= 0 ? .nothing : .space
  }

  /// How much likelier the signs beside a cut are one word than two, in quarters of powers of ten.
  func evidenceOfOneWord(_ ends: Ends) -> Int {
    guard ends.areLetters else {
      return Self.isSpaced(ends.lastAbove, ends.firstBelow) ? -Self.certainty : Self.certainty
    }
    return frequency(ends.above + ends.below) + Self.certainty - frequency(ends.above)
      - frequency(ends.below)
  }

  /// The frequency of a word that is all of a text.
  private static let certainty = 36

  /// How usual a word is here: log10 of its share, in quarters, above -9.
  private func frequency(_ word: [UInt8]) -> Int {
    let span = word.span
    let count = page.count(span, 0..<word.count)
    if count > 0 { return Self.certainty - (Self.log2(wordCount) - Self.log2(count)) * 6 / 5 }
    if let language {
      let known = WordLexicon.shared.entry(span, 0..<word.count, in: language).frequency
      if known > 0 { return known }
    }
    // A word that nobody knows: of the longer ones there are more.
    let letters = word.count { $0 & 0xC0 != 0x80 }
    return 24 - 3 * letters
  }

  private static func log2(_ count: Int) -> Int {
    Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount
  }

  private static func isOfWord(_ value: UInt32) -> Bool {
    LetterRun.script(of: value) != nil || LetterRun.isMark(value)
  }

  /// Whether a space stands between two characters that are not both letters.
  private static func isSpaced(_ above: UInt32, _ below: UInt32) -> Bool {
    if isOfWord(above) { return opening.contains(below) }
    return isOfWord(below) && closing.contains(above)
  }

  private static let opening = Set("([{«“„‘".unicodeScalars.map(\.value))
  private static let closing = Set(".,:;!?،؛؟۔)]}»”…".unicodeScalars.map(\.value))
}
