/// A line of a text with a place marked in it, cut to what fits a terminal.
public struct QuotedLine: Sendable, Equatable {
  /// The line on one line: characters that nobody sees by their names, but for joiners outside the place.
  public let text: String
  /// Columns of `text` before the place.
  public let startColumn: Int
  /// Columns that the place takes; one where it is empty.
  public let columnCount: Int

  /// What of a line is shown, in columns, and how much of it before the place.
  private static let maxColumns = 72
  private static let maxColumnsBefore = 32
  private static let ellipsis = "…"

  /// - Parameters:
  ///   - utf8Range: The place; of one that goes on in other lines the part in its first.
  ///   - utf8: The text, valid UTF-8.
  ///   - line: The bytes of the line that the place begins in, without its end.
  public init(_ utf8Range: Range<Int>, in utf8: [UInt8], line: Range<Int>) {
    let start = max(line.lowerBound, min(utf8Range.lowerBound, line.upperBound))
    let end = max(start, min(utf8Range.upperBound, line.upperBound))
    let (before, columnsBefore) = Self.tail(of: utf8[line.lowerBound..<start])
    let (place, columns) = Self.head(
      of: utf8[start..<end], maxColumns: Self.maxColumns - columnsBefore, namesJoiners: true)
    let (after, _) = Self.head(
      of: utf8[end..<line.upperBound], maxColumns: Self.maxColumns - columnsBefore - columns)
    text = before + place + after
    startColumn = columnsBefore
    columnCount = max(1, columns)
  }

  /// The caret below the line.
  public var caret: String {
    String(repeating: " ", count: startColumn) + "^"
      + String(repeating: "~", count: columnCount - 1)
  }

  private static func head(
    of utf8: ArraySlice<UInt8>, maxColumns: Int, namesJoiners: Bool = false
  ) -> (text: String, columns: Int) {
    var shown = ""
    var columns = 0
    // Nobody sees more than four bytes a column; marks that take none are cut with the rest.
    let text = String(decoding: utf8.prefix(maxColumns * 8 + 8), as: UTF8.self)
    for scalar in text.unicodeScalars {
      let next = visible(scalar, namesJoiners)
      let width = next.columns
      guard columns + width < max(1, maxColumns) else { return (shown + ellipsis, columns + 1) }
      shown += next
      columns += width
    }
    return (shown, columns)
  }

  private static func tail(of utf8: ArraySlice<UInt8>) -> (text: String, columns: Int) {
    var start = max(utf8.startIndex, utf8.endIndex - maxColumnsBefore * 8)
    while start > utf8.startIndex, start < utf8.endIndex, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    var parts: [String] = []
    var columns = 0
    var isCut = start > utf8.startIndex
    for scalar in String(decoding: utf8[start...], as: UTF8.self).unicodeScalars.reversed() {
      let next = visible(scalar, false)
      guard columns + next.columns < maxColumnsBefore else {
        isCut = true
        break
      }
      parts.append(next)
      columns += next.columns
    }
    return ((isCut ? ellipsis : "") + parts.reversed().joined(), columns + (isCut ? 1 : 0))
  }

  private static func visible(_ scalar: Unicode.Scalar, _ namesJoiners: Bool) -> String {
    !namesJoiners && scalar.isJoiner ? String(scalar) : scalar.visible
  }
}
