/// What the makers of a page call one of its parts, as far as class and id attributes tell.
///
/// The names are evidence for the forest and decide nothing by themselves. At most 64.
enum Region: UInt8, CaseIterable {
  case navigation, footer, header, sidebar, comment, related, social, advertisement, consent
  case window, byline, content, body, product, forum, list, filter, form, hidden, code
  case tableOfContents, lead, questions, action, review, caption, image, section, box, teaser
  case newsletter, tag, embed, account, metadata, quotation, live, title, footnote, breadcrumb
  case paragraph, pagination, profile, price, specification, carousel, paywall, contact, event
  case ingredients, instructions, nutrition, recipe, post, signature

  static let count = allCases.count
}

/// A set of regions, a bit each.
struct RegionSet: OptionSet, Hashable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ region: Region) { rawValue = 1 << UInt64(region.rawValue) }

  func contains(_ region: Region) -> Bool { rawValue >> UInt64(region.rawValue) & 1 == 1 }
}
