import Testing

@testable import GhirbalDocument

@Suite struct SourcePositionsTests {
  @Test func aByteOrderMarkShifts() {
    let positions = SourcePositions(shiftedBy: 3, textCount: 10)
    #expect(positions.byte(at: 0) == 3)
    #expect(positions.byte(at: 10) == 13)
    #expect(positions.byte(at: 99) == 13)
    #expect(positions.bytes(in: 2..<4) == 5..<7)
  }

  /// A mark of two bytes, "ab", two letters of one raw byte, U+FFFD for three bytes, "c".
  static let decoded = SourcePositions(
    [
      .init(textStart: 0, sourceStart: 0, textUnit: 0, sourceUnit: 0),
      .init(textStart: 0, sourceStart: 2, textUnit: 1, sourceUnit: 1),
      .init(textStart: 2, sourceStart: 4, textUnit: 2, sourceUnit: 1),
      .init(textStart: 6, sourceStart: 6, textUnit: 0, sourceUnit: 0),
      .init(textStart: 9, sourceStart: 9, textUnit: 1, sourceUnit: 1),
    ], textCount: 10, sourceCount: 10)

  @Test(arguments: [
    (0, 2), (1, 3), (2, 4), (4, 5), (6, 6), (9, 9), (10, 10),
  ]) func charactersStartAt(_ offset: Int, _ byte: Int) {
    #expect(Self.decoded.byte(at: offset) == byte)
  }

  @Test(arguments: [
    (0..<2, 2..<4), (1..<4, 3..<5), (4..<6, 5..<6), (6..<9, 6..<9), (2..<9, 4..<9),
    (0..<10, 2..<10),
    (6..<6, 6..<6),
  ]) func stretchesTakeUp(_ text: Range<Int>, _ bytes: Range<Int>) {
    #expect(Self.decoded.bytes(in: text) == bytes)
  }

  @Test func aStretchIsAppendedRunByRun() {
    var map = SourceMap()
    Self.decoded.append(1..<10, to: &map)
    #expect(map.textCount == 9)
    #expect(map.runs.map(\.textUnit) == [1, 2, 0, 1])
    #expect(map.sourceRange(of: 0..<1) == 3..<4)
    #expect(map.sourceRange(of: 3..<5) == 5..<6)
    #expect(map.sourceRange(of: 5..<8) == 6..<9)
  }
}
