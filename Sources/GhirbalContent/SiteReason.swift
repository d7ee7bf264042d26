import GhirbalDocument

extension SiteEvidence {
  /// What a person is told first of a block whose text other pages of the site have; nil for the page's own.
  func reason(for block: Int) -> FeatureWeight? {
    let count = blocks[block].pageCount
    guard count > 0 else { return nil }
    // Of which forest the others are, and how far this one moved the verdict, is no sum of theirs.
    return FeatureWeight(
      name: "site_pages", value: Float(count), weight: -share(of: block),
      sentence: "stands on \(count) of \(pageCount) pages of its site", isOfPage: false)
  }
}
