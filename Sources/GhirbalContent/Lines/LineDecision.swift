/// Which segments of a flattened text are kept, given how likely each is content.
struct LineDecision {
  private let beta: Double

  init(_ mode: ContentJudgement.Mode) { beta = mode.beta }

  /// The least probability of the segments that are kept.
  func threshold(_ probabilities: [Float], _ tokenCounts: [Int]) -> Float {
    ContentDecision(beta: beta).threshold(probabilities, tokenCounts)
  }
}
