/// Where in the text the segment stands, and how far from its prose.
struct LinePlaceFeatures: FeatureGroup {
  static let names = [
    "index", "index_from_end", "place", "words_before", "words_after", "prose_before",
    "prose_after", "prose_before_share", "prose_after_share", "to_prose_before", "to_prose_after",
    "to_long_before", "to_long_after", "short_before", "short_after", "short_run", "body_inside",
    "body_distance", "body_side", "body_share",
  ]

  private static let minLongTokens = 40
  private static let maxShortTokens = 10
  private static let far: Float = 999
  /// What a segment that is no prose costs the body it stands in, in words.
  private static let proseGapCost: Float = 8

  private let page: LineStatistics
  private let toProseBefore: Column<Float>
  private let toProseAfter: Column<Float>
  private let toLongBefore: Column<Float>
  private let toLongAfter: Column<Float>
  private let shortBefore: Column<Float>
  private let shortAfter: Column<Float>
  /// The run of segments that holds most prose for the rest that stands in it.
  private let body: Range<Int>

  init(_ page: LineStatistics) {
    self.page = page
    let isLong = page.memory.column(page.indices) { line in
      page.texts[line].tokens >= Self.minLongTokens
    }
    toProseBefore = Self.distances(page, page.indices, to: page.isProse)
    toProseAfter = Self.distances(page, page.indices.reversed(), to: page.isProse)
    toLongBefore = Self.distances(page, page.indices, to: isLong)
    toLongAfter = Self.distances(page, page.indices.reversed(), to: isLong)
    shortBefore = Self.runs(page, page.indices)
    shortAfter = Self.runs(page, page.indices.reversed())
    body = Self.body(page)
  }

  /// How many steps back along `order` the last segment is for which `isIt`, 0 for itself.
  private static func distances(
    _ page: LineStatistics, _ order: some Sequence<Int>, to isIt: Column<Bool>
  ) -> Column<Float> {
    let distances: Column<Float> = page.memory.column(page.count, of: far)
    var distance = far
    for line in order {
      distance = isIt[line] ? 0 : min(far, distance + 1)
      distances[line] = distance
    }
    return distances
  }

  /// How many short segments in a row end with this one along `order`.
  private static func runs(_ page: LineStatistics, _ order: some Sequence<Int>) -> Column<Float> {
    let runs: Column<Float> = page.memory.column(page.count, of: 0)
    var run: Float = 0
    for line in order {
      run = page.texts[line].tokens < maxShortTokens ? run + 1 : 0
      runs[line] = run
    }
    return runs
  }

  private static func body(_ page: LineStatistics) -> Range<Int> {
    var best: (range: Range<Int>, value: Float) = (0..<0, 0)
    var start = 0
    var value: Float = 0
    for line in page.indices {
      if value <= 0 {
        value = 0
        start = line
      }
      value += page.isProse[line] ? Float(page.texts[line].tokens) : -proseGapCost
      if value > best.value { best = (start..<line + 1, value) }
    }
    return best.range
  }

  func write(_ line: Int, to row: inout FeatureRow) {
    let sums = page.sums
    let prose = max(1, sums.prose[page.count])
    row.append(line)
    row.append(page.count - 1 - line)
    row.append(Float(line) / Float(page.count))
    row.append(sums.words[line])
    row.append(sums.words[page.count] - sums.words[line + 1])
    row.append(sums.prose[line])
    row.append(sums.prose[page.count] - sums.prose[line + 1])
    row.append(sums.prose[line] / prose)
    row.append((sums.prose[page.count] - sums.prose[line + 1]) / prose)
    row.append(toProseBefore[line])
    row.append(toProseAfter[line])
    row.append(toLongBefore[line])
    row.append(toLongAfter[line])
    row.append(shortBefore[line])
    row.append(shortAfter[line])
    row.append(max(0, shortBefore[line] + shortAfter[line] - 1))
    row.append(body.contains(line))
    row.append(max(0, body.lowerBound - line, line - body.upperBound + 1))
    row.append(line < body.lowerBound ? Float(-1) : line >= body.upperBound ? 1 : 0)
    row.append(sums.prose.sum(body) / prose)
  }
}

extension LineStatistics {
  var indices: Range<Int> { 0..<count }
}
