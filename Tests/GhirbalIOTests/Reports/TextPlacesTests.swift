import GhirbalIO
import Testing

/// Lines and columns of byte offsets.
@Suite struct TextPlacesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let offset: Int
    let line: Int
    let column: Int
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "an empty text", text: "", offset: 0, line: 1, column: 1),
    Row(label: "the start", text: "ab", offset: 0, line: 1, column: 1),
    Row(label: "the end", text: "ab", offset: 2, line: 1, column: 3),
    Row(label: "a line end is of its line", text: "ab\ncd", offset: 2, line: 1, column: 3),
    Row(label: "behind a line end", text: "ab\ncd", offset: 3, line: 2, column: 1),
    Row(label: "behind the last line end", text: "ab\n", offset: 3, line: 2, column: 1),
    Row(label: "CR LF is one line end", text: "ab\r\ncd", offset: 4, line: 2, column: 1),
    Row(label: "CR alone is none", text: "ab\rcd", offset: 3, line: 1, column: 4),
    Row(label: "two bytes are one unit", text: "éé", offset: 4, line: 1, column: 3),
    Row(label: "three bytes are one unit", text: "漢字", offset: 6, line: 1, column: 3),
    Row(label: "four bytes are two units", text: "😀x", offset: 4, line: 1, column: 3),
    Row(label: "a combining mark counts", text: "e\u{301}x", offset: 3, line: 1, column: 3),
    Row(label: "U+2028 ends no line", text: "a\u{2028}b", offset: 4, line: 1, column: 3),
  ]

  @Test(arguments: rows) func aPlaceIsOnItsLine(_ row: Row) {
    let point = TextPlaces(Array(row.text.utf8)).point(row.offset)
    #expect(point.line == row.line && point.column == row.column, "\(point)")
  }

  /// Far into a text the counted marks and the bytes behind them agree with counting all.
  @Test func longTextsCountAsShortOnes() {
    let text = String(repeating: "ab😀é漢\n", count: 700) + String(repeating: "😀é", count: 2000)
    let places = TextPlaces(Array(text.utf8))
    var (line, column, offset) = (1, 1, 0)
    for scalar in text.unicodeScalars {
      if offset % 7 == 0 || scalar == "\n" {
        let point = places.point(offset)
        #expect(point.line == line && point.column == column, "at \(offset)")
      }
      offset += UTF8.width(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + UTF16.width(scalar))
    }
    #expect(places.point(offset) == places.place(of: 0..<offset).end)
  }
}
