import GhirbalDocument

/// How the block stands to what the page says of itself: title, description, linked data.
struct TitleFeatures: FeatureGroup {
  static let names = [
    "title_fit", "description_fit", "linked_body_fit", "title_distance", "title_levels",
    "title_level_headings", "top_headings", "title_in_main", "articles_since_title",
  ]

  private let page: PageStatistics
  private let levels: [Int32]
  private let headings: [Int32]
  private let topHeadings: [Int32]
  private let isTitleInMain: Bool
  /// How many `article` elements have begun since the title: pages that go on with the next one.
  private var articles: [Int32]

  init(_ page: PageStatistics) { self.init(page, mainBlocks: [0]) }

  init(_ page: PageStatistics, mainBlocks: [Int]) {
    self.page = page
    let title = page.titleBlock
    isTitleInMain = title >= 0 && title <= mainBlocks[0]
    if title >= 0 {
      var onPath = [Int32](repeating: -1, count: page.arena.count)
      var element = page.owners[title]
      var steps: Int32 = 0
      while element >= 0 {
        onPath[element] = steps
        steps += 1
        element = Int(page.arena.parents[element])
      }
      let parents = page.arena.parents
      for element in onPath.indices where onPath[element] < 0 && parents[element] >= 0 {
        onPath[element] = onPath[Int(parents[element])]
      }
      levels = page.owners.map { onPath[$0] }
    } else {
      levels = [Int32](repeating: -1, count: page.count)
    }
    articles = [Int32](repeating: 0, count: page.count + 1)
    let tags = page.arena.tags
    for element in tags.indices where tags[element] == .article {
      let block = Int(page.arena.firstBlocks[element])
      if block > title { articles[block] += 1 }
    }
    for block in 0..<page.count { articles[block + 1] += articles[block] }
    // Headings since the title that are of its level or above, and of the first.
    let titleLevel = title >= 0 ? max(1, page.headings[title]) : 1
    var passed: Int32 = 0
    var first: Int32 = 0
    var headings: [Int32] = []
    var topHeadings: [Int32] = []
    for block in 0..<page.count {
      headings.append(passed)
      topHeadings.append(first)
      let level = page.headings[block]
      if block > title, level > 0, level <= titleLevel { passed += 1 }
      if block > title, level == 1 { first += 1 }
    }
    self.headings = headings
    self.topHeadings = topHeadings
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let range = page.words.range(of: block)
    let words = page.words.hashes
    row.append(page.titleFit[block])
    let description = page.head.description
    if description.count > 3, !range.isEmpty {
      row.append(Float(range.count { description.contains(words[$0]) }) / Float(range.count))
    } else {
      row.append(Float(0))
    }
    if page.head.articleBody.isEmpty {
      row.append(Float(-1))
    } else if range.count >= 3 {
      let hits = (range.lowerBound..<range.upperBound - 2).count {
        page.head.articleBody.contains(HeadTraits.triple(words, $0))
      }
      row.append(Float(hits) / Float(range.count - 2))
    } else {
      row.append(Float(-0.5))
    }
    row.append(page.titleBlock >= 0 ? Float(block - page.titleBlock) : -9999)
    row.append(Float(levels[block]))
    row.append(Float(headings[block]))
    row.append(Float(topHeadings[block]))
    row.append(isTitleInMain)
    row.append(Float(articles[block]))
  }
}
