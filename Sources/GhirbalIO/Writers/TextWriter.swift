import GhirbalDocument

extension OutputFormat {
  /// The tiles of the blocks, end to end.
  public static let text = OutputFormat(
    "text", suffixes: [".txt"], mediaType: "text/plain", links: .text, takesListMarks: true,
    isPlain: true, opensWithTitle: false,
    write: { document, targets, marks, _ in TextWriter.write(document, targets, marks) },
    tiles: { rows, text in
      // Each tile reaches up to the next.
      let starts = rows.map { min($0.outputUtf8[0], text.count) }
      let ends = starts.dropFirst() + [text.count]
      return zip(starts, ends).map { Array(text[$0..<max($0, $1)]) }
    })
}

/// Writes a document as plain text: the tiles of its live blocks, end to end, and what is asked for
/// beside them: the address of each link behind its words, the marks of lists.
enum TextWriter {
  static func write(
    _ document: Document, _ targets: LinkTargets?, _ listMarks: WritingOptions.ListMarks
  ) -> WrittenDocument {
    var written = WrittenDocument()
    var marks = listMarks == .keep ? ListMarks(document) : nil
    /// Whether the text so far ends its line.
    var isAtLineStart = true
    for block in document.liveBlocks {
      let gap = document.utf8[block.gap]
      let endsLine = gap.contains(0x0A)
      // A cell in a row shares its line with others.
      if isAtLineStart, endsLine {
        marks?.append(before: block, in: document.utf8, to: &written.text)
      }
      let start = written.text.count
      append(block, of: document, targets, to: &written.text)
      written.blocks.append(.init(block, outputUtf8: start..<written.text.count))
      written.text.append(contentsOf: gap)
      isAtLineStart = endsLine
    }
    return written
  }

  private static func append(
    _ block: Block, of document: Document, _ targets: LinkTargets?, to text: inout [UInt8]
  ) {
    var position = block.content.lowerBound
    if let targets {
      for link in block.links {
        guard let address = targets.address(of: link.element) else { continue }
        let words = document.utf8[
          block.content.lowerBound + link.utf8Range.lowerBound..<block.content.lowerBound
            + link.utf8Range.upperBound]
        text.append(contentsOf: document.utf8[position..<words.endIndex])
        position = words.endIndex
        guard !words.elementsEqual(address) else { continue }
        text.append(contentsOf: " (".utf8)
        text.append(contentsOf: address)
        text.append(UInt8(ascii: ")"))
      }
    }
    text.append(contentsOf: document.utf8[position..<block.content.upperBound])
  }
}
