import GhirbalDocument

/// The blocks before and after, and windows around the block.
struct NeighbourFeatures: FeatureGroup {
  private static let reach = 3
  private static let offsets = (-reach...reach).filter { $0 != 0 }
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
  private let paths: Column<UInt64>
  private let lastHeadings: Column<Int>
  private let runs: Column<Range<Int>>

  init(_ page: PageStatistics) {
    self.page = page
    let signatures = page.elements.signatures
    let parents = page.parents
    let paths = page.memory.column(0..<page.count) { block in
      let owner = page.owners[block]
      let parent = Int(parents[owner])
      return UInt64(signatures[owner]) << 32 | UInt64(parent < 0 ? 0 : signatures[parent])
    }
    self.paths = paths
    var last = -1
    lastHeadings = page.memory.column(0..<page.count) { block in
      defer { if page.headings[block] > 0 { last = block } }
      return last
    }
    let runs = page.memory.column(page.count, of: 0..<0)
    var start = 0
    while start < page.count {
      var end = start
      while end < page.count, paths[end] == paths[start] { end += 1 }
      for block in start..<end { runs[block] = start..<end }
      start = end
    }
    self.runs = runs
  }

  @inline(__always)
  private func writeWindow(_ block: Int, _ size: Int, to row: inout FeatureRow) {
    let range = max(0, block - size)..<min(page.count, block + size + 1)
    row.append(page.sums.words.sum(range))
    row.append(page.sums.good.sum(range))
    row.append(page.sums.linked.sum(range))
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    for offset in -Self.reach...Self.reach where offset != 0 {
      let other = block + offset
      if other >= 0, other < page.count {
        row.append(page.texts[other].words)
        row.append(page.densities[other])
        row.append(page.headings[other])
        row.append(page.texts[other].signs.contains(.endsSentence))
        row.append(paths[other] == paths[block])
        row.append(PlaceFeatures.codeByTag[Int(page.tags[page.owners[other]].rawValue)])
      } else {
        for _ in 0..<6 { row.append(Float(-1)) }
      }
    }
    writeWindow(block, 5, to: &row)
    writeWindow(block, 12, to: &row)
    writeWindow(block, 30, to: &row)
    let heading = lastHeadings[block]
    row.append(heading >= 0 ? page.headings[heading] : 0)
    row.append(heading >= 0 ? Float(block - heading) : 9999)
    row.append(runs[block].count)
    row.append(page.sums.words.sum(runs[block]))
  }
}
