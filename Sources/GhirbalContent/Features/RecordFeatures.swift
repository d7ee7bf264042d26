import GhirbalDocument

/// Records: elements that stand beside others made alike, as results, products, posts and cards do.
struct RecordFeatures: FeatureGroup {
  static let names = [
    "record_levels", "record_count", "record_blocks", "record_words", "record_density",
    "record_images", "record_share", "record_headings", "record_article_links",
    "record_linked_heading",
    "record_good", "record_has_title", "records_position", "outer_count", "outer_words",
    "outer_density",
    "linked_heading_levels", "linked_heading_words", "linked_heading_count",
    "linked_heading_blocks",
  ]

  /// Fewer are a pair by chance.
  private static let minCount: Int32 = 3

  private let page: PageStatistics
  /// By element: the nearest record, itself or above, and the steps up to it.
  private let records: Column<(element: Int32, levels: Int32)>
  /// The same of elements that may hold a single block.
  private let alike: Column<(element: Int32, levels: Int32)>
  /// The same of elements with a linked heading inside.
  private let linked: Column<(element: Int32, levels: Int32)>
  private static let maxLinkedLevels: Int32 = 8

  init(_ page: PageStatistics) {
    self.page = page
    let elements = page.elements
    let headings = page.sums.linkedHeadings
    alike = page.nearest { elements.likeSiblings[$0] >= Self.minCount }
    records = page.nearest {
      elements.likeSiblings[$0] >= Self.minCount && elements.blocks(in: $0).count >= 2
    }
    linked = page.nearest { headings.sum(elements.blocks(in: $0)) != 0 }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let owner = page.owners[block]
    let (record, levels) = records[owner]
    let element = Int(record)
    let above = Int(page.parents[element])
    let isRecord = above >= 0
    write(element, isRecord, Int(levels), to: &row)
    // A record within records: a comment's line in a list of comments.
    let outer = isRecord ? Int(alike[above].element) : 0
    if outer > 0, page.parents[outer] >= 0 {
      let range = page.blocks(in: outer)
      let words = page.sums.words.sum(range)
      row.append(Float(page.elements.likeSiblings[outer]))
      row.append(words)
      row.append(page.sums.linked.sum(range) / max(1, words))
    } else {
      for _ in 0..<3 { row.append(Float(0)) }
    }
    var near = Int(linked[owner].element)
    if linked[owner].levels > Self.maxLinkedLevels {
      near = owner
      for _ in 0..<Self.maxLinkedLevels { near = Int(page.parents[near]) }
    }
    let range = page.blocks(in: near)
    row.append(Float(min(linked[owner].levels, Self.maxLinkedLevels)))
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
    let parent = page.blocks(in: Int(page.parents[element]))
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
