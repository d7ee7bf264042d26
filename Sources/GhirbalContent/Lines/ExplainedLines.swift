public import GhirbalDocument

/// What the learned models say of a flattened text, with what it rests on.
public struct ExplainedLines: ModelExplanation {
  private let verdict: LineJudgement
  private let rows: LineRows?
  private let evidence: SiteEvidence?
  /// By block, its segment; the first where it has several. Blocks without one are dropped.
  private let segments: [Int: Int]

  /// - Parameter segments: those of the document, in order.
  public init(_ document: Document, _ segments: [TextSegment]) {
    rows = LineRows(document, segments)
    evidence = document.siteEvidence
    verdict = LineJudgement(rows, evidence, segments)
    var places: [Int: Int] = [:]
    for (place, segment) in segments.enumerated() {
      for block in segment.blocks where places[block] == nil { places[block] = place }
    }
    self.segments = places
  }

  public func probability(of block: BlockID) -> Float? {
    guard !verdict.probabilities.isEmpty else { return nil }
    return segments[block.index].map { verdict.probabilities[$0] }
  }

  public func probabilityOfWhole(around block: BlockID) -> Float? { nil }

  public func reasons(for block: BlockID, count: Int) -> [FeatureWeight] {
    guard let segment = segments[block.index], let row = rows?.values(of: segment..<segment + 1)
    else { return [] }
    let ofSite = evidence?.reason(for: block.index).map { [$0] } ?? []
    return ofSite
      + Forest.ofLines.reasons(row, LineRows.names, .ofLines, count: count - ofSite.count)
  }
}

extension FeatureSentences {
  static let ofLines = FeatureSentences(FeatureSentence.ofLines, LineRows.names)
}
