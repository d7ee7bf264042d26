import GhirbalDocument

/// How near above a block an element stands whose class or id names each region.
struct RegionFeatures: FeatureGroup {
  static let names = Region.allCases.map { "region_\($0)" }

  /// For what no element above names.
  static let far: UInt8 = 255

  private let page: PageStatistics
  /// By element and region: 0 for the element itself, 1 for its parent and so on.
  private let distances: [UInt8]

  init(_ page: PageStatistics) {
    self.page = page
    distances = Self.distances(page)
  }

  private static func distances(_ page: PageStatistics) -> [UInt8] {
    let arena = page.arena
    let parents = arena.parents
    let starts = arena.firstBlocks
    let ends = arena.endBlocks
    let width = Region.count
    return [UInt8](unsafeUninitializedCapacity: arena.count * width) { buffer, count in
      count = arena.count * width
      for element in 0..<arena.count {
        let place = element * width
        let parent = Int(parents[element])
        let hasText = ends[element] > starts[element]
        if parent >= 0, hasText {
          let above = parent * width
          for region in 0..<width {
            let distance = buffer[above + region]
            (buffer.baseAddress! + place + region).initialize(to: distance &+ (distance < far ? 1 : 0))
          }
        } else {
          for region in 0..<width { (buffer.baseAddress! + place + region).initialize(to: far) }
        }
        var named = page.elements.regions[element].rawValue
        while named != 0 {
          buffer[place + named.trailingZeroBitCount] = 0
          named &= named - 1
        }
      }
    }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let place = page.owners[block] * Region.count
    for region in 0..<Region.count { row.append(Float(distances[place + region])) }
  }
}
