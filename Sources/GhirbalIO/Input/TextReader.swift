public import GhirbalDocument
public import GhirbalText

/// Reads text that somebody already took out of a page: each line that is not blank is a block.
///
/// The reader takes nothing away: a block's content is its line as it stands, its gap everything up
/// to the next one, so the tiles of the document laid end to end are the text. Lines that a program broke
/// or cut are blocks too, and know what joins them (`Block.wrap`): a later stage may have changed how
/// wide they are.
public enum TextReader {
  /// The document of decoded text; `source` leads back to the raw bytes.
  public static func document(_ utf8: [UInt8], source: DecodingMap) -> Document {
    let lines = Lines(utf8)
    let wraps = lines.wraps()
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.tiles.count)
    for (index, tile) in lines.tiles.enumerated() {
      var map = SourceMap()
      map.append(tile.content.lowerBound..<tile.end, decodedBy: source)
      blocks.append(
        Block(
          id: BlockID(index),
          kind: wraps[index] == nil && lines.isHeading(index) ? .heading(level: 0) : .paragraph,
          context: [], element: nil, content: tile.content, gap: tile.content.upperBound..<tile.end,
          links: [], sourceMap: map, isApproximate: false, wrap: wraps[index]))
    }
    return Document(format: .text, elements: ElementArena(), utf8: utf8, blocks: blocks)
  }
}

/// A text cut into lines with what follows them up to the next line that is not blank.
private struct Lines {
  struct Tile {
    var content: Range<Int>
    /// Where the next tile starts.
    var end: Int
  }

  private let utf8: [UInt8]
  let tiles: [Tile]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var tiles: [Tile] = []
    var lineStart = 0
    while lineStart < utf8.count {
      var lineEnd = lineStart
      var isBlank = true
      while lineEnd < utf8.count, utf8[lineEnd] != 0x0A, utf8[lineEnd] != 0x0D {
        if !Self.isBlank(utf8, at: lineEnd) { isBlank = false }
        lineEnd += 1
      }
      var next = lineEnd
      if next < utf8.count, utf8[next] == 0x0D { next += 1 }
      if next < utf8.count, utf8[next] == 0x0A { next += 1 }
      if !isBlank {
        // Blank lines before the first tile belong to its content: there is no gap before it.
        tiles.append(Tile(content: (tiles.isEmpty ? 0 : lineStart)..<lineEnd, end: next))
      } else if let last = tiles.indices.last {
        tiles[last].end = next
      }
      lineStart = next
    }
    if tiles.isEmpty, !utf8.isEmpty { tiles.append(Tile(content: 0..<utf8.count, end: utf8.count)) }
    self.tiles = tiles
  }

  /// What joins each line to the next, where a program put the line end between them.
  func wraps() -> [LineJoint?] {
    var joints = [LineJoint?](repeating: nil, count: tiles.count)
    let verbatim = MarkdownLines(tiles.map { utf8[$0.content] }).verbatim
    let open = tiles.indices.filter { !verbatim.contains($0) }
    let wraps = hardWraps(
      in: utf8.span,
      lines: open.map { index in
        let content = tiles[index].content
        // Blank lines above the first.
        let start = utf8[content].lastIndex { $0 == 0x0A || $0 == 0x0D }
        return (start.map { $0 + 1 } ?? content.lowerBound)..<content.upperBound
      })
    for wrap in wraps { joints[open[wrap.line]] = wrap.joint }
    return joints
  }

  /// Whether a byte is white space in ASCII or one half of a no-break space.
  private static func isBlank(_ utf8: [UInt8], at index: Int) -> Bool {
    switch utf8[index] {
    case 0x20, 0x09, 0x0B, 0x0C: true
    case 0xC2: index + 1 < utf8.count && utf8[index + 1] == 0xA0
    case 0xA0: index > 0 && utf8[index - 1] == 0xC2
    default: false
    }
  }

  /// Whether a line reads as a heading: a few words without an end mark, right above prose.
  func isHeading(_ index: Int) -> Bool {
    guard index + 1 < tiles.count else { return false }
    let line = shape(index)
    let next = shape(index + 1)
    return (2...24).contains(line.wordCount) && !line.endsSentence
      && !endsOpen(tiles[index].content) && next.endsSentence && next.wordCount >= 8
  }

  private func shape(_ index: Int) -> ProseShape {
    ProseShape(utf8.span.extracting(tiles[index].content))
  }

  /// Whether a line breaks off: after a comma, a semicolon or a colon nobody puts a heading's end.
  private func endsOpen(_ range: Range<Int>) -> Bool {
    let line = utf8[range].reversed().drop { $0 == 0x20 }
    return Self.openMarks.contains { line.starts(with: $0.reversed()) }
  }

  private static let openMarks: [[UInt8]] = [",", ";", ":", "؛", "،", "、", "，", "："].map {
    Array($0.utf8)
  }
}
