import GhirbalText
import TestSupport
import Testing

@testable import GhirbalDocument

@Suite struct SourceMapTests {
  @Test func piecesThatGoOnAreOneRun() {
    var map = SourceMap()
    map.append(textCount: 3, source: 10..<13)
    map.append(textCount: 2, source: 13..<15)
    #expect(map.runs.count == 1)
    map.append(textCount: 2, source: 16..<18)
    #expect(map.runs.count == 2)
    map.append(textCount: 4, source: 18..<20, textUnit: 2, sourceUnit: 1)
    #expect(map.runs.count == 3)
    map.append(textCount: 0, source: 20..<22)
    #expect(map.runs.count == 3)
    #expect(map.textCount == 11)
  }

  @Test func aStretchOfDecodedTextIsAppendedRunByRun() {
    // "ab", two letters of one raw byte, U+FFFD for three bytes, "c".
    let decoded = DecodingMap(
      runs: [
        DecodingRun(utf8Start: 0, sourceStart: 2, utf8Unit: 1, sourceUnit: 1),
        DecodingRun(utf8Start: 2, sourceStart: 4, utf8Unit: 2, sourceUnit: 1),
        DecodingRun(utf8Start: 6, sourceStart: 6, utf8Unit: 0, sourceUnit: 0),
        DecodingRun(utf8Start: 9, sourceStart: 9, utf8Unit: 1, sourceUnit: 1),
      ], utf8Count: 10, sourceCount: 10)
    var map = SourceMap()
    map.append(1..<10, decodedBy: decoded)
    #expect(map.textCount == 9)
    #expect(map.runs.map(\.textUnit) == [1, 2, 0, 1])
    #expect(map.sourceRange(of: 0..<1) == 3..<4)
    #expect(map.sourceRange(of: 3..<5) == 5..<6)
    #expect(map.sourceRange(of: 5..<8) == 6..<9)
    map.append(3..<5, decodedBy: DecodingMap(identity: 9))
    #expect(map.sourceRange(of: 9..<11) == 3..<5)
  }

  @Test func piecesThatStandForAWholeStayApart() {
    var map = SourceMap()
    map.append(textCount: 1, source: 0..<5, textUnit: 0, sourceUnit: 0)
    map.append(textCount: 1, source: 5..<10, textUnit: 0, sourceUnit: 0)
    #expect(map.runs.count == 2)
    #expect(map.sourceRange(of: 0..<1) == 0..<5)
    #expect(map.sourceRange(of: 1..<2) == 5..<10)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: Range<Int>
    let source: Range<Int>
    var testDescription: String { label }
  }

  /// "ab", an entity of 5 bytes for a letter of 2, then three Arabic letters of windows-1256.
  static let sample: SourceMap = {
    var map = SourceMap()
    map.append(textCount: 2, source: 10..<12)
    map.append(textCount: 2, source: 12..<17, textUnit: 0, sourceUnit: 0)
    map.append(textCount: 6, source: 20..<23, textUnit: 2, sourceUnit: 1)
    return map
  }()

  static let rows = [
    Row(label: "a letter", text: 1..<2, source: 11..<12),
    Row(label: "all", text: 0..<10, source: 10..<23),
    Row(label: "the entity", text: 2..<4, source: 12..<17),
    Row(label: "half the entity is all of it", text: 3..<4, source: 12..<17),
    Row(label: "a letter of two bytes", text: 6..<8, source: 21..<22),
    Row(label: "half a letter is all of it", text: 7..<8, source: 21..<22),
    Row(label: "over two halves", text: 5..<7, source: 20..<22),
    Row(label: "nothing at the start", text: 0..<0, source: 10..<10),
    Row(label: "nothing after the entity", text: 4..<4, source: 17..<17),
    Row(label: "nothing at the end", text: 10..<10, source: 23..<23),
  ]

  @Test(arguments: rows) func leadsBack(_ row: Row) {
    #expect(Self.sample.sourceRange(of: row.text) == row.source)
  }

  @Test func anEmptyMapLeadsNowhere() {
    #expect(SourceMap().sourceRange(of: 0..<0) == 0..<0)
  }

  @Test func removingTheLastCutsRuns() {
    var map = Self.sample
    map.removeLast(4)
    #expect(map.textCount == 6)
    #expect(map.sourceRange(of: 4..<6) == 20..<21)
    map.removeLast(2)
    #expect(map.runs.count == 2)
    map.removeLast(4)
    #expect(map == SourceMap())
  }

  @Test func replacingMakesOneRunOfAPiece() {
    let map = Self.sample.replacing([(1..<3, 1), (6..<8, 0), (8..<8, 3)])
    #expect(map.textCount == 10)
    #expect(map.sourceRange(of: 0..<1) == 10..<11)
    #expect(map.sourceRange(of: 1..<2) == 11..<17)
    #expect(map.sourceRange(of: 3..<5) == 20..<21)
    #expect(map.sourceRange(of: 5..<8) == 22..<22)
    #expect(map.sourceRange(of: 8..<10) == 22..<23)
  }

  /// Beside the map goes a plain list of one source range a byte, which is cut the same way.
  @Test(arguments: 0..<40 as Range<UInt64>) func everyByteKeepsItsSource(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var map = SourceMap()
    var sources: [Range<Int>] = []
    var source = 0
    for _ in 0..<(1 + random.below(12)) {
      source += random.below(3)
      let count = 1 + random.below(6)
      let end: Int
      switch random.below(3) {
      case 0:
        end = source + count
        map.append(textCount: count, source: source..<end)
        sources += (source..<end).map { $0..<$0 + 1 }
      case 1:
        end = source + random.below(6)
        map.append(textCount: count, source: source..<end, textUnit: 0, sourceUnit: 0)
        sources += Array(repeating: source..<end, count: count)
      default:
        end = source + count
        map.append(textCount: 2 * count, source: source..<end, textUnit: 2, sourceUnit: 1)
        sources += (source..<end).flatMap { [$0..<$0 + 1, $0..<$0 + 1] }
      }
      source = end
    }
    for _ in 0..<8 {
      #expect(map.textCount == sources.count)
      for (byte, expected) in sources.enumerated() {
        #expect(map.sourceRange(of: byte..<byte + 1) == expected, "byte \(byte) of \(map)")
      }
      var replacements: [(utf8Range: Range<Int>, count: Int)] = []
      var changed: [Range<Int>] = []
      var position = 0
      for _ in 0..<random.below(4) where position < sources.count {
        let start = position + random.below(sources.count - position)
        let end = start + random.below(min(5, sources.count - start + 1))
        let count = random.below(4)
        replacements.append((start..<end, count))
        changed += sources[position..<start]
        changed += Array(repeating: map.sourceRange(of: start..<end), count: count)
        position = end
      }
      changed += sources[position...]
      // Inside a unit that a cut went through the map knows the unit only; cuts of text never do.
      guard replacements.allSatisfy({ isBetweenUnits($0.utf8Range, map) }) else { continue }
      map = map.replacing(replacements)
      sources = changed
    }
  }

  private func isBetweenUnits(_ utf8Range: Range<Int>, _ map: SourceMap) -> Bool {
    [utf8Range.lowerBound, utf8Range.upperBound].allSatisfy { offset in
      guard let run = map.runs.last(where: { $0.textStart <= offset }), run.textUnit > 1 else {
        return true
      }
      return (offset - Int(run.textStart)) % Int(run.textUnit) == 0
    }
  }
}
