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

  /// Makes line ends in the row spaces, and parts its cells by tabs.
  func setOnOneLine(_ blocks: inout [Block], _ utf8: inout [UInt8]) {
    let isSettled = blocks.indices[firstBlock...].allSatisfy { index in
      let block = blocks[index]
      return block.gap.count <= 1 && !utf8[block.tile].contains(0x0A)
        && (endsCell(index) || utf8[block.gap].first == 0x20)
    }
    if isSettled { return }
    var end = blocks[firstBlock].content.lowerBound
    for index in firstBlock..<blocks.count {
      let content = blocks[index].content
      let start = end
      for place in content {
        utf8[end] = utf8[place] == 0x0A ? 0x20 : utf8[place]
        end += 1
      }
      guard index + 1 < blocks.count else {
        blocks[index].move(to: start, gapUTF8Count: 0)
        break
      }
      utf8[end] = endsCell(index) ? 0x09 : 0x20
      end += 1
      blocks[index].move(to: start, gapUTF8Count: 1)
    }
    utf8.removeLast(utf8.count - end)
  }
}
