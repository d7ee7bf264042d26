import GhirbalDocument
import GhirbalText

/// A document as it was written, with the place of each block in it.
public struct WrittenDocument: Sendable {
  public internal(set) var text: [UInt8] = []
  public internal(set) var blocks: [WrittenBlock] = []

  /// Puts another one behind what is written.
  mutating func append(_ other: WrittenDocument) {
    let start = text.count
    text += other.text
    blocks += other.blocks.map { row in
      var row = row
      row.outputUtf8 = row.outputUtf8.map { $0 + start }
      return row
    }
  }
}

/// A block of the clean text and where it came from.
public struct WrittenBlock: Sendable, Equatable, Codable {
  public var block: Int
  public var kind: String
  /// The content in the clean text. In plain text its gap follows, and what marks the next block
  /// as an item, up to its start; in Markdown its inline marks are counted and what is around it is not.
  public var outputUtf8: [Int]
  public var sourceBytes: [Int]
  public var language: String?
  public var direction: String?
  /// Whether the content could not be matched with the source bytes.
  public var approximate: Bool?
  /// The gap, for a page that was text and is written in another form.
  public var gap: String?
  /// The content, where the text without its backslashes is not the same.
  public var content: String?

  public init(
    block: Int, kind: String, outputUtf8: Range<Int>, sourceBytes: Range<Int>, language: String?,
    direction: String?, approximate: Bool?
  ) {
    self.block = block
    self.kind = kind
    self.outputUtf8 = [outputUtf8.lowerBound, outputUtf8.upperBound]
    self.sourceBytes = [sourceBytes.lowerBound, sourceBytes.upperBound]
    self.language = language
    self.direction = direction
    self.approximate = approximate
  }
}

extension WrittenBlock {
  /// The row of a block whose content was written at `outputUtf8`.
  init(_ block: Block, outputUtf8: Range<Int>) {
    self.init(
      block: block.id.index, kind: block.kind.name, outputUtf8: outputUtf8,
      sourceBytes: block.sourceBytes, language: block.language?.rawValue,
      direction: block.direction?.rawValue, approximate: block.isApproximate ? true : nil)
  }
}
