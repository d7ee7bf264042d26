/// A line end that a program put where a line was full.
public struct HardWrap: Sendable, Equatable {
  /// In which of the paragraphs, and behind which of its lines, it stands.
  public let paragraph: Int
  public let line: Int
  /// What joins the lines: a space, or nothing where the line was cut inside a word, or behind a hyphen
  /// or a space.
  public let joint: String
}

/// The line ends of a text that show a fixed width and nothing else.
///
/// `paragraphs` are lines that stand right below each other, as ranges of `text` without their line
/// ends. Two kinds of wraps are known. Lines broken between words, judged by paragraph: in 45...120
/// characters all lines but the last of a paragraph are so full that the next word found no place, and
/// the text goes on behind them in lower case, or where a script has none, with marks that end
/// sentences inside the lines. Lines cut at one count of characters, judged by text: four or more.
/// Left alone are lines that end a sentence short, and what shows lists, tables, code, indents, verse
/// or addresses. Linear.
public func hardWraps(in text: Span<UInt8>, paragraphs: [[Range<Int>]]) -> [HardWrap] {
  text.withUnsafeBufferPointer { bytes in
    let text = Scalars(bytes)
    let shapes = paragraphs.map { lines in lines.map { LineShape(text, $0) } }
    if let width = HardWraps.cutWidth(of: shapes) {
      return shapes.indices.flatMap { HardWraps.cuts(in: shapes[$0], $0, at: width) }
    }
    return shapes.indices.flatMap { paragraph in
      var wraps: [HardWrap] = []
      let lines = shapes[paragraph]
      var start = 0
      while start < lines.count {
        var end = start
        while end < lines.count, lines[end].isProse { end += 1 }
        wraps += HardWraps.wraps(in: lines[start..<end], paragraph)
        start = max(end, start + 1)
      }
      return wraps
    }
  }
}

private enum HardWraps {
  /// Mail and plain-text formatters use 60 to 80; verse is shorter, unwrapped paragraphs are longer.
  static let widths = 45...120

  /// The count of characters at which all lines were cut, if they were: nearly all that have one below
  /// them, and four at least, some of them beside a
  /// space: where lines are broken between words, that space is gone.
  static func cutWidth(of paragraphs: [[LineShape]]) -> Int? {
    var (breaks, full, width) = (0, 0, 0)
    for lines in paragraphs {
      for line in lines.dropLast() where line.scalarCount >= width {
        full = line.scalarCount == width ? full + 1 : 1
        width = line.scalarCount
      }
      breaks += max(0, lines.count - 1)
    }
    let hasSpaces = paragraphs.contains { lines in
      lines.indices.dropLast().contains {
        lines[$0].scalarCount == width && (lines[$0].endsInSpace || lines[$0 + 1].beginsWithSpace)
      }
    }
    guard widths.contains(width), full >= 4, full * 5 >= breaks * 4, hasSpaces,
      paragraphs.allSatisfy({ lines in
        lines.allSatisfy { $0.scalarCount < width || $0.scalarCount == width && $0.isProse }
          || lines.count == 1
      })
    else { return nil }
    return width
  }

  static func cuts(in lines: [LineShape], _ paragraph: Int, at width: Int) -> [HardWrap] {
    lines.indices.dropLast().filter { lines[$0].scalarCount == width }.map { line in
      HardWrap(
        paragraph: paragraph, line: line,
        joint: lines[line].endsInSpace || lines[line + 1].beginsWithSpace ? " " : "")
    }
  }

  static func wraps(in lines: ArraySlice<LineShape>, _ paragraph: Int) -> [HardWrap] {
    let breaks = lines.dropLast().indices
    guard lines.count >= 4, let width = lines.map(\.scalarCount).max(), widths.contains(width)
    else { return [] }
    // A line that ends a sentence and is short ends its paragraph.
    let full = breaks.filter {
      lines[$0].trimmedCount + 1 + lines[$0 + 1].firstWordCount > width
    }
    let open = breaks.count { !lines[$0].endsSentence }
    guard full.count >= 3, (breaks.count - full.count) * 2 <= full.count, open * 2 > breaks.count,
      breaks.allSatisfy({ full.contains($0) || lines[$0].endsSentence })
    else { return [] }
    let lower = full.count { lines[$0 + 1].begins == .lower }
    let upper = full.count { lines[$0 + 1].begins == .upper }
    if lower + upper > full.count / 2 {
      guard lower > upper else { return [] }
    } else {
      // Verse of even length has its marks at the ends of its lines.
      let inside = lines.reduce(0) { $0 + $1.marksInside }
      guard lines.count >= 5, inside >= 2, (breaks.count - open) * 4 <= breaks.count else {
        return []
      }
    }
    return full.map { line in
      let isCut = lines[line].endsInHyphen && lines[line + 1].begins == .lower
      return HardWrap(paragraph: paragraph, line: line, joint: isCut ? "" : " ")
    }
  }
}

/// What a line shows about why it ends where it ends.
private struct LineShape {
  enum Beginning { case lower, upper, other }

  /// All characters, and those between the spaces at its ends.
  var scalarCount = 0
  var trimmedCount = 0
  var firstWordCount = 0
  var begins = Beginning.other
  var beginsWithSpace = false
  var endsInSpace = false
  var endsInHyphen = false
  var endsSentence = false
  /// Marks that end sentences or clauses, with a space behind them.
  var marksInside = 0
  /// Whether it may be a line of running text.
  var isProse = true

  init(_ text: Scalars, _ range: Range<Int>) {
    guard !range.isEmpty else {
      isProse = false
      return
    }
    var spaces = 0
    var words = 0
    var eastAsian = 0
    var last: UInt32 = 0x20
    var beforeLast: UInt32 = 0x20
    var trailing = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, count) = text.scalar(at: offset)
      offset += count
      scalarCount += 1
      if value == 0x20 {
        if scalarCount == 1 { beginsWithSpace = true }
        spaces += 1
        trailing += 1
        // Two spaces inside a line align columns or indent.
        if trailing > 1 { isProse = false }
        if isMark(last) { marksInside += 1 }
      } else {
        if trailing > 0 || words == 0 { words += 1 }
        if words == 1 { firstWordCount += 1 }
        if firstWordCount == 1, words == 1, let scalar = Unicode.Scalar(value) {
          begins =
            scalar.properties.isLowercase
            ? .lower : scalar.properties.isUppercase ? .upper : .other
        }
        trailing = 0
        beforeLast = last
        if ScalarKinds.isCJK(value) { eastAsian += 1 }
        switch value {
        case 0x09, 0x7C, 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x60, 0x5C, 0x5F: isProse = false
        default: break
        }
      }
      last = value
    }
    endsInSpace = last == 0x20
    trimmedCount = scalarCount - trailing - (beginsWithSpace ? 1 : 0)
    endsInHyphen = last == 0x2D && ScalarKinds.strongDirection(beforeLast) != nil
    // A mark behind which only its space stands is at the end.
    if endsInSpace { marksInside = 0 }
    endsSentence = ProseShape(text.bytes.extracting(range).span).endsSentence
    if words < 4 && scalarCount > 45 || eastAsian * 4 > scalarCount || beginsList(text, range) {
      isProse = false
    }
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
    if beginsWithSpace { offset += 1 }
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
