import GhirbalText
import TestSupport
import Testing

@Suite struct ReplacementCompositionTests {
  /// Both lists are drawn at random over a short text, so that every way of touching occurs.
  @Test(arguments: 0..<2000) func composingIsApplyingInTurn(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let text = (0..<12).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    let first = Self.replacements(in: text.count, &random)
    let middle = text.applying(first)
    let second = Self.replacements(in: middle.count, &random)
    let composed = first.followed(by: second, on: text)
    #expect(text.applying(composed) == middle.applying(second))
  }

  private static func replacements(
    in count: Int, _ random: inout SplitMix
  ) -> [Replacement<Int>] {
    var result: [Replacement<Int>] = []
    var position = 0
    while position < count, result.count < 4 {
      let start = Int.random(in: position...count, using: &random)
      let end = Int.random(in: start...min(start + 3, count), using: &random)
      // Two insertions at one place have no order, so the next starts at least a byte later.
      position = max(end, start + 1)
      let text = String((0..<Int.random(in: 0...3, using: &random)).map { _ in "-" as Character })
      result.append(Replacement(start..<end, with: text, result.count))
    }
    return result
  }
}
