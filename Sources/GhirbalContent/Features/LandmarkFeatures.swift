import GhirbalDocument

/// What stands between the block and the main text, and shortly before and after it: share bars,
/// comment headings, tags, teasers.
struct LandmarkFeatures: FeatureGroup {
  private static let regions: [Region] = [
    .comment, .social, .related, .byline, .tag, .newsletter, .teaser, .footer, .metadata, .embed,
    .advertisement, .list,
  ]
  private static let others = [
    "network", "form", "article_link", "heading", "linked_heading", "aside", "hidden", "image",
  ]

  static let names = (regions.map { "\($0)" } + others).flatMap {
    ["passed_\($0)", "soon_\($0)", "just_\($0)"]
  }

  private let page: PageStatistics
  /// How many blocks before each bear a landmark: for each block, and the end, a row of landmarks.
  private let counts: Column<Int32>
  private static let width = regions.count + others.count
  private let first: Int
  /// How far "shortly" is, in blocks.
  private static let reach = 8
  /// How far above a block a region's name still tells what the block is.
  private static let nearby: UInt8 = 3

  init(_ page: PageStatistics, firstMainBlock: Int) {
    self.page = page
    first = firstMainBlock
    let width = Self.width
    counts = page.memory.column((page.count + 1) * width, of: 0)
    let bits = Self.regions.map { UInt64($0.rawValue) }
    for block in 0..<page.count {
      let owner = page.owners[block]
      // The element and the three above it.
      var named: RegionSet = []
      var element = owner
      for _ in 0...Self.nearby where element >= 0 {
        named.formUnion(page.elements.regions[element])
        element = Int(page.parents[element])
      }
      var place = block * width
      func count(_ isMarked: Bool) {
        counts[place + width] = counts[place] + (isMarked ? 1 : 0)
        place += 1
      }
      for bit in bits { count(named.rawValue >> bit & 1 == 1) }
      let flags = page.elements.flags[owner]
      let isHeading = page.headings[block] > 0
      let density = page.densities[block]
      count(page.links[block].toNetworks > 0)
      count(flags.contains(.form))
      count(density > 0.9 && page.links[block].toArticles > 0)
      count(isHeading)
      count(isHeading && density > 0.7)
      count(flags.contains(.aside))
      count(flags.contains(.hidden))
      let images = page.elements.imagesBefore
      count(block > 0 && images[owner] > images[page.owners[block - 1]])
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let from = min(page.count, block + 1)
    let to = max(from, min(page.count, block + Self.reach))
    let before = max(0, block - Self.reach)
    let width = Self.width
    func counts(_ block: Int) -> UnsafeBufferPointer<Int32> {
      self.counts[block * width..<(block + 1) * width]
    }
    let (now, main, next, soon, past) = (
      counts(block), counts(first), counts(from), counts(to), counts(before)
    )
    for landmark in 0..<width {
      row.append(Float(max(0, now[landmark] - main[landmark])))
      row.append(Float(soon[landmark] - next[landmark]))
      row.append(Float(now[landmark] - past[landmark]))
    }
  }
}
