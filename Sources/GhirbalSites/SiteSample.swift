/// The pages of a site that a profile is learnt from: of all its pages those with the least hashes.
///
/// Which they are depends on the pages alone, neither on their order nor on how they were spread over
/// machines; adding pages and merging samples commute.
public struct SiteSample: Sendable, Equatable {
  /// Ascending by hash, each hash once.
  private(set) var pages: [PageTrace] = []

  /// More pages of a site tell nothing more of what is on all of them.
  public static let maxPages = 200

  public init() {}

  public mutating func insert(_ page: PageTrace) {
    let place = self.place(of: page.hash)
    if place < pages.count, pages[place].hash == page.hash {
      if page.isBefore(pages[place]) { pages[place] = page }
      return
    }
    guard place < Self.maxPages else { return }
    pages.insert(page, at: place)
    if pages.count > Self.maxPages { pages.removeLast() }
  }

  public mutating func merge(_ other: SiteSample) {
    for page in other.pages { insert(page) }
  }

  private func place(of hash: UInt64) -> Int {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// About how many different pages there were: exact below `maxPages`, else told by how close together
  /// the least hashes lie (k minimum values, Bar-Yossef et al. 2002).
  var estimatedPageCount: Int {
    guard pages.count == Self.maxPages, let last = pages.last?.hash else { return pages.count }
    return Int(Double(Self.maxPages - 1) * 0x1p64 / Double(last))
  }
}
