import GhirbalDocument
import GhirbalText

/// How a block looks from afar: its length and its end, whatever its words say.
struct BlockShape: Equatable {
  /// What a block ends with, closing quotes and brackets aside.
  enum Ending: Equatable {
    case none
    /// A full stop of any script.
    case stop
    case question
    case exclamation
    /// `…` or `...`: text that goes on somewhere else.
    case ellipsis
    /// A colon, comma or semicolon: text that goes on in the next block.
    case open
  }

  /// As `TextLength` counts.
  let wordCount: Int
  let scalarCount: Int
  let ending: Ending
  /// Whether line ends of its own stand in it: then it is several lines.
  let hasLineEnd: Bool

  var endsSentence: Bool { ending == .stop || ending == .question || ending == .exclamation }

  /// Whether the block reads as a paragraph: a full sentence, or too long for anything else.
  ///
  /// Eight words: of the lines of UD Persian-Seraji and EWT that end with a stop and have fewer,
  /// about half are answers, captions and calls to action, so they prove nothing.
  var isProse: Bool {
    endsSentence && wordCount >= 8 || ending == .open && wordCount >= 12 || wordCount >= 40
  }

  /// Whether the block may be the title of something: some words and no full stop.
  var isTitleLike: Bool {
    (2...25).contains(wordCount)
      && (ending == .none || ending == .question || ending == .exclamation || ending == .ellipsis)
  }

  init(_ text: Span<UInt8>) {
    let length = TextLength(text)
    wordCount = length.wordCount
    scalarCount = length.scalarCount
    ending = Self.ending(of: text)
    hasLineEnd = text.withUnsafeBufferPointer { $0.contains(0x0A) }
  }

  private static func ending(of text: Span<UInt8>) -> Ending {
    var end = text.count
    // Quotes, brackets and blanks may follow the mark; a few, never a whole text of them.
    for _ in 0..<8 {
      guard end > 0 else { return .none }
      var start = end - 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      var scalar = UInt32(text[start])
      if scalar >= 0xC0 {
        scalar &= scalar >= 0xF0 ? 0x07 : scalar >= 0xE0 ? 0x0F : 0x1F
        for index in start + 1..<end { scalar = scalar << 6 | UInt32(text[index] & 0x3F) }
      }
      switch scalar {
      case 0x2E:
        return start > 0 && text[start - 1] == 0x2E ? .ellipsis : .stop
      case 0x06D4, 0x0964, 0x3002, 0xFF0E, 0xFF61: return .stop
      case 0x3F, 0x061F, 0xFF1F: return .question
      case 0x21, 0xFF01: return .exclamation
      case 0x2026: return .ellipsis
      case 0x2C, 0x3A, 0x3B, 0x060C, 0x061B, 0x3001, 0xFF0C, 0xFF1A: return .open
      case 0x00...0x20, 0xA0, 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xAB, 0xBB: end = start
      case 0x200B...0x200F, 0x2018...0x201F, 0x202A...0x202F, 0x2039, 0x203A: end = start
      case 0x300D, 0x300F, 0x3011, 0xFF09: end = start
      default: return .none
      }
    }
    return .none
  }
}

/// The shapes of the blocks of a document, dropped ones too, each read once.
struct BlockShapes: DerivedFromText {
  private var contents: [Range<Int>] = []
  private var shapes: [BlockShape] = []

  init(_ document: Document, last: BlockShapes?) {
    contents = document.blocks.map(\.content)
    if let last, last.contents == contents {
      self = last
      return
    }
    shapes = document.blocks.map { block in
      let place = block.id.index
      if let last, last.contents[place] == block.content { return last.shapes[place] }
      return document.withContent(of: block) { BlockShape($0) }
    }
  }

  /// - Precondition: the block is one of the document's, as it stands there.
  subscript(block: Block) -> BlockShape { shapes[block.id.index] }
}

extension Document {
  /// How a block of this document looks from afar.
  func shape(of block: Block) -> BlockShape { derived(BlockShapes.self)[block] }
}
