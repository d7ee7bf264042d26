/// The pages of several sites that profiles are learnt from.
public struct SiteSamples: Sendable, Equatable {
  /// By what a page's site is told.
  public let key: SiteKey
  private(set) var samples: [String: SiteSample] = [:]

  public init(by key: SiteKey) { self.key = key }

  /// Takes a page of a site.
  public mutating func insert(_ page: PageTrace, of site: String) {
    samples[site, default: SiteSample()].insert(page)
  }

  /// Takes what another sample has, which tells sites by the same key.
  public mutating func merge(_ other: SiteSamples) {
    precondition(key == other.key, "sites are told by one key")
    samples.merge(other.samples) { one, other in
      var merged = one
      merged.merge(other)
      return merged
    }
  }

  /// The profiles of all sites that have enough pages.
  ///
  /// - Parameters:
  ///   - minPages: fewer pages of a site, near copies counted once, tell nothing.
  ///   - earlier: where people have said something of a site; that holds, and a site that has such and no
  ///     pages now stays as it was. Its sites are told by the same key.
  public func profiles(minPages: Int, keeping earlier: SiteProfiles? = nil) -> SiteProfiles {
    var sites = samples.compactMap { site, sample in
      SiteProfile(
        site, sample, minPages: minPages, byHand: earlier?[site]?.byHand ?? SiteProfile.ByHand())
    }
    let learnt = Set(sites.map(\.site))
    sites += (earlier?.sites ?? []).filter { !$0.byHand.isEmpty && !learnt.contains($0.site) }
    return SiteProfiles(by: key, sites)
  }

  /// How many sites there are, whether or not they have enough pages.
  public var siteCount: Int { samples.count }
  /// How many pages are held of all sites.
  public var pageCount: Int { samples.values.reduce(0) { $0 + $1.pages.count } }
}
