public import GhirbalDocument

extension Forest {
  /// The judge of the blocks of HTML pages.
  static let ofBlocks = Forest(ForestData.ofBlocks, features: FeatureRows.names)
}

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

  /// How likely each block by itself is main content, 0...1.
  public let probabilities: [Float]
  private let tokenCounts: [Int]
  private let commentFlags: [Bool]
  private let units: Units
  /// What is kept or dropped as a whole, and for each block which of these it is part of.
  private let items: JudgedItems
  private let alike: AlikeItems
  /// Whether the page is a forum's thread or questions with answers: what people say in turns.
  public let isDiscussion: Bool

  /// Comments below this go where the page has a text of its own.
  private static let sureComment: Float = 0.75
  /// How many expected words outside comments are a text of its own.
  private static let minOtherTokens = 30.0
  /// A text of fewer expected words below which readers wrote so many times as many is the first post of a
  /// discussion.
  private static let shortText = 100.0
  private static let minCommentShare = 5.0
  /// Where so many words are surer than `strong`, nothing below `floor` stays: a cloud of tags beside a
  /// short post.
  private static let strong: Float = 0.8
  private static let minSureTokens = 30
  private static let floor: Float = 0.4

  /// - Parameter units: those of the document.
  /// - Precondition: each block of the document has an element.
  public init(_ document: Document, _ units: Units) {
    self.init(FeatureRows(document), units, document.siteEvidence)
  }

  /// - Parameters:
  ///   - rows: nil where the document has no block.
  ///   - evidence: what the other pages of the site say of the blocks; nil where nobody has learnt that.
  init(_ rows: FeatureRows?, _ units: Units, _ evidence: SiteEvidence? = nil) {
    tokenCounts = rows?.tokenCounts ?? []
    commentFlags = rows?.isComment ?? []
    isDiscussion = rows?.isDiscussion ?? false
    let alone =
      rows.map { rows in Forest.ofBlocks.probabilities(rows.count) { rows.values(of: $0) } } ?? []
    probabilities =
      evidence.map { [tokenCounts] in SiteRows(alone, tokenCounts, $0).probabilities } ?? alone
    self.units = units
    items = JudgedItems(units, probabilities, tokenCounts, isComment: commentFlags)
    alike = AlikeItems(
      rows?.alike(units) ?? [], endsSentence: rows?.endsSentence ?? [], items)
  }

  /// Which blocks stay: none where not even the likeliest has `minConfidence`. A unit's blocks stay
  /// or go together.
  ///
  /// - Parameter besides: by block, whether it has no part in the choice; empty where all have. Such a
  ///   block stays where it is as likely as those that are chosen.
  public func kept(_ mode: Mode, minConfidence: Double, besides isBeside: [Bool] = []) -> [Bool] {
    let asked = isBeside.contains(true) ? items(without: isBeside) : items
    guard let most = asked.probabilities.max(), Double(most) >= minConfidence else {
      return [Bool](repeating: false, count: probabilities.count)
    }
    let decision = ContentDecision(beta: mode.beta)
    var threshold = decision.threshold(asked.probabilities, asked.tokenCounts)
    let isStrict = mode != .recall
    if isStrict, asked.tokens(above: Self.strong) >= Self.minSureTokens {
      threshold = max(threshold, Self.floor)
    }
    var kept = items.probabilities.map { $0 >= threshold }
    guard isStrict else { return items.ofBlocks.map { kept[$0] } }
    let ownTokens = asked.expectedTokensOutsideComments(kept)
    let isDiscussion =
      self.isDiscussion
      || ownTokens < Self.shortText
        && Double(asked.tokensOfComments) > Self.minCommentShare * max(1, ownTokens)
    if isDiscussion {
      kept = alike.agreed(kept, items)
    } else if ownTokens >= Self.minOtherTokens {
      for item in kept.indices
      where items.isComment[item] && items.probabilities[item] < Self.sureComment {
        kept[item] = false
      }
    }
    return items.ofBlocks.map { kept[$0] }
  }

  /// The items where some blocks say nothing and count nothing.
  private func items(without isBeside: [Bool]) -> JudgedItems {
    JudgedItems(
      units, zip(probabilities, isBeside).map { $1 ? 0 : $0 },
      zip(tokenCounts, isBeside).map { $1 ? 0 : $0 }, isComment: commentFlags)
  }

  /// How likely what is judged with a block as a whole is main content, 0...1.
  public func probability(of block: BlockID) -> Float {
    items.probabilities[items.ofBlocks[block.index]]
  }

  /// What a block is judged as a part of; nil where it is judged by itself.
  public func unit(of block: BlockID) -> Unit? { units[block] }

  /// Whether a block stands among readers' comments on a page that is no discussion.
  public func isComment(_ block: BlockID) -> Bool {
    commentFlags[block.index] && !isDiscussion
  }
}
