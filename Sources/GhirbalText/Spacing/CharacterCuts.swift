/// Line ends that a program put behind every so many characters, in the middle of words too.
///
/// The whole text must show it: of the lines that have another right below them, four at least and four
/// in five have one count of characters, 24...250. Spaces at the cuts may be kept, or lost at one end of
/// the lines or at both; then a line is shorter by what it lost. Where spaces are kept, some cuts must
/// have one beside them; where none is, six lines are asked for, and the words on both sides of the cuts
/// must show that they are halves. Chinese and Japanese have no spaces; there few lines may end in a mark.
///
/// A program that cuts a text with line ends of its own counts them as characters. One that cuts each
/// paragraph begins to count anew behind its line ends; there lines of a menu or a title may stand
/// around the text, and only lines of more than three quarters of the count are asked. The last line of
/// a column may be filled up with spaces on either side.
struct CharacterCuts {
  private static let widths = 24...250

  private let text: Scalars
  private let ranges: [Range<Int>]
  private let lines: [LineShape]
  private let width: Int
  /// Whether spaces are kept at the ends, and at the beginnings, of lines.
  private let keepsTrailing: Bool
  private let keepsLeading: Bool
  /// The lines that were cut, ascending.
  private var cuts: [Int] = []
  private let words: CutWords

  /// nil for a text whose lines do not show one count of characters.
  init?(_ text: Scalars, _ ranges: [Range<Int>], _ lines: [LineShape]) {
    guard let width = Self.width(of: lines) else { return nil }
    self.text = text
    self.ranges = ranges
    self.lines = lines
    self.width = width
    let exact = lines.indices.dropLast().filter {
      lines[$0].scalarCount == width && lines[$0 + 1].isBelow && !lines[$0].isFilledUp(to: width)
    }
    let trailing = exact.count { lines[$0].trailingSpaces > 0 }
    let leading = exact.count { lines[$0 + 1].leadingSpaces == 1 }
    let isEastAsian = exact.count { lines[$0].isEastAsian } * 2 > exact.count
    keepsTrailing = trailing > 0
    keepsLeading = leading > 0
    var least = width
    if !isEastAsian { least -= (keepsTrailing ? 0 : 1) + (keepsLeading ? 0 : 1) }
    let above = lines.indices.dropLast().filter { lines[$0 + 1].isBelow }
    cuts = Self.cuts(in: lines, at: width, atLeast: least)
    if cuts.count * 5 < above.count * 4 {
      let long = above.filter { lines[$0].scalarCount * 4 > width * 3 }
      cuts = above.filter {
        lines[$0].scalarCount >= least && !lines[$0].isFilledUp(to: width)
      }
      guard cuts.count >= 6, cuts.count * 5 >= long.count * 4 else { return nil }
    }
    let running = exact.count { lines[$0].isRunning }
    guard exact.count >= 4, exact.count * 2 >= cuts.count,
      running * 4 >= exact.count * 3, exact.count(where: { lines[$0].hasColumns }) * 2 <= running,
      !lines.contains(where: { $0.isBelow && $0.scalarCount > width })
    else { return nil }
    words = CutWords(text, ranges, lines)
    if isEastAsian {
      guard exact.count(where: { lines[$0].endsInPunctuation }) * 3 <= exact.count else {
        return nil
      }
    } else if (trailing + leading) * 12 < exact.count || trailing + leading == 0 {
      guard showsHalves() else { return nil }
    }
  }

  /// The greatest count of a line that has another right below it.
  private static func width(of lines: [LineShape]) -> Int? {
    var (width, count) = (0, 0)
    for line in lines.indices.dropLast()
    where lines[line + 1].isBelow && lines[line].scalarCount >= width {
      count = lines[line].scalarCount == width ? count + 1 : 1
      width = lines[line].scalarCount
    }
    return count >= 4 && widths.contains(width) ? width : nil
  }

  /// The lines behind which the program's count was full.
  private static func cuts(in lines: [LineShape], at width: Int, atLeast least: Int) -> [Int] {
    var cuts: [Int] = []
    // Characters since the last cut, line ends of the text's own among them; nil where none is known.
    var count: Int?
    for line in lines.indices {
      let shape = lines[line]
      if line > 0, let before = count { count = shape.gapCount.map { before + $0 } }
      let isAboveAnother = line + 1 < lines.count && lines[line + 1].isBelow
      if shape.scalarCount >= least {
        let isLast = shape.isFilledUp(to: width)
        if isAboveAnother, !isLast { cuts.append(line) }
        // The line end behind a cut is the program's.
        count = isLast ? nil : -1
      } else if let before = count, before + shape.scalarCount >= width {
        let isCut = before + shape.scalarCount == width && !shape.endsSentence
        if isCut, isAboveAnother { cuts.append(line) }
        count = isCut ? -1 : nil
      } else {
        count = (count ?? 0) + shape.scalarCount
      }
    }
    return cuts
  }

  func wraps() -> [HardWrap] {
    cuts.map { HardWrap(line: $0, joint: joint(behind: $0)) }
  }

  private func joint(behind line: Int) -> LineJoint {
    let (upper, lower) = (lines[line], lines[line + 1])
    if upper.trailingSpaces > 0 || lower.leadingSpaces == 1 { return .space }
    if upper.isEastAsian, lower.isEastAsian { return words.jointOfEastAsian(ends(line)) }
    let lostAbove = lost(line)
    // What a last line lost, or what it is filled up with, is not known.
    let lostBelow = isCut(line + 1) ? lost(line + 1) : nil
    switch (keepsTrailing, keepsLeading) {
    case (true, true): return lower.isFilledUp(to: width) ? words.joint(ends(line)) : .nothing
    case (false, true):
      if lostAbove > 0 { return .space }
      return lower.isFilledUp(to: width) ? words.joint(ends(line)) : .nothing
    case (true, false):
      guard let lostBelow else { return words.joint(ends(line)) }
      return lostBelow > 0 ? .space : .nothing
    case (false, false):
      if lostAbove == 2 || lostBelow == 2 || lostAbove == 1 && !isCut(line - 1) { return .space }
      let evidence = evidenceOfOneWord(line)
      if lostAbove == 1, evidence < evidenceOfOneWord(line - 1) { return .space }
      if lostBelow == 1, evidence <= evidenceOfOneWord(line + 1) { return .space }
      return words.joint(ends(line))
    }
  }

  /// How many characters fewer than the others a line has that was cut; 0 beside a line end of its own.
  private func lost(_ line: Int) -> Int {
    let lost = width - lines[line].scalarCount
    return lost <= 2 ? lost : 0
  }

  private func isCut(_ line: Int) -> Bool { cuts.contains(line, sorted: true) }

  private func evidenceOfOneWord(_ line: Int) -> Int { words.evidenceOfOneWord(ends(line)) }

  private func ends(_ line: Int) -> CutWords.Ends {
    CutWords.Ends(text, above: ranges[line], below: ranges[line + 1])
  }

  /// Whether the words at the cuts are halves more often than wholes.
  private func showsHalves() -> Bool {
    var (halves, wholes) = (0, 0)
    for line in cuts where lines[line].scalarCount == width {
      let ends = ends(line)
      guard ends.areLetters else { continue }
      let evidence = words.evidenceOfOneWord(ends)
      if evidence > 8 { halves += 1 }
      if evidence < -8 { wholes += 1 }
    }
    return halves >= 2 && halves > wholes
  }
}

extension LineShape {
  /// Whether spaces make the line, the last of its column, as wide as the others.
  func isFilledUp(to width: Int) -> Bool {
    scalarCount == width && (leadingSpaces > 1 || trailingSpaces > 1)
  }
}

extension [Int] {
  /// Whether the ascending numbers hold `value`. Takes logarithmic time.
  fileprivate func contains(_ value: Int, sorted: Bool) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == value
  }
}
