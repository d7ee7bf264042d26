public import GhirbalDocument

extension SiteRows {
  /// The rows of a flattened text's segments; nil where nothing is known of its site.
  ///
  /// - Parameter segments: those of the document, in order.
  public init?(_ segments: [TextSegment], of document: Document) {
    guard let evidence = document.siteEvidence, let rows = LineRows(document, segments) else {
      return nil
    }
    self.init(
      Forest.ofLines.probabilities(rows.count, rows: rows.values), rows.tokenCounts, evidence,
      segments)
  }

  /// - Parameter probabilities: how likely each segment is main content as the text alone says.
  init(
    _ probabilities: [Float], _ tokenCounts: [Int], _ evidence: SiteEvidence,
    _ segments: [TextSegment]
  ) {
    self.init(probabilities, tokenCounts, evidence, items: segments.map(\.blocks), isText: true)
  }
}
