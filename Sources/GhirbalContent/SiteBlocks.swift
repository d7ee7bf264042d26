public import GhirbalDocument

extension SiteRows {
  /// The rows of a page's blocks; nil where nothing is known of its site.
  ///
  /// - Precondition: each block of the document has an element.
  public init?(blocksOf document: Document) {
    guard let evidence = document.siteEvidence, let rows = FeatureRows(document) else { return nil }
    self.init(
      Forest.ofBlocks.probabilities(rows.count, rows: rows.values), rows.tokenCounts, evidence)
  }

  /// - Parameter probabilities: how likely each block of the document is main content as the page alone says.
  init(_ probabilities: [Float], _ tokenCounts: [Int], _ evidence: SiteEvidence) {
    self.init(
      probabilities, tokenCounts, evidence, items: probabilities.indices.map { $0..<$0 + 1 },
      isText: false)
  }
}
