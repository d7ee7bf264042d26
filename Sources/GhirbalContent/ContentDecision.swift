/// Which blocks of a page are kept, given how likely each is content.
///
/// Blocks are taken from the likeliest down as long as that raises the expected F-measure over words;
/// see `docs/decisions`.
struct ContentDecision {
  /// The weight of recall beside precision in the F-measure.
  let beta: Double

  /// The least probability of the blocks that are kept; above 1 where none are.
  func threshold(_ probabilities: [Float], _ tokenCounts: [Int]) -> Float {
    let order = probabilities.indices.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    var expected = 0.0
    for block in order { expected += Double(probabilities[block]) * Double(tokenCounts[block]) }
    var hits = 0.0
    var kept = 0.0
    var best = (value: -1.0, threshold: Float(2))
    for block in order {
      hits += Double(probabilities[block]) * Double(tokenCounts[block])
      kept += Double(tokenCounts[block])
      let value = (1 + beta * beta) * hits / (kept + beta * beta * expected + 1e-9)
      if value > best.value { best = (value, probabilities[block]) }
    }
    return best.threshold
  }
}
