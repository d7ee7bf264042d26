import GhirbalDocument

/// Images near the block.
struct ImageFeatures: FeatureGroup {
  static let names = [
    "images_before", "images_after", "image_distance", "image_words", "imaged_levels",
    "imaged_blocks", "imaged_words", "imaged_share",
  ]

  private let page: PageStatistics
  /// Images between the last block and this one, by block; one more for those after the last.
  private let gaps: [Int32]
  private let lastImages: [Int]

  init(_ page: PageStatistics) {
    self.page = page
    var gaps = [Int32](repeating: 0, count: page.count + 1)
    let tags = page.arena.tags
    for element in tags.indices where tags[element] == .img {
      gaps[min(page.count, Int(page.arena.firstBlocks[element]))] += 1
    }
    self.gaps = gaps
    var last = -1
    lastImages = (0..<page.count).map { block in
      if gaps[block] > 0 { last = block }
      return last
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    row.append(Float(min(4, gaps[block])))
    row.append(Float(min(4, gaps[block + 1])))
    let last = lastImages[block]
    row.append(last >= 0 ? Float(min(20, block - last)) : 21)
    row.append(last >= 0 ? page.sums.words.sum(last..<block) : 9999)
    var element = page.owners[block]
    var levels = 0
    while page.elements.images(in: element) == 0, page.arena.parents[element] >= 0 {
      element = Int(page.arena.parents[element])
      levels += 1
    }
    let range = page.blocks(in: element)
    row.append(levels)
    row.append(range.count)
    row.append(page.sums.words.sum(range))
    row.append(Float(page.elements.images(in: element)) / Float(max(1, range.count)))
  }
}
