extension SiteProfile {
  /// Texts and slots on fewer pages are not listed: pages agree by chance too.
  private static let minListedPages = 2
  private static let minListedShare = 0.02

  /// What a sample's pages have in common; nil where fewer than `minPages` are left of it, near copies
  /// counted once.
  ///
  /// - Parameter byHand: what a person said of the site.
  public init?(
    _ site: String, _ sample: SiteSample, minPages: Int, byHand: ByHand = ByHand()
  ) {
    let pages = NearDuplicates.first(of: sample.pages)
    guard pages.count >= max(1, minPages) else { return nil }
    var texts: [UInt64: TextCounts] = [:]
    var slots: [UInt64: SlotCounts] = [:]
    for page in pages {
      for (key, places) in Self.places(page) { texts[key, default: TextCounts()].add(places, page) }
      for (slot, entries) in Dictionary(grouping: page.entries, by: \.slot) {
        slots[slot, default: SlotCounts()].add(entries)
      }
    }
    let least = max(
      Self.minListedPages, Int((Self.minListedShare * Double(pages.count)).rounded(.up)))
    let listed = texts.filter { $0.value.pageCount >= least }
    let beginnings = listed.mapValues(\.beginning)
    var paths: [UInt64: String] = [:]
    for page in pages { paths.merge(page.paths) { min($0, $1) } }
    for (key, beginning) in beginnings {
      // Behind this line, in flattened text.
      let slot = BlockKeys.slot(behind: key)
      if paths[slot] == nil { paths[slot] = "after " + beginning }
    }
    self.init(
      site: site, pageCount: pages.count, seenPageCount: sample.estimatedPageCount,
      texts: listed.map { $0.value.text($0.key) }.sorted(by: Self.stand),
      slots: slots.filter { $0.value.pageCount >= least }
        .map { $0.value.slot($0.key, path: paths[$0.key] ?? "start") }.sorted { $0.key < $1.key },
      words: SiteWord.learnt(of: pages, byHand: byHand), facts: SiteFact.learnt(of: pages),
      byHand: byHand)
  }

  /// By text, where it stands on a page.
  private static func places(_ page: PageTrace) -> [UInt64: [Int]] {
    Dictionary(grouping: page.entries.indices) { page.entries[$0].key }
  }

  /// The order in which a profile lists texts.
  private static func stand(_ one: SiteText, before other: SiteText) -> Bool {
    guard one.isNearHead == other.isNearHead else { return one.isNearHead }
    return one.isNearHead
      ? (one.head.middle, one.key) < (other.head.middle, other.key)
      : (other.tail.middle, one.key) < (one.tail.middle, other.key)
  }
}

/// What is counted of a text.
private struct TextCounts {
  private(set) var pageCount = 0
  private var times = 0
  private var heads: [Int] = []
  private var tails: [Int] = []
  private var before: [UInt64: Int] = [:]
  private var after: [UInt64: Int] = [:]
  private var exact: Set<UInt64> = []
  private(set) var beginning = ""

  /// - Parameter places: where the text stands on the page, ascending.
  mutating func add(_ places: [Int], _ page: PageTrace) {
    let entries = page.entries
    pageCount += 1
    times += places.count
    heads.append(places[0])
    tails.append(entries.count - 1 - places[places.count - 1])
    for key in Set(places.map { $0 > 0 ? entries[$0 - 1].key : 0 }) {
      before[key, default: 0] += 1
    }
    for key in Set(places.map { $0 + 1 < entries.count ? entries[$0 + 1].key : 0 }) {
      after[key, default: 0] += 1
    }
    exact.formUnion(places.lazy.map { entries[$0].exact })
    for place in places where beginning.isEmpty || entries[place].text < beginning {
      beginning = entries[place].text
    }
  }

  func text(_ key: UInt64) -> SiteText {
    SiteText(
      key: key, pageCount: pageCount, times: times, textCount: exact.count, head: Self.place(heads),
      tail: Self.place(tails), before: Self.most(before), after: Self.most(after),
      beginning: beginning)
  }

  private static func place(_ distances: [Int]) -> SiteText.Place {
    let middle = distances.sorted()[distances.count / 2]
    let sum = distances.reduce(0) { $0 + abs($1 - middle) }
    return SiteText.Place(middle: middle, spread: 10 * sum / distances.count)
  }

  private static func most(_ counts: [UInt64: Int]) -> SiteText.Neighbour {
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return SiteText.Neighbour(key: most?.key ?? 0, pageCount: most?.value ?? 0)
  }
}

/// What is counted of a slot.
private struct SlotCounts {
  private(set) var pageCount = 0
  private var times = 0
  private var texts: [UInt64: String] = [:]

  private static let sampleCount = 2

  /// - Parameter entries: what stands in the slot on one page.
  mutating func add(_ entries: [PageTrace.Entry]) {
    pageCount += 1
    times += entries.count
    for entry in entries { texts.merge([entry.key: entry.text]) { min($0, $1) } }
  }

  func slot(_ key: UInt64, path: String) -> SiteSlot {
    let first = texts.sorted { $0.key < $1.key }.prefix(Self.sampleCount)
    return SiteSlot(
      key: key, pageCount: pageCount, times: times, textCount: texts.count, path: path,
      samples: first.map(\.value))
  }
}
