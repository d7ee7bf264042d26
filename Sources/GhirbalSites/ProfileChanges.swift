/// What is another in profiles that were learnt anew.
public struct ProfileChanges {
  private let old: SiteProfiles
  private let new: SiteProfiles

  /// A text that fewer of a site's pages have is no matter of its template.
  private static let minShare = 0.5

  public init(from old: SiteProfiles, to new: SiteProfiles) {
    self.old = old
    self.new = new
  }

  /// A line for each site that came or went and for each text that became part of a template, or is no
  /// more; empty where nothing changed.
  public var text: String {
    let names = Set(old.sites.map(\.site) + new.sites.map(\.site)).sorted()
    return names.map { name in
      switch (old[name], new[name]) {
      case (nil, _): "+ \(name)\n"
      case (_, nil): "- \(name)\n"
      case (let old?, let new?): Self.changes(from: old, to: new)
      }
    }.joined()
  }

  private static func changes(from old: SiteProfile, to new: SiteProfile) -> String {
    let (before, after) = (template(old), template(new))
    let gone = old.texts.filter { before.contains($0.key) && !after.contains($0.key) }
    let come = new.texts.filter { after.contains($0.key) && !before.contains($0.key) }
    return gone.map { "- \(old.site): \($0.beginning)\n" }.joined()
      + come.map { "+ \(new.site): \($0.beginning)\n" }.joined()
  }

  private static func template(_ site: SiteProfile) -> Set<UInt64> {
    Set(
      site.texts.lazy.filter { Double($0.pageCount) >= minShare * Double(site.pageCount) }
        .map(\.key))
  }
}
