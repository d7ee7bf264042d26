import GhirbalDocument
import GhirbalText

/// What may be the title of a page: what the head calls it, as a whole and in parts, and what its headings say.
struct TitleCandidates {
  /// Who says it. Parts are what stands before or behind a sign that parts titles.
  struct Sources: OptionSet {
    let rawValue: UInt32

    static let jsonLD = Sources(rawValue: 1 << 0)
    static let openGraph = Sources(rawValue: 1 << 1)
    static let twitter = Sources(rawValue: 1 << 2)
    /// Other `meta` elements.
    static let meta = Sources(rawValue: 1 << 3)
    static let element = Sources(rawValue: 1 << 4)
    /// What an element `title` begins and ends with, and the rest of each.
    static let first = Sources(rawValue: 1 << 5)
    static let behindFirst = Sources(rawValue: 1 << 6)
    static let last = Sources(rawValue: 1 << 7)
    static let beforeLast = Sources(rawValue: 1 << 8)
    static let heading1 = Sources(rawValue: 1 << 9)
    static let heading2 = Sources(rawValue: 1 << 10)
    static let heading3 = Sources(rawValue: 1 << 11)
    /// Parts in the middle, parts of what `meta` elements say, blocks that are no heading.
    static let other = Sources(rawValue: 1 << 12)

    static let names = [
      "json_ld", "open_graph", "twitter", "meta", "element", "first", "behind_first", "last",
      "before_last", "heading1", "heading2", "heading3", "other",
    ]
  }

  struct Candidate {
    /// As the first source has it, white space collapsed.
    let text: String
    /// Its words, folded, with single spaces between them.
    let key: String
    var sources: Sources = []
    /// How many sources say it, each with the names it has.
    var sourceCount = 0
    /// What of the head says it, and how; nil where only the body does.
    var inHead: (element: ElementID, rule: String)?
    /// What was cut off a title to have it, and at which sign; nil for what stands whole in the head.
    var cut: Cut?
    /// The headings that say it, by their place among the page's.
    var headings: [(place: Int, level: Int, block: BlockID)] = []
    /// The first other block that says it and may be a title.
    var shown: BlockID?
    /// How many short blocks say it.
    var blockCount = 0

    /// The block that says the title; nil where only the head does.
    var block: BlockID? { headings.first?.block ?? shown }
    /// Whether the head says it and no more.
    var isWholeInHead: Bool {
      !sources.isDisjoint(with: [.jsonLD, .openGraph, .twitter, .meta, .element])
    }
    /// What says it, as the `rule` of an edit.
    var rule: String { block != nil ? "heading" : inHead?.rule ?? "" }
  }

  typealias Cut = (text: String, sign: TitleParts.Sign)

  private(set) var all: [Candidate] = []
  private var places: [String: Int] = [:]
  private(set) var headingCount = 0
  /// How many headings of each level there are, the level being the place.
  private(set) var levelCounts = [Int](repeating: 0, count: 7)

  /// Longer text is no title.
  private static let maxUTF8Count = 600
  /// More headings are those of sections.
  private static let maxHeadings = 14
  /// A title has fewer parts; those of a longer one are a list of keywords.
  private static let maxSeams = 8
  /// More are a list of other texts.
  private static let maxHeadlines = 4
  /// Where the titles of a page stand, its menus included.
  private static let maxBlocks = 240

  init(_ document: Document) {
    addHead(document)
    addHeadings(document)
    countBlocks(document)
  }

  // MARK: The head

  private mutating func addHead(_ document: Document) {
    let marked = document.derived(MarkedElements.self)
    let linked = document.derived(LinkedData.self)
    for meta in marked.metas where meta.key == .title {
      let text = HeadText.plain(meta.content)
      let source: Sources =
        switch meta.name {
        case "og:title": .openGraph
        case "twitter:title": .twitter
        default: .meta
        }
      addParts(of: text, (meta.element, meta.rule), isMeta: true)
      add(text, source, (meta.element, meta.rule))
    }
    for item in linked.items.lazy.filter({ $0.kind != .page }).prefix(Self.maxHeadlines) {
      guard let headline = linked.headline(of: item) else { continue }
      add(HeadText.plain(headline), .jsonLD, (item.element, "json_ld.headline"))
    }
    if let title = marked.title {
      let text = HeadText.plain(document.elements.text(of: title) ?? "")
      addParts(of: text, (title, "title"), isMeta: false)
      add(text, .element, (title, "title"))
    }
    // What all pages of the site are called is none's title.
    if let site = document.siteEvidence?.facts {
      all.removeAll { site.isOfSite(title: $0.text) }
      places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.key, $0) })
    }
  }

  private mutating func addParts(
    of title: String, _ inHead: (ElementID, String), isMeta: Bool
  ) {
    let parts = TitleParts(title, atColons: true)
    guard (1...Self.maxSeams).contains(parts.seams.count), let first = parts.seams.first,
      let last = parts.seams.last
    else { return }
    let utf8 = Array(title.utf8)
    func add(_ range: Range<Int>, without cut: Range<Int>, _ sign: TitleParts.Sign, _ part: Sources)
    {
      self.add(
        String(decoding: utf8[range], as: UTF8.self), isMeta ? .other : part, inHead,
        (String(decoding: utf8[cut], as: UTF8.self), sign))
    }
    let beforeFirst = 0..<first.utf8Range.lowerBound
    let behindFirst = first.utf8Range.upperBound..<utf8.count
    add(beforeFirst, without: behindFirst, first.sign, .first)
    add(behindFirst, without: beforeFirst, first.sign, .behindFirst)
    let beforeLast = 0..<last.utf8Range.lowerBound
    let behindLast = last.utf8Range.upperBound..<utf8.count
    add(behindLast, without: beforeLast, last.sign, .last)
    add(beforeLast, without: behindLast, last.sign, .beforeLast)
    for (seam, next) in zip(parts.seams, parts.seams.dropFirst())
    where seam.utf8Range.upperBound < next.utf8Range.lowerBound {
      add(
        seam.utf8Range.upperBound..<next.utf8Range.lowerBound, without: beforeFirst, seam.sign,
        .other)
    }
  }

  private mutating func add(
    _ text: String, _ source: Sources, _ inHead: (element: ElementID, rule: String),
    _ cut: Cut? = nil
  ) {
    guard let place = place(of: text) else { return }
    // Whole says more than cut.
    if all[place].inHead == nil || all[place].cut != nil && cut == nil {
      all[place].inHead = inHead
    }
    if all[place].sources.isEmpty || cut == nil { all[place].cut = cut }
    all[place].sources.insert(source)
    all[place].sourceCount += 1
  }

  /// The place of the candidate that says a text, a new one at need; nil for no words or too many.
  private mutating func place(of text: String) -> Int? {
    guard text.utf8.count <= Self.maxUTF8Count else { return nil }
    let key = text.titleKey
    guard !key.isEmpty else { return nil }
    if let place = places[key] { return place }
    places[key] = all.count
    all.append(Candidate(text: text, key: key))
    return all.count - 1
  }

  // MARK: The body

  private mutating func addHeadings(_ document: Document) {
    for block in document.liveBlocks {
      guard case .heading(let marked) = block.kind, Self.mayBeTitle(block) else { continue }
      let level = min(levelCounts.count - 1, max(0, marked))
      levelCounts[level] += 1
      headingCount += 1
      guard headingCount <= Self.maxHeadings, !document.isOfSite(block),
        let place = place(of: HeadText.collapsed(document.string(of: block)))
      else { continue }
      all[place].headings.append((headingCount - 1, level, block.id))
      all[place].sources.insert(level == 1 ? .heading1 : level == 2 ? .heading2 : .heading3)
      all[place].sourceCount += 1
    }
  }

  private static func mayBeTitle(_ block: Block) -> Bool {
    block.content.count >= 2
      && block.context.isDisjoint(with: [.navigation, .pageFooter, .hidden, .dialog])
  }

  /// Finds what says the candidates elsewhere: a bar that stays at the top, an element of no meaning, menus.
  private mutating func countBlocks(_ document: Document) {
    let lengths = KeyLengths(all)
    for block in document.liveBlocks.prefix(Self.maxBlocks)
    where lengths.mayHold(document.utf8[block.content]) {
      let key = document.withContent(of: block) { String(titleKeyOf: FoldedText($0)) }
      guard let place = places[key] else { continue }
      all[place].blockCount += 1
      if all[place].shown == nil, !block.kind.isHeading, block.linkDensity < 0.5,
        Self.shownUTF8Counts.contains(block.content.count), Self.mayBeTitle(block),
        !block.context.contains(.list)
      {
        all[place].shown = block.id
        all[place].sources.insert(.other)
        all[place].sourceCount += 1
      }
    }
  }

  /// Bytes of a title; a few are a word that may stand for anything.
  private static let shownUTF8Counts = 12...240
}

extension String {
  /// The words of a text, folded, with single spaces between them.
  var titleKey: String {
    let utf8 = Array(utf8)
    return String(titleKeyOf: FoldedText(utf8.span))
  }

  init(titleKeyOf text: FoldedText) {
    var key: [UInt8] = []
    for word in text.words {
      if !key.isEmpty { key.append(0x20) }
      key += text.utf8[word]
    }
    self.init(decoding: key, as: UTF8.self)
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

/// The lengths of keys by their first byte: most blocks are told from all of them without folding.
private struct KeyLengths {
  private var shortest = [Int](repeating: .max, count: 256)
  private var longest = [Int](repeating: 0, count: 256)

  init(_ candidates: [TitleCandidates.Candidate]) {
    for key in candidates.lazy.map(\.key.utf8) {
      for first in [key.first ?? 0, 0] {
        shortest[Int(first)] = min(shortest[Int(first)], key.count)
        longest[Int(first)] = max(longest[Int(first)], key.count)
      }
    }
  }

  /// Whether text may have one of the keys: signs between its words add to it, marks above its letters too.
  func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
    let byte = text.first ?? 0
    let first =
      switch byte {
      case 0x41...0x5A: Int(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A: Int(byte)
      // What folds to something else, and signs before the first word.
      default: 0
      }
    return text.count >= shortest[first] && text.count <= 2 * longest[first] + 16
  }
}
