import GhirbalDocument

/// How often the page says or builds the same again.
struct RepetitionFeatures: FeatureGroup {
  static let names =
    ["two", "four", "tags", "around"].flatMap { path in
      ["blocks", "mean", "density", "share"].map { "path_\(path)_\($0)" }
    } + [
      "same_text", "same_text_before", "triples_before", "triples_again", "triples_most",
      "beginning_again", "ending_again", "owner_children",
    ]

  private static let pathKinds = 4
  private static let pathColumns = 4
  private static let textColumns = 7

  private let page: PageStatistics
  /// By block: the kinds of paths, four values each.
  private let paths: Column<Float>
  private let texts: Column<Float>

  init(_ page: PageStatistics) {
    self.page = page
    let signatures = page.elements.signatures
    let parents = page.parents
    let tags = page.tags
    paths = page.memory.column(page.count * Self.pathKinds * Self.pathColumns, of: 0)
    texts = page.memory.column(page.count * Self.textColumns, of: 0)
    group(0) { owner in Self.path(owner, parents, length: 2) { UInt64(signatures[$0]) } }
    group(1) { owner in Self.path(owner, parents, length: 4) { UInt64(signatures[$0]) } }
    group(2) { owner in Self.path(owner, parents, length: 6) { UInt64(tags[$0].rawValue) + 1 } }
    // Without the element itself: some makers wrap each paragraph in a way of its own.
    group(3) { owner in
      let parent = Int(parents[owner])
      return parent < 0 ? 0 : Self.path(parent, parents, length: 3) { UInt64(signatures[$0]) }
    }
    compareTexts()
  }

  @inline(__always)
  private static func path(
    _ owner: Int, _ parents: Column<Int32>, length: Int, _ key: (Int) -> UInt64
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

  /// Blocks, words and linked words of all blocks with the same path.
  @inline(__always)
  private func group(_ kind: Int, by path: (Int) -> UInt64) {
    let count = page.count
    var table = CountTable(capacity: count, page.memory)
    let places: Column<Int32> = page.memory.column(count, of: 0)
    let words: Column<Float> = page.memory.column(count, of: 0)
    let linked: Column<Float> = page.memory.column(count, of: 0)
    let blocks: Column<Float> = page.memory.column(count, of: 0)
    var lastOwner = -1
    var place = 0
    for block in 0..<count {
      let owner = page.owners[block]
      if owner != lastOwner { place = table.add(path(owner)) }
      lastOwner = owner
      places[block] = Int32(place)
      blocks[place] += 1
      words[place] += page.texts[block].words
      linked[place] += page.texts[block].words * page.densities[block]
    }
    let total = max(1, page.sums.words[count])
    for block in 0..<count {
      let place = Int(places[block])
      let start = (block * Self.pathKinds + kind) * Self.pathColumns
      paths[start] = blocks[place]
      paths[start + 1] = words[place] / blocks[place]
      paths[start + 2] = linked[place] / max(1, words[place])
      paths[start + 3] = words[place] / total
    }
  }

  private func compareTexts() {
    let memory = page.memory
    let words = page.words
    let count = page.count
    var wholes = CountTable(capacity: count, memory)
    var beginnings = CountTable(capacity: count, memory)
    var endings = CountTable(capacity: count, memory)
    var triples = CountTable(capacity: words.hashes.count, memory)
    func pair(_ words: UnsafeBufferPointer<UInt32>, _ first: Int) -> UInt64 {
      UInt64(words[first]) << 32 | UInt64(words[first + 1])
    }
    let wholePlaces: Column<Int32> = memory.column(count, of: 0)
    // Which triples were there before this block; then, all told, which are there more than once.
    let places: Column<Int32> = memory.column(words.hashes.count, of: 0)
    var next = 0
    for block in 0..<count {
      let text = words.of(block)
      let values = block * Self.textColumns
      var whole = UInt64(text.count)
      for word in text { whole = (whole ^ UInt64(word)) &* 0x100_0000_01B3 }
      let place = wholes.add(whole)
      wholePlaces[block] = Int32(place)
      texts[values + 1] = wholes.count(at: place) > 1 ? 1 : 0
      if text.count > 3 { _ = beginnings.add(pair(text, 0)) }
      if text.count > 5 { _ = endings.add(pair(text, text.count - 2)) }
      guard text.count >= 3 else { continue }
      let known = triples.count
      var before = 0
      for start in 0..<text.count - 2 {
        let place = triples.add(HeadTraits.triple(text, start))
        if place < known { before += 1 }
        places[next] = Int32(place)
        next += 1
      }
      texts[values + 2] = Float(before) / Float(text.count - 2)
    }
    next = 0
    for block in 0..<count {
      let text = words.of(block)
      let values = block * Self.textColumns
      var again = 0
      var most = 1
      let tripleCount = max(0, text.count - 2)
      for place in places[next..<next + tripleCount] {
        let count = triples.count(at: Int(place))
        if count > 1 { again += 1 }
        most = max(most, count)
      }
      next += tripleCount
      texts[values] = Float(wholes.count(at: Int(wholePlaces[block])) - 1)
      if tripleCount > 0 { texts[values + 3] = Float(again) / Float(tripleCount) }
      texts[values + 4] = Float(most)
      if text.count > 3 { texts[values + 5] = Float(beginnings.count(pair(text, 0))) }
      if text.count > 5 { texts[values + 6] = Float(endings.count(pair(text, text.count - 2))) }
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let width = Self.pathKinds * Self.pathColumns
    row.append(paths[block * width..<(block + 1) * width])
    row.append(texts[block * Self.textColumns..<(block + 1) * Self.textColumns])
    row.append(Float(page.elements.childCounts[page.owners[block]]))
  }
}
