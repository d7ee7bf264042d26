import GhirbalDocument

/// The element that holds the page's prose most directly, and where the block stands to it.
///
/// Each good block gives its words to the elements above it, a quarter less at each step up; the
/// element with the most is the best container. Below it, the path from the container down to the
/// block tells paragraphs from what is set between them.
struct ContainerFeatures: FeatureGroup {
  static let names =
    [
      "container_levels", "container_inside", "container_side", "container_share",
      "module_kind", "module_blocks", "module_words", "module_density", "module_good_share",
      "module_share", "module_images", "module_alike", "module_tag", "module_depth",
      "module_article_links", "module_linked_headings", "module_headings", "module_all_links",
      "module_children", "module_paragraphs", "relative_words", "relative_good", "relative_blocks",
      "relative_rank", "main_position", "main_before", "main_after", "main_words_after",
      "main_words_before", "main_last", "main_next", "topic", "topic_title",
    ] + Region.allCases.map { "inside_\($0)" }

  private let page: PageStatistics
  let best: Int
  let bestBlocks: Range<Int>
  /// The good blocks on the path that holds most words below the container.
  let mainBlocks: [Int]
  private let levels: [Int32]
  private let modules: [Int32]
  private let insideRegions: [RegionSet]
  private let paths: [Int32]
  private(set) var pathWords: [Float] = []
  private var pathGood: [Float] = []
  private var pathBlocks: [Float] = []
  let topPathWords: Float
  private var mainBefore: [Int32] = []
  private var topics: [Float] = []
  private var titleTopics: [Float] = []

  init(_ page: PageStatistics) {
    self.page = page
    let arena = page.arena
    let parents = arena.parents
    let best = Self.bestContainer(page)
    self.best = best
    bestBlocks = page.blocks(in: best)

    // Top down: how far above an element the common ancestor with the container is, the child of the
    // container that it stands in, regions named between, and the path as a number.
    var onPath = [Bool](repeating: false, count: arena.count)
    var distance = [Int32](repeating: 0, count: arena.count)
    var element = best
    var steps: Int32 = 0
    while element >= 0 {
      onPath[element] = true
      distance[element] = steps
      steps += 1
      element = Int(parents[element])
    }
    var modules = [Int32](repeating: -1, count: arena.count)
    var regions = [RegionSet](repeating: [], count: arena.count)
    var keys = [UInt64](repeating: 0, count: arena.count)
    modules[best] = Int32(best)
    keys[best] = 1
    for element in 0..<arena.count where !onPath[element] {
      let parent = Int(parents[element])
      guard parent >= 0 else { continue }
      distance[element] = distance[parent]
      guard modules[parent] >= 0 else { continue }
      modules[element] = parent == best ? Int32(element) : modules[parent]
      regions[element] = regions[parent].union(page.elements.regions[element])
      keys[element] = (keys[parent] ^ UInt64(page.elements.signatures[element])) &* 0x9E37_79B9_7F4A_7C15
      keys[element] ^= keys[element] >> 31
    }
    levels = page.owners.map { distance[$0] }
    self.modules = page.owners.map { modules[$0] }
    insideRegions = page.owners.map { regions[$0] }

    var table = CountTable(capacity: page.count)
    var paths = [Int32](repeating: -1, count: page.count)
    for block in 0..<page.count where modules[page.owners[block]] >= 0 {
      let place = table.add(keys[page.owners[block]], 1)
      if place == pathWords.count {
        pathWords.append(0)
        pathGood.append(0)
        pathBlocks.append(0)
      }
      paths[block] = Int32(place)
      pathWords[place] += page.texts[block].words
      pathBlocks[place] += 1
      if page.isGood[block] { pathGood[place] += page.texts[block].words }
    }
    self.paths = paths
    var top = -1
    for place in pathWords.indices where top < 0 || pathWords[place] > pathWords[top] { top = place }
    topPathWords = top < 0 ? 1 : max(1, pathWords[top])
    var main = (0..<page.count).filter { Int(paths[$0]) == top && top >= 0 && page.isGood[$0] }
    if main.isEmpty { main = bestBlocks.filter { page.isGood[$0] } }
    if main.isEmpty { main = [0] }
    mainBlocks = main
    mainBefore.reserveCapacity(page.count)
    var passed: Int32 = 0
    for block in 0..<page.count {
      if Int(passed) < main.count, main[Int(passed)] == block { passed += 1 }
      mainBefore.append(passed)
    }
    compareTopics()
  }

  /// The share of a step up.
  private static let decay: Float = 0.75
  private static let maxSteps = 6

  private static func bestContainer(_ page: PageStatistics) -> Int {
    var scores = [Float](repeating: 0, count: page.arena.count)
    var best = 0
    for block in 0..<page.count where page.isGood[block] {
      var element = page.owners[block]
      var value = page.texts[block].words
      for _ in 0..<maxSteps where element >= 0 {
        scores[element] += value
        value *= decay
        element = Int(page.arena.parents[element])
      }
    }
    for element in scores.indices where scores[element] > scores[best] { best = element }
    return best
  }

  /// The share of a block's long words that other main blocks, or the title, have too.
  private mutating func compareTopics() {
    let words = page.words
    var counts = CountTable(capacity: mainBlocks.reduce(16) { $0 + words.range(of: $1).count })
    // How many of a main block's words are entered as its own, to be left out when it is asked for.
    var isMain = [Bool](repeating: false, count: page.count)
    for block in mainBlocks {
      isMain[block] = true
      for index in words.range(of: block) where words.hashes[index] & 1 == 1 {
        _ = counts.add(UInt64(words.hashes[index]), 1)
      }
    }
    topics.reserveCapacity(page.count)
    titleTopics.reserveCapacity(page.count)
    for block in 0..<page.count {
      var long = 0
      var known = 0
      var titled = 0
      for index in words.range(of: block) where words.hashes[index] & 1 == 1 {
        let word = words.hashes[index]
        long += 1
        if counts.count(UInt64(word)) > (isMain[block] ? 1 : 0) { known += 1 }
        if page.head.title.contains(word) { titled += 1 }
      }
      topics.append(long == 0 ? -1 : Float(known) / Float(long))
      titleTopics.append(long == 0 ? -1 : Float(titled) / Float(long))
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let sums = page.sums
    let bestWords = max(1, sums.words.sum(bestBlocks))
    let bestGood = max(1, sums.good.sum(bestBlocks))
    row.append(Float(levels[block]))
    row.append(levels[block] == 0)
    row.append(block < bestBlocks.lowerBound ? 0 : block < bestBlocks.upperBound ? 1 : 2)
    row.append(sums.good.sum(bestBlocks) / max(1, sums.good[page.count]))

    let module = Int(modules[block])
    if module >= 0, module != best {
      let range = page.blocks(in: module)
      let words = max(1, sums.words.sum(range))
      let blocks = Float(max(1, range.count))
      row.append(1)
      row.append(range.count)
      row.append(sums.words.sum(range))
      row.append(sums.linked.sum(range) / words)
      row.append(sums.good.sum(range) / bestGood)
      row.append(sums.words.sum(range) / bestWords)
      row.append(page.elements.images(in: module))
      row.append(Float(page.elements.likeSiblings[module]))
      row.append(PlaceFeatures.codeByTag[Int(page.arena.tags[module].rawValue)])
      row.append(Float(page.elements.depths[page.owners[block]] - page.elements.depths[module]))
      row.append(sums.articleLinks.sum(range) / blocks)
      row.append(sums.linkedHeadings.sum(range))
      row.append(sums.headings.sum(range) / blocks)
      row.append(sums.allLinks.sum(range) / blocks)
      row.append(Float(page.elements.childCounts[best]))
      row.append(sums.paragraphs.sum(range) / words)
    } else {
      row.append(module < 0 ? 0 : 2)
      for _ in 0..<15 { row.append(Float(0)) }
    }

    let path = Int(paths[block])
    row.append(path < 0 ? 0 : pathWords[path] / bestWords)
    row.append(path < 0 ? 0 : pathGood[path] / bestGood)
    row.append(path < 0 ? 0 : pathBlocks[path])
    row.append(path < 0 ? -1 : pathWords[path] / topPathWords)

    let first = mainBlocks[0]
    let last = mainBlocks[mainBlocks.count - 1]
    let passed = Int(mainBefore[block])
    row.append(Float(passed) / Float(mainBlocks.count))
    row.append(max(0, first - block))
    row.append(max(0, block - last))
    row.append(block > last ? sums.words.sum(last + 1..<block) : 0)
    row.append(block < first ? sums.words.sum(block..<first) : 0)
    row.append(passed > 0 ? block - mainBlocks[passed - 1] : 9999)
    row.append(passed < mainBlocks.count ? mainBlocks[passed] - block : 9999)
    row.append(topics[block])
    row.append(titleTopics[block])
    let regions = insideRegions[block].rawValue
    for region in 0..<UInt64(Region.count) { row.append(regions >> region & 1 == 1) }
  }
}
