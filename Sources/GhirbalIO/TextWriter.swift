public import GhirbalDocument

/// Writes a document as plain text: the tiles of its live blocks, end to end.
public enum TextWriter {
  public static func text(
    of document: Document
  ) -> (text: [UInt8], blocks: [ProvenanceRecord.BlockRow]) {
    var text: [UInt8] = []
    var rows: [ProvenanceRecord.BlockRow] = []
    for block in document.liveBlocks {
      let start = text.count
      text.append(contentsOf: document.utf8[block.tile])
      rows.append(
        ProvenanceRecord.BlockRow(
          block: block.id.index, kind: block.kind.name,
          outputUtf8: start..<start + block.content.count, sourceBytes: block.sourceBytes,
          language: block.language?.rawValue,
          direction: block.direction?.rawValue, approximate: block.isApproximate ? true : nil))
    }
    return (text, rows)
  }
}
