import GhirbalDocument

/// Landmarks and structure that an element stands in, its own included.
struct PlaceFlags: OptionSet {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let link = PlaceFlags(rawValue: 1 << 0)
  static let nav = PlaceFlags(rawValue: 1 << 1)
  static let header = PlaceFlags(rawValue: 1 << 2)
  static let footer = PlaceFlags(rawValue: 1 << 3)
  static let aside = PlaceFlags(rawValue: 1 << 4)
  static let main = PlaceFlags(rawValue: 1 << 5)
  static let article = PlaceFlags(rawValue: 1 << 6)
  static let section = PlaceFlags(rawValue: 1 << 7)
  static let form = PlaceFlags(rawValue: 1 << 8)
  static let table = PlaceFlags(rawValue: 1 << 9)
  static let list = PlaceFlags(rawValue: 1 << 10)
  static let figure = PlaceFlags(rawValue: 1 << 11)
  static let button = PlaceFlags(rawValue: 1 << 12)
  static let noscript = PlaceFlags(rawValue: 1 << 13)
  static let template = PlaceFlags(rawValue: 1 << 14)
  static let dialog = PlaceFlags(rawValue: 1 << 15)
  static let details = PlaceFlags(rawValue: 1 << 16)
  static let preformatted = PlaceFlags(rawValue: 1 << 17)
  static let quotation = PlaceFlags(rawValue: 1 << 18)
  static let address = PlaceFlags(rawValue: 1 << 19)
  static let hidden = PlaceFlags(rawValue: 1 << 20)
  static let roleMain = PlaceFlags(rawValue: 1 << 21)
  static let roleList = PlaceFlags(rawValue: 1 << 22)
  static let roleTab = PlaceFlags(rawValue: 1 << 23)
  static let articleBody = PlaceFlags(rawValue: 1 << 24)
  static let itemDescription = PlaceFlags(rawValue: 1 << 25)
  static let itemText = PlaceFlags(rawValue: 1 << 26)
  static let itemReview = PlaceFlags(rawValue: 1 << 27)
  static let itemScope = PlaceFlags(rawValue: 1 << 28)
  static let heading = PlaceFlags(rawValue: 1 << 29)
  static let label = PlaceFlags(rawValue: 1 << 30)
  static let definitions = PlaceFlags(rawValue: 1 << 31)
  static let frame = PlaceFlags(rawValue: 1 << 32)
  /// Taken off the screen by an inline style.
  static let unshown = PlaceFlags(rawValue: 1 << 33)
  /// Hidden from screen readers only.
  static let unspoken = PlaceFlags(rawValue: 1 << 34)

  static let names = [
    "link", "nav", "header", "footer", "aside", "main", "article", "section", "form", "table",
    "list", "figure", "button", "noscript", "template", "dialog", "details", "preformatted",
    "quotation", "address", "hidden", "role_main", "role_list", "role_tab", "article_body",
    "item_description", "item_text", "item_review", "item_scope", "heading", "label",
    "definitions", "frame", "unshown", "unspoken",
  ]

  /// What a tag says by itself.
  init(_ tag: Tag) {
    switch tag {
    case .a: self = .link
    case .nav: self = .nav
    case .header: self = .header
    case .footer: self = .footer
    case .aside: self = .aside
    case .main: self = .main
    case .article: self = .article
    case .section: self = .section
    case .form, .search: self = .form
    case .table: self = .table
    case .ul, .ol, .menu, .dir: self = .list
    case .figure, .svg: self = .figure
    case .button, .select, .datalist: self = .button
    case .noscript: self = .noscript
    case .template: self = .template
    case .dialog: self = .dialog
    case .details: self = .details
    case .pre, .textarea: self = .preformatted
    case .blockquote: self = .quotation
    case .address: self = .address
    case .h1, .h2, .h3, .h4, .h5, .h6: self = .heading
    case .label: self = .label
    case .dl: self = .definitions
    case .iframe, .object, .video, .audio, .canvas: self = .frame
    default: self = []
    }
  }
}

/// What the forest's features need to know of each element, as a struct of arrays in step with the
/// arena: element i's data stand at index i.
struct ElementTraits {
  /// How many elements lie above; 0 for a root.
  private(set) var depths: [Int32]
  /// One past the last element inside.
  private(set) var ends: [Int32]
  /// The element's and its ancestors' flags.
  private(set) var flags: [PlaceFlags]
  private(set) var regions: [RegionSet]
  /// Regions of the element and all its ancestors.
  private(set) var allRegions: [RegionSet]
  /// Tag and class as one number; equal for elements made alike. Digits in class names are left out,
  /// since they number siblings.
  private(set) var signatures: [UInt32]
  /// The topmost ancestor, or the element itself, with the same blocks.
  private(set) var tops: [Int32]
  /// Images before the element in document order; one more than there are elements.
  private(set) var imagesBefore: [Int32]
  private(set) var childCounts: [Int32]
  /// How many children of the same parent have the element's signature.
  private(set) var likeSiblings: [Int32]
  /// How many list elements lie above.
  private(set) var listDepths: [UInt8]

  init(_ arena: ElementArena) {
    let count = arena.count
    let tags = arena.tags
    let parents = arena.parents
    let firstBlocks = arena.firstBlocks
    let endBlocks = arena.endBlocks
    let names = arena.attributeNames
    let utf8 = arena.utf8
    depths = [Int32](repeating: 0, count: count)
    ends = [Int32](repeating: 0, count: count)
    flags = [PlaceFlags](repeating: [], count: count)
    regions = [RegionSet](repeating: [], count: count)
    allRegions = regions
    signatures = [UInt32](repeating: 0, count: count)
    tops = ends
    imagesBefore = [Int32](repeating: 0, count: count + 1)
    childCounts = ends
    likeSiblings = ends
    listDepths = [UInt8](repeating: 0, count: count)
    let lexicon = RegionLexicon.shared
    var images: Int32 = 0
    for index in 0..<count {
      let tag = tags[index]
      let parent = Int(parents[index])
      imagesBefore[index] = images
      if tag == .img { images += 1 }
      var own = PlaceFlags(tag)
      var named: RegionSet = []
      var signature = UInt32(tag.rawValue) &+ 1
      // What holds no text is nobody's ancestor.
      let hasText = endBlocks[index] > firstBlocks[index]
      if hasText, tag != .html, tag != .body {
        for place in arena.attributes(of: ElementID(index)) {
          let value = arena.attributeValue(at: place)
          switch names[place] {
          case .class:
            named.formUnion(lexicon.regions(in: utf8, value))
            for byte in utf8[value] where byte < 0x30 || byte > 0x39 {
              signature = (signature ^ UInt32(byte)) &* 0x0100_0193
            }
          case .id, .ariaLabel, .dataTestID, .dataComponent, .dataType, .dataModule, .dataName,
            .dataQA, .dataBlock, .dataWidget, .dataRole, .dataSection, .dataArea:
            named.formUnion(lexicon.regions(in: utf8, value))
          case .hidden: own.insert(.hidden)
          case .ariaHidden: if isEqual(utf8, value, "true") { own.insert(.unspoken) }
          case .style: if Self.hides(utf8, value) { own.insert(.unshown) }
          case .role: own.formUnion(Self.flags(ofRole: utf8, value))
          case .itemprop: own.formUnion(Self.flags(ofProperty: utf8, value))
          case .itemtype: own.insert(.itemScope)
          default: break
          }
        }
      }
      regions[index] = named
      signatures[index] = signature
      tops[index] = Int32(index)
      if parent >= 0 {
        depths[index] = depths[parent] + 1
        flags[index] = own.union(flags[parent])
        allRegions[index] = named.union(allRegions[parent])
        listDepths[index] = listDepths[parent] + (own.contains(.list) && listDepths[parent] < 255 ? 1 : 0)
        childCounts[parent] += 1
        if firstBlocks[parent] == firstBlocks[index], endBlocks[parent] == endBlocks[index] {
          tops[index] = tops[parent]
        }
      } else {
        flags[index] = own
        allRegions[index] = named
        listDepths[index] = own.contains(.list) ? 1 : 0
      }
    }
    imagesBefore[count] = images
    for index in stride(from: count - 1, through: 0, by: -1) {
      ends[index] = max(ends[index], Int32(index + 1))
      let parent = Int(parents[index])
      if parent >= 0 { ends[parent] = max(ends[parent], ends[index]) }
    }
    countLikeSiblings(parents, firstBlocks, endBlocks)
  }

  private mutating func countLikeSiblings(
    _ parents: [Int32], _ firstBlocks: [Int32], _ endBlocks: [Int32]
  ) {
    var counts = CountTable(capacity: parents.count)
    var places = [Int32](repeating: -1, count: parents.count)
    for index in parents.indices where endBlocks[index] > firstBlocks[index] && parents[index] >= 0 {
      let key = UInt64(UInt32(bitPattern: parents[index])) << 32 | UInt64(signatures[index])
      places[index] = Int32(counts.add(key, 1))
    }
    for index in parents.indices where places[index] >= 0 {
      likeSiblings[index] = Int32(counts.counts[Int(places[index])])
    }
  }

  func images(in element: Int) -> Int { Int(imagesBefore[Int(ends[element])] - imagesBefore[element]) }

  private func isEqual(_ utf8: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount
      && range.allSatisfy { utf8[$0] | 0x20 == word.utf8Start[$0 - range.lowerBound] }
  }

  /// Whether a style has `display: none` or `visibility: hidden`.
  private static func hides(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 12 else { return false }
    let style = utf8[range].filter { $0 > 0x20 }.map { $0 | 0x20 }
    return contains(style, "display:none") || contains(style, "visibility:hidden")
      || contains(style, "opacity:0;")
  }

  private static func contains(_ text: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard text.count >= count else { return false }
    return (0...text.count - count).contains { start in
      (0..<count).allSatisfy { text[start + $0] == word.utf8Start[$0] }
    }
  }

  /// WAI-ARIA 1.2 roles.
  private static func flags(ofRole utf8: [UInt8], _ range: Range<Int>) -> PlaceFlags {
    switch word(utf8, range) {
    case "navigation", "menu", "menubar", "menuitem": .nav
    case "main": .roleMain
    case "banner": .header
    case "contentinfo": .footer
    case "complementary": .aside
    case "dialog", "alertdialog": .dialog
    case "article": .article
    case "list", "listitem": .roleList
    case "tabpanel": .roleTab
    case "search": .form
    case "button": .button
    default: []
    }
  }

  /// schema.org properties of text.
  private static func flags(ofProperty utf8: [UInt8], _ range: Range<Int>) -> PlaceFlags {
    switch word(utf8, range) {
    case "articlebody": .articleBody
    case "description": .itemDescription
    case "text", "reviewbody": .itemText
    case "comment", "review", "reviews": .itemReview
    default: []
    }
  }

  /// A short attribute value in small letters; nil for a longer one.
  private static func word(_ utf8: [UInt8], _ range: Range<Int>) -> String? {
    range.count > 16 ? nil : String(decoding: utf8[range].map { $0 | 0x20 }, as: UTF8.self)
  }
}
