import GhirbalContent
import GhirbalDocument

/// The tables or the lists of a page, each with what stands in it.
///
/// A table is one of data (`DataTables`); what is nested in others counts for itself.
struct ContainerRegions: TextRegions {
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

  init(_ kind: Kind, _ document: Document) {
    let elements = document.elements
    isText = [Bool](repeating: false, count: elements.count)
    containers.reserveCapacity(elements.count)
    let tables = kind == .table ? DataTables(document) : nil
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      var container = parent < 0 ? nil : containers[parent]
      if container == nil, Self.isContainer(elements.tags[index], kind),
        tables?.contains(ElementID(index)) ?? true
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
      guard block.context.isDisjoint(with: .frame) else { return false }
      text += block.content.count
      links += block.links.reduce(0) { $0 + $1.utf8Range.count }
    }
    return Double(links) < maxLinkDensity * Double(text)
  }

  private static func blocks(of index: Int, _ document: Document) -> ArraySlice<Block> {
    let first = Int(document.elements.firstBlocks[index])
    return document.blocks[first..<max(first, Int(document.elements.endBlocks[index]))]
  }
}
