public import GhirbalDocument

/// What the learned model of lines says of each segment of a flattened text.
public struct LineJudgement: Sendable {
  /// How likely each segment is main content, 0...1.
  public let probabilities: [Float]
  private let tokenCounts: [Int]

  /// Fewer segments, or words in all, are no page: a title, a fragment, a row of a table of texts.
  private static let minSegments = 8
  private static let minTokens = 40

  /// - Parameter segments: those of the document, in order.
  public init(_ document: Document, _ segments: [TextSegment]) {
    self.init(LineRows(document, segments))
  }

  /// - Parameter rows: nil where there is no segment.
  init(_ rows: LineRows?) {
    tokenCounts = rows?.tokenCounts ?? []
    probabilities = rows.map { rows in Forest.ofLines.probabilities(rows.count) { rows.values(of: $0) } } ?? []
  }

  /// Which segments stay; nil where the text is left alone.
  ///
  /// - Parameter isSettled: by segment, whether somebody else decides over it.
  public func kept(_ mode: ContentJudgement.Mode) -> [Bool]? {
    guard probabilities.count >= Self.minSegments,
      tokenCounts.reduce(0, +) >= Self.minTokens
    else { return nil }
    let threshold = LineDecision(mode).threshold(probabilities, tokenCounts)
    let kept = probabilities.map { $0 >= threshold }
    return kept.contains(false) && kept.contains(true) ? kept : nil
  }
}
