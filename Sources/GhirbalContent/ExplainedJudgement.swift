public import GhirbalDocument

/// What a learned model says of the blocks of a document, with what it rests on.
public protocol ModelExplanation {
  /// How likely a block by itself is main content, 0...1; nil where it was not judged.
  func probability(of block: BlockID) -> Float?
  /// How likely what a block is judged with as a whole is; nil where it is judged by itself.
  func probabilityOfWhole(around block: BlockID) -> Float?
  /// The features that moved a block's verdict most, strongest first, and how far each moved it.
  func reasons(for block: BlockID, count: Int) -> [FeatureWeight]
}

/// What the learned model says of each block of a page, with what it rests on.
public struct ExplainedJudgement: ModelExplanation {
  private let verdict: ContentJudgement
  private let rows: FeatureRows?
  private let evidence: SiteEvidence?

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    rows = FeatureRows(document)
    evidence = document.siteEvidence
    verdict = ContentJudgement(rows, document.derived(Units.self), evidence)
  }

  public func probability(of block: BlockID) -> Float? { verdict.probabilities[block.index] }

  public func probabilityOfWhole(around block: BlockID) -> Float? {
    verdict.unit(of: block) == nil ? nil : verdict.probability(of: block)
  }

  public func reasons(for block: BlockID, count: Int) -> [FeatureWeight] {
    guard let row = rows?.values(of: block.index..<block.index + 1) else { return [] }
    let ofSite = evidence?.reason(for: block.index).map { [$0] } ?? []
    return ofSite
      + Forest.ofBlocks.reasons(row, FeatureRows.names, .ofBlocks, count: count - ofSite.count)
  }
}

/// A feature, its value, and how far it moved a verdict.
public struct FeatureWeight: Sendable {
  public let name: String
  public let value: Float
  public let weight: Float
  /// The same as the rest of a sentence that begins with the block, without the feature's name: "ends
  /// like a sentence". Features that say the same of a block have the same sentence.
  public let sentence: String
  /// Whether it says something of the page as a whole, and the same of all its blocks.
  public let isOfPage: Bool
}

extension FeatureSentences {
  static let ofBlocks = FeatureSentences(FeatureSentence.ofBlocks, FeatureRows.names)
}

extension Forest {
  /// The features that moved a row's margin most, strongest first.
  func reasons(
    _ row: [Float], _ names: [String], _ sentences: FeatureSentences, count: Int
  ) -> [FeatureWeight] {
    let weights = contributions(row)
    return weights.indices.filter { weights[$0] != 0 }
      .sorted { (abs(weights[$1]), $0) < (abs(weights[$0]), $1) }
      .prefix(count).map {
        FeatureWeight(
          name: names[$0], value: row[$0], weight: weights[$0],
          sentence: sentences.sentence(names[$0], row[$0]), isOfPage: sentences.isOfPage(names[$0]))
      }
  }
}
