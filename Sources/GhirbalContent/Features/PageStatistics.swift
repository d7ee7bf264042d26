import GhirbalDocument

/// A page's blocks and elements, measured once; everything that several features build on.
final class PageStatistics {
  let document: Document
  let arena: ElementArena
  let head: HeadTraits
  let elements: ElementTraits
  let words: PageWords
  let count: Int
  let texts: [TextTraits]
  let links: [LinkTraits]
  /// Link density, 0...1.
  let densities: [Float]
  /// The element that owns each block.
  let owners: [Int]
  /// 1...6; 0 for what is no heading and stands in none.
  let headings: [Int]
  /// Whether a block reads as prose: ten words or more, few of them linked.
  let isGood: [Bool]
  let sums: PrefixSums
  /// The heading that is most likely the page's title; -1 where none is likely.
  let titleBlock: Int
  /// How well each block's words fit the title's, 0...1.
  let titleFit: [Float]

  /// - Precondition: the document has at least one block, each with an element.
  init(_ document: Document) {
    self.document = document
    arena = document.elements
    head = HeadTraits(document.elements)
    elements = ElementTraits(document.elements)
    count = document.blocks.count
    let blocks = document.blocks
    var scanner = TextScanner()
    texts = document.utf8.withUnsafeBufferPointer { utf8 in
      blocks.map { scanner.scan(utf8, $0.content, links: $0.links) }
    }
    words = scanner.words
    densities = texts.map(\.linkDensity)
    links = blocks.map { LinkTraits($0.links, document.elements) }
    owners = blocks.map { $0.element?.index ?? 0 }
    headings = owners.map { [elements, arena] owner in
      guard elements.flags[owner].contains(.heading) else { return 0 }
      var element = owner
      while element > 0, arena.tags[element].headingLevel == nil { element = Int(arena.parents[element]) }
      return arena.tags[max(0, element)].headingLevel ?? 0
    }
    isGood = zip(densities, texts).map { $0 < 0.33 && $1.words >= 10 }
    titleFit = (0..<count).map { [words, head] block in
      Self.fit(words.hashes[words.range(of: block)], head.title)
    }
    titleBlock = Self.findTitle(headings, titleFit)
    var sums = PrefixSums()
    sums.reserve(count)
    for block in 0..<count {
      let text = texts[block]
      let owner = owners[block]
      sums.append(
        words: text.words, linked: densities[block] * text.words,
        good: isGood[block] ? text.words : 0, isLong: text.words >= 10,
        isHeading: headings[block] > 0, inParagraph: arena.tags[owner] == .p ? text.words : 0,
        inList: elements.flags[owner].contains(.list) ? text.words : 0, commas: text.commas,
        articleLinks: links[block].toArticles,
        isLinkedHeading: headings[block] > 0 && densities[block] > 0.7,
        isAllLink: densities[block] > 0.9)
    }
    self.sums = sums
  }

  /// The share of a block's words that are the title's, less where few of the title's are there.
  private static func fit(_ words: ArraySlice<UInt32>, _ title: WordSet) -> Float {
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

  private static func findTitle(_ headings: [Int], _ titleFit: [Float]) -> Int {
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
    let forum = owners.count { elements.allRegions[$0].contains(.forum) }
    return Float(forum) >= Self.minForumShare * Float(count)
  }

  /// Words of forums name parts of other pages too, but not of so many blocks.
  private static let minForumShare: Float = 0.3

  /// Blocks inside an element.
  func blocks(in element: Int) -> Range<Int> {
    Int(arena.firstBlocks[element])..<max(Int(arena.firstBlocks[element]), Int(arena.endBlocks[element]))
  }
}

/// Sums over the blocks before each, so that a sum over any run of blocks is one subtraction.
struct PrefixSums {
  private(set) var words: [Float] = [0]
  private(set) var linked: [Float] = [0]
  private(set) var good: [Float] = [0]
  private(set) var long: [Float] = [0]
  private(set) var headings: [Float] = [0]
  private(set) var paragraphs: [Float] = [0]
  private(set) var lists: [Float] = [0]
  private(set) var commas: [Float] = [0]
  private(set) var articleLinks: [Float] = [0]
  private(set) var linkedHeadings: [Float] = [0]
  private(set) var allLinks: [Float] = [0]

  mutating func reserve(_ count: Int) {
    words.reserveCapacity(count + 1)
    linked.reserveCapacity(count + 1)
    good.reserveCapacity(count + 1)
  }

  mutating func append(
    words: Float, linked: Float, good: Float, isLong: Bool, isHeading: Bool, inParagraph: Float,
    inList: Float, commas: Int, articleLinks: Int, isLinkedHeading: Bool, isAllLink: Bool
  ) {
    func add(_ sums: inout [Float], _ value: Float) { sums.append(sums[sums.count - 1] + value) }
    add(&self.words, words)
    add(&self.linked, linked)
    add(&self.good, good)
    add(&self.long, isLong ? 1 : 0)
    add(&self.headings, isHeading ? 1 : 0)
    add(&self.paragraphs, inParagraph)
    add(&self.lists, inList)
    add(&self.commas, Float(commas))
    add(&self.articleLinks, Float(articleLinks))
    add(&self.linkedHeadings, isLinkedHeading ? 1 : 0)
    add(&self.allLinks, isAllLink ? 1 : 0)
  }
}

extension Array<Float> {
  /// The sum over a run of blocks, where the array holds sums before each.
  @inline(__always) func sum(_ range: Range<Int>) -> Float { self[range.upperBound] - self[range.lowerBound] }
}
