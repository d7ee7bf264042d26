/// The pages of several sites that profiles are learnt from.
public struct SiteSamples: Sendable, Equatable {
  /// By what a page's site is told.
  public let key: SiteKey
  private var samples: [String: SiteSample] = [:]

  public init(by key: SiteKey) { self.key = key }

  /// Takes a page of a site.
  public mutating func insert(_ page: PageTrace, of site: String) {
    samples[site, default: SiteSample()].insert(page)
  }

  /// The sites with their pages, ascending by their names.
  public var sites: [(site: String, sample: SiteSample)] {
    samples.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The profiles of all sites that have enough pages.
  ///
  /// - Parameters:
  ///   - minPages: as `ProfileSequence` has it.
  ///   - earlier: the same; its sites are told by the same key.
  public func profiles(minPages: Int, keeping earlier: SiteProfiles? = nil) -> SiteProfiles {
    var sequence = ProfileSequence(minPages: minPages, keeping: earlier)
    let profiles = sites.flatMap { sequence.profiles(upTo: $0.site, $0.sample) }
    return SiteProfiles(by: key, profiles + sequence.rest())
  }

  /// How many sites there are, whether or not they have enough pages.
  public var siteCount: Int { samples.count }
}
