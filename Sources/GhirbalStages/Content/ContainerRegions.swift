import GhirbalDocument

/// The tables or the lists of a page, each with what stands in it.
///
/// A table is one of data: tables that hold tables or headings, have the role of mere presentation or
/// long texts in their cells are there for layout, and what is nested in them counts for itself.
struct ContainerRegions {
  enum Kind {
    case table
    case list
  }

  /// By element: the outermost container around it; nil outside.
  private var containers: [Int?] = []
  /// By element, for containers: whether most of its text is no links and it is no part of the
  /// page's frame.
  private var isText: [Bool]

  /// From this share on a list is a menu, as in Kohlschütter et al. (2010).
  private static let maxLinkDensity = 0.5
  /// Mean UTF-8 of the blocks of a table from which it is there for layout: as for single cells when
  /// a page is read.
  private static let maxMeanUTF8Count = 160

  private static let frame: BlockContext = [
    .navigation, .pageFooter, .aside, .dialog, .button, .hidden, .noscript,
  ]

  init(_ kind: Kind, _ document: Document) {
    let elements = document.elements
    isText = [Bool](repeating: false, count: elements.count)
    containers.reserveCapacity(elements.count)
    let layout = kind == .table ? Self.layoutTables(document) : []
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      var container = parent < 0 ? nil : containers[parent]
      if container == nil, Self.isContainer(elements.tags[index], kind),
        layout.isEmpty || !layout[index]
      {
        container = index
        isText[index] = Self.isText(index, document)
      }
      containers.append(container)
    }
  }

  func contains(_ block: Block) -> Bool { container(of: block) != nil }

  /// Whether a block stands in a container that is text and not part of the page's frame.
  func containsAsText(_ block: Block) -> Bool { container(of: block).map { isText[$0] } ?? false }

  private func container(of block: Block) -> Int? { block.element.flatMap { containers[$0.index] } }

  private static func isContainer(_ tag: Tag, _ kind: Kind) -> Bool {
    switch kind {
    case .table: tag == .table
    case .list: tag == .ul || tag == .ol || tag == .menu || tag == .dir || tag == .dl
    }
  }

  /// Containers are outermost ones, so all of them together look at each block once.
  private static func isText(_ index: Int, _ document: Document) -> Bool {
    var text = 0
    var links = 0
    for block in blocks(of: index, document) {
      guard block.context.isDisjoint(with: frame) else { return false }
      text += block.content.count
      links += block.links.reduce(0) { $0 + $1.utf8Range.count }
    }
    return Double(links) < maxLinkDensity * Double(text)
  }

  private static func blocks(of index: Int, _ document: Document) -> ArraySlice<Block> {
    let first = Int(document.elements.firstBlocks[index])
    return document.blocks[first..<max(first, Int(document.elements.endBlocks[index]))]
  }

  /// By element: whether it is a table that is there for layout.
  private static func layoutTables(_ document: Document) -> [Bool] {
    let elements = document.elements
    var isLayout = [Bool](repeating: false, count: elements.count)
    // By element: the nearest table around it, itself included.
    var nearest = [Int](repeating: -1, count: elements.count)
    var utf8Before = [0]
    for block in document.blocks {
      utf8Before.append(utf8Before[block.id.index] + block.content.count)
    }
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      let around = parent < 0 ? -1 : nearest[parent]
      nearest[index] = elements.tags[index] == .table ? index : around
      if around >= 0, elements.tags[index] == .table || elements.tags[index].headingLevel != nil {
        isLayout[around] = true
      }
      guard elements.tags[index] == .table else { continue }
      let first = Int(elements.firstBlocks[index])
      let end = max(first, Int(elements.endBlocks[index]))
      let isPresentation = presentation.contains {
        elements.attribute(.role, of: ElementID(index)) == $0
      }
      if isPresentation || utf8Before[end] - utf8Before[first] > maxMeanUTF8Count * (end - first) {
        isLayout[index] = true
      }
    }
    return isLayout
  }

  /// WAI-ARIA 1.2: an element with one of these roles is no table.
  private static let presentation = ["presentation", "none"]
}
