import GhirbalDocument

/// What the pages of a site say of what is judged of one page of it, with what the page alone says: the
/// features of the forest of sites.
///
/// What is judged are the blocks of a page of HTML or the segments of a flattened text, in their order.
public struct SiteRows: Sendable {
  /// Row after row, a value for each name.
  public let values: [Float]
  /// The items' words, as the decision counts them.
  public let tokenCounts: [Int]
  /// How likely each item is main content as the page alone says.
  let alone: [Float]
  /// Whether the items are segments of a flattened text.
  let isText: Bool

  /// The columns' names.
  public static let names: [String] =
    [
      "probability", "tokens", "pages", "is_text", "share", "share_before", "share_after", "times",
      "text_variety",
      "head_spread", "tail_spread", "head_shift", "tail_shift", "slot_share", "slot_times",
      "slot_variety", "run", "own_before", "own_after", "prose_before", "prose_after",
      "gap_before", "gap_after", "probability_before", "probability_after", "run_probability",
    ]
    + widths.flatMap { width in
      ["share", "own", "own_tokens", "variety", "probability"].map { "\($0)_\(width)" }
    }
    + ["page_share", "page_own", "template_probability", "own_probability", "page_variety"]

  /// Items on either side that a window holds.
  private static let widths = [1, 3, 8]
  /// A text on a smaller share of the site's pages is the page's own.
  private static let maxOwnShare: Float = 0.05
  /// A text on a larger share is the template's.
  private static let minTemplateShare: Float = 0.5
  /// Words of an item that reads as a text.
  private static let minProseTokens = 10
  private static let farthest = 30

  /// - Parameters:
  ///   - probabilities: how likely each item is main content as the page alone says.
  ///   - tokenCounts: the items' words.
  ///   - evidence: of the document.
  ///   - items: the blocks of each item, as places in the document's; none is empty.
  init(
    _ probabilities: [Float], _ tokenCounts: [Int], _ evidence: SiteEvidence, items: [Range<Int>],
    isText: Bool
  ) {
    let count = items.count
    let pages = Float(evidence.pageCount)
    let places = items.map { evidence.blocks[$0] }
    let shares = places.map { places in places.mean { Float($0.pageCount) / pages } }
    let varieties = places.map { $0.mean(\.slotVariety) }
    let own = shares.map { $0 < Self.maxOwnShare }
    let ownTokens = tokenCounts.indices.map { own[$0] ? Float(tokenCounts[$0]) : 0 }
    let isTemplate = shares.map { $0 >= Self.minTemplateShare }
    let runs = Self.runs(isTemplate)
    let isProse = tokenCounts.indices.map { own[$0] && tokenCounts[$0] >= Self.minProseTokens }
    let behind = Self.distances(to: isProse)
    let ahead = Array(Self.distances(to: isProse.reversed()).reversed())
    let gapBehind = Self.distances(to: own)
    let gapAhead = Array(Self.distances(to: own.reversed()).reversed())
    let before = Self.last(probabilities, where: own)
    let after = Array(Self.last(probabilities.reversed(), where: own.reversed()).reversed())
    let runProbabilities = Self.meansOfRuns(probabilities, isTemplate)
    let sums = (
      shares: RunningSums(shares), own: RunningSums(own.map { $0 ? 1 : 0 }),
      tokens: RunningSums(ownTokens), varieties: RunningSums(varieties),
      probabilities: RunningSums(probabilities)
    )
    let allOwn = max(1, sums.tokens.total)
    let page: [Float] = [
      sums.shares.total / Float(max(1, count)), sums.own.total / Float(max(1, count)),
      Self.mean(probabilities, where: isTemplate), Self.mean(probabilities, where: own),
      sums.varieties.total / Float(max(1, count)),
    ]
    let blockCount = evidence.blocks.count
    var values: [Float] = []
    values.reserveCapacity(count * Self.names.count)
    for item in 0..<count {
      let first = evidence.blocks[items[item].lowerBound]
      let last = evidence.blocks[items[item].upperBound - 1]
      let isListed = first.pageCount > 0
      values += [
        probabilities[item], Float(tokenCounts[item]), pages, isText ? 1 : 0, shares[item],
        places[item].mean(\.shareBefore), places[item].mean(\.shareAfter),
        places[item].mean(\.timesPerPage), places[item].mean(\.variety),
        isListed ? first.headSpread : -1, isListed ? last.tailSpread : -1,
        isListed ? abs(Float(items[item].lowerBound) - first.headPlace) : -1,
        isListed ? abs(Float(blockCount - items[item].upperBound) - last.tailPlace) : -1,
        places[item].mean(\.slotShare), places[item].mean(\.slotTimesPerPage), varieties[item],
        runs[item], sums.tokens.sum(0..<item) / allOwn,
        sums.tokens.sum(item + 1..<count) / allOwn, behind[item], ahead[item],
        gapBehind[item], gapAhead[item], before[item], after[item], runProbabilities[item],
      ]
      for width in Self.widths {
        let window = max(0, item - width)..<min(count, item + width + 1)
        let size = Float(window.count)
        values += [
          sums.shares.sum(window) / size, sums.own.sum(window) / size, sums.tokens.sum(window),
          sums.varieties.sum(window) / size, sums.probabilities.sum(window) / size,
        ]
      }
      values += page
    }
    self.values = values
    self.tokenCounts = tokenCounts
    self.isText = isText
    alone = probabilities
  }

  /// By item, how many neighbouring items of the template it stands among, itself too.
  private static func runs(_ isTemplate: [Bool]) -> [Float] {
    runs(of: isTemplate).flatMap { run in
      run.map { isTemplate[$0] ? Float(run.count) : 0 }
    }
  }

  /// By item, how likely on average the neighbouring items are that are of the template as it is, or not
  /// as it is not.
  private static func meansOfRuns(_ probabilities: [Float], _ isTemplate: [Bool]) -> [Float] {
    runs(of: isTemplate).flatMap { run in
      let mean = probabilities[run].reduce(0, +) / Float(run.count)
      return run.map { _ in mean }
    }
  }

  /// The longest runs of equal values.
  private static func runs(of values: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var first = 0
    while first < values.count {
      var end = first + 1
      while end < values.count, values[end] == values[first] { end += 1 }
      runs.append(first..<end)
      first = end
    }
    return runs
  }

  /// By item, how likely the last such before it is; -1 where there is none.
  private static func last(_ probabilities: [Float], where isMeant: [Bool]) -> [Float] {
    var last: Float = -1
    return probabilities.indices.map { item in
      defer { if isMeant[item] { last = probabilities[item] } }
      return last
    }
  }

  /// By item, how many items lie between it and the last such before it.
  private static func distances(to isWanted: [Bool]) -> [Float] {
    var distance = farthest
    return isWanted.map { wanted in
      defer { distance = wanted ? 0 : min(farthest, distance + 1) }
      return Float(distance)
    }
  }

  private static func mean(_ probabilities: [Float], where isMeant: [Bool]) -> Float {
    let meant = zip(probabilities, isMeant).lazy.filter(\.1).map(\.0)
    let sum = meant.reduce((0 as Float, 0 as Float)) { ($0.0 + $1, $0.1 + 1) }
    return sum.1 > 0 ? sum.0 / sum.1 : -1
  }
}

/// Sums of all values before each, so that a sum over neighbours is one subtraction.
private struct RunningSums {
  private var sums: [Float] = [0]

  init(_ values: [Float]) {
    sums.reserveCapacity(values.count + 1)
    var sum: Float = 0
    for value in values {
      sum += value
      sums.append(sum)
    }
  }

  var total: Float { sums[sums.count - 1] }

  func sum(_ range: Range<Int>) -> Float { sums[range.upperBound] - sums[range.lowerBound] }
}

extension ArraySlice<SitePlace> {
  fileprivate func mean(_ value: (SitePlace) -> Float) -> Float {
    reduce(0) { $0 + value($1) } / Float(count)
  }
}
