/// Merges the parts of what was seen of sites, whatever their order: of each part one page is in memory, and of
/// one site at a time its sample.
public struct SiteSampleMerge {
  /// By what a page's site is told.
  public let key: SiteKey
  private var parts: [SiteSampleReader]

  /// - Precondition: there is a part, and all tell sites by one key.
  public init(_ parts: [SiteSampleReader]) {
    precondition(Set(parts.map(\.key)).count == 1, "sites are told by one key")
    key = parts[0].key
    self.parts = parts
  }

  /// The next site by its name, with its pages; nil at the end.
  public mutating func next() throws -> (site: String, sample: SiteSample)? {
    guard let site = parts.compactMap(\.site).min() else { return nil }
    var sample = SiteSample()
    for index in parts.indices where parts[index].site == site {
      try parts[index].readPages(into: &sample)
    }
    return (site, sample)
  }
}
