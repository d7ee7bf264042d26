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
  /// How many blocks before each bear a landmark, by landmark.
  private let counts: [[Int32]]
  private let first: Int
  /// How far "shortly" is, in blocks.
  private static let reach = 8
  /// How far above a block a region's name still tells what the block is.
  private static let nearby: UInt8 = 3

  init(_ page: PageStatistics) { self.init(page, mainBlocks: [0]) }

  init(_ page: PageStatistics, mainBlocks: [Int]) {
    self.page = page
    first = mainBlocks.first ?? 0
    var marks = [[Bool]](repeating: [], count: Self.regions.count)
    for block in 0..<page.count {
      // The element and the three above it.
      var named: RegionSet = []
      var element = page.owners[block]
      for _ in 0...Self.nearby where element >= 0 {
        named.formUnion(page.elements.regions[element])
        element = Int(page.arena.parents[element])
      }
      for (index, region) in Self.regions.enumerated() {
        marks[index].append(named.contains(region))
      }
    }
    marks.append(page.links.map { $0.toNetworks > 0 })
    marks.append(page.owners.map { page.elements.flags[$0].contains(.form) })
    marks.append((0..<page.count).map { page.densities[$0] > 0.9 && page.links[$0].toArticles > 0 })
    marks.append(page.headings.map { $0 > 0 })
    marks.append((0..<page.count).map { page.headings[$0] > 0 && page.densities[$0] > 0.7 })
    marks.append(page.owners.map { page.elements.flags[$0].contains(.aside) })
    marks.append(page.owners.map { page.elements.flags[$0].contains(.hidden) })
    marks.append(
      (0..<page.count).map { block in
        block > 0 && page.elements.imagesBefore[page.owners[block]] > page.elements.imagesBefore[page.owners[block - 1]]
      })
    counts = marks.map { marks in
      var sum: Int32 = 0
      return [0] + marks.map { isMarked in
        if isMarked { sum += 1 }
        return sum
      }
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let from = min(page.count, block + 1)
    let to = min(page.count, block + Self.reach)
    let before = max(0, block - Self.reach)
    for counts in counts {
      row.append(Float(max(0, counts[block] - counts[first])))
      row.append(Float(counts[max(from, to)] - counts[from]))
      row.append(Float(counts[block] - counts[before]))
    }
  }
}
