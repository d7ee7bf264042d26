public import GhirbalText

/// What the profile of a page's site says of the page's blocks: what of them the site's other pages have,
/// and where.
public struct SiteEvidence: Sendable, Equatable {
  /// From how many pages of the site the profile was learnt, 1 at least.
  public let pageCount: Int
  /// By block of the raw page.
  public let blocks: [SitePlace]
  /// What the site writes alone: tags, sections, names.
  public let words: SiteWords

  /// What most pages call the site and themselves.
  public let facts: SiteFacts

  public init(
    pageCount: Int, blocks: [SitePlace], words: SiteWords = SiteWords(),
    facts: SiteFacts = SiteFacts()
  ) {
    self.pageCount = pageCount
    self.blocks = blocks
    self.words = words
    self.facts = facts
  }

  /// The share of the site's pages that have a block's text, 0...1.
  public func share(of block: Int) -> Float { Float(blocks[block].pageCount) / Float(pageCount) }

  /// Whether the page has something that most pages of its site have.
  public var isFramed: Bool { blocks.indices.contains { share(of: $0) > 0.5 } }
}

/// What a site's pages have in common with one block of a page of it.
public struct SitePlace: Sendable, Equatable {
  /// Whether a person said that the block's text stays; then nothing else is said of the text.
  public var isKept = false
  /// How many of the site's pages have a block of this text; 0 where the profile lists none.
  public var pageCount = 0
  /// How often the text stands on a page that has it, 1 or more; 0 where the profile lists none.
  public var timesPerPage: Float = 0
  /// How many different texts those are, numbers told apart, of one for each page, 0...1: small where
  /// the same words stand on all pages, 1 where they have another number on each.
  public var variety: Float = 1
  /// The share of the site's pages, 0...1, on which the block stands behind the same block as here.
  public var shareBefore: Float = 0
  /// The share of the site's pages, 0...1, on which the block stands before the same block as here.
  public var shareAfter: Float = 0
  /// Blocks between the start of a page and the text, in the middle of all pages that have it.
  public var headPlace: Float = 0
  /// How far from `headPlace` it stands on them in the mean, in blocks.
  public var headSpread: Float = 0
  /// Blocks between the text and the end of a page.
  public var tailPlace: Float = 0
  public var tailSpread: Float = 0
  /// The share of the site's pages, 0...1, that have something in the block's slot: its path of elements,
  /// or in flattened text the place behind the line before it.
  public var slotShare: Float = 0
  /// How many texts stand in the slot on a page that has it.
  public var slotTimesPerPage: Float = 0
  /// How many different texts stand in the slot, of all that do, 0...1: near 0 what is constant, 1 what is
  /// another text on each page.
  public var slotVariety: Float = 1

  public init() {}
}
