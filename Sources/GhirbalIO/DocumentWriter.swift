public import GhirbalDocument
import GhirbalText

/// A document as it was written, with the place of each block in it.
public struct WrittenDocument: Sendable {
  public internal(set) var text: [UInt8] = []
  public internal(set) var blocks: [ProvenanceRecord.BlockRow] = []
}

/// Writes a document in the format that its options name.
public enum DocumentWriter {
  /// The written document; `url` is where its page was fetched from, which relative links start at.
  public static func write(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    let targets =
      options.effectiveLinks == .inline ? LinkTargets(document.elements, url: url) : nil
    return switch options.format {
    case .text:
      TextWriter.write(document, targets, options.effectiveListMarks(of: document.format))
    case .markdown: MarkdownWriter.write(document, targets, url: url)
    }
  }
}

extension ProvenanceRecord.BlockRow {
  /// The row of a block whose content was written at `outputUtf8`.
  init(_ block: Block, outputUtf8: Range<Int>) {
    self.init(
      block: block.id.index, kind: block.kind.name, outputUtf8: outputUtf8,
      sourceBytes: block.sourceBytes, language: block.language?.rawValue,
      direction: block.direction?.rawValue, approximate: block.isApproximate ? true : nil)
  }
}
