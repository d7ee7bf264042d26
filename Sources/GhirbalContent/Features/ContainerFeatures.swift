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
  private let levels: Column<Int32>
  private let modules: Column<Int32>
  private let insideRegions: Column<RegionSet>
  private let paths: Column<Int32>
  private let pathWords: Column<Float>
  private let pathGood: Column<Float>
  private let pathBlocks: Column<Float>
  let topPathWords: Float
  private let mainBefore: Column<Int32>
  private let topics: Column<Float>
  private let titleTopics: Column<Float>

  init(_ page: PageStatistics) {
    self.page = page
    let memory = page.memory
    let owners = page.owners
    let parents = page.parents
    let best = Self.bestContainer(page)
    self.best = best
    bestBlocks = page.blocks(in: best)

    // Top down: how far above an element the common ancestor with the container is, the child of the
    // container that it stands in, regions named between, and the path as a number.
    let onPath = memory.column(parents.count, of: false)
    let distance: Column<Int32> = memory.column(parents.count, of: 0)
    var element = best
    var steps: Int32 = 0
    while element >= 0 {
      onPath[element] = true
      distance[element] = steps
      steps += 1
      element = Int(parents[element])
    }
    let modules: Column<Int32> = memory.column(parents.count, of: -1)
    let regions: Column<RegionSet> = memory.column(parents.count, of: [])
    let keys: Column<UInt64> = memory.column(parents.count, of: 0)
    modules[best] = Int32(best)
    keys[best] = 1
    for element in parents.indices where !onPath[element] {
      let parent = Int(parents[element])
      guard parent >= 0 else { continue }
      distance[element] = distance[parent]
      guard modules[parent] >= 0 else { continue }
      modules[element] = parent == best ? Int32(element) : modules[parent]
      regions[element] = regions[parent].union(page.elements.regions[element])
      keys[element] =
        (keys[parent] ^ UInt64(page.elements.signatures[element])) &* 0x9E37_79B9_7F4A_7C15
      keys[element] ^= keys[element] >> 31
    }
    levels = memory.column(0..<page.count) { distance[owners[$0]] }
    self.modules = memory.column(0..<page.count) { modules[owners[$0]] }
    insideRegions = memory.column(0..<page.count) { regions[owners[$0]] }

    var table = CountTable(capacity: page.count, memory)
    let paths: Column<Int32> = memory.column(page.count, of: -1)
    pathWords = memory.column(page.count, of: 0)
    pathGood = memory.column(page.count, of: 0)
    pathBlocks = memory.column(page.count, of: 0)
    for block in 0..<page.count where modules[page.owners[block]] >= 0 {
      let place = table.add(keys[page.owners[block]])
      paths[block] = Int32(place)
      pathWords[place] += page.texts[block].words
      pathBlocks[place] += 1
      if page.isGood[block] { pathGood[place] += page.texts[block].words }
    }
    self.paths = paths
    var top = -1
    for place in 0..<table.count where top < 0 || pathWords[place] > pathWords[top] { top = place }
    topPathWords = top < 0 ? 1 : max(1, pathWords[top])
    var main = (0..<page.count).filter { Int(paths[$0]) == top && top >= 0 && page.isGood[$0] }
    if main.isEmpty { main = bestBlocks.filter { page.isGood[$0] } }
    if main.isEmpty { main = [0] }
    mainBlocks = main
    mainBefore = memory.column(page.count, of: 0)
    var passed: Int32 = 0
    for block in 0..<page.count {
      if Int(passed) < main.count, main[Int(passed)] == block { passed += 1 }
      mainBefore[block] = passed
    }
    (topics, titleTopics) = Self.compareTopics(page, mainBlocks)
  }

  /// The share of a step up.
  private static let decay: Float = 0.75
  private static let maxSteps = 6

  private static func bestContainer(_ page: PageStatistics) -> Int {
    let scores: Column<Float> = page.memory.column(page.parents.count, of: 0)
    var best = 0
    for block in 0..<page.count where page.isGood[block] {
      var element = page.owners[block]
      var value = page.texts[block].words
      for _ in 0..<maxSteps where element >= 0 {
        scores[element] += value
        value *= decay
        element = Int(page.parents[element])
      }
    }
    for element in scores.indices where scores[element] > scores[best] { best = element }
    return best
  }

  /// The share of a block's long words that other main blocks, or the title, have too.
  private static func compareTopics(
    _ page: PageStatistics, _ mainBlocks: [Int]
  ) -> (topics: Column<Float>, titleTopics: Column<Float>) {
    let words = page.words
    let title = page.head.title
    var counts = CountTable(
      capacity: mainBlocks.reduce(0) { $0 + words.range(of: $1).count }, page.memory)
    // How many of a main block's words are entered as its own, to be left out when it is asked for.
    let isMain = page.memory.column(page.count, of: false)
    for block in mainBlocks {
      isMain[block] = true
      for word in words.of(block) where word & 1 == 1 { _ = counts.add(UInt64(word)) }
    }
    let topics: Column<Float> = page.memory.column(page.count, of: -1)
    let titleTopics: Column<Float> = page.memory.column(page.count, of: -1)
    for block in 0..<page.count {
      var long = 0
      var known = 0
      var titled = 0
      for word in words.of(block) where word & 1 == 1 {
        long += 1
        if counts.count(UInt64(word)) > (isMain[block] ? 1 : 0) { known += 1 }
        if title.contains(word) { titled += 1 }
      }
      guard long > 0 else { continue }
      topics[block] = Float(known) / Float(long)
      titleTopics[block] = Float(titled) / Float(long)
    }
    return (topics, titleTopics)
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
      row.append(PlaceFeatures.codeByTag[Int(page.tags[module].rawValue)])
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

    let mainBlocks = mainBlocks
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
    row.append(bits: insideRegions[block].rawValue, Region.count)
  }
}
