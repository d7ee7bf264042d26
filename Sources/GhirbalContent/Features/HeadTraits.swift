import GhirbalDocument

/// What the head of a page and its linked data say about the page as a whole.
struct HeadTraits {
  /// Words of `title` and `og:title`.
  private(set) var title = WordSet()
  private(set) var description = WordSet()
  /// Runs of three words of JSON-LD's `articleBody`; empty where there is none.
  private(set) var articleBody = WordSet()
  /// Of JSON-LD's texts that are parts of the content, ingredients, steps, posts and answers: runs of
  /// three words, and each text as a whole.
  private(set) var linkedTexts = WordSet()
  /// 0 none, 1 article, 2 website, 3 product, 4 blog, 5 anything else.
  private(set) var openGraphType: Float = 0
  /// How many `article:` properties there are, 3 for more.
  private(set) var articleProperties: Float = 0
  private(set) var hasAMP: Float = 0
  /// One bit for each of `linkedTypes`.
  private(set) var linked: UInt32 = 0
  /// Of the canonical address: its path's parts, -1 without one; hyphens of the last part; digits;
  /// length in bytes.
  private(set) var pathParts: Float = -1
  private(set) var pathHyphens: Float = 0
  private(set) var pathDigits: Float = 0
  private(set) var pathLength: Float = 0
  /// Regions that the class of `body` names.
  private(set) var bodyRegions: RegionSet = []

  /// schema.org types that tell kinds of pages apart.
  static let linkedTypes = [
    "Article", "NewsArticle", "BlogPosting", "Product", "DiscussionForumPosting", "QAPage",
    "CollectionPage", "ItemList", "FAQPage", "Recipe", "Review", "Organization", "WebPage",
    "TechArticle", "Event", "Course", "SoftwareApplication", "VideoObject", "JobPosting",
    "LocalBusiness", "Service",
  ]

  private static let linkedTypeBits: [[UInt8]: UInt32] = Dictionary(
    uniqueKeysWithValues: linkedTypes.enumerated().map { (Array($1.utf8), 1 << UInt32($0)) })

  var isDiscussion: Bool {
    ["DiscussionForumPosting", "QAPage"].contains {
      linked & (Self.linkedTypeBits[Array($0.utf8)] ?? 0) != 0
    }
  }

  init(_ arena: ElementArena) {
    var canonical: [UInt8] = []
    let tags = arena.tags
    let utf8 = arena.utf8
    for index in tags.indices {
      let element = ElementID(index)
      switch tags[index] {
      case .title:
        if title.isEmpty, let range = arena.textRange(of: element) {
          title = WordSet(TextScanner.words(of: Array(utf8[range])))
        }
      case .meta: read(meta: element, arena, utf8, &canonical)
      case .link: read(link: element, arena, utf8, &canonical)
      case .script:
        if let range = arena.textRange(of: element) { read(linkedData: utf8, range) }
      case .body:
        for place in arena.attributes(of: element) where arena.attributeNames[place] == .class {
          bodyRegions = utf8.withUnsafeBufferPointer {
            RegionLexicon.shared.regions(in: $0, arena.attributeValue(at: place))
          }
        }
      default: break
      }
    }
    readPath(of: canonical)
  }

  private mutating func read(
    meta: ElementID, _ arena: ElementArena, _ utf8: [UInt8], _ canonical: inout [UInt8]
  ) {
    var name: [UInt8] = []
    var content = 0..<0
    for place in arena.attributes(of: meta) {
      let value = arena.attributeValue(at: place)
      switch arena.attributeNames[place] {
      case .property: name = utf8[value].prefix(40).map(Self.small)
      case .name: if name.isEmpty { name = utf8[value].prefix(40).map(Self.small) }
      case .content: content = value
      default: break
      }
    }
    switch String(decoding: name, as: UTF8.self) {
    case "og:type":
      openGraphType =
        switch String(decoding: utf8[content].prefix(20).map(Self.small), as: UTF8.self) {
        case "": 0
        case "article", "news", "newsarticle": 1
        case "website": 2
        case "product", "product.item", "og:product": 3
        case "blog": 4
        default: 5
        }
    case "article:published_time", "article:section", "article:author", "article:tag":
      articleProperties = min(3, articleProperties + 1)
    case "og:url": if canonical.isEmpty { canonical = Array(utf8[content]) }
    case "og:title":
      for word in TextScanner.words(of: Array(utf8[content])) { title.insert(UInt64(word)) }
    case "description", "og:description":
      let words = WordSet(TextScanner.words(of: Array(utf8[content])))
      if words.count > description.count { description = words }
    default: break
    }
  }

  private mutating func read(
    link: ElementID, _ arena: ElementArena, _ utf8: [UInt8], _ canonical: inout [UInt8]
  ) {
    var relation: [UInt8] = []
    var address = 0..<0
    for place in arena.attributes(of: link) {
      let value = arena.attributeValue(at: place)
      switch arena.attributeNames[place] {
      case .rel: relation = utf8[value].prefix(16).map(Self.small)
      case .href: address = value
      default: break
      }
    }
    if relation.elementsEqual("canonical".utf8) {
      canonical = Array(utf8[address])
    } else if relation.elementsEqual("amphtml".utf8) {
      hasAMP = 1
    }
  }

  // MARK: Linked data

  /// Reads the types and the article's body out of JSON-LD without taking it apart: scripts with a
  /// fault, which JSON readers refuse, tell as much.
  private mutating func read(linkedData utf8: [UInt8], _ range: Range<Int>) {
    enum Expected { case nothing, type, body, text }
    var expected = Expected.nothing
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = utf8[index]
      index += 1
      // A list of types goes on until it is closed.
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { expected = .nothing }
      guard byte == UInt8(ascii: "\"") else { continue }
      let start = index
      while index < range.upperBound, utf8[index] != UInt8(ascii: "\"") {
        index += utf8[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      let string = utf8[start..<min(index, range.upperBound)]
      index = min(index + 1, range.upperBound)
      var next = index
      while next < range.upperBound, utf8[next] <= 0x20 { next += 1 }
      if next < range.upperBound, utf8[next] == UInt8(ascii: ":") {
        expected =
          switch String(decoding: string.prefix(20), as: UTF8.self) {
          case "@type": .type
          case "articleBody": .body
          case "text", "recipeIngredient", "ingredients", "recipeInstructions": .text
          default: .nothing
          }
        continue
      }
      switch expected {
      case .type: if string.count < 24 { linked |= Self.linkedTypeBits[Array(string)] ?? 0 }
      case .body: keepArticleBody(string)
      case .text: keepText(string)
      case .nothing: break
      }
    }
  }

  /// Shorter ones are teasers.
  private static let minBodyWords = 20

  private mutating func keepArticleBody(_ json: ArraySlice<UInt8>) {
    let words = Self.words(json)
    guard words.count > Self.minBodyWords else { return }
    words.withUnsafeBufferPointer { words in
      for start in 0..<words.count - 2 { articleBody.insert(Self.triple(words, start)) }
    }
  }

  private mutating func keepText(_ json: ArraySlice<UInt8>) {
    Self.words(json).withUnsafeBufferPointer { words in
      guard !words.isEmpty else { return }
      linkedTexts.insert(Self.whole(words))
      for start in 0..<max(0, words.count - 2) { linkedTexts.insert(Self.triple(words, start)) }
    }
  }

  /// The words of a JSON string.
  private static func words(_ json: ArraySlice<UInt8>) -> [UInt32] {
    var text: [UInt8] = []
    text.reserveCapacity(json.count)
    var index = json.startIndex
    while index < json.endIndex {
      let byte = json[index]
      if byte == UInt8(ascii: "\\"), index + 1 < json.endIndex {
        let escaped = json[index + 1]
        if escaped == UInt8(ascii: "u"), index + 5 < json.endIndex,
          let value = UInt16(
            String(decoding: json[index + 2..<index + 6], as: UTF8.self), radix: 16)
        {
          // Halves of a pair are of no script that is written in words.
          text.append(contentsOf: Unicode.Scalar(value).map { Array(String($0).utf8) } ?? [0x20])
          index += 6
          continue
        }
        text.append(
          escaped == UInt8(ascii: "n") || escaped == UInt8(ascii: "r")
            || escaped == UInt8(ascii: "t") ? 0x20 : escaped)
        index += 2
      } else {
        text.append(byte)
        index += 1
      }
    }
    return TextScanner.words(of: text)
  }

  /// A whole text as one number, which no three words of it have.
  @inline(__always)
  static func whole(_ words: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var mixed: UInt64 = 0x51_7CC1_B727_220A
    for word in words { mixed = (mixed ^ UInt64(word)) &* 0x100_0000_01B3 }
    return mixed ^ mixed >> 29
  }

  /// Three words in a row as one number.
  @inline(__always)
  static func triple(_ words: UnsafeBufferPointer<UInt32>, _ start: Int) -> UInt64 {
    var mixed = UInt64(words[start]) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ UInt64(words[start + 1])) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 31
    return (mixed ^ UInt64(words[start + 2])) &* 0x9E37_79B9_7F4A_7C15
  }

  // MARK: Address

  private mutating func readPath(of address: [UInt8]) {
    guard !address.isEmpty else { return }
    var slashes = 0
    var start = address.startIndex
    if let scheme = address.firstIndex(of: UInt8(ascii: ":")), scheme < 6 {
      while start < address.endIndex {
        if address[start] == UInt8(ascii: "/") { slashes += 1 }
        if slashes == 3 { break }
        start += 1
      }
    }
    let end =
      address[start...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? address.endIndex
    let path = address[start..<end]
    let parts = path.split(separator: UInt8(ascii: "/"))
    pathParts = Float(parts.count)
    pathLength = Float(path.count)
    pathDigits = Float(path.count { $0 >= 0x30 && $0 <= 0x39 })
    pathHyphens = Float(
      parts.last?.count {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "%")
      } ?? 0)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
