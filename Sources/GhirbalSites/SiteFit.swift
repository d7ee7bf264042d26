public import GhirbalDocument

extension SiteProfile {
  /// A text on fewer of the pages is no part of the template.
  private static let minTemplateShare = 0.5

  /// How much a page has of the site's template, beside what pages had on average when it was learnt: 1 for
  /// one like those, 0 for one of another design; nil where the profile knows no template.
  ///
  /// - Parameter document: as it was read.
  public func templateShare(of document: Document) -> Double? {
    let template = texts.filter {
      Double($0.pageCount) >= Self.minTemplateShare * Double(pageCount)
    }
    let expected = template.reduce(0) { $0 + Double($1.pageCount) } / Double(pageCount)
    guard expected > 0 else { return nil }
    let keys = Set(PageKeys(document.blocks, of: document).texts)
    return Double(template.count { keys.contains($0.key) }) / expected
  }
}
