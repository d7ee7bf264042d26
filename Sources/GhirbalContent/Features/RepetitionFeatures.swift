import GhirbalDocument

/// How often the page says or builds the same again.
struct RepetitionFeatures: FeatureGroup {
  static let names =
    ["two", "four", "tags"].flatMap { path in
      ["blocks", "mean", "density", "share"].map { "path_\(path)_\($0)" }
    } + [
      "same_text", "same_text_before", "triples_before", "triples_again", "triples_most",
      "beginning_again", "ending_again", "owner_children",
    ]

  private struct Group {
    var blocks: Float = 0
    var words: Float = 0
    var linked: Float = 0
  }

  private let page: PageStatistics
  private var paths: [[Int32]] = []
  private var groups: [[Group]] = []
  /// Seven values for each block.
  private var texts: [Float] = []

  init(_ page: PageStatistics) {
    self.page = page
    let signatures = page.elements.signatures
    let parents = page.arena.parents
    let tags = page.arena.tags
    group { owner in Self.path(owner, parents, length: 2) { UInt64(signatures[$0]) } }
    group { owner in Self.path(owner, parents, length: 4) { UInt64(signatures[$0]) } }
    group { owner in Self.path(owner, parents, length: 6) { UInt64(tags[$0].rawValue) + 1 } }
    compareTexts()
  }

  private static func path(
    _ owner: Int, _ parents: [Int32], length: Int, _ key: (Int) -> UInt64
  ) -> UInt64 {
    var element = owner
    var path: UInt64 = 0
    for _ in 0..<length where element >= 0 {
      path = (path ^ key(element)) &* 0x9E37_79B9_7F4A_7C15
      path ^= path >> 29
      element = Int(parents[element])
    }
    return path
  }

  private mutating func group(by path: (Int) -> UInt64) {
    var table = CountTable(capacity: page.count)
    var groups: [Group] = []
    var places: [Int32] = []
    places.reserveCapacity(page.count)
    var lastOwner = -1
    for block in 0..<page.count {
      let owner = page.owners[block]
      let place = owner == lastOwner ? Int(places[block - 1]) : table.add(path(owner), 1)
      lastOwner = owner
      if place == groups.count { groups.append(Group()) }
      groups[place].blocks += 1
      groups[place].words += page.texts[block].words
      groups[place].linked += page.texts[block].words * page.densities[block]
      places.append(Int32(place))
    }
    paths.append(places)
    self.groups.append(groups)
  }

  private mutating func compareTexts() {
    let words = page.words
    var wholes = CountTable(capacity: page.count)
    var beginnings = CountTable(capacity: page.count)
    var endings = CountTable(capacity: page.count)
    var triples = CountTable(capacity: words.hashes.count)
    func whole(_ range: Range<Int>) -> UInt64 {
      var key: UInt64 = UInt64(range.count)
      for index in range { key = (key ^ UInt64(words.hashes[index])) &* 0x100_0000_01B3 }
      return key
    }
    func pair(_ first: Int) -> UInt64 {
      UInt64(words.hashes[first]) << 32 | UInt64(words.hashes[first + 1])
    }
    var wholePlaces: [Int] = []
    var wasBefore: [Bool] = []
    var shares: [Float] = []
    // Which triples were there before this block; then, all told, which are there more than once.
    var places: [Int32] = []
    places.reserveCapacity(words.hashes.count)
    for block in 0..<page.count {
      let range = words.range(of: block)
      let place = wholes.add(whole(range), 1)
      wholePlaces.append(place)
      wasBefore.append(wholes.counts[place] > 1)
      if range.count > 3 { _ = beginnings.add(pair(range.lowerBound), 1) }
      if range.count > 5 { _ = endings.add(pair(range.upperBound - 2), 1) }
      guard range.count >= 3 else {
        shares.append(0)
        continue
      }
      let known = triples.counts.count
      var before = 0
      for start in range.lowerBound..<range.upperBound - 2 {
        let place = triples.add(HeadTraits.triple(words.hashes, start), 1)
        if place < known { before += 1 }
        places.append(Int32(place))
      }
      shares.append(Float(before) / Float(range.count - 2))
    }
    var next = 0
    for block in 0..<page.count {
      let range = words.range(of: block)
      var again = 0
      var most = 1
      let tripleCount = max(0, range.count - 2)
      for place in places[next..<next + tripleCount] {
        let count = triples.counts[Int(place)]
        if count > 1 { again += 1 }
        most = max(most, count)
      }
      next += tripleCount
      texts += [
        Float(wholes.counts[wholePlaces[block]] - 1), wasBefore[block] ? 1 : 0, shares[block],
        tripleCount > 0 ? Float(again) / Float(tripleCount) : 0, Float(most),
        range.count > 3 ? Float(beginnings.count(pair(range.lowerBound))) : 0,
        range.count > 5 ? Float(endings.count(pair(range.upperBound - 2))) : 0,
      ]
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let total = max(1, page.sums.words[page.count])
    for kind in 0..<3 {
      let group = groups[kind][Int(paths[kind][block])]
      row.append(group.blocks)
      row.append(group.words / group.blocks)
      row.append(group.linked / max(1, group.words))
      row.append(group.words / total)
    }
    for value in texts[block * 7..<(block + 1) * 7] { row.append(value) }
    row.append(Float(page.elements.childCounts[page.owners[block]]))
  }
}
