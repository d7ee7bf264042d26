import Testing

@testable import GhirbalContent

@Suite struct PageMemoryTests {
  @Test("a column holds what it was made of", arguments: [0, 1, 2, 300])
  func columns(count: Int) {
    let memory = PageMemory()
    let values = (0..<count).map { Float($0) / 3 }
    let copied = memory.column(values)
    let computed = memory.column(0..<count) { UInt8(truncatingIfNeeded: $0) }
    let filled = memory.column(count, of: Int32(-7))
    #expect(copied.count == count && copied.indices == 0..<count)
    #expect(copied.indices.map { copied[$0] } == values)
    #expect(Array(copied[0..<count]) == values)
    #expect(computed.indices.map { computed[$0] } == (0..<count).map { UInt8($0 & 255) })
    #expect(filled.indices.allSatisfy { filled[$0] == -7 })
    withExtendedLifetime(memory) {}
  }

  @Test func copiesOfAColumnShareTheirValues() {
    let memory = PageMemory()
    let column = memory.column([1, 2, 3])
    let copy = column
    copy[1] = 5
    #expect(Array(column[0..<3]) == [1, 5, 3])
    #expect(Array(column[1..<2]) == [5] && column[3..<3].isEmpty)
    withExtendedLifetime(memory) {}
  }

  @Test func columnsDoNotOverlap() {
    let memory = PageMemory()
    let columns = (0..<200).map { memory.column($0 % 5, of: UInt64($0)) }
    for (index, column) in columns.enumerated() {
      for place in column.indices { column[place] += 1000 }
      #expect(column.indices.allSatisfy { column[$0] == UInt64(index + 1000) })
    }
    for (index, column) in columns.enumerated() {
      #expect(column.indices.allSatisfy { column[$0] == UInt64(index + 1000) })
    }
    withExtendedLifetime(memory) {}
  }

  @Test func sumsOfARunAreDifferences() {
    let memory = PageMemory()
    let before = memory.column([Float(0), 2, 5, 5])
    #expect(before.sum(0..<3) == 5 && before.sum(1..<2) == 3 && before.sum(2..<2) == 0)
    withExtendedLifetime(memory) {}
  }

  @Test func aPlaceBehindTheEndIsNoPlace() async {
    await #expect(processExitsWith: .failure) {
      let memory = PageMemory()
      let column = memory.column([1, 2, 3])
      column[3] = 4
      withExtendedLifetime(memory) {}
    }
    await #expect(processExitsWith: .failure) {
      let memory = PageMemory()
      _ = memory.column([1, 2, 3])[2..<4].count
    }
  }
}

@Suite struct AttributeMemoryTests {
  /// Values of all lengths around a word of eight bytes, some alike but for one byte or the digits.
  private static let values =
    ["", "a", "nav", "navbar", "comments", "comment-list", "post-12", "post-13", "article-body-x"]
    + (0..<900).map { "item\($0)-\(["nav", "footer", "share", "entry content"][$0 % 4])" }
    + ["comment-list", "post-12", "", "nav"]

  @Test("answers are those of reading each value again")
  func answers() {
    let text = Array(Self.values.joined(separator: "|").utf8)
    let memory = PageMemory()
    text.withUnsafeBufferPointer { utf8 in
      let attributes = AttributeMemory(utf8, .shared, memory)
      // Twice: more values than places push each other out, and some are remembered.
      for seed in [UInt32(1), 2, 1] {
        var start = 0
        for value in Self.values {
          let range = start..<start + value.utf8.count
          start = range.upperBound + 1
          let found = attributes.read(range, seed: seed)
          let signature = value.utf8.filter { !(0x30...0x39).contains($0) }.reduce(seed) {
            ($0 ^ UInt32($1)) &* 0x0100_0193
          }
          #expect(found.signature == signature, "\(value)")
          #expect(found.regions == RegionLexicon.shared.regions(in: utf8, range), "\(value)")
        }
      }
    }
    withExtendedLifetime(memory) {}
  }

  @Test func digitsDoNotMatter() {
    let text = Array("post-12 post-7".utf8)
    let memory = PageMemory()
    text.withUnsafeBufferPointer { utf8 in
      let attributes = AttributeMemory(utf8, .shared, memory)
      let first = attributes.read(0..<7, seed: 3)
      #expect(first.signature == attributes.read(8..<14, seed: 3).signature)
      #expect(first.signature != attributes.read(0..<7, seed: 4).signature)
    }
    withExtendedLifetime(memory) {}
  }
}
