/// Which segments of a flattened text stay or go together: items of a list, rows of a table, lines of a
/// stanza.
///
/// Signs are all that flattened text has left of its structure: bullets and numbers; tabs, bars and columns of
/// spaces; and, where the text parts paragraphs by blank lines, runs of short lines between two of
/// them. The segments of one are as likely as their words are on average; the likeliest or single
/// verdicts kept worse.
struct SegmentUnits {
  /// By segment, the first segment of what it belongs to; itself where it stands alone.
  let firsts: [Int]

  private enum Kind { case item, row, verse }

  private static let maxItemTokens = 40
  private static let maxVerseTokens = 14
  private static let verseCounts = 3...24

  init(_ page: LineStatistics) {
    let hasBlankLines = page.indices.dropFirst().contains { page.gaps[$0] > 1 }
    func kind(_ line: Int) -> Kind? {
      guard !page.isPart[line] else { return nil }
      let layout = page.layouts[line]
      let tokens = page.texts[line].tokens
      if layout.tabs > 0 || layout.hasBar || layout.wideSpaces > 1 { return .row }
      if layout.mark == .bullet || layout.isNumbered, tokens < Self.maxItemTokens { return .item }
      return hasBlankLines && tokens < Self.maxVerseTokens ? .verse : nil
    }
    var firsts = Array(page.indices)
    var start = 0
    while start < page.count {
      let own = kind(start)
      var end = start + 1
      while own != nil, end < page.count, page.gaps[end] <= 1, kind(end) == own { end += 1 }
      if own != .verse || Self.verseCounts.contains(end - start) {
        for line in start..<end { firsts[line] = start }
      }
      start = end
    }
    self.firsts = firsts
  }

  /// The probabilities of segments, those of each unit the same.
  func pooled(_ probabilities: [Float], _ tokenCounts: [Int]) -> [Float] {
    var result = probabilities
    var start = 0
    while start < firsts.count {
      var end = start + 1
      while end < firsts.count, firsts[end] == start { end += 1 }
      if end - start > 1 {
        var (sum, weight) = (Float(0), Float(0))
        for line in start..<end {
          let tokens = max(0.5, Float(tokenCounts[line]))
          sum += probabilities[line] * tokens
          weight += tokens
        }
        for line in start..<end { result[line] = sum / weight }
      }
      start = end
    }
    return result
  }
}
