import GhirbalDocument

/// The blocks before and after, and windows around the block.
struct NeighbourFeatures: FeatureGroup {
  private static let offsets = [-3, -2, -1, 1, 2, 3]
  private static let windows = [5, 12, 30]

  static let names =
    offsets.flatMap { offset in
      ["words", "density", "heading", "ends_sentence", "same_path", "tag"].map {
        "neighbour\(offset)_\($0)"
      }
    }
    + windows.flatMap { size in ["words", "good", "linked"].map { "window\(size)_\($0)" } }
    + ["last_heading", "last_heading_distance", "run_blocks", "run_words"]

  private let page: PageStatistics
  private let paths: [UInt64]
  private let lastHeadings: [Int]
  private let runs: [Range<Int>]

  init(_ page: PageStatistics) {
    self.page = page
    let signatures = page.elements.signatures
    let parents = page.arena.parents
    let paths = page.owners.map { owner in
      let parent = Int(parents[owner])
      return UInt64(signatures[owner]) << 32 | UInt64(parent < 0 ? 0 : signatures[parent])
    }
    self.paths = paths
    var last = -1
    lastHeadings = (0..<page.count).map { block in
      defer { if page.headings[block] > 0 { last = block } }
      return last
    }
    var runs: [Range<Int>] = []
    runs.reserveCapacity(page.count)
    var start = 0
    while start < page.count {
      var end = start
      while end < page.count, paths[end] == paths[start] { end += 1 }
      runs.append(contentsOf: repeatElement(start..<end, count: end - start))
      start = end
    }
    self.runs = runs
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    for offset in Self.offsets {
      let other = block + offset
      if other >= 0, other < page.count {
        row.append(page.texts[other].words)
        row.append(page.densities[other])
        row.append(page.headings[other])
        row.append(page.texts[other].signs.contains(.endsSentence))
        row.append(paths[other] == paths[block])
        row.append(PlaceFeatures.codeByTag[Int(page.arena.tags[page.owners[other]].rawValue)])
      } else {
        for _ in 0..<6 { row.append(Float(-1)) }
      }
    }
    for size in Self.windows {
      let range = max(0, block - size)..<min(page.count, block + size + 1)
      row.append(page.sums.words.sum(range))
      row.append(page.sums.good.sum(range))
      row.append(page.sums.linked.sum(range))
    }
    let heading = lastHeadings[block]
    row.append(heading >= 0 ? page.headings[heading] : 0)
    row.append(heading >= 0 ? Float(block - heading) : 9999)
    row.append(runs[block].count)
    row.append(page.sums.words.sum(runs[block]))
  }
}
