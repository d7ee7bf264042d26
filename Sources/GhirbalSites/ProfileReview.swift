/// A file of profiles as tables for a person.
public struct ProfileReview {
  private let profiles: SiteProfiles

  public init(_ profiles: SiteProfiles) { self.profiles = profiles }

  /// A table for each site: on how many pages which text stands and where, and the slots that hold the same
  /// or few texts.
  public var text: String {
    profiles.sites.map(Self.text).joined(separator: "\n")
  }

  private static func text(_ site: SiteProfile) -> String {
    var lines = ["\(site.site): learnt from \(site.pageCount) pages of about \(site.seenPageCount)"]
    lines += [
      ("kept by hand", site.byHand.kept), ("words by hand", site.byHand.words),
      ("no words, by hand", site.byHand.refusedWords),
    ].filter { !$0.1.isEmpty }.map { "  \($0.0): \($0.1.joined(separator: " | "))" }
    lines += site.facts.map {
      "  \($0.pageCount) of \(site.pageCount), \($0.field == .name ? "name of the site" : "title of pages"): "
        + $0.value
    }
    lines += site.texts.map { text in
      "  \(text.pageCount) of \(site.pageCount), \(text.placeInWords): \(text.beginning)"
    }
    let telling = site.slots.filter { $0.variety != .free && 2 * $0.pageCount >= site.pageCount }
    if !telling.isEmpty { lines.append("  slots:") }
    lines += telling.map { slot in
      "  \(slot.pageCount) of \(site.pageCount), \(slot.variety.rawValue), "
        + "\(slot.textCount) texts: \(slot.path)"
        + (slot.variety == .constant ? "" : " (\(slot.samples.joined(separator: " | ")))")
    }
    let shared = site.words.prefix { $0.pageCount > 1 }
    if !site.words.isEmpty {
      lines.append(
        "  words, of which \(site.words.count - shared.count) on one page are not shown:")
    }
    lines += shared.map { "  \($0.pageCount) of \(site.pageCount), alone: \($0.text)" }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension SiteText {
  /// "first block", "last block but 2, ± 0.4".
  fileprivate var placeInWords: String {
    let place = isNearHead ? head : tail
    let end = isNearHead ? "first" : "last"
    let words =
      place.middle == 0
      ? "\(end) block" : isNearHead ? "block \(place.middle + 1)" : "last block but \(place.middle)"
    return place.spread < 10 ? words : "\(words), ± \(place.spread / 10)"
  }
}
