public import GhirbalDocument

/// What the learned model says of each block of a page, with what it rests on.
public struct ExplainedJudgement {
  public let verdict: ContentJudgement
  private let rows: FeatureRows?

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    rows = FeatureRows(document)
    verdict = ContentJudgement(rows, document.derived(Units.self))
  }

  /// The features that moved a block's verdict most, strongest first, and how far each moved it.
  public func reasons(for block: BlockID, count: Int) -> [(
    name: String, value: Float, weight: Float
  )] {
    guard let row = rows?.values(of: block.index..<block.index + 1) else { return [] }
    let weights = Forest.ofBlocks.contributions(row)
    return weights.indices.filter { weights[$0] != 0 }
      .sorted { (abs(weights[$1]), $0) < (abs(weights[$0]), $1) }
      .prefix(count).map { (FeatureRows.names[$0], row[$0], weights[$0]) }
  }
}
