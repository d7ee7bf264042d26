import GhirbalDocument

/// The lists, quotations and notes of a page, as far as a text nests them.
struct BlockContainers {
  struct Container {
    let element: ElementID
    /// The one around it; -1 for none.
    let parent: Int32
    let depth: Int
    let kind: Kind

    enum Kind {
      case quotation
      /// A call-out with what it is.
      case callout([UInt8])
      /// An item of `list`; `number` is nil for a bullet.
      case item(list: Int32, number: Int?)
      /// A footnote with its label.
      case note([UInt8])
    }
  }

  private(set) var containers: [Container] = []
  /// Each element's innermost container, itself included; -1 for none.
  private var innermost: [Int32] = []
  /// Each element's nearest table and cell, itself included; -1 for none.
  private(set) var tables: [Int32] = []
  private(set) var cells: [Int32] = []
  /// The rules (`hr`) in document order.
  private(set) var rules: [ElementID] = []
  /// Whether the box right at an item's start is ticked, by container.
  private var boxes: [Int: (isTicked: Bool, sourceStart: Int32)] = [:]

  /// What is nested deeper is written into the last one: readers of Markdown slow down on more, and
  /// pages have it only where tags are not closed.
  private static let maxDepth = 12

  init(
    _ elements: ElementArena, notes: [ElementID: [UInt8]] = [:],
    callouts: [ElementID: [UInt8]] = [:]
  ) {
    innermost.reserveCapacity(elements.count)
    /// The nearest list of each element, and how far each list has counted.
    var lists: [Int32] = []
    lists.reserveCapacity(elements.count)
    tables.reserveCapacity(elements.count)
    cells.reserveCapacity(elements.count)
    var counts: [Int32: Int] = [:]
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      let around = parent < 0 ? -1 : innermost[parent]
      var list = parent < 0 ? -1 : lists[parent]
      var table = parent < 0 ? -1 : tables[parent]
      var cell = parent < 0 ? -1 : cells[parent]
      var kind: Container.Kind?
      switch elements.tags[index] {
      case .blockquote: kind = .quotation
      case .ul, .menu, .dir: list = Int32(index)
      case .ol:
        list = Int32(index)
        counts[list] = Self.number(.start, of: index, elements) ?? 1
      case .li:
        var number = counts[list]
        if number != nil {
          number = Self.number(.value, of: index, elements) ?? number
          counts[list] = number.map { $0 + 1 }
        }
        kind = .item(list: list, number: number)
      case .table:
        table = Int32(index)
        cell = -1
      case .td, .th: cell = Int32(index)
      case .hr: rules.append(ElementID(index))
      case .input: noteBox(index, around, elements)
      default: break
      }
      if let name = callouts[ElementID(index)] { kind = .callout(name) }
      if let label = notes[ElementID(index)] { kind = .note(label) }
      lists.append(list)
      tables.append(table)
      cells.append(cell)
      let depth = around < 0 ? 0 : containers[Int(around)].depth + 1
      if let kind, depth < Self.maxDepth {
        containers.append(
          Container(element: ElementID(index), parent: around, depth: depth, kind: kind))
        innermost.append(Int32(containers.count - 1))
      } else {
        innermost.append(around)
      }
    }
  }

  private static func number(
    _ name: AttributeName, of index: Int, _ elements: ElementArena
  ) -> Int? {
    elements.attribute(name, of: ElementID(index)).flatMap { Int($0) }
      .flatMap { (0...100_000_000).contains($0) ? $0 : nil }
  }

  /// Notes the first box inside an item.
  private mutating func noteBox(_ index: Int, _ around: Int32, _ elements: ElementArena) {
    let input = ElementID(index)
    guard around >= 0, boxes[Int(around)] == nil,
      case .item = containers[Int(around)].kind,
      elements.attribute(.type, of: input)?.lowercased() == "checkbox"
    else { return }
    boxes[Int(around)] = (
      elements.attribute(.checked, of: input) != nil, elements.sourceStarts[index]
    )
  }

  /// The containers around what stands in an element, outermost first.
  func path(to element: ElementID?) -> [Int] {
    guard let element else { return [] }
    var path: [Int] = []
    var index = innermost[element.index]
    while index >= 0 {
      path.append(Int(index))
      index = containers[Int(index)].parent
    }
    path.reverse()
    return path
  }

  /// `[ ] ` or `[x] ` for an item whose box stands before its first block (GitHub Flavored Markdown,
  /// section 5.3); nothing for any other. A box in a form is there to be ticked: no task.
  func box(of container: Int, before block: Block) -> StaticString? {
    guard let box = boxes[container], Int(box.sourceStart) <= block.sourceBytes.lowerBound,
      !block.context.contains(.form)
    else { return nil }
    return box.isTicked ? "[x] " : "[ ] "
  }
}
