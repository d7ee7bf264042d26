/// What a line shows about why it ends where it ends.
struct LineShape {
  enum Beginning { case lower, upper, other }

  /// All characters, and those between the spaces at its ends.
  private(set) var scalarCount = 0
  private(set) var trimmedCount = 0
  private(set) var leadingSpaces = 0
  private(set) var trailingSpaces = 0
  private(set) var firstWordCount = 0
  private(set) var wordCount = 0
  private(set) var begins = Beginning.other
  private(set) var endsInHyphen = false
  private(set) var endsSentence = false
  /// Whether the last character is punctuation of any kind.
  private(set) var endsInPunctuation = false
  /// Marks that end sentences or clauses, with a space behind them.
  private(set) var marksInside = 0
  /// Whether most of the letters are of a script that has no spaces.
  private(set) var isEastAsian = false
  /// Signs of code and tables, or two spaces in a row that align something.
  private(set) var hasSigns = false
  private(set) var hasColumns = false
  /// Whether it has words and no signs of anything but text.
  private(set) var isRunning = true
  /// Whether it may be a line of a paragraph that is written with spaces between the words.
  private(set) var isProse = true
  /// Whether it stands right below the line before, and how many characters, line ends counted as one,
  /// stand between the two; nil where there is other text.
  let isBelow: Bool
  let gapCount: Int?

  /// - Parameter gap: what stands between this line and the one before.
  init(_ text: Scalars, _ range: Range<Int>, below gap: Range<Int>?) {
    gapCount = gap.flatMap { Self.blankCount(text, $0) }
    isBelow = gapCount == 1
    guard !range.isEmpty else {
      isProse = false
      isRunning = false
      return
    }
    var eastAsian = 0
    var last: UInt32 = 0x20
    var beforeLast: UInt32 = 0x20
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, count) = text.scalar(at: offset)
      offset += count
      scalarCount += 1
      if value == 0x20 || value == 0xA0 {
        if wordCount == 0 { leadingSpaces += 1 }
        trailingSpaces += 1
        if trailingSpaces == 2, wordCount > 0 { hasColumns = true }
        if isMark(last) { marksInside += 1 }
      } else {
        if trailingSpaces > 0 || wordCount == 0 { wordCount += 1 }
        if wordCount == 1 { firstWordCount += 1 }
        if firstWordCount == 1, wordCount == 1, let scalar = Unicode.Scalar(value) {
          begins =
            scalar.properties.isLowercase
            ? .lower : scalar.properties.isUppercase ? .upper : .other
        }
        trailingSpaces = 0
        beforeLast = last
        if ScalarKinds.isCJK(value) { eastAsian += 1 }
        switch value {
        case 0x09, 0x7C, 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x60, 0x5C, 0x5F: hasSigns = true
        default: break
        }
      }
      last = value
    }
    if wordCount == 0 { leadingSpaces = 0 }
    trimmedCount = scalarCount - trailingSpaces - leadingSpaces
    endsInHyphen = last == 0x2D && ScalarKinds.strongDirection(beforeLast) != nil
    endsInPunctuation = ScalarKinds.isPunctuation(last)
    // A mark behind which only its space stands is at the end.
    if trailingSpaces > 0 { marksInside = 0 }
    endsSentence = ProseShape(text.bytes.extracting(range).span).endsSentence
    isEastAsian = eastAsian * 4 > scalarCount
    isRunning = !hasSigns && (wordCount >= 4 || isEastAsian)
    isProse =
      !hasSigns && !hasColumns && leadingSpaces < 2 && !isEastAsian
      && (wordCount >= 4 || scalarCount <= 45) && !beginsList(text, range)
  }

  private static func blankCount(_ text: Scalars, _ range: Range<Int>) -> Int? {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, width) = text.scalar(at: offset)
      guard ScalarKinds.isSpace(value) else { return nil }
      offset += width
      if value == 0x0D, offset < range.upperBound, text.bytes[offset] == 0x0A { continue }
      count += 1
    }
    return count
  }

  private func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x60C, 0x61B, 0x61F, 0x6D4: true
    default: false
    }
  }

  /// Whether a bullet, or a number or letter with its mark, stands first.
  private func beginsList(_ text: Scalars, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    if leadingSpaces == 1 { offset += text.scalar(at: offset).count }
    guard offset < range.upperBound else { return true }
    let (first, count) = text.scalar(at: offset)
    let second = offset + count < range.upperBound ? text.scalar(at: offset + count).value : 0x20
    switch first {
    case 0x2A, 0x2D, 0x2B, 0x23, 0xB7, 0x2022, 0x2013, 0x2014, 0x25A0...0x25FF, 0x2190...0x21FF:
      return second == 0x20
    default: break
    }
    while offset < range.upperBound, isDigit(text.scalar(at: offset).value) {
      offset += text.scalar(at: offset).count
    }
    if offset == range.lowerBound { return first < 0x80 && (second == 0x29 || second == 0x2E) }
    guard offset < range.upperBound else { return true }
    switch text.scalar(at: offset).value {
    case 0x29, 0x2E, 0x2D, 0x3A: return true
    default: return false
    }
  }

  private func isDigit(_ value: UInt32) -> Bool {
    value.isASCIIDigit || (0x660...0x669).contains(value)
      || (0x6F0...0x6F9).contains(value)
  }
}
