import GhirbalDocument

/// Images near the block.
struct ImageFeatures: FeatureGroup {
  static let names = [
    "images_before", "images_after", "image_distance", "image_words", "imaged_levels",
    "imaged_blocks", "imaged_words", "imaged_share",
  ]

  private let page: PageStatistics
  /// Images between the last block and this one, by block; one more for those after the last.
  private let gaps: Column<Int32>
  private let lastImages: Column<Int>
  /// By element: the nearest one with an image inside, itself or above, and the steps up to it.
  private let imaged: Column<(element: Int32, levels: Int32)>

  init(_ page: PageStatistics) {
    self.page = page
    let elements = page.elements
    let gaps: Column<Int32> = page.memory.column(page.count + 1, of: 0)
    for element in page.tags.indices where page.tags[element] == .img {
      gaps[min(page.count, elements.blocks(in: element).lowerBound)] += 1
    }
    self.gaps = gaps
    var last = -1
    lastImages = page.memory.column(0..<page.count) { block in
      if gaps[block] > 0 { last = block }
      return last
    }
    imaged = page.nearest { elements.images(in: $0) > 0 }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    row.append(Float(min(4, gaps[block])))
    row.append(Float(min(4, gaps[block + 1])))
    let last = lastImages[block]
    row.append(last >= 0 ? Float(min(20, block - last)) : 21)
    row.append(last >= 0 ? page.sums.words.sum(last..<block) : 9999)
    let (element, levels) = imaged[page.owners[block]]
    let range = page.blocks(in: Int(element))
    row.append(Float(levels))
    row.append(range.count)
    row.append(page.sums.words.sum(range))
    row.append(Float(page.elements.images(in: Int(element))) / Float(max(1, range.count)))
  }
}
