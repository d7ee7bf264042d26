public import GhirbalDocument

/// What the learned model says of each block of a page.
public struct ContentJudgement: Sendable {
  /// How much recall counts beside precision.
  public enum Mode: String, Sendable, Codable, CaseIterable {
    case balanced, precision, recall

    /// Balanced leans a little to precision, as the cross-validated optimum does.
    var beta: Double {
      switch self {
      case .balanced: 0.85
      case .precision: 0.4
      case .recall: 2
      }
    }
  }

  /// How likely each block is main content, 0...1.
  public let probabilities: [Float]
  private let features: FeatureTable

  /// Comments below this go where the page has a text of its own.
  private static let sureComment: Float = 0.9
  private static let strong: Float = 0.8
  private static let minStrongTokens = 100

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    features = FeatureTable(document)
    probabilities = Forest.shared.margins(features.values).map(logistic)
  }

  /// Which blocks stay: none where not even the likeliest has `minConfidence`.
  public func kept(_ mode: Mode, minConfidence: Double) -> [Bool] {
    let decision = ContentDecision(beta: mode.beta)
    guard let most = probabilities.max(), Double(most) >= minConfidence else {
      return [Bool](repeating: false, count: probabilities.count)
    }
    let threshold = decision.threshold(probabilities, features.tokenCounts)
    var kept = probabilities.map { $0 >= threshold }
    guard !features.isDiscussion, mode != .recall else { return kept }
    var strongTokens = 0
    for block in kept.indices
    where kept[block] && probabilities[block] > Self.strong && !features.isComment[block] {
      strongTokens += features.tokenCounts[block]
    }
    guard strongTokens >= Self.minStrongTokens else { return kept }
    for block in kept.indices
    where features.isComment[block] && probabilities[block] < Self.sureComment {
      kept[block] = false
    }
    return kept
  }

  /// Whether the page is a forum's thread or questions with answers: what people say in turns.
  public var isDiscussion: Bool { features.isDiscussion }

  /// Whether a block stands among readers' comments on a page that is no discussion.
  public func isComment(_ block: BlockID) -> Bool {
    features.isComment[block.index] && !isDiscussion
  }

  /// The heading, or line, that says the page's title; nil where none does.
  public var title: BlockID? { features.titleBlock.map { BlockID($0) } }

  /// The features that moved a block's verdict most, strongest first, and how far each moved it.
  public func reasons(for block: BlockID, count: Int) -> [(
    name: String, value: Float, weight: Float
  )] {
    let width = FeatureTable.names.count
    let row = Array(features.values[block.index * width..<(block.index + 1) * width])
    let weights = Forest.shared.contributions(row)
    return weights.indices.filter { weights[$0] != 0 }
      .sorted { (abs(weights[$1]), $0) < (abs(weights[$0]), $1) }
      .prefix(count).map { (FeatureTable.names[$0], row[$0], weights[$0]) }
  }
}
