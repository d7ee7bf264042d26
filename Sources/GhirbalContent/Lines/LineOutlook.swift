/// What the judgement of its segments says of a flattened text as a whole: whether chrome stands around
/// it at all, or somebody took that away already.
///
/// `Training/lines/outlook.py` computes the same of out-of-fold probabilities, and the forest of texts is
/// trained on that.
struct LineOutlook {
  private static let limits: [Float] = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5]
  private static let countedLimits = 3
  /// A segment less likely than this is part of a run of chrome.
  private static let runLimit: Float = 0.3

  static let names =
    ["chrome_words", "chrome_lines"] + limits.map { "words_below_\($0)" }
    + limits.map { "lines_below_\($0)" } + limits.prefix(countedLimits).map { "count_below_\($0)" }
    + ["head", "tail", "run", "run_share"] + LinePageFeatures.names

  let values: [Float]

  /// - Parameters:
  ///   - probabilities: by segment, one at least.
  ///   - tokenCounts: by segment.
  ///   - page: the values of `LinePageFeatures`.
  init(_ probabilities: [Float], _ tokenCounts: [Int], page: [Float]) {
    let count = Float(probabilities.count)
    let tokens = Float(max(1, tokenCounts.reduce(0, +)))
    var expected: Float = 0
    var lineMean: Float = 0
    var words = [Float](repeating: 0, count: Self.limits.count)
    var lines = [Float](repeating: 0, count: Self.limits.count)
    var (run, longest) = (Float(0), Float(0))
    for (probability, tokens) in zip(probabilities, tokenCounts) {
      expected += probability * Float(tokens)
      lineMean += probability
      for (place, limit) in Self.limits.enumerated() where probability < limit {
        words[place] += Float(tokens)
        lines[place] += 1
      }
      run = probability < Self.runLimit ? run + 1 : 0
      longest = max(longest, run)
    }
    let end = max(1, probabilities.count / 8)
    func mean(_ part: ArraySlice<Float>) -> Float { part.reduce(0, +) / Float(part.count) }
    values =
      [1 - expected / tokens, 1 - lineMean / count] + words.map { $0 / tokens }
      + lines.map { $0 / count } + lines.prefix(Self.countedLimits)
      + [
        mean(probabilities.prefix(end)), mean(probabilities.suffix(end)), longest, longest / count,
      ]
      + page
  }
}
