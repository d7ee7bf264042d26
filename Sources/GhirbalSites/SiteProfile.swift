public import GhirbalDocument
import GhirbalText

/// What the pages of a site have in common: texts that stand on several of them, and the slots that texts
/// stand in.
public struct SiteProfile: Sendable, Equatable {
  /// The site, as `SiteKey` names it.
  public let site: String
  /// How many pages it was learnt from, near copies counted once.
  public let pageCount: Int
  /// About how many pages of the site were seen.
  public let seenPageCount: Int
  /// Texts, those nearer to the head of their pages first and in the order of their places.
  public let texts: [SiteText]
  /// Slots by their hashes.
  public let slots: [SiteSlot]
  /// What the site writes alone, on how many pages: that on most pages first.
  public let words: [SiteWord]
  /// What most pages call the site and themselves.
  public let facts: [SiteFact]
  /// What a person said of the site.
  public let byHand: SiteProfile.ByHand

  private let placesOfTexts: [UInt64: Int]
  private let placesOfSlots: [UInt64: Int]
  private let keptKeys: Set<UInt64>
  private let siteWords: SiteWords

  init(
    site: String, pageCount: Int, seenPageCount: Int, texts: [SiteText], slots: [SiteSlot],
    words: [SiteWord] = [], facts: [SiteFact] = [], byHand: ByHand = ByHand()
  ) {
    self.site = site
    self.pageCount = pageCount
    self.seenPageCount = seenPageCount
    self.texts = texts
    self.slots = slots
    self.words = words
    self.facts = facts
    self.byHand = byHand
    siteWords = SiteWords(words, byHand)
    placesOfTexts = Dictionary(
      zip(texts.lazy.map(\.key), texts.indices), uniquingKeysWith: { first, _ in first })
    placesOfSlots = Dictionary(
      zip(slots.lazy.map(\.key), slots.indices), uniquingKeysWith: { first, _ in first })
    // What a profile shows of a longer text is its beginning.
    let beginnings = Set(byHand.kept)
    keptKeys = Set(byHand.kept.map { BlockKeys.key(of: $0) })
      .union(texts.lazy.filter { beginnings.contains($0.beginning) }.map(\.key))
  }

  /// What the profile says of a page of its site, which was read and not changed yet.
  public func evidence(of document: Document) -> SiteEvidence {
    let keys = PageKeys(document.blocks, of: document)
    let share = 1 / Float(pageCount)
    let places = keys.texts.indices.map { index in
      var place = SitePlace()
      if let found = placesOfSlots[keys.slots[index]] {
        let slot = slots[found]
        place.slotShare = Float(slot.pageCount) * share
        place.slotTimesPerPage = Float(slot.times) / Float(slot.pageCount)
        place.slotVariety = Float(slot.textCount) / Float(slot.times)
      }
      place.isKept = keptKeys.contains(keys.texts[index])
      guard !place.isKept, let found = placesOfTexts[keys.texts[index]] else { return place }
      let text = texts[found]
      place.pageCount = text.pageCount
      place.timesPerPage = Float(text.times) / Float(text.pageCount)
      place.variety = Float(text.textCount) / Float(text.pageCount)
      place.headPlace = Float(text.head.middle)
      place.headSpread = Float(text.head.spread) / 10
      place.tailPlace = Float(text.tail.middle)
      place.tailSpread = Float(text.tail.spread) / 10
      if text.before.key == (index > 0 ? keys.texts[index - 1] : 0) {
        place.shareBefore = Float(text.before.pageCount) * share
      }
      if text.after.key == (index + 1 < keys.texts.count ? keys.texts[index + 1] : 0) {
        place.shareAfter = Float(text.after.pageCount) * share
      }
      return place
    }
    return SiteEvidence(
      pageCount: pageCount, blocks: places, words: siteWords,
      facts: SiteFacts(facts, of: pageCount))
  }

  /// What people write into the profile of a site; it stays when the profile is learnt again.
  public struct ByHand: Sendable, Equatable {
    /// Texts that are no part of a template whatever the counts say.
    public var kept: [String] = []
    /// Words of the site that need not be learnt.
    public var words: [String] = []
    /// What is no word of the site wherever it stands.
    public var refusedWords: [String] = []

    public init() {}

    public var isEmpty: Bool { kept.isEmpty && words.isEmpty && refusedWords.isEmpty }
  }
}

/// A text that several pages of a site have.
public struct SiteText: Sendable, Equatable {
  /// Where it stands on the pages that have it, in blocks from one end.
  struct Place: Sendable, Equatable {
    let middle: Int
    /// The mean distance from the middle, in tenths of a block.
    let spread: Int
  }

  /// The text that most often stands beside it, and on how many pages; key 0 is the end of the page.
  struct Neighbour: Sendable, Equatable {
    let key: UInt64
    let pageCount: Int
  }

  let key: UInt64
  /// On how many pages it stands.
  public let pageCount: Int
  /// How often on all of them.
  let times: Int
  /// How many different texts these are, numbers told apart.
  let textCount: Int
  let head: Place
  let tail: Place
  let before: Neighbour
  let after: Neighbour
  /// Its beginning.
  public let beginning: String

  var isNearHead: Bool { head.middle <= tail.middle }
}

/// A place in the pages of a site that texts stand in.
public struct SiteSlot: Sendable, Equatable {
  let key: UInt64
  /// On how many pages something stands in it.
  public let pageCount: Int
  /// How many texts stand in it on all of them.
  let times: Int
  /// How many of these are different.
  let textCount: Int
  /// The last elements of its path; in flattened text the line that it lies behind.
  public let path: String
  /// A text or two that stand in it.
  let samples: [String]

  /// How much its texts differ.
  public var variety: Variety {
    textCount == 1 ? .constant : 2 * textCount < times ? .rotating : .free
  }

  public enum Variety: String, Sendable {
    /// One text wherever the slot is filled.
    case constant
    /// Few texts, each several times.
    case rotating
    /// Nearly another text each time.
    case free
  }
}
