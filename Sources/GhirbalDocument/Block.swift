public import GhirbalText

/// A block's place in the reading order of the raw page. It is never reused or renumbered.
public struct BlockID: Hashable, Comparable, Sendable {
  /// 0 for the first block of the raw page.
  public let index: Int

  public init(_ index: Int) { self.index = index }

  public static func < (a: BlockID, b: BlockID) -> Bool { a.index < b.index }
}

/// What a block is in the structure of its page.
public enum BlockKind: Hashable, Sendable {
  case paragraph
  /// `level` is 1...6; 0 for a heading of flattened text, whose level nobody knows.
  case heading(level: Int)
  case listItem
  case definition
  case tableCell
  case quotation
  /// Text whose white space is meant: `pre`, `textarea`. No text rule touches it.
  case preformatted
  case caption

  /// The word in provenance records.
  public var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "list_item"
    case .definition: "definition"
    case .tableCell: "table_cell"
    case .quotation: "quotation"
    case .preformatted: "preformatted"
    case .caption: "caption"
    }
  }

  public var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// What a block stands inside of, so that no stage has to walk the tree.
public struct BlockContext: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let navigation = BlockContext(rawValue: 1 << 0)
  public static let pageHeader = BlockContext(rawValue: 1 << 1)
  public static let pageFooter = BlockContext(rawValue: 1 << 2)
  public static let aside = BlockContext(rawValue: 1 << 3)
  public static let main = BlockContext(rawValue: 1 << 4)
  public static let article = BlockContext(rawValue: 1 << 5)
  public static let form = BlockContext(rawValue: 1 << 6)
  public static let button = BlockContext(rawValue: 1 << 7)
  public static let dialog = BlockContext(rawValue: 1 << 8)
  /// Not shown: `hidden`, `display:none`, `aria-hidden="true"`, `template`, what stands in for media
  /// that a browser does show. Text hidden in a shown block is an `UnseenRun`.
  public static let hidden = BlockContext(rawValue: 1 << 9)
  public static let noscript = BlockContext(rawValue: 1 << 10)
  public static let list = BlockContext(rawValue: 1 << 11)
  public static let table = BlockContext(rawValue: 1 << 12)
  public static let figure = BlockContext(rawValue: 1 << 13)
  public static let quotation = BlockContext(rawValue: 1 << 14)
  /// `code` owns the whole block.
  public static let code = BlockContext(rawValue: 1 << 15)

  /// The words for what the block stands inside of, in the order of the members.
  public var names: [String] { Self.named.filter { contains($0.context) }.map(\.name) }

  private static let named: [(name: String, context: BlockContext)] = [
    ("navigation", .navigation), ("page_header", .pageHeader), ("page_footer", .pageFooter),
    ("aside", .aside), ("main", .main), ("article", .article), ("form", .form),
    ("button", .button), ("dialog", .dialog), ("hidden", .hidden), ("noscript", .noscript),
    ("list", .list), ("table", .table), ("figure", .figure), ("quotation", .quotation),
    ("code", .code),
  ]
}

/// What was said of a block that stays, beside that it does.
public enum Standing: Sendable {
  /// Later stages may drop it.
  case open
  /// A person wants it to stay: no later stage may drop it.
  case pinned
  /// It is written behind the text, below a line.
  case setApart
  /// It is the title that opens the text: it is written before all else, and no later stage may drop it.
  case setFirst

  /// Whether no later stage may drop the block.
  var isPinned: Bool { self == .pinned || self == .setFirst }
}

/// One run of text that is set on its own lines.
///
/// A block is two neighbouring ranges of its document's UTF-8: the content, which stages judge, and
/// the gap of white space that parts it from the next block. Together they are the block's *tile*;
/// the tiles of the live blocks, laid end to end, are the clean text.
public struct Block: Sendable, Identifiable {
  public let id: BlockID
  public let kind: BlockKind
  public private(set) var context: BlockContext
  /// The block-level element that owns the block; nil in flattened text.
  public let element: ElementID?
  /// UTF-8 offsets of the content in the document's text.
  public internal(set) var content: Range<Int>
  /// UTF-8 offsets of the gap; starts where the content ends.
  public internal(set) var gap: Range<Int>
  /// Whether a stage dropped the block. A dropped block never comes back.
  public internal(set) var isDropped = false
  /// What the last edit that kept the block said of it.
  public internal(set) var standing = Standing.open
  /// The language of the content; derived from the text by the pipeline, never edited.
  public internal(set) var language: Language?
  /// The direction of the content; derived like the language.
  public internal(set) var direction: TextDirection?
  /// Links in the content, ascending and disjoint.
  public internal(set) var links: [Mark]
  /// Emphasis, code and the like in the content (`Tag.isMarked`), in the order in which they end;
  /// those of nested elements overlap, the inner one first.
  public internal(set) var marks: [Mark]
  /// What of the content the page does not show as its text, ascending and disjoint.
  public internal(set) var unseen: [UnseenRun]
  /// From tile offsets to source bytes.
  public internal(set) var sourceMap: SourceMap
  /// Whether some of the content could not be matched with the source bytes it came from.
  public let isApproximate: Bool
  /// What joins the block and the next one to a paragraph, where they are lines of flattened text and a
  /// program put the line end between them; nil where the line end is the text's own.
  public let wrap: LineJoint?

  /// Creates a block as a reader finds it.
  ///
  /// - Precondition: the source map covers content and gap.
  public init(
    id: BlockID, kind: BlockKind, context: BlockContext, element: ElementID?, content: Range<Int>,
    gap: Range<Int>, links: [Mark], marks: [Mark] = [], unseen: [UnseenRun] = [],
    sourceMap: SourceMap, isApproximate: Bool, standing: Standing = .open, wrap: LineJoint? = nil
  ) {
    precondition(content.upperBound == gap.lowerBound, "the gap follows the content")
    precondition(sourceMap.textCount == content.count + gap.count, "the map covers the tile")
    self.id = id
    self.kind = kind
    self.context = context
    self.element = element
    self.content = content
    self.gap = gap
    self.links = links
    self.marks = marks
    self.unseen = unseen
    self.sourceMap = sourceMap
    self.isApproximate = isApproximate
    self.standing = standing
    self.wrap = wrap
  }

  /// Gives the block that a reader finished last its gap, which stands for no raw bytes.
  public mutating func closeGap(utf8Count: Int) {
    let end = sourceMap.sourceRange(of: 0..<content.count).upperBound
    sourceMap.append(textCount: utf8Count, source: end..<end, textUnit: 0, sourceUnit: 0)
    gap = content.upperBound..<content.upperBound + utf8Count
  }

  /// Adds to what the block stands inside of, before it is part of a document.
  public mutating func insert(_ context: BlockContext) { self.context.formUnion(context) }

  /// Takes back evidence against some of the text, before the block is part of a document.
  public mutating func forgetUnseen(where isWrong: (UnseenRun) -> Bool) {
    unseen.removeAll(where: isWrong)
  }

  /// Moves the block with its text, before it is part of a document.
  public mutating func shift(by utf8Count: Int) {
    content = content.lowerBound + utf8Count..<content.upperBound + utf8Count
    gap = gap.lowerBound + utf8Count..<gap.upperBound + utf8Count
  }

  /// Puts the block where it stands once its reader has closed up the text before it, with another
  /// gap, which stands for no raw bytes.
  public mutating func move(to start: Int, gapUTF8Count: Int) {
    if !gap.isEmpty { sourceMap.removeLast(gap.count) }
    content = start..<start + content.count
    closeGap(utf8Count: gapUTF8Count)
  }

  /// UTF-8 offsets of content and gap together.
  public var tile: Range<Int> { content.lowerBound..<gap.upperBound }

  /// The raw bytes the block came from.
  public var sourceBytes: Range<Int> { sourceMap.sourceRange(of: 0..<content.count) }

  /// The share of the content's UTF-8 that is link text, 0...1.
  public var linkDensity: Double {
    content.isEmpty
      ? 0 : Double(links.reduce(0) { $0 + $1.utf8Range.count }) / Double(content.count)
  }
}
