import GhirbalDocument

/// A page's blocks and elements, measured once; everything that several features build on.
final class PageStatistics {
  let memory: PageMemory
  let head: HeadTraits
  let elements: ElementTraits
  let tags: Column<Tag>
  /// By element: the parent; -1 for a root.
  let parents: Column<Int32>
  let words: PageWords
  let count: Int
  let texts: Column<TextTraits>
  let links: Column<LinkTraits>
  /// Link density, 0...1.
  let densities: Column<Float>
  /// The element that owns each block.
  let owners: Column<Int>
  let isPreformatted: Column<Bool>
  /// 1...6; 0 for what is no heading and stands in none.
  let headings: Column<Int>
  /// Whether a block reads as prose: ten words or more, few of them linked.
  let isGood: Column<Bool>
  let sums: PrefixSums
  /// The heading that is most likely the page's title; -1 where none is likely.
  let titleBlock: Int
  /// How well each block's words fit the title's, 0...1.
  let titleFit: Column<Float>

  /// - Precondition: the document has at least one block, each with an element.
  init(_ document: Document) {
    let memory = PageMemory()
    self.memory = memory
    let blocks = document.blocks
    let arena = document.elements
    let count = blocks.count
    self.count = count
    let head = HeadTraits(arena)
    let elements = ElementTraits(arena, memory)
    let tags = elements.tags
    let parents = elements.parents
    self.head = head
    self.elements = elements
    self.tags = tags
    self.parents = parents
    var scanner = TextScanner()
    let texts = document.utf8.withUnsafeBufferPointer { utf8 in
      memory.column(0..<count) { scanner.scan(utf8, blocks[$0].content, links: blocks[$0].links) }
    }
    let words = PageWords(scanner.words, memory)
    let links = arena.utf8.withUnsafeBufferPointer { utf8 in
      memory.column(0..<count) { LinkTraits(blocks[$0].links, arena, utf8) }
    }
    let densities = memory.column(0..<count) { texts[$0].linkDensity }
    let owners = memory.column(0..<count) { blocks[$0].element?.index ?? 0 }
    isPreformatted = memory.column(0..<count) { blocks[$0].kind == .preformatted }
    let headings = memory.column(0..<count) { block in
      guard elements.flags[owners[block]].contains(.heading) else { return 0 }
      var element = owners[block]
      while element > 0, tags[element].headingLevel == nil { element = Int(parents[element]) }
      return tags[max(0, element)].headingLevel ?? 0
    }
    let isGood = memory.column(0..<count) { densities[$0] < 0.33 && texts[$0].words >= 10 }
    let titleFit = memory.column(0..<count) { Self.fit(words.of($0), head.title) }
    titleBlock = Self.findTitle(headings, titleFit)
    var sums = PrefixSums(count, memory)
    for block in 0..<count {
      let text = texts[block]
      let owner = owners[block]
      let density = densities[block]
      sums.append(
        words: text.words, linked: density * text.words,
        good: isGood[block] ? text.words : 0, isLong: text.words >= 10,
        isHeading: headings[block] > 0, inParagraph: tags[owner] == .p ? text.words : 0,
        inList: elements.flags[owner].contains(.list) ? text.words : 0, commas: text.commas,
        articleLinks: links[block].toArticles,
        isLinkedHeading: headings[block] > 0 && density > 0.7, isAllLink: density > 0.9)
    }
    self.texts = texts
    self.words = words
    self.links = links
    self.densities = densities
    self.owners = owners
    self.headings = headings
    self.isGood = isGood
    self.titleFit = titleFit
    self.sums = sums
  }

  /// The share of a block's words that are the title's, less where few of the title's are there.
  private static func fit(_ words: UnsafeBufferPointer<UInt32>, _ title: WordSet) -> Float {
    guard !words.isEmpty, words.count <= 200, !title.isEmpty else { return 0 }
    var seen: UInt64 = 0
    var hits: Float = 0
    for word in words {
      let place = title.place(of: UInt64(word))
      if place >= 0 {
        hits += 1
        // A title of more words than bits shares some, which no title that fits does.
        seen |= 1 << UInt64(place & 63)
      }
    }
    let known = Float(seen.nonzeroBitCount)
    return hits / Float(words.count) * min(1, known / max(1, Float(title.count) * 0.4))
  }

  private static func findTitle(_ headings: Column<Int>, _ titleFit: Column<Float>) -> Int {
    var best = -1
    for block in headings.indices where headings[block] == 1 {
      if best < 0 || titleFit[block] > titleFit[best] { best = block }
    }
    if best >= 0 { return best }
    let candidates = headings.indices.filter { titleFit[$0] > 0.6 }
    return candidates.first { headings[$0] > 0 } ?? candidates.first ?? -1
  }

  /// Whether linked data or class names say that the page is a discussion.
  var isDiscussion: Bool {
    if head.isDiscussion { return true }
    // By element: whether it or one around it is named after a forum. A thread of comments is none.
    let isForum = memory.column(parents.count, of: false)
    for element in parents.indices {
      let parent = Int(parents[element])
      isForum[element] =
        parent >= 0 && isForum[parent]
        || elements.regions[element].contains(.forum)
          && !elements.allRegions[element].contains(.comment)
    }
    let forum = owners.indices.count { isForum[owners[$0]] }
    return Float(forum) >= Self.minForumShare * Float(count)
  }

  /// Words of forums name parts of other pages too, but not of so many blocks.
  private static let minForumShare: Float = 0.3

  /// For each element the nearest that `isIt`, itself or above, else the root; and the steps up.
  @inline(__always)
  func nearest(_ isIt: (Int) -> Bool) -> Column<(element: Int32, levels: Int32)> {
    let found: Column<(element: Int32, levels: Int32)> = memory.column(parents.count, of: (0, 0))
    for element in parents.indices {
      let parent = Int(parents[element])
      if parent < 0 || isIt(element) {
        found[element] = (Int32(element), 0)
      } else {
        let above = found[parent]
        found[element] = (above.element, above.levels + 1)
      }
    }
    return found
  }

  /// Blocks inside an element.
  @inline(__always) func blocks(in element: Int) -> Range<Int> {
    elements.blocks(in: element)
  }
}

/// Sums over the blocks before each, so that a sum over any run of blocks is one subtraction.
struct PrefixSums {
  let words: Column<Float>
  let linked: Column<Float>
  let good: Column<Float>
  let long: Column<Float>
  let headings: Column<Float>
  let paragraphs: Column<Float>
  let lists: Column<Float>
  let commas: Column<Float>
  let articleLinks: Column<Float>
  let linkedHeadings: Column<Float>
  let allLinks: Column<Float>
  private var last = 0

  /// Room for `count` blocks.
  init(_ count: Int, _ memory: PageMemory) {
    func column() -> Column<Float> { memory.column(count + 1, of: 0) }
    words = column()
    linked = column()
    good = column()
    long = column()
    headings = column()
    paragraphs = column()
    lists = column()
    commas = column()
    articleLinks = column()
    linkedHeadings = column()
    allLinks = column()
  }

  mutating func append(
    words: Float, linked: Float, good: Float, isLong: Bool, isHeading: Bool, inParagraph: Float,
    inList: Float, commas: Int, articleLinks: Int, isLinkedHeading: Bool, isAllLink: Bool
  ) {
    let last = last
    func add(_ sums: Column<Float>, _ value: Float) { sums[last + 1] = sums[last] + value }
    add(self.words, words)
    add(self.linked, linked)
    add(self.good, good)
    add(self.long, isLong ? 1 : 0)
    add(self.headings, isHeading ? 1 : 0)
    add(self.paragraphs, inParagraph)
    add(self.lists, inList)
    add(self.commas, Float(commas))
    add(self.articleLinks, Float(articleLinks))
    add(self.linkedHeadings, isLinkedHeading ? 1 : 0)
    add(self.allLinks, isAllLink ? 1 : 0)
    self.last = last + 1
  }
}
