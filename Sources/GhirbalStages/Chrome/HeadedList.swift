import GhirbalDocument
import GhirbalText

/// The list that a heading such as "Recent Posts" opens, as far as it reaches.
///
/// The list takes titles, teasers, dates, links and other chrome. It ends where prose resumes: at
/// two paragraphs one after the other, at a paragraph that nothing marks as a teaser, or at the
/// heading that stands above them. What is in doubt stays.
struct HeadedList {
  struct Item {
    let index: Int
    let reason: DropSiteChrome.Reason
    let confidence: Double
  }

  private(set) var items: [Item] = []
  /// The first block behind the list.
  private(set) var end: Int
  /// How many items show by themselves that they are no text: teasers, dates, links, chrome.
  private var evidenceCount = 0

  /// Whether the items alone prove the list, so that a weak heading is enough.
  var isEvident: Bool { evidenceCount >= 2 && evidenceCount * 3 >= items.count }

  private enum Role {
    /// Chrome by the lexicon.
    case hit
    case teaser
    case link
    /// A date of the calendar in a few words.
    case date
    case title
    /// A word or two.
    case fragment
    case prose
    case other

    var isEvidence: Bool { self == .hit || self == .teaser || self == .link }
  }

  private let reading: PageReading
  private let hits: [ChromeHit?]
  private let heading: Int
  private let isForm: Bool

  /// Links make a title where they are most of it.
  private static let minLinkDensity = 0.6
  /// A teaser is two or three lines.
  private static let maxTeaserWords = 60
  /// Without any evidence a list inside a text is a handful of titles.
  private static let maxPlainItems = 8
  /// A site's list of other texts has a dozen or so; a longer one without links to show is what the
  /// page is for.
  private static let maxUnprovenItems = 16
  /// How many elements up a heading's list is looked for.
  private static let maxDepth = 16

  init(
    _ reading: PageReading, _ hits: [ChromeHit?], heading: Int, isForm: Bool, hasProseBefore: Bool
  ) {
    self.reading = reading
    self.hits = hits
    self.heading = heading
    self.isForm = isForm
    end = heading + 1
    let limit = containerEnd
    let stop = min(firstOutside(limit), hasProseBefore ? limit : firstTitle(before: limit))
    let resumes = stop < limit && stop < reading.entries.count && role(stop) == .prose
    let isAtEnd = stop == reading.entries.count
    end = resumes ? trimmed(stop) : stop
    if !isAtEnd || !hasProseBefore { cutDoubtful() }
    while end > heading + 1, isForeign(end - 1) { end -= 1 }
    collect()
    // Nothing above and nothing below but titles: this may be a poem, a table of contents, a page
    // of links. Then the items themselves must prove the list.
    let isLong = reading.document.format == .text && items.count > Self.maxUnprovenItems
    if isAtEnd, !hasProseBefore || isLong, !isForm, evidenceCount * 3 < items.count {
      items = []
      end = heading + 1
    }
  }

  private func role(_ index: Int) -> Role {
    let entry = reading.entries[index]
    if entry.isVerbatim { return .other }
    if let hit = hits[index], hit.isSure || hit.reason == .relativeDate { return .hit }
    if entry.shape.ending == .ellipsis, entry.shape.wordCount <= Self.maxTeaserWords {
      return .teaser
    }
    if entry.isProse { return .prose }
    if entry.block.linkDensity >= Self.minLinkDensity, entry.shape.wordCount <= 40 { return .link }
    if hits[index] != nil { return .hit }
    if entry.shape.wordCount <= 8, isDate(index) { return .date }
    if entry.shape.wordCount > 2, entry.shape.isTitleLike { return .title }
    if entry.shape.wordCount <= 2, !entry.shape.endsSentence { return .fragment }
    return .other
  }

  private func isDate(_ index: Int) -> Bool {
    let text = reading.folded(index)
    return !DateReader(text, .anyOrder).dates.isEmpty
  }

  // MARK: Reach

  /// Where the element ends that holds the heading and its list; the page's end in flattened text.
  private var containerEnd: Int {
    let entries = reading.entries
    // A weak heading may stand in a long run of such, so it never looks far: that keeps the whole
    // search linear.
    let farthest =
      hits[heading]?.isSure ?? false ? entries.count : min(entries.count, heading + 64)
    let elements = reading.document.elements
    var element = entries[heading].block.element
    for _ in 0..<Self.maxDepth {
      guard let current = element else { break }
      let tag = elements.tag(of: current)
      if tag == .body || tag == .html || tag == .main || tag == .article { break }
      let endBlock = Int(elements.endBlocks[current.index])
      if endBlock > entries[heading].block.id.index + 1 {
        return min(farthest, firstEntry(fromBlock: endBlock))
      }
      element = elements.parent(of: current)
    }
    return farthest
  }

  private func firstEntry(fromBlock block: Int) -> Int {
    var low = heading + 1
    var high = reading.entries.count
    while low < high {
      let middle = (low + high) / 2
      if reading.entries[middle].block.id.index < block { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first block that cannot be in the list.
  private func firstOutside(_ limit: Int) -> Int {
    var hasLink = false
    var hasTeaser = false
    for index in heading + 1..<max(limit, heading + 1) {
      if hits[index]?.opening != nil, hits[index]?.isSure ?? false { return index }
      let role = self.role(index)
      if isForm {
        guard role == .hit && !isForeign(index) || isField(index) else { return index }
        continue
      }
      switch role {
      case .hit, .date: hasTeaser = hasTeaser || hits[index]?.reason == .relativeDate
      case .teaser: hasTeaser = true
      case .link: hasLink = true
      case .title where hasLink && reading.document.format == .html: return index
      case .title, .fragment: break
      case .prose:
        guard hasTeaser, isFullTeaser(index, limit) else { return index }
      case .other:
        if reading.entries[index].isVerbatim || reading.entries[index].shape.wordCount > 12 {
          return index
        }
      }
    }
    return limit
  }

  /// The page's own title, which "Latest news" in a menu above it does not open.
  private func firstTitle(before limit: Int) -> Int {
    guard reading.document.format == .text,
      let title = reading.document.metadata[.title].first?.foldedForMatching
    else { return limit }
    let farthest = min(limit, heading + 1 + Self.maxTitleDistance)
    for index in heading + 1..<max(farthest, heading + 1) {
      let text = reading.folded(index)
      if text.string(0..<text.utf8.count) == title { return index }
    }
    return limit
  }

  private static let maxTitleDistance = 12

  /// Whether a block is chrome of another kind, which ends no list inside it but belongs to none.
  private func isForeign(_ index: Int) -> Bool {
    guard role(index) == .hit, let hit = hits[index] else { return false }
    if isForm {
      return ![.replyForm, .newsletter, .account, .commentCount, .placeholder].contains(hit.reason)
    }
    let ownKinds: Set<DropSiteChrome.Reason> = [
      .relativeDate, .readingTime, .commentCount, .viewCount, .relatedLinks, .recentPosts,
    ]
    return !ownKinds.contains(hit.reason)
  }

  /// Whether a paragraph is a teaser that ends with its sentence: other items prove that there are
  /// teasers, a title stands above, and a date or another piece of chrome below.
  private func isFullTeaser(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, index - 1 > heading else { return false }
    let above = role(index - 1)
    let below = role(index + 1)
    return reading.entries[index].shape.wordCount <= 45 && (above == .title || above == .link)
      && (below == .hit || below == .date)
  }

  private func isField(_ index: Int) -> Bool {
    let entry = reading.entries[index]
    guard entry.shape.wordCount <= 4 else { return false }
    if entry.block.context.contains(.form) { return true }
    return reading.document.utf8[entry.block.content].last == 0x2A
  }

  /// Steps back from where prose resumes to before the heading that belongs to it.
  private func trimmed(_ stop: Int) -> Int {
    var index = stop
    while index - 1 > heading, stop - index < 5 {
      switch role(index - 1) {
      case .title, .fragment:
        // The only title under the heading is what the heading announces.
        return index - 1 == heading + 1 ? stop : index - 1
      case .date: index -= 1
      case .hit where hits[index - 1]?.reason != .relativeDate: index -= 1
      case .other: return index - 1
      default: return stop
      }
    }
    return stop
  }

  /// Inside a text, keeps what no evidence speaks against: ends the list at a word or two that
  /// nobody knows, and after a handful of bare titles.
  private mutating func cutDoubtful() {
    guard !isForm else { return }
    var plain = 0
    for index in heading + 1..<max(end, heading + 1) {
      switch role(index) {
      case .hit, .teaser, .link: plain = 0
      case .date: break
      case .title:
        plain += 1
        if plain > Self.maxPlainItems || startsWithMarker(index) {
          end = index
          return
        }
      case .fragment, .other, .prose:
        if index + 1 < end, role(index + 1).isEvidence { break }
        end = index
        return
      }
    }
  }

  /// Whether a block starts with a bullet or a digit: an ingredient, a step, a row of figures.
  private func startsWithMarker(_ index: Int) -> Bool {
    guard let first = reading.folded(index, maxUTF8Count: 16).utf8.first else { return false }
    return (0x30...0x39).contains(first) || first == 0x2D || first == 0x2A || first == 0xE2
  }

  private mutating func collect() {
    var teasers = 0
    for index in heading + 1..<max(end, heading + 1) where role(index).isEvidence {
      evidenceCount += 1
      if role(index) == .teaser { teasers += 1 }
    }
    let isProven = evidenceCount >= 2
    for index in heading + 1..<max(end, heading + 1) {
      let role = self.role(index)
      let item =
        switch role {
        case .hit:
          Item(
            index: index, reason: hits[index]?.reason ?? .listUnderHeading,
            confidence: hits[index]?.confidence ?? 0.9)
        case .teaser: Item(index: index, reason: .teaser, confidence: 0.95)
        case .prose: Item(index: index, reason: .teaser, confidence: 0.75)
        case .link: Item(index: index, reason: .listUnderHeading, confidence: 0.95)
        default:
          Item(index: index, reason: .listUnderHeading, confidence: isProven ? 0.9 : 0.75)
        }
      items.append(item)
    }
  }
}
