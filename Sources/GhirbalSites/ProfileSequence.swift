/// Makes profiles of samples that come one site after the other, ascending by their names, and puts those that
/// stay as they were between them.
public struct ProfileSequence {
  private let minPages: Int
  private let earlier: SiteProfiles?
  /// Profiles that stay where nothing is learnt of their sites, ascending.
  private var staying: ArraySlice<SiteProfile>

  /// - Parameters:
  ///   - minPages: fewer pages of a site, near copies counted once, tell nothing.
  ///   - earlier: where people have said something of a site; that holds, and a site that has such and no
  ///     pages now stays as it was.
  public init(minPages: Int, keeping earlier: SiteProfiles? = nil) {
    self.minPages = minPages
    self.earlier = earlier
    staying = (earlier?.sites ?? []).filter { !$0.byHand.isEmpty }[...]
  }

  /// The profiles up to that of a site, which has none where it has too few pages.
  public mutating func profiles(upTo site: String, _ sample: SiteSample) -> [SiteProfile] {
    var profiles: [SiteProfile] = []
    while let first = staying.first, first.site < site { profiles.append(staying.removeFirst()) }
    guard
      let profile = SiteProfile(
        site, sample, minPages: minPages,
        byHand: earlier?[site]?.byHand ?? SiteProfile.ByHand())
    else { return profiles }
    if staying.first?.site == site { staying.removeFirst() }
    return profiles + [profile]
  }

  /// The profiles behind the last site.
  public mutating func rest() -> [SiteProfile] {
    defer { staying = [] }
    return Array(staying)
  }
}
