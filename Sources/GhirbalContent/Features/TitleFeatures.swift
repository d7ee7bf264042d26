import GhirbalDocument

/// How the block stands to what the page says of itself: title, description, linked data.
struct TitleFeatures: FeatureGroup {
  static let names = [
    "title_fit", "description_fit", "linked_body_fit", "linked_text_fit", "title_distance",
    "title_levels",
    "title_level_headings", "top_headings", "title_in_main", "articles_since_title",
  ]

  private let page: PageStatistics
  private let descriptionFit: Column<Float>
  private let bodyFit: Column<Float>
  private let textFit: Column<Float>
  private let levels: Column<Int32>
  private let headings: Column<Int32>
  private let topHeadings: Column<Int32>
  private let isTitleInMain: Bool
  /// How many `article` elements have begun since the title: pages that go on with the next one.
  private let articles: Column<Int32>

  init(_ page: PageStatistics, firstMainBlock: Int) {
    self.page = page
    let title = page.titleBlock
    isTitleInMain = title >= 0 && title <= firstMainBlock
    descriptionFit = Self.descriptionFit(page)
    bodyFit = Self.bodyFit(page)
    textFit = Self.textFit(page)
    levels = Self.levels(page)
    articles = page.memory.column(page.count + 1, of: 0)
    for element in page.tags.indices where page.tags[element] == .article {
      let block = page.blocks(in: element).lowerBound
      if block > title { articles[block] += 1 }
    }
    for block in 0..<page.count { articles[block + 1] += articles[block] }
    // Headings since the title that are of its level or above, and of the first.
    let titleLevel = title >= 0 ? max(1, page.headings[title]) : 1
    var passed: Int32 = 0
    var first: Int32 = 0
    headings = page.memory.column(page.count, of: 0)
    topHeadings = page.memory.column(page.count, of: 0)
    for block in 0..<page.count {
      headings[block] = passed
      topHeadings[block] = first
      let level = page.headings[block]
      if block > title, level > 0, level <= titleLevel { passed += 1 }
      if block > title, level == 1 { first += 1 }
    }
  }

  /// By block: the steps from the title's element up to one that holds the block too.
  private static func levels(_ page: PageStatistics) -> Column<Int32> {
    guard page.titleBlock >= 0 else { return page.memory.column(page.count, of: -1) }
    let parents = page.parents
    let onPath: Column<Int32> = page.memory.column(parents.count, of: -1)
    var element = page.owners[page.titleBlock]
    var steps: Int32 = 0
    while element >= 0 {
      onPath[element] = steps
      steps += 1
      element = Int(parents[element])
    }
    for element in onPath.indices where onPath[element] < 0 && parents[element] >= 0 {
      onPath[element] = onPath[Int(parents[element])]
    }
    return page.memory.column(0..<page.count) { onPath[page.owners[$0]] }
  }

  private static func descriptionFit(_ page: PageStatistics) -> Column<Float> {
    let description = page.head.description
    guard description.count > 3 else { return page.memory.column(page.count, of: 0) }
    return page.memory.column(0..<page.count) { block in
      let words = page.words.of(block)
      guard !words.isEmpty else { return 0 }
      return Float(words.count { description.contains($0) }) / Float(words.count)
    }
  }

  private static func bodyFit(_ page: PageStatistics) -> Column<Float> {
    let body = page.head.articleBody
    guard !body.isEmpty else { return page.memory.column(page.count, of: -1) }
    return page.memory.column(0..<page.count) { block in
      let words = page.words.of(block)
      guard words.count >= 3 else { return -0.5 }
      let hits = (0..<words.count - 2).count { body.contains(HeadTraits.triple(words, $0)) }
      return Float(hits) / Float(words.count - 2)
    }
  }

  private static func textFit(_ page: PageStatistics) -> Column<Float> {
    let texts = page.head.linkedTexts
    guard !texts.isEmpty else { return page.memory.column(page.count, of: -1) }
    return page.memory.column(0..<page.count) { block in
      let words = page.words.of(block)
      guard !words.isEmpty else { return 0 }
      if texts.contains(HeadTraits.whole(words)) { return 1 }
      guard words.count >= 3 else { return 0 }
      let hits = (0..<words.count - 2).count { texts.contains(HeadTraits.triple(words, $0)) }
      return Float(hits) / Float(words.count - 2)
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    row.append(page.titleFit[block])
    row.append(descriptionFit[block])
    row.append(bodyFit[block])
    row.append(textFit[block])
    row.append(page.titleBlock >= 0 ? Float(block - page.titleBlock) : -9999)
    row.append(Float(levels[block]))
    row.append(Float(headings[block]))
    row.append(Float(topHeadings[block]))
    row.append(isTitleInMain)
    row.append(Float(articles[block]))
  }
}
