/// Plain text as Markdown has to write it, so that it stays plain text.
enum MarkdownText {
  /// Where a stretch of text is written.
  struct Place {
    /// What a line end becomes, with the prefix of the next line.
    var lineBreak: [UInt8]
    /// Whether `|` would end a cell.
    var isInTable = false
    /// Whether brackets would end the text of a link.
    var isInLink = false
    /// Whether two `~` of the block could strike something out.
    var escapesTildes = false
    /// Whether a `#` behind a space could close the heading.
    var isHeading = false
  }

  /// Appends `range` of `utf8`, which lies in the block's content `whole`, with a backslash before
  /// each character that would be markup.
  ///
  /// White space at the ends of lines is left out, as Markdown does. `isAtLineStart` tells whether
  /// anything stands on the line yet, and is kept up to date.
  static func append(
    _ utf8: [UInt8], _ range: Range<Int>, in whole: Range<Int>, _ place: Place,
    isAtLineStart: inout Bool, to output: inout [UInt8]
  ) {
    var index = range.lowerBound
    var escapedLater = -1
    while index < range.upperBound {
      let byte = utf8[index]
      if byte == 0x20 || byte == 0x09 {
        var end = index
        while end < range.upperBound, utf8[end] == 0x20 || utf8[end] == 0x09 { end += 1 }
        let isAtEnd = end == whole.upperBound || utf8[end] == 0x0A || utf8[end] == 0x0D
        if !isAtLineStart, !isAtEnd { output.append(contentsOf: utf8[index..<end]) }
        index = end
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        // Line ends behind each other, at the start and at the end are no more than white space.
        if !isAtLineStart, utf8[index..<whole.upperBound].contains(where: { $0 > 0x20 }) {
          output.append(contentsOf: place.lineBreak)
          isAtLineStart = true
        }
        index += 1
        continue
      }
      if isAtLineStart {
        escapedLater = markerEnd(utf8, at: index, until: whole.upperBound)
        isAtLineStart = false
      }
      if index == escapedLater || isMarkup(utf8, at: index, in: whole, place) {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
      index += 1
    }
  }

  /// Text without the backslashes that `append` wrote.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex,
        isPunctuation(text[index + 1])
      {
        index += 1
      }
      plain.append(text[index])
      index += 1
    }
    return plain
  }

  /// ASCII punctuation (CommonMark 0.31, section 2.1): what a backslash can stand before.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The byte that makes a line more than text: of a heading, a list item, a quotation, a rule, a
  /// table, a fence (CommonMark 0.31, chapters 4 and 5); -1 where there is none.
  private static func markerEnd(_ utf8: [UInt8], at start: Int, until end: Int) -> Int {
    func isSpaceOrEnd(_ index: Int) -> Bool { index >= end || utf8[index] <= 0x20 }
    switch utf8[start] {
    case UInt8(ascii: "#"):
      var index = start
      while index < end, utf8[index] == UInt8(ascii: "#") { index += 1 }
      return isSpaceOrEnd(index) ? start : -1
    case UInt8(ascii: "+"): return isSpaceOrEnd(start + 1) ? start : -1
    case UInt8(ascii: "-"), UInt8(ascii: "="):
      return isSpaceOrEnd(start + 1) || utf8[start + 1] == utf8[start] ? start : -1
    case UInt8(ascii: ":"):
      return start + 1 < end && utf8[start + 1] == UInt8(ascii: "-") ? start : -1
    case UInt8(ascii: "["):
      // `[ ] task` at the start of an item.
      let isBox =
        start + 2 < end && utf8[start + 2] == UInt8(ascii: "]")
        && (utf8[start + 1] == 0x20 || utf8[start + 1] | 0x20 == UInt8(ascii: "x"))
      return isBox ? start : -1
    case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"): return start
    case 0x30...0x39:
      var index = start
      while index < end, (0x30...0x39).contains(utf8[index]) { index += 1 }
      guard index < end, index - start <= 9, isSpaceOrEnd(index + 1),
        utf8[index] == UInt8(ascii: ".") || utf8[index] == UInt8(ascii: ")")
      else { return -1 }
      return index
    default: return -1
    }
  }

  /// Whether a byte would be markup within a line.
  private static func isMarkup(
    _ utf8: [UInt8], at index: Int, in whole: Range<Int>, _ place: Place
  ) -> Bool {
    let byte = utf8[index]
    guard isPunctuation(byte) else { return false }
    let next = index + 1 < whole.upperBound ? utf8[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"): return true
    case UInt8(ascii: "\\"): return isPunctuation(next) || next <= 0x20
    case UInt8(ascii: "_"):
      // Inside of a word it is no emphasis (CommonMark 0.31, section 6.2).
      let previous = index > whole.lowerBound ? utf8[index - 1] : 0x20
      return !isWordByte(previous) || !isWordByte(next)
    case UInt8(ascii: "~"): return place.escapesTildes
    case UInt8(ascii: "|"): return place.isInTable
    case UInt8(ascii: "["): return place.isInLink || next == UInt8(ascii: "^")
    case UInt8(ascii: "]"):
      return place.isInLink || next == UInt8(ascii: "(") || next == UInt8(ascii: "[")
        || next == UInt8(ascii: ":")
    case UInt8(ascii: "<"):
      return (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) || next == UInt8(ascii: "/")
        || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"): return isReference(utf8, at: index, until: whole.upperBound)
    case UInt8(ascii: "#"):
      return place.isHeading && index > whole.lowerBound && utf8[index - 1] <= 0x20
    default: return false
    }
  }

  /// ASCII letters and digits alone: of others it is not known here whether they are punctuation.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether a character reference may start here (CommonMark 0.31, section 6.4). The longest name
  /// has 31 letters.
  static func isReference(_ utf8: [UInt8], at ampersand: Int, until end: Int) -> Bool {
    var index = ampersand + 1
    if index < end, utf8[index] == UInt8(ascii: "#") { index += 1 }
    let start = index
    while index < end, index - start < 32, isWordByte(utf8[index]) { index += 1 }
    return index > start && index < end && utf8[index] == UInt8(ascii: ";")
  }
}
