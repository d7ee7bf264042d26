/// What the lexicon says of the segment and of those around it.
struct LinePhraseFeatures: FeatureGroup {
  static let names = [
    "phrase", "phrase_kind", "phrase_before", "phrase_after", "phrase_before_kind",
    "phrase_after_kind", "phrases_above", "phrases_below", "posts_before", "replies_before",
    "copyright_before", "notice_before", "text_end_above",
  ]

  private static let far: Float = 999

  private let page: LineStatistics
  private let before: Column<Float>
  private let after: Column<Float>
  private let beforeKinds: Column<Float>
  private let afterKinds: Column<Float>
  /// Distances to the last phrase of a kind, for the kinds asked.
  private let last: Column<Float>
  private static let asked: [PhraseHint.Kind] = [.posts, .replies, .copyright, .notice]
  /// Whether a phrase that stands below texts only is above, with prose before it.
  private let isBelowEnd: Column<Bool>

  init(_ page: LineStatistics) {
    self.page = page
    let count = page.count
    let memory = page.memory
    (before, beforeKinds) = Self.nearest(page, page.indices)
    (after, afterKinds) = Self.nearest(page, page.indices.reversed())
    last = memory.column(count * Self.asked.count, of: Self.far)
    isBelowEnd = memory.column(count, of: false)
    var distances = [Float](repeating: Self.far, count: Self.asked.count)
    var isBelow = false
    for line in page.indices {
      isBelowEnd[line] = isBelow
      let phrase = page.phrases[line]
      for (kind, asked) in Self.asked.enumerated() {
        distances[kind] =
          phrase.isEvidence && phrase.kind == asked ? 0 : min(Self.far, distances[kind] + 1)
        last[line * Self.asked.count + kind] = distances[kind]
      }
      if phrase.strength == .sure, page.sums.proseCount[line] >= 2,
        [.posts, .replies, .copyright].contains(phrase.kind)
      {
        isBelow = true
      }
    }
  }

  private static func nearest(
    _ page: LineStatistics, _ order: some Sequence<Int>
  ) -> (Column<Float>, Column<Float>) {
    let distances: Column<Float> = page.memory.column(page.count, of: far)
    let kinds: Column<Float> = page.memory.column(page.count, of: 0)
    var distance = far
    var kind: Float = 0
    for line in order {
      distance = min(far, distance + 1)
      distances[line] = distance
      kinds[line] = kind
      if page.phrases[line].isEvidence {
        distance = 0
        kind = Float(page.phrases[line].kind.rawValue)
      }
    }
    return (distances, kinds)
  }

  func write(_ line: Int, to row: inout FeatureRow) {
    let phrase = page.phrases[line]
    row.append(Float(phrase.strength.rawValue))
    row.append(Float(phrase.kind.rawValue))
    row.append(before[line])
    row.append(after[line])
    row.append(beforeKinds[line])
    row.append(afterKinds[line])
    row.append(page.sums.phrases[line])
    row.append(page.sums.phrases[page.count] - page.sums.phrases[line + 1])
    row.append(last[line * Self.asked.count..<(line + 1) * Self.asked.count])
    row.append(isBelowEnd[line])
  }
}

extension PhraseHint {
  /// Whether it says something of its neighbours too.
  var isEvidence: Bool { strength.rawValue >= Strength.settled.rawValue }
}
