/// The profiles of several sites, as one file holds them.
public struct SiteProfiles: Sendable, Equatable {
  /// By what a page's site is told.
  public let key: SiteKey
  /// Ascending by their names, each name once.
  public let sites: [SiteProfile]
  private let places: [String: Int]

  /// - Precondition: no two profiles are of one site.
  public init(by key: SiteKey, _ sites: [SiteProfile]) {
    self.key = key
    self.sites = sites.sorted { $0.site < $1.site }
    places = Dictionary(uniqueKeysWithValues: zip(self.sites.lazy.map(\.site), self.sites.indices))
  }

  /// The profile of a site; nil where none was learnt.
  public subscript(site: String) -> SiteProfile? { places[site].map { sites[$0] } }

  /// The profile of a page's site; nil where its site is not told or none was learnt of it.
  public func profile(url: String?, path: String) -> SiteProfile? {
    key.site(url: url, path: path).flatMap { self[$0] }
  }
}
