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
  /// Taken off the screen by a style, its own or a rule of the page.
  static let unshown = PlaceFlags(rawValue: 1 << 33)
  /// Hidden from screen readers only.
  static let unspoken = PlaceFlags(rawValue: 1 << 34)
  static let itemIngredient = PlaceFlags(rawValue: 1 << 35)
  static let itemInstruction = PlaceFlags(rawValue: 1 << 36)
  static let itemAnswer = PlaceFlags(rawValue: 1 << 37)
  static let itemAuthor = PlaceFlags(rawValue: 1 << 38)

  static let names = [
    "link", "nav", "header", "footer", "aside", "main", "article", "section", "form", "table",
    "list", "figure", "button", "noscript", "template", "dialog", "details", "preformatted",
    "quotation", "address", "hidden", "role_main", "role_list", "role_tab", "article_body",
    "item_description", "item_text", "item_review", "item_scope", "heading", "label",
    "definitions", "frame", "unshown", "unspoken", "item_ingredient", "item_instruction",
    "item_answer", "item_author",
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
  let tags: Column<Tag>
  /// The parent; -1 for a root.
  let parents: Column<Int32>
  private let firstBlocks: Column<Int32>
  private let endBlocks: Column<Int32>
  /// How many elements lie above; 0 for a root.
  let depths: Column<Int32>
  /// One past the last element inside.
  let ends: Column<Int32>
  /// The element's and its ancestors' flags.
  let flags: Column<PlaceFlags>
  let regions: Column<RegionSet>
  /// Regions of the element and all its ancestors.
  let allRegions: Column<RegionSet>
  /// Tag and class as one number; equal for elements made alike. Digits in class names are left out,
  /// since they number siblings.
  let signatures: Column<UInt32>
  /// The topmost ancestor, or the element itself, with the same blocks.
  let tops: Column<Int32>
  /// Images before the element in document order; one more than there are elements.
  let imagesBefore: Column<Int32>
  let childCounts: Column<Int32>
  /// How many children of the same parent have the element's signature.
  let likeSiblings: Column<Int32>
  /// How many list elements lie above.
  let listDepths: Column<UInt8>

  init(_ arena: ElementArena, _ memory: PageMemory) {
    let count = arena.count
    tags = memory.column(arena.tags)
    parents = memory.column(arena.parents)
    firstBlocks = memory.column(arena.firstBlocks)
    endBlocks = memory.column(arena.endBlocks)
    depths = memory.column(count, of: 0)
    ends = memory.column(count, of: 0)
    flags = memory.column(count, of: [])
    regions = memory.column(count, of: [])
    allRegions = memory.column(count, of: [])
    signatures = memory.column(count, of: 0)
    tops = memory.column(count, of: 0)
    imagesBefore = memory.column(count + 1, of: 0)
    childCounts = memory.column(count, of: 0)
    likeSiblings = memory.column(count, of: 0)
    listDepths = memory.column(count, of: 0)
    arena.utf8.withUnsafeBufferPointer { readTopDown(arena, $0, memory) }
    for index in stride(from: count - 1, through: 0, by: -1) {
      ends[index] = max(ends[index], Int32(index + 1))
      let parent = Int(parents[index])
      if parent >= 0 { ends[parent] = max(ends[parent], ends[index]) }
    }
    countLikeSiblings(memory)
  }

  private func readTopDown(
    _ arena: ElementArena, _ utf8: UnsafeBufferPointer<UInt8>, _ memory: PageMemory
  ) {
    let names = arena.attributeNames
    let attributes = AttributeMemory(utf8, .shared, memory)
    var images: Int32 = 0
    var hiddenByRules = arena.unshown.lazy.filter { $0.cause == .rule }.map(\.element.index)
      .makeIterator()
    var nextHidden = hiddenByRules.next()
    for index in tags.indices {
      let tag = tags[index]
      let parent = Int(parents[index])
      imagesBefore[index] = images
      if tag == .img { images += 1 }
      var own = PlaceFlags(tag)
      var named: RegionSet = []
      var signature = UInt32(tag.rawValue) &+ 1
      if nextHidden == index {
        own.insert(.unshown)
        nextHidden = hiddenByRules.next()
      }
      // What holds no text is nobody's ancestor.
      if hasText(index), tag != .html, tag != .body {
        for place in arena.attributes(of: ElementID(index)) {
          let value = arena.attributeValue(at: place)
          switch names[place] {
          case .class:
            let read = attributes.read(value, seed: signature)
            named.formUnion(read.regions)
            signature = read.signature
          case .id, .ariaLabel, .dataTestID, .dataComponent, .dataType, .dataModule, .dataName,
            .dataQA, .dataBlock, .dataWidget, .dataRole, .dataSection, .dataArea:
            named.formUnion(attributes.read(value, seed: 0).regions)
          case .hidden: own.insert(.hidden)
          case .ariaHidden: if isEqual(utf8, value, "true") { own.insert(.unspoken) }
          case .style: if Self.hides(utf8, value) { own.insert(.unshown) }
          case .role:
            own.formUnion(Self.flags(of: ARIARole(UnsafeBufferPointer(rebasing: utf8[value]))))
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
        listDepths[index] =
          listDepths[parent] + (own.contains(.list) && listDepths[parent] < 255 ? 1 : 0)
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
    imagesBefore[tags.count] = images
  }

  private func countLikeSiblings(_ memory: PageMemory) {
    var counts = CountTable(capacity: parents.count, memory)
    let places: Column<Int32> = memory.column(parents.count, of: -1)
    for index in parents.indices where hasText(index) && parents[index] >= 0 {
      let key = UInt64(UInt32(bitPattern: parents[index])) << 32 | UInt64(signatures[index])
      places[index] = Int32(counts.add(key))
    }
    for index in parents.indices where places[index] >= 0 {
      likeSiblings[index] = Int32(counts.count(at: Int(places[index])))
    }
  }

  @inline(__always) func hasText(_ element: Int) -> Bool {
    endBlocks[element] > firstBlocks[element]
  }

  /// Blocks inside an element.
  @inline(__always) func blocks(in element: Int) -> Range<Int> {
    let first = Int(firstBlocks[element])
    return first..<max(first, Int(endBlocks[element]))
  }

  @inline(__always) func images(in element: Int) -> Int {
    Int(imagesBefore[Int(ends[element])] - imagesBefore[element])
  }

  private func isEqual(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString
  ) -> Bool {
    range.count == word.utf8CodeUnitCount
      && range.allSatisfy { utf8[$0] | 0x20 == word.utf8Start[$0 - range.lowerBound] }
  }

  /// Whether a style has `display: none` or `visibility: hidden`.
  private static func hides(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
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

  private static func flags(of role: ARIARole?) -> PlaceFlags {
    switch role {
    case .navigation, .menu, .menubar, .menuitem: .nav
    case .main: .roleMain
    case .banner: .header
    case .contentinfo: .footer
    case .complementary: .aside
    case .dialog, .alertdialog: .dialog
    case .article: .article
    case .list, .listitem: .roleList
    case .tabpanel: .roleTab
    case .search: .form
    case .button: .button
    case .form, nil: []
    }
  }

  /// schema.org properties of text.
  private static func flags(ofProperty utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> PlaceFlags
  {
    switch word(utf8, range) {
    case "articlebody": .articleBody
    case "description": .itemDescription
    case "text", "reviewbody": .itemText
    case "comment", "review", "reviews": .itemReview
    case "recipeingredient", "ingredients": .itemIngredient
    case "recipeinstructions": .itemInstruction
    case "acceptedanswer", "suggestedanswer": .itemAnswer
    case "author": .itemAuthor
    default: []
    }
  }

  /// A short attribute value in small letters; nil for a longer one.
  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    range.count > 18 ? nil : String(decoding: utf8[range].map { $0 | 0x20 }, as: UTF8.self)
  }
}
