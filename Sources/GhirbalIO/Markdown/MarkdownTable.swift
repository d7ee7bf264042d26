import GhirbalDocument

/// A table of rows of short cells, which Markdown can show.
struct MarkdownTable {
  let element: ElementID
  /// The heading row first, empty where the table has none; all rows are equally long.
  private(set) var rows: [[[BlockID]]] = []
  private(set) var captions: [BlockID] = []
  /// Whether the table lays out a numbered list: no heads, a first column of numbers that count up.
  private(set) var isNumberedList = false
  /// The block after the table's last one.
  let endBlock: Int

  /// A longer cell holds prose: the table is there for layout, or prose is easier to read below each
  /// other. 400 bytes are some 65 English words.
  private static let maxCellUTF8Count = 400
  private static let maxSpan = 50

  private struct Cell {
    var element: ElementID
    var isHeader: Bool
  }

  /// Nil for a table that Markdown should not show as one: for layout, nested, of one row or column.
  /// The table from a block on; what stands before it, a caption as a rule, was written already.
  init?(
    _ element: ElementID, from first: BlockID, _ document: Document,
    _ containers: BlockContainers
  ) {
    self.element = element
    let elements = document.elements
    endBlock = max(first.index, Int(elements.endBlocks[element.index]))
    switch elements.attribute(.role, of: element) {
    case "presentation", "none": return nil
    default: break
    }
    guard let grid = Self.grid(of: element, elements),
      let contents = Self.contents(
        first.index..<endBlock, document, containers)
    else { return nil }
    captions = contents.captions
    var table: [[[BlockID]]] = []
    var isHeaderRow: [Bool] = []
    for row in grid {
      let cells = row.map { $0.flatMap { contents.cells[$0.element.index] } ?? [] }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      table.append(cells)
      isHeaderRow.append(
        zip(row, cells).allSatisfy { cell, blocks in blocks.isEmpty || cell?.isHeader == true })
    }
    let width = table.map(\.count).max() ?? 0
    let columns = (0..<width).filter { column in
      table.contains { $0.count > column && !$0[column].isEmpty }
    }
    guard table.count > 1, columns.count > 1 else { return nil }
    rows = table.map { row in columns.map { $0 < row.count ? row[$0] : [] } }
    if isHeaderRow[0] == false {
      isNumberedList = Self.isNumberedList(rows, document)
      if !isNumberedList { rows.insert(columns.map { _ in [] }, at: 0) }
    }
  }

  /// Whether rows of two cells are the items of a list, `1.` before the first; one without a number
  /// goes on with the item above.
  private static func isNumberedList(_ rows: [[[BlockID]]], _ document: Document) -> Bool {
    var next: Int?
    for row in rows {
      guard row.count == 2, row[0].count < 2, !row[1].isEmpty else { return false }
      guard let id = row[0].first else {
        if next == nil { return false }
        continue
      }
      guard let number = number(document.utf8[document[id].content]), next ?? number == number
      else { return false }
      next = number + 1
    }
    return next != nil
  }

  /// The number of an item that starts with `12.` or `12)`.
  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (2...9).contains(text.count), text.first != UInt8(ascii: "0"),
      text.last == UInt8(ascii: ".") || text.last == UInt8(ascii: ")"),
      text.dropLast().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: text.dropLast(), as: UTF8.self))
  }

  /// The cells row by row, with nil where a cell spans; nil for a table with another one inside.
  private static func grid(of table: ElementID, _ elements: ElementArena) -> [[Cell?]]? {
    var rows: [[Cell?]] = []
    /// How many more rows each column is taken by a cell above.
    var taken: [Int] = []
    func skipTaken() {
      while let column = rows.last?.count, column < taken.count, taken[column] > 0 {
        taken[column] -= 1
        rows[rows.count - 1].append(nil)
      }
    }
    var isInHead = false
    var index = table.index + 1
    while index < elements.count, Int(elements.parents[index]) >= table.index {
      let element = ElementID(index)
      index += 1
      let tag = elements.tag(of: element)
      switch tag {
      case .table: return nil
      case .thead: isInHead = true
      case .tbody, .tfoot: isInHead = false
      case .tr:
        skipTaken()
        rows.append([])
      case .td, .th:
        if rows.isEmpty { rows.append([]) }
        skipTaken()
        let width = span(.colspan, of: element, elements)
        let height = span(.rowspan, of: element, elements)
        for column in 0..<width {
          let place = rows[rows.count - 1].count
          rows[rows.count - 1].append(
            column == 0 ? Cell(element: element, isHeader: tag == .th || isInHead) : nil)
          while taken.count <= place { taken.append(0) }
          taken[place] = height - 1
        }
      default: break
      }
    }
    return rows
  }

  private static func span(
    _ name: AttributeName, of element: ElementID, _ elements: ElementArena
  ) -> Int {
    let number = elements.attribute(name, of: element).flatMap { Int($0) } ?? 1
    return (1...maxSpan).contains(number) ? number : 1
  }

  /// The live blocks by the cells they stand in; nil where one does not fit into a cell.
  private static func contents(
    _ blocks: Range<Int>, _ document: Document, _ containers: BlockContainers
  ) -> (cells: [Int: [BlockID]], captions: [BlockID])? {
    var cells: [Int: [BlockID]] = [:]
    var captions: [BlockID] = []
    var counts: [Int: Int] = [:]
    for block in document.blocks[blocks] where !block.isDropped {
      guard let element = block.element else { return nil }
      let cell = Int(containers.cells[element.index])
      switch block.kind {
      case .caption where cell < 0:
        captions.append(block.id)
        continue
      case .heading, .preformatted, .quotation: return nil
      default: break
      }
      guard cell >= 0, document.utf8[block.content].contains(where: { $0 > 0x20 }) else {
        return nil
      }
      cells[cell, default: []].append(block.id)
      counts[cell, default: 0] += block.content.count
      guard counts[cell, default: 0] <= maxCellUTF8Count else { return nil }
    }
    return (cells, captions)
  }
}
