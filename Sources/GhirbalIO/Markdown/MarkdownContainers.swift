import GhirbalDocument

/// The lists and quotations of a page, as far as Markdown nests them.
struct MarkdownContainers {
  struct Container {
    let element: ElementID
    /// The one around it; -1 for none.
    let parent: Int32
    let depth: Int
    let kind: Kind

    enum Kind {
      case quotation
      /// An item of `list`; `number` is nil for a bullet.
      case item(list: Int32, number: Int?)
    }
  }

  private(set) var containers: [Container] = []
  /// Each element's innermost container, itself included; -1 for none.
  private var innermost: [Int32] = []
  /// Each element's nearest table and cell, itself included; -1 for none.
  private(set) var tables: [Int32] = []
  private(set) var cells: [Int32] = []

  /// What is nested deeper is written into the last one: readers of Markdown slow down on more, and
  /// pages have it only where tags are not closed.
  private static let maxDepth = 12

  init(_ elements: ElementArena) {
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
        let start = elements.attribute(.start, of: ElementID(index)).flatMap { Int($0) } ?? 1
        counts[list] = (0...100_000_000).contains(start) ? start : 1
      case .li:
        let number = counts[list]
        if let number { counts[list] = number + 1 }
        kind = .item(list: list, number: number)
      case .table:
        table = Int32(index)
        cell = -1
      case .td, .th: cell = Int32(index)
      default: break
      }
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
}
