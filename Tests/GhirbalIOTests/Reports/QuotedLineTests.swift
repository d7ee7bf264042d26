import GhirbalIO
import Testing

@Suite struct QuotedLineTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let line: String
    /// What is marked; the first place of it.
    let mark: String
    let shown: String
    let caret: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "letters", line: "The roof ofthe boathouse", mark: "ofthe",
      shown: "The roof ofthe boathouse", caret: "         ^~~~~"),
    Row(label: "an empty place", line: "ofthe", mark: "", shown: "ofthe", caret: "^"),
    Row(
      label: "ideographs are two columns wide", line: "日本語 ab", mark: "ab", shown: "日本語 ab",
      caret: "       ^~"),
    Row(
      label: "marks on letters take none", line: "cafe\u{301} ab", mark: "ab",
      shown: "cafe\u{301} ab", caret: "     ^~"),
    Row(
      label: "emoji are two columns wide", line: "😀 ab", mark: "ab", shown: "😀 ab",
      caret: "   ^~"),
    Row(
      label: "vowel signs of Arabic take none", line: "كِتَاب ab", mark: "ab",
      shown: "كِتَاب ab", caret: "     ^~"),
    Row(
      label: "joiners outside the place stay and take none", line: "می\u{200C}شود ab", mark: "ab",
      shown: "می\u{200C}شود ab", caret: "      ^~"),
    Row(
      label: "a joiner that is the place is named", line: "a \u{200C}b", mark: "\u{200C}",
      shown: "a ‹ZWNJ›b", caret: "  ^~~~~~"),
    Row(
      label: "a tab and a control character are shown", line: "a\tb\u{1B}[31m c", mark: "c",
      shown: "a⇥b‹U+1B›[31m c", caret: "              ^"),
    Row(
      label: "a line that is long before the place",
      line: String(repeating: "a", count: 200) + "XY", mark: "XY",
      shown: "…" + String(repeating: "a", count: 31) + "XY",
      caret: String(repeating: " ", count: 32) + "^~"),
    Row(
      label: "a line that is long behind the place",
      line: "XY" + String(repeating: "a", count: 200), mark: "XY",
      shown: "XY" + String(repeating: "a", count: 69) + "…", caret: "^~"),
  ]

  @Test(arguments: rows) func theCaretStandsUnderThePlace(_ row: Row) throws {
    let utf8 = Array(row.line.utf8)
    let mark = Array(row.mark.utf8)
    let start = try #require(
      (0...utf8.count - mark.count).first { utf8[$0..<$0 + mark.count].elementsEqual(mark) })
    let line = QuotedLine(start..<start + mark.count, in: utf8, line: 0..<utf8.count)
    #expect(line.text == row.shown)
    #expect(line.caret == row.caret)
    #expect(line.text.columns <= 76)
  }

  @Test func aPlaceOverSeveralLinesIsMarkedInItsFirst() {
    let utf8 = Array("ab\ncd".utf8)
    let line = QuotedLine(1..<4, in: utf8, line: 0..<2)
    #expect(line.text == "ab" && line.caret == " ^")
  }
}
