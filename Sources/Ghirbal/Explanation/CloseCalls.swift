import GhirbalDocument

/// The verdicts of the content model on a page that were closest to the other one.
public struct CloseCalls {
  /// A block, or several that were judged as one.
  public struct Call {
    public let blocks: Range<Int>
    public let isKept: Bool
    /// 0...1.
    public let probability: Double
  }

  /// The probability that parts what stays from what goes on this page with the fewest exceptions; nil
  /// where the model kept all or dropped all.
  public let dividing: Double?
  /// Closest first.
  public let calls: [Call]

  public init(_ blocks: [ExplainedBlock], count: Int) {
    var calls: [Call] = []
    for (index, block) in blocks.enumerated() {
      guard let verdict = block.verdict, let probability = block.probability else { continue }
      let isKept = verdict.change != .drop
      // What is judged as a whole has one probability.
      if let last = calls.last, last.blocks.upperBound == index, last.isKept == isKept,
        last.probability == probability
      {
        calls[calls.count - 1] = Call(
          blocks: last.blocks.lowerBound..<index + 1, isKept: isKept, probability: probability)
      } else {
        calls.append(Call(blocks: index..<index + 1, isKept: isKept, probability: probability))
      }
    }
    let dividing = Self.dividing(calls)
    self.dividing = dividing
    let place = dividing ?? (calls.contains(where: \.isKept) ? 0 : 1)
    self.calls = Array(
      calls.sorted {
        (abs($0.probability - place), $0.blocks.lowerBound)
          < (abs($1.probability - place), $1.blocks.lowerBound)
      }.prefix(count))
  }

  private static func dividing(_ calls: [Call]) -> Double? {
    let sorted = calls.sorted { $0.probability < $1.probability }
    let keptCount = sorted.count(where: \.isKept)
    guard keptCount > 0, keptCount < sorted.count else { return nil }
    // Exceptions are what is kept below and what is dropped above.
    var exceptions = sorted.count - keptCount
    var best = (exceptions: Int.max, place: 0.0)
    for (index, call) in sorted.enumerated() {
      let below = index == 0 ? 0 : sorted[index - 1].probability
      if exceptions <= best.exceptions, index == 0 || below < call.probability {
        best = (exceptions, (below + call.probability) / 2)
      }
      exceptions += call.isKept ? 1 : -1
    }
    return best.place
  }
}
