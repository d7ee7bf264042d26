/// Line ends that a program put between words where the next one found no place.
///
/// In 45...120 characters all lines but the last of a paragraph are so full that the next word found no
/// place, and the text goes on behind them in lower case, or where a script has none, with marks that
/// end sentences inside the lines. Where such paragraphs show a text's width, shorter ones need show no
/// more than that their lines are full.
struct WordWraps {
  /// Mail and plain-text formatters use 60 to 80; verse is shorter, unwrapped paragraphs are longer.
  private static let widths = 45...120

  private let lines: [LineShape]
  /// Running text without a blank line inside.
  private let runs: [Range<Int>]

  init(_ lines: [LineShape]) {
    self.lines = lines
    var runs: [Range<Int>] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].isProse, end == start || lines[end].isBelow { end += 1 }
      if end - start > 1 { runs.append(start..<end) }
      start = max(end, start + 1)
    }
    self.runs = runs
  }

  func wraps() -> [HardWrap] {
    let sure = runs.map(fullLines)
    guard let width = width(shownBy: sure) else { return sure.joined().map(wrap) }
    return zip(runs, sure).flatMap { run, full in
      full.isEmpty ? fullLines(of: run, in: width) : full
    }.map(wrap)
  }

  private func wrap(behind line: Int) -> HardWrap {
    let isCut = lines[line].endsInHyphen && lines[line + 1].begins == .lower
    return HardWrap(line: line, joint: isCut ? .nothing : .space)
  }

  /// The lines of a run that a program ended, where the run shows it by itself.
  private func fullLines(of run: Range<Int>) -> [Int] {
    let breaks = run.dropLast()
    guard run.count >= 4, let width = lines[run].map(\.scalarCount).max(),
      Self.widths.contains(width)
    else { return [] }
    // Where all lines are of one width, the words did not decide.
    let atWidth = breaks.count { lines[$0].scalarCount == width }
    if atWidth >= 4, atWidth * 2 > breaks.count { return [] }
    // A line that ends a sentence and is short ends its paragraph.
    let full = breaks.filter { isFull($0, in: width) }
    let open = breaks.count { !lines[$0].endsSentence }
    guard full.count >= 3, (breaks.count - full.count) * 2 <= full.count, open * 2 > breaks.count,
      breaks.allSatisfy({ isFull($0, in: width) || lines[$0].endsSentence })
    else { return [] }
    let lower = full.count { lines[$0 + 1].begins == .lower }
    let upper = full.count { lines[$0 + 1].begins == .upper }
    if lower + upper > full.count / 2 {
      guard lower > upper else { return [] }
    } else {
      // Verse of even length has its marks at the ends of its lines.
      let inside = lines[run].reduce(0) { $0 + $1.marksInside }
      guard run.count >= 5, inside >= 2, (breaks.count - open) * 4 <= breaks.count else {
        return []
      }
    }
    return full
  }

  private func isFull(_ line: Int, in width: Int) -> Bool {
    lines[line].trimmedCount + 1 + lines[line + 1].firstWordCount > width
  }

  /// The widest line of the runs that are sure, where they have many lines.
  private func width(shownBy sure: [[Int]]) -> Int? {
    guard sure.reduce(0, { $0 + $1.count }) >= 6 else { return nil }
    let widths = zip(runs, sure).filter { !$1.isEmpty }.map { run, _ in
      lines[run].reduce(0) { max($0, $1.scalarCount) }
    }
    guard let widest = widths.max(), let narrowest = widths.min(), widest - narrowest <= 8 else {
      return nil
    }
    return widest
  }

  /// The lines of a run that a program ended in a text whose width is known.
  private func fullLines(of run: Range<Int>, in width: Int) -> [Int] {
    let breaks = run.dropLast()
    let full = breaks.filter { isFull($0, in: width) }
    let lower = full.count { lines[$0 + 1].begins == .lower }
    let upper = full.count { lines[$0 + 1].begins == .upper }
    guard lower >= upper, lines[run].allSatisfy({ $0.scalarCount <= width }),
      breaks.allSatisfy({ isFull($0, in: width) || lines[$0].endsSentence })
    else { return [] }
    return full
  }
}
