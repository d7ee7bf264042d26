public import GhirbalText

/// A page's text in blocks, flat and in reading order.
///
/// A document is read once and then changed only by `apply`, which records what it does, and by
/// `replay`, which follows such a record. What is known about the page can be asked of the document by
/// name: `document.title`, `document.authors`.
@dynamicMemberLookup
public struct Document: Sendable {
  public let format: PageFormat
  /// Where the page was fetched from; nil where nobody said it.
  public private(set) var url: String?
  /// What is known of the other pages of its site; nil where nothing is.
  public private(set) var siteEvidence: SiteEvidence?
  /// The elements of the page; empty in flattened text.
  public let elements: ElementArena
  /// The text all blocks refer into. Edited blocks move to its end; what they left stays unused.
  public internal(set) var utf8: [UInt8] { didSet { forgetValuesOfText() } }
  /// All blocks of the raw page, dropped ones too; a block's index is its id.
  public internal(set) var blocks: [Block] { didSet { forgetValuesOfText() } }
  public internal(set) var metadata = Metadata() { didSet { forgetValuesOfText() } }
  /// The language most of the live text is in; derived by the pipeline, never edited.
  public internal(set) var language: Language? { didSet { forgetValuesOfText() } }
  /// What was derived from the elements, and from this state of the text.
  let valuesOfPage = DerivedValues()
  private(set) var valuesOfText = DerivedValues()

  public init(format: PageFormat, elements: ElementArena, utf8: [UInt8], blocks: [Block]) {
    precondition(
      blocks.indices.allSatisfy { blocks[$0].id.index == $0 }, "a block's index is its id")
    self.format = format
    self.elements = elements
    self.utf8 = utf8
    self.blocks = blocks
  }

  /// A fact of `metadata`, by its name there.
  public subscript<Value>(dynamicMember fact: KeyPath<Metadata, Value>) -> Value {
    metadata[keyPath: fact]
  }

  /// The document of a page that was fetched from an address.
  ///
  /// - Precondition: nothing was derived from it yet.
  public func fetched(from url: String?) -> Document {
    var document = self
    document.url = url
    return document
  }

  /// The document with what is known of the other pages of its site.
  ///
  /// - Precondition: it was read and not changed yet, nothing was derived from it, and the evidence is of
  ///   all its blocks.
  public func knowing(_ evidence: SiteEvidence) -> Document {
    precondition(evidence.blocks.count == blocks.count, "there is evidence of each block")
    var document = self
    document.siteEvidence = evidence
    return document
  }

  private mutating func forgetValuesOfText() { DerivedValues.forget(&valuesOfText) }

  /// The blocks that no stage dropped.
  public var liveBlocks: some Sequence<Block> { blocks.lazy.filter { !$0.isDropped } }

  /// This document with some of its live blocks alone; the others count as dropped.
  public func with(_ isWanted: (Block) -> Bool) -> Document {
    var document = self
    for index in blocks.indices where !isWanted(blocks[index]) {
      document.blocks[index].isDropped = true
    }
    return document
  }

  public subscript(id: BlockID) -> Block { blocks[id.index] }

  /// Calls `body` with the content of a block.
  public func withContent<R>(of block: Block, _ body: (Span<UInt8>) throws -> R) rethrows -> R {
    try body(utf8.span.extracting(block.content))
  }

  /// A copy of the text at `utf8Range`, relative to the start of the block's content.
  public func string(in block: Block, _ utf8Range: Range<Int>) -> String {
    let start = block.content.lowerBound
    return String(
      decoding: utf8[start + utf8Range.lowerBound..<start + utf8Range.upperBound], as: UTF8.self)
  }

  /// A copy of a block's content.
  public func string(of block: Block) -> String { string(in: block, 0..<block.content.count) }

  /// Whether `utf8Range` of the block's tile starts and ends between scalars.
  func isOnScalarBoundaries(_ utf8Range: Range<Int>, in block: Block) -> Bool {
    func isBoundary(_ offset: Int) -> Bool {
      let position = block.content.lowerBound + offset
      return position == block.gap.upperBound || utf8[position] & 0xC0 != 0x80
    }
    return utf8Range.upperBound <= block.tile.count && isBoundary(utf8Range.lowerBound)
      && isBoundary(utf8Range.upperBound)
  }

  /// Sets language and direction of each live block that `isStale`, and of the document.
  ///
  /// They are derived from the text alone, so this is no edit and stands in no ledger.
  public mutating func identifyLanguages(
    document language: Language?, where isStale: (Block) -> Bool,
    block identify: (Block, Span<UInt8>) -> (Language?, TextDirection?)
  ) {
    self.language = language
    for index in blocks.indices where !blocks[index].isDropped && isStale(blocks[index]) {
      (blocks[index].language, blocks[index].direction) = identify(
        blocks[index], utf8.span.extracting(blocks[index].content))
    }
  }
}
