public import GhirbalDocument

extension Forest {
  /// The judge of the segments of flattened texts.
  static let ofLines = Forest(ForestData.ofLines, features: LineRows.names)
  /// Tells whether a flattened text has chrome around it.
  static let ofTexts = Forest(ForestData.ofTexts, features: LineOutlook.names)
}

/// What the learned models say of a flattened text: how likely it has chrome around it at all, and how
/// likely each of its segments is main content.
public struct LineJudgement: Sendable {
  /// By segment, 0...1; the segments of a list, a table or a stanza have the same.
  public let probabilities: [Float]
  /// How likely there is chrome, 0...1.
  public let chromeProbability: Float
  private let tokenCounts: [Int]
  /// By segment, whether it reads as prose.
  private let isProse: [Bool]

  /// Fewer segments, or words in all, are no page: a title, a fragment, a row of a table of texts.
  private static let minSegments = 8
  private static let minTokens = 40
  /// Less likely there is no chrome; up to a mode's `sureChrome` only lines go that are less likely
  /// content than `sureLine`.
  private static let minChrome: Float = 0.5
  private static let sureLine: Float = 0.1

  /// - Parameter segments: those of the document, in order.
  public init(_ document: Document, _ segments: [TextSegment]) {
    self.init(LineRows(document, segments), document.siteEvidence, segments)
  }

  /// - Parameters:
  ///   - rows: nil where there is no segment.
  ///   - evidence: what the other pages of the site say of them; nil where nobody has learnt that.
  init(_ rows: LineRows?, _ evidence: SiteEvidence? = nil, _ segments: [TextSegment] = []) {
    let isFramed = evidence?.isFramed ?? false
    guard let rows,
      isFramed
        || rows.count >= Self.minSegments && rows.tokenCounts.reduce(0, +) >= Self.minTokens
    else {
      (tokenCounts, isProse, probabilities, chromeProbability) = ([], [], [], 0)
      return
    }
    tokenCounts = rows.tokenCounts
    isProse = rows.isProse
    let alone = Forest.ofLines.probabilities(rows.count) { rows.values(of: $0) }
    let single =
      evidence.map { SiteRows(alone, rows.tokenCounts, $0, segments).probabilities } ?? alone
    probabilities = rows.units.pooled(single, tokenCounts)
    let outlook = LineOutlook(single, tokenCounts, page: rows.wholeValues)
    chromeProbability =
      isFramed ? 1 : logistic(Forest.ofTexts.margins(outlook.values)[0])
  }

  /// Which segments stay; nil where the text is left alone: it is too short to judge, or a text
  /// that has no chrome around it, and none goes whole.
  public func kept(_ mode: ContentJudgement.Mode) -> [Bool]? {
    guard chromeProbability >= Self.minChrome else { return nil }
    let threshold =
      chromeProbability >= mode.sureChrome
      ? ContentDecision(beta: mode.beta).threshold(probabilities, tokenCounts) : Self.sureLine
    let kept = probabilities.indices.map { segment in
      probabilities[segment]
        >= (isProse[segment] ? min(threshold, mode.maxProseThreshold) : threshold)
    }
    return kept.contains(true) && kept.contains(false) ? kept : nil
  }
}

extension ContentJudgement.Mode {
  /// A sentence in doubt is rather kept than lost.
  fileprivate var maxProseThreshold: Float { self == .precision ? 1 : 0.3 }

  /// How likely a text has chrome around it where its lines are chosen as a page's are.
  fileprivate var sureChrome: Float {
    switch self {
    case .balanced: 0.85
    case .precision: 0.7
    case .recall: 0.95
    }
  }
}
