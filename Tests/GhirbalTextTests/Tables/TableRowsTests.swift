import Testing

@testable import GhirbalText

@Suite struct TableRowsTests {
  static let rows: [(label: String, text: String, rows: [[String]])] = [
    ("a row a line", "a b\nc d e\n", [["a", "b"], ["c", "d", "e"]]),
    ("the last line without its end", "a b\nc", [["a", "b"], ["c"]]),
    ("comments and empty lines", "# head\n\na b\n# foot\n", [["a", "b"]]),
    ("several spaces part as one does", "a  b \n", [["a", "b"]]),
    ("a number sign inside a row is no comment", "a #b\n", [["a", "#b"]]),
    ("letters beyond ASCII", "ar في من\n", [["ar", "في", "من"]]),
    ("nothing", "", []),
    ("only comments", "# a\n#b", []),
  ]

  @Test(arguments: rows.indices) func aTextHasRows(_ index: Int) {
    let (label, text, expected) = Self.rows[index]
    let read = Array(text.utf8).withUnsafeBufferPointer { TableRows($0).map { $0.map(\.string) } }
    #expect(read == expected, "\(label)")
  }

  @Test(
    arguments: [
      ("0041", 0x41...0x41), ("FFFD", 0xFFFD...0xFFFD), ("0300-034E", 0x300...0x34E),
      ("2F800-2FA1D", 0x2F800...0x2FA1D),
    ] as [(String, ClosedRange<UInt32>)])
  func aFieldIsARangeOfHexadecimalNumbers(_ text: String, _ range: ClosedRange<UInt32>) {
    Array(text.utf8).withUnsafeBufferPointer { utf8 in
      #expect(TableField(utf8: utf8[...]).hexRange == range)
    }
  }

  @Test(arguments: Array(SingleByteTable.byKind.keys)) func aSingleByteEncodingHasAllItsBytes(
    _ kind: TextEncoding.Kind
  ) throws {
    let table = try #require(SingleByteTable.byKind[kind])
    #expect(table.scalars.count == 256)
    // What a byte stands for is written with that byte.
    for byte in UInt8(0x80)...0xFF where table.scalars[Int(byte)] != 0xFFFD {
      #expect(table.byte(for: table.scalars[Int(byte)]) == byte)
    }
  }

  @Test func labelsAreInLowerCase() {
    for label in EncodingLabels.byLabel.keys { #expect(label == label.lowercased()) }
  }

  @Test func rangesOfCompositionAscend() {
    for ranges in [CompositionRows.all.attentive, CompositionRows.all.unstable] {
      #expect(ranges.count > 80)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }
  }

  @Test func aCandidateHasATagOfItsOwn() {
    let tags = LanguageCandidate.allCases.compactMap(\.language?.rawValue)
    #expect(Set(tags).count == tags.count)
    #expect(LanguageCandidate(tag: "fa") == .persian)
    #expect(LanguageCandidate(tag: "kk") == LanguageCandidate.allCases.last)
    #expect(LanguageCandidate(tag: "xx") == nil)
  }
}
