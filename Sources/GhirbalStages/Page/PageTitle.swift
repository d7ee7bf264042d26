import GhirbalDocument
import GhirbalText

/// The heading that is a page's title: what the head calls the page, held against its headings.
///
/// One answer for all stages of what is called the title; which heading the model of the main content
/// looks at is a feature of it and no more.
/// The first-level heading is often the site's name and the text's title a heading below, so the
/// head is asked first: a headline for networks and search engines, then the `title` element, whose
/// parts between bars or dashes are the title and the site's name in either order.
struct PageTitle: DerivedFromText {
  /// The heading at the top of the text: the one the head names best, otherwise the only one of the
  /// first level; nil where neither is there, and in flattened text.
  private(set) var heading: BlockID?
  /// Whether the head says the title better than the page's heading, which is none of the page or a
  /// slogan.
  private(set) var isInHead = false

  /// A block elsewhere that says what the head does, where no heading at the top of the text does; nil
  /// where there is none.
  private let shown: BlockID?

  /// The block that says the title; nil where only the head does.
  var block: BlockID? { isInHead ? shown : heading }

  init(_ document: Document, last: PageTitle?) {
    guard document.format == .html else {
      shown = nil
      return
    }
    let names = PageNames(document)
    let headings = document.liveBlocks.filter {
      Self.isCandidate($0) && !document.isOfSite($0)
    }
    let heading = names.heading(among: headings, in: document)
    let isInHead = heading.map { names.isSlogan(document[$0], in: document) } ?? true
    shown = isInHead ? names.shownTitle(in: document) : nil
    self.heading = heading
    self.isInHead = isInHead
  }

  /// Whether a block may be a page's title.
  private static func isCandidate(_ block: Block) -> Bool {
    block.kind.isHeading && block.content.count >= 4
      && block.context.isDisjoint(with: [.navigation, .pageFooter, .hidden, .dialog])
  }
}

extension Document {
  /// A heading on more of a site's pages is none of theirs.
  private static var maxTitleShare: Float { 0.5 }

  /// Whether most pages of the site have a block's text.
  fileprivate func isOfSite(_ block: Block) -> Bool {
    siteEvidence.map { $0.share(of: block.id.index) > Self.maxTitleShare } ?? false
  }
}

/// What the head calls a page.
private struct PageNames {
  /// `og:title` and JSON-LD headlines, folded.
  private let headlines: Set<String>
  /// The `title` element, folded, and its parts.
  private let named: String
  private let namedUTF8: [UInt8]
  private let parts: [String]
  /// Whether the first part stands as a heading or a link of its own too, so that a later one may be
  /// the text's title.
  private let isSiteNameFirst: Bool

  /// More are a list of other texts.
  private static let maxHeadlines = 4
  /// Shorter headings occur in a page's title by chance.
  private static let minTitleUTF8Count = 8

  init(_ document: Document) {
    let elements = document.elements
    let marked = document.derived(MarkedElements.self)
    let linked = document.derived(LinkedData.self)
    var headlines = linked.items.filter { $0.kind != .page }.prefix(Self.maxHeadlines)
      .compactMap { linked.headline(of: $0) }
    for meta in marked.metas {
      let key = elements.attribute(.property, of: meta) ?? elements.attribute(.name, of: meta)
      if let key, ["og:title", "twitter:title"].contains(key.lowercased()),
        let content = elements.attribute(.content, of: meta)
      {
        headlines.append(content)
      }
    }
    let site = document.siteEvidence?.facts ?? SiteFacts()
    self.headlines = Set(headlines.filter { !site.isOfSite(title: $0) }.map(\.foldedForMatching))
    let title = marked.title.flatMap { elements.text(of: $0) } ?? ""
    named = site.isOfSite(title: title) ? "" : title.foldedForMatching
    namedUTF8 = Array(named.utf8)
    let parts = TitleParts(named).parts
    self.parts = parts
    isSiteNameFirst =
      parts.count > 1
      && document.blocks.prefix(Self.maxBlocks).contains {
        $0.content.count <= 120 && ($0.kind.isHeading || $0.linkDensity >= 0.9)
          && document.string(of: $0).foldedForMatching == parts[0]
      }
  }

  /// A site's name stands at the top of its pages.
  private static let maxBlocks = 40

  /// How surely a heading is what the head calls the page: 0 for not at all, 4 for a headline.
  private func strength(of heading: Block, in document: Document) -> Int {
    let text = document.string(of: heading).foldedForMatching
    guard !text.isEmpty else { return 0 }
    if headlines.contains(text) { return 4 }
    guard text.utf8.count >= Self.minTitleUTF8Count else { return 0 }
    if let part = parts.firstIndex(of: text) {
      // A later part may be the site's name, unless the first one is that.
      return part == 0 ? 3 : isSiteNameFirst ? 2 : 1
    }
    return namedUTF8.has(Array(text.utf8)) ? 1 : 0
  }

  func heading(among headings: [Block], in document: Document) -> BlockID? {
    var best: (block: Block, strength: Int, utf8Count: Int)?
    for heading in headings {
      let strength = strength(of: heading, in: document)
      // What the title element merely contains ("Bridges") proves less than a heading's level.
      guard strength >= 2 else { continue }
      let utf8Count = heading.content.count
      if let best, (best.strength, best.utf8Count) >= (strength, utf8Count) { continue }
      best = (heading, strength, utf8Count)
    }
    let first = headings.filter { $0.kind == .heading(level: 1) }
    if let best { return best.block.id }
    return first.count == 1 ? first[0].id : nil
  }

  /// The first block that says one of the headlines or what the `title` element begins with, a heading
  /// before any other: the title in a bar that stays at the top, or in an element of no meaning.
  func shownTitle(in document: Document) -> BlockID? {
    var other: BlockID?
    for block in document.liveBlocks
    where Self.shownUTF8Counts.contains(block.content.count) && block.linkDensity < 0.5
      && block.context.isDisjoint(with: [.hidden, .dialog, .pageFooter])
      && strength(of: block, in: document) >= 3
    {
      if block.kind.isHeading { return block.id }
      if other == nil, block.context.isDisjoint(with: [.navigation, .list]) { other = block.id }
    }
    return other
  }

  /// Bytes of a title; a few are a word that may stand for anything.
  private static let shownUTF8Counts = 12...400

  /// Whether a heading has next to no word of what the head calls the page: a slogan above a shop or
  /// the site's name, while the title is what the head says.
  ///
  /// Below .3 the head was right in 61 and the heading in 24 of 117 pages of four benchmark sets;
  /// above it the heading wins.
  func isSlogan(_ heading: Block, in document: Document) -> Bool {
    guard strength(of: heading, in: document) == 0 else { return false }
    let called = Set(([named] + headlines).flatMap(Self.longWords))
    let words = Self.longWords(document.string(of: heading).foldedForMatching)
    guard words.count >= 2, called.count >= 3 else { return false }
    return words.count(where: called.contains) * 10 < words.count * 3
  }

  /// The words of a folded text that say something. Scripts without spaces have few such.
  private static func longWords(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { $0.unicodeScalars.count > 3 }
      .map(String.init)
  }
}
