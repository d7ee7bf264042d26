import GhirbalDocument
import GhirbalText

/// The regions of an HTML page that ask something of its readers: consent, money, an address.
///
/// Markup and words decide together. An element's names, its role, its place over the page or the
/// fields of its form must say what its phrases say; neither takes a text alone. A region never
/// holds the page's first-level heading, never most of a page that has no other text, and a page
/// about cookies keeps what its markup calls so, unless it lies over the page.
struct NagRegions {
  struct Region {
    /// The blocks of the region, dropped ones too.
    let blocks: Range<Int>
    let reason: ChromeReason
    let rule: String
  }

  /// Ascending and disjoint.
  private(set) var regions: [Region] = []

  /// What asks something of readers is at most so long, but for consent, whose texts are policies.
  private static let maxWords = 200
  /// A few lines may go on about something else, and a mere box may be taken for a nag.
  private static let maxFreeWords = 60
  /// The page's text beside a region, in words: with less the region may be the page itself.
  private static let minOtherWords = 20
  /// The same for bars and lists of links, which no phrase tells.
  private static let minOtherWordsOfLists = 60
  private static let maxListBlocks = 12
  private static let minLinkDensity = 0.6
  private static let maxLabelWords = 4

  private static let furniture: BlockContext = [
    .navigation, .pageFooter, .aside, .dialog, .button, .hidden, .noscript,
  ]

  private let document: Document
  private var looks: [Int: Look] = [:]
  /// By block and one more: words of the paragraphs before it that stand in no furniture.
  private var textWordsBefore: [Int] = []

  private var subject: NagKinds?

  private struct Look {
    let evidence: NagEvidence
    let shape: BlockShape
  }

  /// - Parameter minUTF8Count: shorter regions are not looked for.
  init(_ document: Document, minUTF8Count: Int = 0) {
    self.document = document
    guard document.format == .html else { return }
    var end = 0
    let candidates = NagCandidates(document, minUTF8Count: minUTF8Count).candidates
    for candidate in candidates where candidate.blocks.lowerBound >= end {
      guard let region = list(candidate) ?? told(candidate) else { continue }
      regions.append(region)
      end = region.blocks.upperBound
    }
    looks = [:]
    textWordsBefore = []
  }

  /// By block: whether it stands in a region; empty where no region is.
  var isInside: [Bool] {
    guard !regions.isEmpty else { return [] }
    var isInside = [Bool](repeating: false, count: document.blocks.count)
    for region in regions {
      for block in region.blocks { isInside[block] = true }
    }
    return isInside
  }

  // MARK: Regions with phrases

  private mutating func told(_ candidate: NagCandidates.Candidate) -> Region? {
    let isWindow = candidate.marks.contains(.window)
    guard isWindow || !candidate.marks.isDisjoint(with: [.told, .box]) else { return nil }
    var words = 0
    var sure: NagKinds = []
    var told: NagKinds = []
    for block in candidate.blocks {
      let look = look(at: block)
      words += look.shape.wordCount
      sure.formUnion(look.evidence.sure)
      told.formUnion(look.evidence.told)
    }
    if words > Self.maxFreeWords { told = sure }
    var kinds = isWindow ? .told : candidate.marks
    if candidate.marks.contains(.box), words <= Self.maxFreeWords {
      kinds.formUnion(NagKinds.told.subtracting(.cookieNotice))
    }
    kinds.formIntersection(told)
    guard !kinds.isEmpty else { return nil }
    if !isWindow { kinds.subtract(pageKinds()) }
    for (reason, kind) in NagKinds.byReason
    where kinds.contains(kind) && (words <= Self.maxWords || kind == .cookieNotice)
      && isAbout(kind, candidate.blocks, words)
    {
      let others = otherWords(than: candidate.blocks)
      guard others >= Self.minOtherWords, isWindow || others >= words,
        let rule = rule(kind, candidate.blocks)
      else { return nil }
      return Region(blocks: candidate.blocks, reason: reason, rule: rule)
    }
    return nil
  }

  /// Whether at least half of the paragraphs of some blocks go on about one thing.
  private func isAbout(_ kind: NagKinds, _ blocks: Range<Int>, _ words: Int) -> Bool {
    guard words > Self.maxFreeWords else { return true }
    var free = 0
    var all = 0
    for block in blocks where document.blocks[block].kind != .preformatted {
      guard let look = looks[block], look.shape.isProse else { continue }
      all += look.shape.wordCount
      if !look.evidence.touched.contains(kind) { free += look.shape.wordCount }
    }
    return 2 * free <= all
  }

  private func rule(_ kind: NagKinds, _ blocks: Range<Int>) -> String? {
    for block in blocks {
      if let rule = looks[block]?.evidence.rule(kind) { return rule }
    }
    return nil
  }

  private mutating func look(at block: Int) -> Look {
    if let look = looks[block] { return look }
    // Code and copies say nothing of their own.
    let isVerbatim = document.blocks[block].kind == .preformatted
    let look = document.withContent(of: document.blocks[block]) {
      Look(
        evidence: isVerbatim ? NagEvidence() : NagLexicon.builtIn.evidence(in: $0),
        shape: document.shape(of: document.blocks[block]))
    }
    looks[block] = look
    return look
  }

  private mutating func pageKinds() -> NagKinds {
    let kinds = subject ?? Self.subject(of: document)
    subject = kinds
    return kinds
  }

  /// What the page itself is about, by its title and first-level headings: a notice about that is
  /// its text.
  static func subject(of document: Document) -> NagKinds {
    var kinds: NagKinds = []
    let elements = document.elements
    for title in elements.elements(.title) {
      guard let range = elements.textRange(of: title) else { continue }
      kinds.formUnion(
        NagLexicon.builtIn.evidence(in: elements.utf8.span.extracting(range)).topics)
    }
    for heading in elements.elements(.h1) {
      let first = Int(elements.firstBlocks[heading.index])
      for block in first..<max(first, Int(elements.endBlocks[heading.index])) {
        kinds.formUnion(
          document.withContent(of: document.blocks[block]) {
            NagLexicon.builtIn.evidence(in: $0).topics
          })
      }
    }
    return kinds
  }

  // MARK: Bars and lists

  /// Links to other texts set into this one, and bars of buttons: nothing in them reads as text.
  private mutating func list(_ candidate: NagCandidates.Candidate) -> Region? {
    guard candidate.blocks.count <= Self.maxListBlocks,
      !candidate.marks.isDisjoint(with: [.links, .share])
    else { return nil }
    let isBar = candidate.marks.contains(.share)
    var linked = 0
    for block in candidate.blocks {
      let shape = document.shape(of: document.blocks[block])
      if isBar, document.blocks[block].kind.isHeading { return nil }
      let isLabel = shape.wordCount <= Self.maxLabelWords && !shape.isProse
      let isLink = document.blocks[block].linkDensity >= Self.minLinkDensity
      let isPressed = isLink || document.blocks[block].context.contains(.button)
      guard isBar ? isLabel && (isPressed || shape.wordCount == 1) : isLabel || isLink else {
        return nil
      }
      if isPressed { linked += 1 }
    }
    guard linked > 0, otherWords(than: candidate.blocks) >= Self.minOtherWordsOfLists else {
      return nil
    }
    return isBar
      ? Region(blocks: candidate.blocks, reason: .shareBar, rule: "markup.share")
      : Region(blocks: candidate.blocks, reason: .relatedLinks, rule: "markup.related")
  }

  /// Words of the page's paragraphs outside some blocks.
  private mutating func otherWords(than blocks: Range<Int>) -> Int {
    if textWordsBefore.isEmpty {
      textWordsBefore.reserveCapacity(document.blocks.count + 1)
      textWordsBefore.append(0)
      var words = 0
      let shapes = document.derived(BlockShapes.self)
      for block in document.blocks {
        if block.context.isDisjoint(with: Self.furniture), block.linkDensity < Self.minLinkDensity {
          let shape = shapes[block]
          if shape.isProse { words += shape.wordCount }
        }
        textWordsBefore.append(words)
      }
    }
    return textWordsBefore[document.blocks.count]
      - (textWordsBefore[blocks.upperBound] - textWordsBefore[blocks.lowerBound])
  }
}
