import GhirbalDocument

/// Records: elements that stand beside others made alike, as results, products, posts and cards do.
struct RecordFeatures: FeatureGroup {
  static let names = [
    "record_levels", "record_count", "record_blocks", "record_words", "record_density",
    "record_images", "record_share", "record_headings", "record_article_links", "record_linked_heading",
    "record_good", "record_has_title", "records_position", "outer_count", "outer_words", "outer_density",
    "linked_heading_levels", "linked_heading_words", "linked_heading_count", "linked_heading_blocks",
  ]

  /// Fewer are a pair by chance.
  private static let minCount: Int32 = 3

  private let page: PageStatistics
  init(_ page: PageStatistics) { self.page = page }

  func write(_ block: Int, to row: inout FeatureRow) {
    let owner = page.owners[block]
    var element = owner
    var levels = 0
    while page.elements.likeSiblings[element] < Self.minCount || page.blocks(in: element).count < 2,
      page.arena.parents[element] >= 0
    {
      element = Int(page.arena.parents[element])
      levels += 1
    }
    let isRecord = page.arena.parents[element] >= 0
    write(element, isRecord, levels, to: &row)
    // A record within records: a comment's line in a list of comments.
    var outer = Int(page.arena.parents[element])
    while outer > 0, page.elements.likeSiblings[outer] < Self.minCount { outer = Int(page.arena.parents[outer]) }
    if isRecord, outer > 0, page.arena.parents[outer] >= 0 {
      let range = page.blocks(in: outer)
      row.append(Float(page.elements.likeSiblings[outer]))
      row.append(page.sums.words.sum(range))
      row.append(page.sums.linked.sum(range) / max(1, page.sums.words.sum(range)))
    } else {
      for _ in 0..<3 { row.append(Float(0)) }
    }
    var near = owner
    var nearLevels = 0
    while page.arena.parents[near] >= 0, nearLevels < 8,
      page.sums.linkedHeadings.sum(page.blocks(in: near)) == 0
    {
      near = Int(page.arena.parents[near])
      nearLevels += 1
    }
    let range = page.blocks(in: near)
    row.append(nearLevels)
    row.append(page.sums.words.sum(range))
    row.append(page.sums.linkedHeadings.sum(range))
    row.append(range.count)
  }

  private func write(_ element: Int, _ isRecord: Bool, _ levels: Int, to row: inout FeatureRow) {
    guard isRecord else {
      row.append(Float(-1))
      for _ in 0..<12 { row.append(Float(0)) }
      return
    }
    let range = page.blocks(in: element)
    let sums = page.sums
    let words = sums.words.sum(range)
    let parent = page.blocks(in: Int(page.arena.parents[element]))
    row.append(levels)
    row.append(Float(page.elements.likeSiblings[element]))
    row.append(range.count)
    row.append(words)
    row.append(sums.linked.sum(range) / max(1, words))
    row.append(page.elements.images(in: element))
    row.append(sums.words.sum(parent) / max(1, sums.words[page.count]))
    row.append(sums.headings.sum(range))
    row.append(sums.articleLinks.sum(range))
    row.append(sums.linkedHeadings.sum(range))
    row.append(sums.good.sum(range) / max(1, words))
    row.append(page.titleBlock >= 0 && range.contains(page.titleBlock))
    row.append(Float(parent.lowerBound) / Float(page.count))
  }
}
