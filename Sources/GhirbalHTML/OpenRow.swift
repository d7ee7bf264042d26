import GhirbalDocument

/// A row of a table whose end the parser has not reached, none other inside of it.
struct OpenRow {
  /// Places in the reader's own list, as all here.
  let firstBlock: Int
  /// Where its cells start.
  private var cellStarts: [Int] = []

  init(firstBlock: Int) { self.firstBlock = firstBlock }

  mutating func startCell(at block: Int) { cellStarts.append(block) }

  /// Whether a block is the last one of its cell.
  func endsCell(_ block: Int) -> Bool {
    var low = 0
    var high = cellStarts.count
    while low < high {
      let middle = (low + high) / 2
      if cellStarts[middle] <= block { low = middle + 1 } else { high = middle }
    }
    return low < cellStarts.count && cellStarts[low] == block + 1
  }

  /// Whether the row, which has all its blocks, is one of short cells with text, `minCells` at least,
  /// of cells' text, items and paragraphs.
  func isOnOneLine(_ blocks: [Block], minCells: Int, maxCellUTF8Count: Int) -> Bool {
    guard cellStarts.first == firstBlock, firstBlock < blocks.count else { return false }
    var filledCount = 0
    for (start, end) in zip(cellStarts, cellStarts.dropFirst() + [blocks.count]) where start < end {
      var count = 0
      for block in blocks[start..<end] {
        switch block.kind {
        case .tableCell, .listItem, .paragraph: count += block.content.count
        default: return false
        }
      }
      if count > maxCellUTF8Count { return false }
      filledCount += 1
    }
    return filledCount >= minCells
  }
}
