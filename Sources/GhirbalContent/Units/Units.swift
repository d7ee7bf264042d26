public import GhirbalDocument

/// The units of an HTML page, disjoint and in reading order.
///
/// Of nested ones the outermost counts, so a table inside a figure belongs to the figure and a list
/// inside a cell to its table. A list of long items, a quotation around a whole text and a table that
/// is there for layout are no units; what stands in them counts for itself.
public struct Units: DerivedFromText {
  public private(set) var all: [Unit] = []
  /// By block, the place in `all` of the unit that it is a member of; -1 for none.
  private var places: [Int32] = []
  /// What they were found in. Whether a block is dropped makes no difference.
  private let contents: [Range<Int>]

  public init(_ document: Document, last: Units?) {
    if let last, last.contents.elementsEqual(document.blocks.lazy.map(\.content)) {
      self = last
    } else {
      self.init(document)
    }
  }

  /// - Returns: nothing for flattened text, whose structure nobody knows.
  private init(_ document: Document) {
    contents = document.blocks.map(\.content)
    guard document.format == .html else { return }
    places = [Int32](repeating: -1, count: document.blocks.count)
    var search = UnitSearch(document)
    all = search.units()
    for (place, unit) in all.enumerated() {
      let isSeen = unit.blocks.contains {
        document.blocks[$0].context.isDisjoint(with: ShownText.unseen)
      }
      for block in unit.blocks
      where !isSeen || document.blocks[block].context.isDisjoint(with: ShownText.unseen) {
        places[block] = Int32(place)
      }
    }
  }

  /// The unit that a block is a member of; nil where it stands for itself.
  public subscript(block: BlockID) -> Unit? { place(of: block).map { all[$0] } }

  /// The place in `all` of the unit that a block is a member of; nil where it stands for itself.
  public func place(of block: BlockID) -> Int? {
    places.isEmpty || places[block.index] < 0 ? nil : Int(places[block.index])
  }
}

/// Finds units in one pass over the elements, outermost first.
private struct UnitSearch {
  private let document: Document
  private let elements: ElementArena
  private let text: ShownText
  private let tables: DataTables
  private var found: [Unit] = []
  /// The end of the blocks that stand in a unit already.
  private var end = 0

  /// Mean UTF-8 of the items of a list; those of longer ones are paragraphs.
  private static let maxMeanItemUTF8Count = 160
  /// Mean blocks of an item; teasers and comments have more.
  private static let maxMeanItemBlockCount = 3
  /// What a person quotes in one go; old pages indent whole texts by quotations.
  private static let maxQuotationUTF8Count = 4000
  private static let maxFigureUTF8Count = 4000
  /// Mean UTF-8 of terms and of what is said of them.
  private static let maxMeanDefinitionUTF8Count = 160
  /// How far up the name of a list of references may stand.
  private static let maxReferenceLevels = 3

  init(_ document: Document) {
    self.document = document
    elements = document.elements
    text = ShownText(document)
    tables = DataTables(document, text)
  }

  mutating func units() -> [Unit] {
    let items = ListItems(elements, text)
    for index in 0..<elements.count {
      let first = Int(elements.firstBlocks[index])
      guard first >= end else { continue }
      addLines(upTo: first)
      let blocks = first..<max(first, Int(elements.endBlocks[index]))
      guard blocks.count >= 2 else { continue }
      if let kind = kind(of: index, blocks, items) { add(kind, index, blocks) }
    }
    addLines(upTo: document.blocks.count)
    return found
  }

  private func kind(of index: Int, _ blocks: Range<Int>, _ items: ListItems) -> Unit.Kind? {
    switch elements.tags[index] {
    case .table: tables.contains(ElementID(index)) ? .table : nil
    case .ul, .ol, .menu, .dir:
      if isShortList(index, blocks, items) {
        .list
      } else {
        isReferenceList(index, blocks) ? .references : nil
      }
    case .dl:
      text.utf8Count(of: blocks) <= Self.maxMeanDefinitionUTF8Count * text.count(of: blocks)
        && text.headingCount(of: blocks) == 0 ? .definitions : nil
    case .pre: .code
    case .blockquote:
      text.utf8Count(of: blocks) <= Self.maxQuotationUTF8Count
        && text.headingCount(of: blocks) == 0 ? .quotation : nil
    case .figure:
      text.utf8Count(of: blocks) <= Self.maxFigureUTF8Count
        && text.headingCount(of: blocks) == 0 ? .figure : nil
    default: nil
    }
  }

  private func isShortList(_ index: Int, _ blocks: Range<Int>, _ items: ListItems) -> Bool {
    let count = items.counts[index]
    return count >= 2 && text.headingCount(of: blocks) == 0
      && text.utf8Count(of: blocks) <= Self.maxMeanItemUTF8Count * count
      && text.count(of: blocks) <= Self.maxMeanItemBlockCount * count
  }

  /// Whether the list or what is around it and nothing else is named after notes or sources.
  private func isReferenceList(_ index: Int, _ blocks: Range<Int>) -> Bool {
    guard text.headingCount(of: blocks) == 0 else { return false }
    var element = index
    for _ in 0..<Self.maxReferenceLevels {
      for place in elements.attributes(of: ElementID(element))
      where elements.attributeNames[place] == .class || elements.attributeNames[place] == .id {
        let value = elements.attributeValue(at: place)
        let regions = elements.utf8.withUnsafeBufferPointer {
          RegionLexicon.shared.regions(in: $0, value)
        }
        if regions.contains(.footnote) { return true }
      }
      let parent = Int(elements.parents[element])
      guard parent >= 0, !elements.tags[parent].isPagePart else { return false }
      element = parent
    }
    return false
  }

  private mutating func add(_ kind: Unit.Kind, _ index: Int, _ blocks: Range<Int>) {
    var starts = [blocks.lowerBound]
    let part: (Tag) -> Bool =
      switch kind {
      case .table: { $0 == .thead || $0 == .tbody || $0 == .tfoot }
      case .list, .references: { $0 == .li }
      case .definitions: { $0 == .dt }
      default: { _ in false }
      }
    var inner = index + 1
    while inner < elements.count, Int(elements.firstBlocks[inner]) < blocks.upperBound {
      let start = Int(elements.firstBlocks[inner])
      if start > starts[starts.count - 1], Int(elements.endBlocks[inner]) > start,
        part(elements.tags[inner]),
        kind == .table || kind == .definitions || elements.parents[inner] == Int32(index)
      {
        starts.append(start)
      }
      inner += 1
    }
    found.append(Unit(kind: kind, element: ElementID(index), blocks: blocks, partStarts: starts))
    end = blocks.upperBound
  }

  /// Adds the runs of short lines among the blocks that are in no unit and start before `limit`.
  private mutating func addLines(upTo limit: Int) {
    while end < limit {
      let start = end
      let owner = document.blocks[start].element
      end += 1
      while end < document.blocks.count, document.blocks[end].element == owner { end += 1 }
      guard let owner, end - start >= 2, isVerse(start..<end) else { continue }
      found.append(
        Unit(kind: .lines, element: owner, blocks: start..<end, partStarts: [start]))
    }
  }

  /// Whether blocks of one element have more line breaks inside them than between them.
  private func isVerse(_ blocks: Range<Int>) -> Bool {
    var breaks = 0
    for block in blocks {
      guard document.blocks[block].kind != .preformatted else { return false }
      breaks += document.utf8[document.blocks[block].content].count { $0 == 0x0A }
    }
    return breaks >= blocks.count
      && text.utf8Count(of: blocks) <= Self.maxMeanLineUTF8Count * (breaks + blocks.count)
  }

  private static let maxMeanLineUTF8Count = 100
}

/// By element, for lists: how many of its own items have text that is shown.
private struct ListItems {
  private(set) var counts: [Int]

  init(_ elements: ElementArena, _ text: ShownText) {
    counts = [Int](repeating: 0, count: elements.count)
    for index in 0..<elements.count where elements.tags[index] == .li {
      let parent = Int(elements.parents[index])
      if parent >= 0, text.blocks(of: index) != nil { counts[parent] += 1 }
    }
  }
}

extension Tag {
  /// Whether the element is a page or its main part, whose name says nothing of a list in it.
  fileprivate var isPagePart: Bool {
    self == .html || self == .body || self == .main || self == .article
  }
}
