import GhirbalDocument

/// What the block is and stands inside of, by tags, roles and properties.
struct PlaceFeatures: FeatureGroup {
  static let names =
    [
      "tag", "heading_level", "depth", "list_depth", "preformatted", "position", "word_position",
      "good_position", "remaining", "index",
    ]
    + PlaceFlags.names.map { "in_" + $0 }

  private let page: PageStatistics
  init(_ page: PageStatistics) { self.page = page }

  /// Tags by what they usually hold; the order is that of training and must stay.
  private static let codes: [Tag: Float] = Dictionary(
    uniqueKeysWithValues: [
      Tag.p, .li, .td, .th, .h1, .h2, .h3, .h4, .h5, .h6, .div, .span, .a, .button, .label, .option,
      .pre, .code, .blockquote, .dt, .dd, .figcaption, .summary, .section, .article, .main, .body,
      .form, .legend, .caption, .address, .header, .footer, .nav, .aside, .figure, .center, .select,
    ].enumerated().map { ($1, Float($0 + 1)) })
  static let codeByTag: [Float] = Tag.allCases.map { codes[$0] ?? 0 }

  private static let flagCount = PlaceFlags.names.count

  func write(_ block: Int, to row: inout FeatureRow) {
    let owner = page.owners[block]
    let flags = page.elements.flags[owner].rawValue
    row.append(Self.codeByTag[Int(page.tags[owner].rawValue)])
    row.append(page.headings[block])
    row.append(Float(page.elements.depths[owner]))
    row.append(Float(page.elements.listDepths[owner]))
    row.append(page.isPreformatted[block])
    row.append(Float(block) / Float(page.count))
    row.append(page.sums.words[block] / max(1, page.sums.words[page.count]))
    row.append(page.sums.good[block] / max(1, page.sums.good[page.count]))
    row.append(page.count - block)
    row.append(block)
    row.append(bits: flags, Self.flagCount)
  }
}
