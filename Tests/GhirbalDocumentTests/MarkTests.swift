import Testing

@testable import GhirbalDocument

/// Marks follow their text through edits.
@Suite struct MarkTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    /// The content, with `[` and `]` around the mark.
    let before: String
    /// What becomes what, each found once, in order.
    let replacements: [(String, String)]
    /// The content afterwards; without brackets where the mark is gone.
    let after: String

    init(_ label: String, _ before: String, _ replacements: [(String, String)], _ after: String) {
      self.label = label
      self.before = before
      self.replacements = replacements
      self.after = after
    }

    var testDescription: String { label }
  }

  static let rows = [
    Row("nothing replaced", "a [b] c", [], "a [b] c"),
    Row("before the mark", "a  [b] c", [("a  ", "a ")], "a [b] c"),
    Row("behind the mark", "a [b]  c", [("  c", " c")], "a [b] c"),
    Row("inside the mark", "a [b\u{A0}c] d", [("\u{A0}", " ")], "a [b c] d"),
    Row("all of the mark", "a [bc] d", [("bc", "x")], "a [x] d"),
    Row(
      "before, inside and behind", "aa [b  c] dd", [("aa", "a"), ("  ", " "), ("dd", "d")],
      "a [b c] d"),
    Row("over its start", "a [b c] d", [("a b", "x")], "x[ c] d"),
    Row("over its end", "a [b c] d", [("c d", "x")], "a [b ]x"),
    Row("over the whole", "a [b] c", [("a b c", "x")], "x"),
    Row("taken out", "a [b] c", [("b", "")], "a  c"),
    Row("beside each other", "a [bcd] e", [("b", "xx"), ("c", ""), ("d", "y")], "a [xxy] e"),
  ]

  @Test(arguments: rows) func followsTheText(_ row: Row) throws {
    var (utf8, range) = Self.parse(row.before)
    var position = 0
    let replacements = try row.replacements.map { old, new in
      let start = try #require(
        (position...utf8.count - old.utf8.count).first { utf8[$0...].starts(with: old.utf8) })
      position = start + old.utf8.count
      return (utf8Range: start..<position, text: Array(new.utf8))
    }
    for (utf8Range, text) in replacements.reversed() { utf8.replaceSubrange(utf8Range, with: text) }
    let mark = range.map { Mark(utf8Range: $0, element: ElementID(0)) }
    let marks = [mark].compactMap(\.self).replacing(
      replacements.map { ($0.utf8Range, $0.text.count) }, contentCount: utf8.count)
    let (wantedText, wantedRange) = Self.parse(row.after)
    #expect(utf8 == wantedText)
    #expect(marks.map(\.utf8Range) == [wantedRange].compactMap(\.self))
  }

  /// An insertion at an end of a mark is not in it.
  @Test func insertionsAtTheEndsStandOutside() {
    let marks = [Mark(utf8Range: 2..<4, element: ElementID(0))]
    let inserted = marks.replacing([(2..<2, 1), (4..<4, 3)], contentCount: 10)
    #expect(inserted.map(\.utf8Range) == [3..<5])
  }

  @Test func appliedEditsCarryMarksAndLinks() throws {
    var map = SourceMap()
    map.append(textCount: 9, source: 0..<9)
    let block = Block(
      id: BlockID(0), kind: .paragraph, context: [], element: nil, content: 0..<8, gap: 8..<9,
      links: [Mark(utf8Range: 6..<8, element: ElementID(0))],
      marks: [Mark(utf8Range: 0..<8, element: ElementID(1))], sourceMap: map, isApproximate: false)
    var document = Document(
      format: .html, elements: ElementArena(), utf8: Array("one   23\n".utf8), blocks: [block])
    var ledger = Ledger()
    let edits: [Edit<LedgerTests.Reason>] = [
      .replace(BlockID(0), 3..<6, with: " ", .found), .replace(BlockID(0), 8..<9, with: "", .found),
    ]
    document.apply(edits, of: "some_stage", to: &ledger)
    #expect(document.blocks[0].links.map(\.utf8Range) == [4..<6])
    #expect(document.blocks[0].marks.map(\.utf8Range) == [0..<6])
  }

  /// A content without its brackets, and where they were.
  private static func parse(_ text: String) -> (utf8: [UInt8], range: Range<Int>?) {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "[")),
      let end = bytes.firstIndex(of: UInt8(ascii: "]"))
    else { return (bytes, nil) }
    return (bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }, start..<end - 1)
  }
}
