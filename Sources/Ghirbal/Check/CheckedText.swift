import GhirbalDocument
import GhirbalIO
import GhirbalText

/// A clean text as blocks, each of which knows the bytes of the file it stands in.
struct CheckedText {
  let document: Document
  /// The bytes of the file.
  let file: [UInt8]
  /// Whether a block's place leads to the very bytes; if not, findings are looked for in its range.
  let isExact: Bool
  /// For each block its bytes in the file.
  let ranges: [Range<Int>]
  /// Comments that ignore findings, which are no part of the text.
  let comments: [Range<Int>]

  /// A text that nobody tells anything of but its name.
  init(_ file: [UInt8], _ kind: TextFileKind) {
    self.file = file
    comments = InlineIgnore.all(in: file[...]).map(\.utf8Range)
    let plain = TextReader.document(
      file.blanked(in: comments), source: DecodingMap(identity: file.count))
    // A block ends in its line; only the first has blank lines before.
    var verbatim = kind.linesWithoutProse(file)[...]
    document = plain.with { block in
      verbatim = verbatim.drop { $0.upperBound < block.content.upperBound }
      let isVerbatim = verbatim.first.map { $0.lowerBound <= block.content.upperBound } ?? false
      return isVerbatim ? .preformatted : block.kind
    }
    isExact = true
    ranges = plain.blocks.map(\.content)
  }

  /// A text with the record that lies beside it, which knows the kinds of its blocks.
  init(_ file: [UInt8], _ record: ProvenanceRecord) {
    self.file = file
    comments = InlineIgnore.all(in: file[...]).map(\.utf8Range)
    let positions = DecodingMap(identity: file.count)
    ranges = record.blocks.map { row in
      let start = min(row.outputUtf8[0], file.count)
      return start..<min(max(start, row.outputUtf8[1]), file.count)
    }
    var blocks: [Block] = []
    for (index, row) in record.blocks.enumerated() {
      let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : file.count
      var gap = ranges[index].upperBound..<max(ranges[index].upperBound, end)
      // The next block's line starts with its list mark.
      if record.output?.listMarks == .keep, let line = file[gap].lastIndex(of: 0x0A) {
        gap = gap.lowerBound..<line + 1
      }
      var map = SourceMap()
      map.append(ranges[index].lowerBound..<gap.upperBound, decodedBy: positions)
      blocks.append(
        Block(
          id: BlockID(index), kind: BlockKind(named: row.kind), context: [], element: nil,
          content: ranges[index], gap: gap, links: [], sourceMap: map, isApproximate: false))
    }
    document = Document(
      format: PageFormat(rawValue: record.source.format) ?? .text, elements: ElementArena(),
      utf8: file.blanked(in: comments), blocks: blocks)
    isExact = true
  }

  /// A text as the pipeline has just written it, with the kinds and elements of the page's blocks.
  init(_ clean: Pipeline.CleanPage) {
    file = clean.text
    comments =
      clean.document.format == .text ? InlineIgnore.all(in: file[...]).map(\.utf8Range) : []
    let page = clean.document
    let rows = clean.record.blocks
    let live = Array(page.liveBlocks)
    precondition(rows.count == live.count, "each live block has its row")
    isExact = zip(rows, live).allSatisfy { row, block in
      clean.text[row.outputUtf8[0]..<row.outputUtf8[1]].elementsEqual(page.utf8[block.content])
    }
    ranges = rows.map { $0.outputUtf8[0]..<$0.outputUtf8[1] }
    // Blocks keep their numbers, by which elements know them. Those that were dropped stay dropped: a
    // page's words are a witness wherever they stand.
    let source = isExact ? file.blanked(in: comments) : []
    var utf8: [UInt8] = []
    var blocks: [Block] = []
    var index = 0
    for block in page.blocks {
      let start = utf8.count
      var contentEnd = start
      var map = SourceMap()
      if !block.isDropped {
        let range = ranges[index]
        utf8.append(contentsOf: isExact ? source[range] : page.utf8[block.content])
        contentEnd = utf8.count
        utf8.append(contentsOf: page.utf8[block.gap])
        map.append(textCount: contentEnd - start, source: range, isExact: isExact)
        let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : file.count
        let gapCount = utf8.count - contentEnd
        // What is between may hold the next block's mark too.
        let gap = range.upperBound..<min(range.upperBound + gapCount, max(range.upperBound, end))
        map.append(
          textCount: gapCount, source: gap,
          isExact: isExact && file[gap].elementsEqual(page.utf8[block.gap]))
        index += 1
      } else {
        utf8.append(contentsOf: page.utf8[block.content])
        contentEnd = utf8.count
        map.append(textCount: block.content.count, source: 0..<0, isExact: false)
      }
      blocks.append(
        Block(
          id: block.id, kind: block.kind, context: block.context, element: block.element,
          content: start..<contentEnd, gap: contentEnd..<utf8.count,
          links: block.isDropped ? [] : block.links, marks: block.isDropped ? [] : block.marks,
          sourceMap: map, isApproximate: false, standing: block.standing))
    }
    document = Document(format: page.format, elements: page.elements, utf8: utf8, blocks: blocks)
      .with { !page[$0.id].isDropped }
  }

  /// Whether a place touches a comment.
  func isComment(_ utf8Range: Range<Int>) -> Bool {
    comments.contains {
      $0.lowerBound <= utf8Range.upperBound && $0.upperBound >= utf8Range.lowerBound
    }
  }

  /// The bytes of the file that `before` stands in, where a finding is told to be at `utf8Range`.
  func place(_ utf8Range: Range<Int>, before: String) -> Range<Int> {
    guard !isExact else { return utf8Range }
    let wanted = Array(before.utf8)
    guard !wanted.isEmpty, wanted.count <= utf8Range.count else {
      return utf8Range.lowerBound..<utf8Range.lowerBound
    }
    for start in utf8Range.lowerBound...utf8Range.upperBound - wanted.count
    where file[start] == wanted[0] && file[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return utf8Range.lowerBound..<utf8Range.lowerBound
  }
}

extension SourceMap {
  /// Appends text that stands for bytes of the file one by one, or as a whole.
  fileprivate mutating func append(textCount: Int, source: Range<Int>, isExact: Bool) {
    append(
      textCount: textCount, source: source, textUnit: isExact ? 1 : 0, sourceUnit: isExact ? 1 : 0)
  }
}

extension [UInt8] {
  /// These bytes with spaces in the place of some, so that all else keeps its place.
  fileprivate func blanked(in ranges: [Range<Int>]) -> [UInt8] {
    var bytes = self
    for range in ranges {
      for index in range where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    return bytes
  }
}

extension BlockKind {
  /// The kind that a record names; a paragraph where it names none.
  fileprivate init(named name: String) {
    let kinds: [BlockKind] = [
      .heading(level: 0), .listItem, .definition, .tableCell, .quotation, .preformatted, .caption,
    ]
    self = kinds.first { $0.name == name } ?? .paragraph
  }
}

extension Document {
  /// This document with other kinds of blocks.
  fileprivate func with(_ kind: (Block) -> BlockKind) -> Document {
    Document(
      format: format, elements: elements, utf8: utf8,
      blocks: blocks.map { Block($0, kind: kind($0), content: $0.content, gap: $0.gap) })
  }

  /// This document with nothing in the blocks that were dropped.
  var withoutDroppedText: Document {
    let emptied = blocks.map { block in
      let end = block.gap.upperBound
      return block.isDropped
        ? Block(block, kind: block.kind, content: end..<end, gap: end..<end) : block
    }
    return Document(format: format, elements: elements, utf8: utf8, blocks: emptied)
      .with { !blocks[$0.id.index].isDropped }
  }
}

extension Block {
  /// Another block with a kind and ranges of its own; of an empty one nothing else is left.
  fileprivate init(_ block: Block, kind: BlockKind, content: Range<Int>, gap: Range<Int>) {
    let isEmpty = content.isEmpty && gap.isEmpty
    self.init(
      id: block.id, kind: kind, context: block.context, element: block.element, content: content,
      gap: gap, links: isEmpty ? [] : block.links, marks: isEmpty ? [] : block.marks,
      sourceMap: isEmpty ? SourceMap() : block.sourceMap, isApproximate: block.isApproximate,
      standing: block.standing, wrap: isEmpty ? nil : block.wrap)
  }
}
