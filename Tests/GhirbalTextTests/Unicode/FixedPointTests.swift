import Testing

@testable import GhirbalText

@Suite struct FixedPointTests {
  /// Two rounds of random replacements become one that does the same.
  @Test func composedReplacementsDoWhatBothDo() {
    var random = NastyText(seed: 7)
    for _ in 0..<4_000 {
      let original = (0..<(random.next() % 12)).map { _ in UInt8(97 + random.next() % 4) }
      let first = replacements(of: original, &random)
      let current = original.applying(first)
      let second = replacements(of: current, &random)
      let expected = current.applying(second)
      let both = composed(first, then: second, from: original, by: current)
      #expect(original.applying(both) == expected)
    }
  }

  private func replacements(
    of text: [UInt8], _ random: inout NastyText
  ) -> [Replacement<UnicodeFinding>] {
    var result: [Replacement<UnicodeFinding>] = []
    var position = 0
    while position <= text.count {
      if random.next() % 3 == 0 {
        let end = min(text.count, position + Int(random.next() % 3))
        let new = ["", "x", "yz"][Int(random.next() % 3)]
        if end > position || !new.isEmpty {
          result.append(Replacement(position..<end, with: new, .tatweel))
        }
        position = max(end, position + 1)
      }
      position += Int(random.next() % 2) + (random.next() % 4 == 0 ? 1 : 0)
      if random.next() % 5 == 0 { break }
    }
    return result
  }
}
