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
  private let tokenCounts: [Int]
  private let commentFlags: [Bool]
  /// Whether the page is a forum's thread or questions with answers: what people say in turns.
  public let isDiscussion: Bool
  /// The heading, or line, that says the page's title; nil where none does.
  public let title: BlockID?

  /// Comments below this go where the page has a text of its own.
  private static let sureComment: Float = 0.9
  private static let strong: Float = 0.8
  private static let minStrongTokens = 100

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    let rows = FeatureRows(document)
    tokenCounts = rows?.tokenCounts ?? []
    commentFlags = rows?.isComment ?? []
    isDiscussion = rows?.isDiscussion ?? false
    title = rows?.titleBlock.map { BlockID($0) }
    probabilities = rows.map(Self.probabilities) ?? []
  }

  /// Rows that are in memory at once, 2.4 MB of them. Nearly all pages have fewer blocks; one of a
  /// million would take 2.4 GB.
  private static let maxRowCount = 1024

  private static func probabilities(_ rows: FeatureRows) -> [Float] {
    var probabilities: [Float] = []
    probabilities.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: maxRowCount) {
      let values = rows.values(of: start..<min(rows.count, start + maxRowCount))
      probabilities += Forest.shared.margins(values).lazy.map(logistic)
    }
    return probabilities
  }

  /// Which blocks stay: none where not even the likeliest has `minConfidence`.
  ///
  /// - Parameter besides: by block, whether it has no part in the choice; empty where all have. Such a
  ///   block stays where it is as likely as those that are chosen.
  public func kept(_ mode: Mode, minConfidence: Double, besides isBeside: [Bool] = []) -> [Bool] {
    let decision = ContentDecision(beta: mode.beta)
    var chosen = probabilities
    var tokenCounts = tokenCounts
    for block in isBeside.indices where isBeside[block] {
      chosen[block] = 0
      tokenCounts[block] = 0
    }
    guard let most = chosen.max(), Double(most) >= minConfidence else {
      return [Bool](repeating: false, count: probabilities.count)
    }
    let threshold = decision.threshold(chosen, tokenCounts)
    var kept = probabilities.map { $0 >= threshold }
    guard !isDiscussion, mode != .recall else { return kept }
    var strongTokens = 0
    for block in kept.indices
    where kept[block] && probabilities[block] > Self.strong && !commentFlags[block] {
      strongTokens += tokenCounts[block]
    }
    guard strongTokens >= Self.minStrongTokens else { return kept }
    for block in kept.indices
    where commentFlags[block] && probabilities[block] < Self.sureComment {
      kept[block] = false
    }
    return kept
  }

  /// Whether a block stands among readers' comments on a page that is no discussion.
  public func isComment(_ block: BlockID) -> Bool {
    commentFlags[block.index] && !isDiscussion
  }
}
