import GhirbalDocument

/// Writes a document as plain text: the tiles of its live blocks, end to end, and behind each link
/// its address in parentheses where that is wanted.
enum TextWriter {
  static func write(_ document: Document, _ targets: LinkTargets?) -> WrittenDocument {
    var written = WrittenDocument()
    for block in document.liveBlocks {
      let start = written.text.count
      append(block, of: document, targets, to: &written.text)
      written.blocks.append(.init(block, outputUtf8: start..<written.text.count))
      written.text.append(contentsOf: document.utf8[block.gap])
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
