import GhirbalDocument
import GhirbalText

/// The live blocks of a page with their shapes, as the stages that judge by words see it.
final class PageReading: Sendable {
  struct Entry {
    let block: Block
    let shape: BlockShape
    /// Whether the block is set as one line of a paragraph that was cut at a column.
    var isWrappedLine = false

    /// Whether the block is a link, or leads to one, or is emphasised as a whole.
    var isSetApart: Bool {
      !block.links.isEmpty
        || block.marks.contains { mark in
          mark.utf8Range.count * 10 >= block.content.count * 9
        }
    }
    var isProse: Bool { shape.isProse || isWrappedLine }
    /// Code and other text whose white space is meant: no judge of words.
    var isVerbatim: Bool { block.kind == .preformatted || block.context.contains(.code) }
  }

  let document: Document
  let entries: [Entry]

  init(_ document: Document) {
    self.document = document
    entries = document.derived(PageLines.self).entries
  }

  /// The first and the last block that read as paragraphs.
  var firstProse: Int? { entries.firstIndex(where: \.isProse) }
  var lastProse: Int? { entries.lastIndex(where: \.isProse) }

  /// The folded text of an entry, or of its first bytes up to a scalar boundary.
  func folded(_ index: Int, maxUTF8Count: Int = .max) -> FoldedText {
    let document = document
    let content = entries[index].block.content
    var end = min(content.upperBound, content.lowerBound + min(maxUTF8Count, content.count))
    while end < content.upperBound, document.utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return foldForMatching(document.utf8.span.extracting(content.lowerBound..<end))
  }
}

/// The entries of a reading, made once for each state of a document.
private struct PageLines: DerivedFromText {
  private(set) var entries: [PageReading.Entry] = []

  init(_ document: Document, last: PageLines?) {
    let shapes = document.derived(BlockShapes.self)
    entries = document.liveBlocks.map { PageReading.Entry(block: $0, shape: shapes[$0]) }
    if document.format == .text { markWrappedLines(document) }
  }

  /// Finds paragraphs cut at a column: three or more lines of 55...90 characters, without a blank
  /// line between them, whose lengths differ by six at most.
  ///
  /// Measured shape of flattened Urdu corpora (cut at 70 characters, inside words too).
  private mutating func markWrappedLines(_ document: Document) {
    var start = 0
    while start < entries.count {
      var shortest = entries[start].shape.scalarCount
      var longest = shortest
      var end = start + 1
      while end < entries.count, (55...90).contains(entries[start].shape.scalarCount),
        isDirectlyBelow(end, document)
      {
        let count = entries[end].shape.scalarCount
        guard max(longest, count) - min(shortest, count) <= 6 else { break }
        shortest = min(shortest, count)
        longest = max(longest, count)
        end += 1
      }
      if end - start >= 3 { for index in start..<end { entries[index].isWrappedLine = true } }
      start = end - start >= 3 ? end : start + 1
    }
  }

  /// Whether only one line end stands between an entry and the one before it.
  private func isDirectlyBelow(_ index: Int, _ document: Document) -> Bool {
    let gap = document.utf8[entries[index - 1].block.gap]
    return gap.count(where: { $0 == 0x0A }) <= 1 && gap.count(where: { $0 == 0x0D }) <= 1
  }
}
