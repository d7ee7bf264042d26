/// The segments before and after, and windows around the segment.
struct LineNeighbourFeatures: FeatureGroup {
  private static let reach = 4
  private static let offsets = (-reach...reach).filter { $0 != 0 }
  private static let windows = [1, 3, 8, 20]

  static let names =
    offsets.flatMap { offset in
      ["tokens", "ends_sentence", "phrase", "capital_words", "digit_share", "alike", "gap"].map {
        "neighbour\(offset)_\($0)"
      }
    }
    + windows.flatMap { size in
      ["words", "prose", "ends", "phrases", "digits", "capitals", "short"].map {
        "window\(size)_\($0)"
      }
    } + ["alike_near", "prose_words_before", "prose_words_after"]

  private let page: LineStatistics
  /// The words of the last prose up to each segment, and of the next from it on.
  private let lastProse: Column<Float>
  private let nextProse: Column<Float>

  init(_ page: LineStatistics) {
    self.page = page
    lastProse = Self.proseWords(page, page.indices)
    nextProse = Self.proseWords(page, page.indices.reversed())
  }

  private static func proseWords(
    _ page: LineStatistics, _ order: some Sequence<Int>
  ) -> Column<Float> {
    let words: Column<Float> = page.memory.column(page.count, of: 0)
    var last: Float = 0
    for line in order {
      words[line] = last
      if page.isProse[line] { last = Float(page.texts[line].tokens) }
    }
    return words
  }

  /// Whether two segments are built alike: about as long, begun and ended the same way.
  @inline(__always) private func areAlike(_ a: TextTraits, _ b: TextTraits) -> Bool {
    abs(a.tokens - b.tokens) <= 2 && a.beginning == b.beginning
      && a.signs.intersection([.endsSentence, .startsWithCapital])
        == b.signs.intersection([.endsSentence, .startsWithCapital])
  }

  private func writeWindow(_ line: Int, _ size: Int, to row: inout FeatureRow) {
    let range = max(0, line - size)..<min(page.count, line + size + 1)
    let count = Float(range.count)
    let sums = page.sums
    row.append(sums.words.sum(range) / count)
    row.append(sums.prose.sum(range) / count)
    row.append(sums.ends.sum(range) / count)
    row.append(sums.phrases.sum(range) / count)
    row.append(sums.digits.sum(range) / count)
    row.append(sums.capitals.sum(range) / count)
    row.append(sums.short.sum(range) / count)
  }

  func write(_ line: Int, to row: inout FeatureRow) {
    let own = page.texts[line]
    var alike = 0
    for offset in -Self.reach...Self.reach where offset != 0 {
      let other = line + offset
      guard other >= 0, other < page.count else {
        for _ in 0..<7 { row.append(Float(-1)) }
        continue
      }
      let text = page.texts[other]
      let isAlike = areAlike(own, text)
      if isAlike { alike += 1 }
      row.append(text.tokens)
      row.append(text.signs.contains(.endsSentence))
      row.append(Float(page.phrases[other].strength.rawValue))
      row.append(text.capitalWordShare)
      row.append(text.digitShare)
      row.append(isAlike)
      row.append(page.gaps[other])
    }
    for size in Self.windows { writeWindow(line, size, to: &row) }
    row.append(alike)
    row.append(lastProse[line])
    row.append(nextProse[line])
  }
}
