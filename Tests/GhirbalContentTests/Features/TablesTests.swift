import TestSupport
import Testing

@testable import GhirbalContent

@Suite struct TablesTests {
  private static func numbers(_ count: Int, below: UInt64) -> [UInt64] {
    var random = SplitMix(seed: 42)
    return (0..<count).map { _ in random.next() % below }
  }

  @Test("counts are a dictionary's", arguments: [(0, 1), (1, 1), (100, 7), (5000, 900)])
  func counts(count: Int, below: Int) {
    let memory = PageMemory()
    var table = CountTable(capacity: count, memory)
    var expected: [UInt64: Int] = [:]
    var places: [UInt64: Int] = [:]
    for number in Self.numbers(count, below: UInt64(below)) {
      let place = table.add(number)
      #expect(places[number, default: places.count] == place)
      places[number] = place
      expected[number, default: 0] += 1
    }
    #expect(table.count == expected.count)
    for number in 0..<UInt64(below + 3) { #expect(table.count(number) == expected[number] ?? 0) }
    withExtendedLifetime(memory) {}
  }

  @Test("a set of words is a set")
  func words() {
    var words = WordSet()
    var expected: Set<UInt64> = []
    for number in Self.numbers(2000, below: 700) {
      words.insert(number)
      expected.insert(number)
    }
    #expect(words.count == expected.count)
    for number in 0..<UInt64(900) { #expect(words.contains(number) == expected.contains(number)) }
  }
}
