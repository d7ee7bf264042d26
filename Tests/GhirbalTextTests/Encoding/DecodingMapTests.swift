import GhirbalText
import Testing

@Suite struct DecodingMapTests {
  @Test func aByteOrderMarkShifts() {
    let map = DecodingMap(
      runs: [DecodingRun(utf8Start: 0, sourceStart: 3, utf8Unit: 1, sourceUnit: 1)], utf8Count: 10,
      sourceCount: 13)
    #expect(map.sourceOffset(of: 0) == 3)
    #expect(map.sourceOffset(of: 10) == 13)
    #expect(map.sourceOffset(of: 99) == 13)
    #expect(map.sourceRange(of: 2..<4) == 5..<7)
  }

  /// A mark of two bytes, "ab", two letters of one raw byte, U+FFFD for three bytes, an escape
  /// sequence of two, "c".
  static let decoded = DecodingMap(
    runs: [
      DecodingRun(utf8Start: 0, sourceStart: 0, utf8Unit: 0, sourceUnit: 0),
      DecodingRun(utf8Start: 0, sourceStart: 2, utf8Unit: 1, sourceUnit: 1),
      DecodingRun(utf8Start: 2, sourceStart: 4, utf8Unit: 2, sourceUnit: 1),
      DecodingRun(utf8Start: 6, sourceStart: 6, utf8Unit: 0, sourceUnit: 0),
      DecodingRun(utf8Start: 9, sourceStart: 9, utf8Unit: 0, sourceUnit: 0),
      DecodingRun(utf8Start: 9, sourceStart: 11, utf8Unit: 1, sourceUnit: 1),
    ], utf8Count: 10, sourceCount: 12)

  @Test(arguments: [
    (0, 2), (1, 3), (2, 4), (4, 5), (6, 6), (9, 11), (10, 12),
  ]) func charactersStartAt(_ offset: Int, _ byte: Int) {
    #expect(Self.decoded.sourceOffset(of: offset) == byte)
  }

  @Test(arguments: [
    (0..<2, 2..<4), (1..<4, 3..<5), (4..<6, 5..<6), (6..<9, 6..<9), (2..<9, 4..<9),
    (0..<10, 2..<12), (6..<6, 6..<6),
  ]) func stretchesTakeUp(_ text: Range<Int>, _ bytes: Range<Int>) {
    #expect(Self.decoded.sourceRange(of: text) == bytes)
  }

  @Test func runsArePassedInOrder() {
    var parts: [Range<Int>] = []
    var units: [Int] = []
    Self.decoded.forEachRun(in: 1..<10) { run, part in
      units.append(run.utf8Unit)
      parts.append(part)
    }
    #expect(units == [1, 2, 0, 1])
    #expect(parts == [1..<2, 2..<6, 6..<9, 9..<10])
  }
}
