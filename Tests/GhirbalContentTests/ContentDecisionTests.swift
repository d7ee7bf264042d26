import Testing

@testable import GhirbalContent

@Suite struct ContentDecisionTests {
  @Test(
    "how many blocks are kept",
    arguments: [
      ("no blocks", [] as [Float], [] as [Int], 0), ("all sure", [1, 1], [5, 5], 2),
      ("one of two", [0.9, 0.01], [50, 50], 1), ("a tie stays together", [0.5, 0.5], [10, 10], 2),
    ])
  func kept(label: String, probabilities: [Float], tokens: [Int], count: Int) {
    let threshold = ContentDecision(beta: 1).threshold(probabilities, tokens)
    #expect(probabilities.count { $0 >= threshold } == count, "\(label)")
  }
}
