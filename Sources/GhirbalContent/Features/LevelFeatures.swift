import GhirbalDocument

/// The containers around a block, from the nearest up: what each holds.
///
/// Elements with the same blocks count as one container, the topmost of them.
struct LevelFeatures: FeatureGroup {
  static let levelCount = 5

  private static let columns = [
    "blocks", "words", "density", "share", "good_share", "paragraphs", "mean", "long", "alike",
    "has_title", "elements", "images", "commas", "headings", "lists", "children", "article_links",
    "all_links",
  ]

  private static let columnCount = columns.count

  static let names = (0..<levelCount).flatMap { level in
    (columns + ["place"]).map { "level\(level)_\($0)" }
  }

  private let page: PageStatistics
  /// By element: where its container's values start in `values`; -1 where none are needed.
  private let places: Column<Int32>
  private let values: Column<Float>

  init(_ page: PageStatistics) {
    self.page = page
    let places: Column<Int32> = page.memory.column(page.parents.count, of: -1)
    var values: [Float] = []
    values.reserveCapacity(page.count * Self.columns.count * 2)
    // Which containers are asked for: those of the owners and what lies above them.
    for block in 0..<page.count {
      var element = Int(page.elements.tops[page.owners[block]])
      while places[element] < 0 {
        places[element] = Int32(values.count)
        Self.append(element, page, to: &values)
        let parent = Int(page.parents[element])
        guard parent >= 0 else { break }
        element = Int(page.elements.tops[parent])
      }
    }
    self.places = places
    self.values = page.memory.column(values)
  }

  private static func append(
    _ element: Int, _ page: PageStatistics, to values: inout [Float]
  ) {
    let range = page.blocks(in: element)
    let sums = page.sums
    let blocks = Float(max(1, range.count))
    let sum = sums.words.sum(range)
    let words = max(1, sum)
    let count = page.count
    let parent = Int(page.parents[element])
    values.append(Float(range.count))
    values.append(sum)
    values.append(sums.linked.sum(range) / words)
    values.append(sum / max(1, sums.words[count]))
    values.append(sums.good.sum(range) / max(1, sums.good[count]))
    values.append(sums.paragraphs.sum(range) / words)
    values.append(sum / blocks)
    values.append(sums.long.sum(range) / blocks)
    values.append(Float(parent < 0 ? 1 : page.elements.likeSiblings[element]))
    values.append(page.titleBlock >= 0 && range.contains(page.titleBlock) ? 1 : 0)
    values.append(Float(Int(page.elements.ends[element]) - element) / blocks)
    values.append(Float(page.elements.images(in: element)) / blocks)
    values.append(sums.commas.sum(range) / words)
    values.append(sums.headings.sum(range) / blocks)
    values.append(sums.lists.sum(range) / words)
    values.append(Float(parent < 0 ? 0 : page.elements.childCounts[parent]))
    values.append(sums.articleLinks.sum(range) / blocks)
    values.append(sums.allLinks.sum(range) / blocks)
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    var element = Int(page.elements.tops[page.owners[block]])
    for _ in 0..<Self.levelCount {
      let place = Int(places[element])
      row.append(values[place..<place + Self.columnCount])
      let range = page.blocks(in: element)
      row.append(range.count > 1 ? Float(block - range.lowerBound) / Float(range.count - 1) : 0)
      let parent = Int(page.parents[element])
      if parent >= 0 { element = Int(page.elements.tops[parent]) }
    }
  }
}
