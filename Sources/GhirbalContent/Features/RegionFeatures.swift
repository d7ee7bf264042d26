import GhirbalDocument

/// How near above a block an element stands whose class or id names each region.
struct RegionFeatures: FeatureGroup {
  static let names = Region.allCases.map { "region_\($0)" }

  /// For what no element above names.
  static let far: UInt8 = 255

  private let page: PageStatistics
  /// By element and region: 0 for the element itself, 1 for its parent and so on.
  private let distances: Column<UInt8>

  init(_ page: PageStatistics) {
    self.page = page
    let width = Region.count
    let distances = page.memory.column(page.parents.count * width, of: Self.far)
    for element in page.parents.indices {
      let place = element * width
      let parent = Int(page.parents[element])
      if parent >= 0, page.elements.hasText(element) {
        let above = distances[parent * width..<(parent + 1) * width]
        let own = UnsafeMutableBufferPointer(mutating: distances[place..<place + width])
        for region in 0..<width {
          own[region] = above[region] &+ (above[region] < Self.far ? 1 : 0)
        }
      }
      var named = page.elements.regions[element].rawValue
      while named != 0 {
        distances[place + named.trailingZeroBitCount] = 0
        named &= named - 1
      }
    }
    self.distances = distances
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let place = page.owners[block] * Region.count
    for distance in distances[place..<place + Region.count] { row.append(Float(distance)) }
  }
}
