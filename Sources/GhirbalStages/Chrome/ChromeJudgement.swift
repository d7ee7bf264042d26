import GhirbalContent
import GhirbalDocument

/// Judges a page's blocks: what is certain first, then what stands beside it.
///
/// The order matters: a weak phrase is settled by its neighbours, so these must be settled before
/// (jusText's issue 54 shows what happens otherwise).
struct ChromeJudgement {
  private typealias Reason = DropSiteChrome.Reason

  private struct Verdict {
    var reason: Reason
    var heading: BlockID?
    var rule: String
    var confidence: Double
  }

  private let reading: PageReading
  private let hits: [ChromeHit?]
  private var verdicts: [Verdict?]
  /// The first and last block that read as paragraphs and are no notices of the site.
  private let firstProse: Int?
  private let lastProse: Int?
  private let proseCount: Int

  init(_ reading: PageReading, _ reader: ChromeReader, _ nags: NagRegions) {
    self.reading = reading
    var hits = reader.hits(in: reading)
    Self.spareSubject(of: reading, &hits)
    Self.spareRights(of: reading, &hits)
    self.hits = hits
    verdicts = hits.map { hit in
      guard let hit, hit.isSure else { return nil }
      return Verdict(
        reason: hit.reason, heading: nil, rule: hit.rule, confidence: hit.confidence)
    }
    Self.settle(nags, reading, reader, &verdicts)
    let verdicts = self.verdicts
    let prose = reading.entries.indices.filter {
      reading.entries[$0].isProse && verdicts[$0] == nil
    }
    firstProse = prose.first
    lastProse = prose.last
    proseCount = prose.count
    guard verdicts.contains(where: { $0 != nil }) || hits.contains(where: { $0 != nil }) else {
      settleClosingLinks()
      return
    }
    let isScrape = reading.document.format == .text && self.isScrape
    if reading.document.format == .text, !isScrape {
      spareLabelsOfProse()
      spareLikePatterns()
    }
    settleByPlace()
    settleByNeighbours()
    openRegions()
    spareHeadingsOfProse()
    if isScrape { settleOnScrape() }
    settleByNeighbours()
    settleTail()
    settleClosingLinks()
  }

  /// Spares notices of a page that is about what they say: those of a privacy policy are its text.
  private static func spareSubject(of reading: PageReading, _ hits: inout [ChromeHit?]) {
    guard reading.document.format == .html,
      hits.contains(where: { $0?.isNotice ?? false })
    else { return }
    let subject = NagRegions.subject(of: reading.document)
    let chromeContext: BlockContext = [.navigation, .pageFooter, .aside, .dialog]
    for index in hits.indices {
      guard let hit = hits[index], hit.isNotice, !subject.isDisjoint(with: NagKinds(hit.reason)),
        reading.entries[index].block.context.isDisjoint(with: chromeContext)
      else { continue }
      hits[index] = nil
    }
  }

  /// Spares notices of rights in a flattened text that has more of them than a page: they are what a
  /// licence or a list of authors says.
  private static func spareRights(of reading: PageReading, _ hits: inout [ChromeHit?]) {
    guard reading.document.format == .text else { return }
    let notices = hits.indices.filter { hits[$0]?.reason == .copyright }
    guard notices.count > maxRightsNotices else { return }
    for index in notices { hits[index] = nil }
  }

  /// A page has a line or two at its end, and now and then one in its head.
  private static let maxRightsNotices = 4

  /// Settles what regions ask of readers, each under its first block.
  private static func settle(
    _ nags: NagRegions, _ reading: PageReading, _ reader: ChromeReader,
    _ verdicts: inout [Verdict?]
  ) {
    var index = 0
    for region in nags.regions {
      while index < reading.entries.count,
        reading.entries[index].block.id.index < region.blocks.lowerBound
      {
        index += 1
      }
      var heading: BlockID?
      while index < reading.entries.count,
        reading.entries[index].block.id.index < region.blocks.upperBound
      {
        if !reader.isSpared(index, in: reading) {
          let block = reading.entries[index].block.id
          heading = heading ?? block
          verdicts[index] = Verdict(
            reason: region.reason, heading: heading, rule: region.rule, confidence: 0.9)
        }
        index += 1
      }
    }
  }

  /// What was found of an entry, whether or not it is enough to drop it.
  struct Finding {
    let reason: ChromeReason
    let strength: PhraseHint.Strength
  }

  /// By entry; nil for what no phrase says anything of.
  var findings: [Finding?] {
    hits.indices.map { index in
      if let verdict = verdicts[index] {
        return Finding(
          reason: verdict.reason, strength: hits[index]?.isSure ?? false ? .sure : .settled)
      }
      return hits[index].map { Finding(reason: $0.reason, strength: .weak) }
    }
  }

  var edits: [Edit<DropSiteChrome.Reason>] {
    verdicts.indices.compactMap { index in
      verdicts[index].map {
        .drop(
          reading.entries[index].block.id, $0.reason, heading: $0.heading, rule: $0.rule,
          confidence: $0.confidence)
      }
    }
  }

  // MARK: Weak phrases

  private mutating func settle(_ index: Int) {
    guard verdicts[index] == nil, let hit = hits[index] else { return }
    verdicts[index] = Verdict(
      reason: hit.reason, heading: nil, rule: hit.rule, confidence: hit.confidence)
  }

  /// Settles weak phrases that stand where only chrome does.
  private mutating func settleByPlace() {
    let chromeContext: BlockContext = [.navigation, .pageFooter, .button, .dialog]
    // From the end on: below the text a word goes if nothing but chrome follows it, while a label
    // above something else ("Sources", "See also") stays.
    for index in hits.indices.reversed() where hits[index] != nil && verdicts[index] == nil {
      let isInChrome = !reading.entries[index].block.context.isDisjoint(with: chromeContext)
      let isBelowText =
        proseCount >= 2 && lastProse.map { index > $0 } ?? false
        && (index + 1 == hits.count || verdicts[index + 1] != nil)
      // Paths occur in instructions too, but not as a page's first lines.
      let isPathAtTop =
        (hits[index]?.isPath ?? false) && index < 3 && firstProse.map { index < $0 } ?? false
      if isInChrome || isBelowText || isPathAtTop { settle(index) }
    }
    // Three in a row are a bar.
    var start = 0
    while start < hits.count {
      var end = start
      while end < hits.count, hits[end] != nil { end += 1 }
      if end - start >= 3, !headsProse(end - 1),
        (start..<end).contains(where: { !(hits[$0]?.isShapeOnly ?? false) })
      {
        for index in start..<end { settle(index) }
      }
      start = end + 1
    }
  }

  /// Settles weak phrases beside settled blocks, from either side.
  private mutating func settleByNeighbours() {
    for index in hits.indices.dropFirst() where verdicts[index - 1] != nil { settle(index) }
    for index in hits.indices.dropLast().reversed()
    where verdicts[index + 1] != nil && !headsProse(index) {
      settle(index)
    }
  }

  /// Whether a paragraph stands right below, so that a short block may be its heading.
  private func headsProse(_ index: Int) -> Bool {
    index + 1 < hits.count && reading.entries[index + 1].isProse && verdicts[index + 1] == nil
  }

  // MARK: Regions

  private mutating func openRegions() {
    var index = 0
    while index < hits.count {
      guard let hit = hits[index], let opening = hit.opening else {
        index += 1
        continue
      }
      let list = HeadedList(
        reading, hits, heading: index, isForm: opening == .form,
        hasProseBefore: firstProse.map { $0 < index } ?? false)
      guard !list.items.isEmpty, hit.isSure || list.isEvident else {
        index += 1
        continue
      }
      // On a page of hardly any prose a long list is what the page is for.
      if proseCount < 3, list.items.count > 12 {
        verdicts[index] = nil
        index += 1
        continue
      }
      let heading = reading.entries[index].block.id
      verdicts[index] = Verdict(
        reason: hit.reason, heading: heading, rule: hit.rule,
        confidence: hit.isSure ? hit.confidence : 0.85)
      for item in list.items {
        verdicts[item.index] = Verdict(
          reason: item.reason, heading: heading, rule: hits[item.index]?.rule ?? hit.rule,
          confidence: item.confidence)
      }
      index = list.end
    }
  }

  /// Spares headings that stand right above a paragraph and open no list: a text about sites has a
  /// section called "All rights reserved" as well.
  private mutating func spareHeadingsOfProse() {
    let chromeContext: BlockContext = [.navigation, .pageFooter, .aside, .dialog, .form]
    for index in verdicts.indices {
      guard let verdict = verdicts[index], verdict.heading == nil, headsProse(index),
        case .heading(level: 1...6) = reading.entries[index].block.kind,
        reading.entries[index].block.context.isDisjoint(with: chromeContext)
      else { continue }
      verdicts[index] = nil
    }
  }

  // MARK: Flattened text

  /// Sure phrases of so many kinds prove that a flattened text still has what stood around it: a clean
  /// text may hold a line or two that read so.
  private static let minKindsOfScrape = 3
  private static let minLinesOfScrape = 4

  private var isScrape: Bool {
    var kinds: Set<ChromeReason> = []
    var count = 0
    for index in hits.indices {
      guard let hit = hits[index], hit.isSure, verdicts[index] != nil,
        !headsProse(index) || !hit.isBare
      else { continue }
      kinds.insert(hit.reason)
      count += 1
    }
    return kinds.count >= Self.minKindsOfScrape && count >= Self.minLinesOfScrape
  }

  /// What may head a section of a text as well as a list or form of a site.
  private static let headingKinds: Set<ChromeReason> = [
    .recentPosts, .relatedLinks, .replyForm, .commentCount, .navigation, .sourceLink, .byline,
    .feedback,
  ]

  /// Spares phrases alone on their line right above a paragraph, in a text with no other chrome: "À lire
  /// aussi" and «نظر شما» are headings too.
  private mutating func spareLabelsOfProse() {
    for index in verdicts.indices {
      guard let hit = hits[index], hit.isBare, Self.headingKinds.contains(hit.reason),
        verdicts[index] != nil, headsProse(index), !reading.entries[index + 1].isWrappedLine
      else { continue }
      verdicts[index] = nil
    }
  }

  /// As many lines of one pattern may stand in a text without other chrome; more are what the text is
  /// about: dates of a list of posts, ratings of books.
  private static let maxLikePatterns = 2

  private mutating func spareLikePatterns() {
    var counts: [String: Int] = [:]
    for hit in hits { if let hit, hit.isPattern { counts[hit.rule, default: 0] += 1 } }
    for index in verdicts.indices {
      guard let hit = hits[index], hit.isPattern, verdicts[index] != nil,
        counts[hit.rule, default: 0] > Self.maxLikePatterns
      else { continue }
      verdicts[index] = nil
    }
  }

  /// Settles weak phrases of a page that shows chrome everywhere, but for what may head a paragraph.
  private mutating func settleOnScrape() {
    for index in hits.indices {
      guard let hit = hits[index], verdicts[index] == nil,
        !headsProse(index) || !Self.headingKinds.contains(hit.reason) && !hit.isShapeOnly
      else { continue }
      settle(index)
    }
  }

  // MARK: Below the text

  /// Drops a block or two of a few words between pieces of chrome below the text.
  private mutating func settleTail() {
    guard let lastProse, proseCount >= 2 else { return }
    let tail = lastProse + 1..<hits.count
    guard tail.count(where: { verdicts[$0] != nil }) >= 3 else { return }
    var index = tail.lowerBound
    while index < tail.upperBound {
      guard verdicts[index] == nil else {
        index += 1
        continue
      }
      var end = index
      while end < tail.upperBound, verdicts[end] == nil { end += 1 }
      if index > tail.lowerBound, end < tail.upperBound, end - index <= 2,
        hits[index - 1]?.isSure ?? false, hits[end]?.isSure ?? false,
        (index..<end).allSatisfy(isFragment) || isTitleBesideWay(index, end)
      {
        for place in index..<end {
          verdicts[place] = Verdict(
            reason: .tailFragment, heading: nil, rule: "tail_fragment", confidence: 0.7)
        }
      }
      index = end
    }
  }

  /// Whether a line is the title of another text, below "Previous post" of flattened text.
  private func isTitleBesideWay(_ index: Int, _ end: Int) -> Bool {
    reading.document.format == .text && end == index + 1 && hits[index - 1]?.reason == .navigation
      && reading.entries[index].shape.isTitleLike && reading.entries[index].shape.wordCount <= 14
  }

  private mutating func settleClosingLinks() {
    let links = ClosingLinks(
      reading, lastProse: lastProse, proseCount: proseCount, isChrome: verdicts.map { $0 != nil })
    for index in links.entries where verdicts[index] == nil {
      verdicts[index] = Verdict(
        reason: .relatedLinks, heading: nil, rule: "closing_links", confidence: 0.75)
    }
  }

  private func isFragment(_ index: Int) -> Bool {
    let entry = reading.entries[index]
    return entry.shape.wordCount <= 4 && entry.shape.ending == .none && !entry.isVerbatim
      && !entry.block.kind.isHeading && !entry.block.context.contains(.table)
  }
}
