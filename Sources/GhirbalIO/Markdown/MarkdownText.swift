import GhirbalText

/// Plain text as Markdown has to write it, so that it stays plain text.
enum MarkdownText {
  /// Where a stretch of text is written.
  struct Place {
    /// What a line end becomes, with the prefix of the next line.
    var lineBreak: [UInt8]
    /// What a line end between two paragraphs becomes; nil where it cannot be more than a line end.
    var paragraphBreak: [UInt8]?
    /// Whether the text is the first of a list's item.
    var isInItem = false
    /// Whether `|` would end a cell.
    var isInTable = false
    /// Whether a `#` could close the heading.
    var isHeading = false
    /// Whether brackets would end the text of a link.
    var escapesBrackets = false
    var signs: MarkdownSigns

    /// Headings and cells hold no blocks.
    var isInlineOnly: Bool { isHeading || isInTable }
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
          if let paragraphBreak = place.paragraphBreak, partsProse(utf8, at: index, in: whole) {
            output.append(contentsOf: paragraphBreak)
          } else {
            output.append(contentsOf: place.lineBreak)
          }
          isAtLineStart = true
        }
        index += 1
        continue
      }
      let wasAtLineStart = isAtLineStart
      isAtLineStart = false
      if wasAtLineStart, !place.isInlineOnly {
        escapedLater =
          MarkdownLine(utf8, at: index, in: whole, isInItem: place.isInItem, place.signs).marker
      }
      if place.signs.isEmphasis(byte) {
        let end = utf8[index..<range.upperBound].firstIndex { $0 != byte } ?? range.upperBound
        let isMarkup = place.signs.isEmphasis(utf8, run: index..<end, of: range, in: whole)
        for sign in index..<end {
          if isMarkup || sign == escapedLater { output.append(UInt8(ascii: "\\")) }
          output.append(byte)
        }
        index = end
        continue
      }
      if index == escapedLater
        || isMarkup(utf8, at: index, range, in: whole, place, isAtLineStart: wasAtLineStart)
      {
        output.append(UInt8(ascii: "\\"))
      }
      let start = index
      index += 1
      while index < range.upperBound, index != escapedLater, isPlain[Int(utf8[index])] {
        index += 1
      }
      output.append(contentsOf: utf8[start..<index])
    }
  }

  /// Bytes that are text wherever they stand in a line.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte > 0x20 && !"\\`*_~[]<&|#".utf8.contains(UInt8(byte))
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

  /// Whether a byte would be markup within a line.
  private static func isMarkup(
    _ utf8: [UInt8], at index: Int, _ range: Range<Int>, in whole: Range<Int>, _ place: Place,
    isAtLineStart: Bool
  ) -> Bool {
    let byte = utf8[index]
    guard !isPlain[Int(byte)] else { return false }
    let isLast = index + 1 == range.upperBound
    let next = index + 1 < whole.upperBound ? utf8[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "`"): return place.signs.backticks
    case UInt8(ascii: "\\"):
      if isPunctuation(next) || (isLast && place.signs.isMarked) { return true }
      let rest = utf8[(index + 1)..<whole.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
      return rest.first == 0x0A || rest.first == 0x0D
    case UInt8(ascii: "|"): return place.isInTable
    case UInt8(ascii: "["):
      return place.escapesBrackets || isNote(utf8, at: index, until: whole.upperBound)
    case UInt8(ascii: "]"):
      return place.escapesBrackets
        || (next == UInt8(ascii: "(") && (0..<index).contains(place.signs.firstBracket))
    case UInt8(ascii: "<"):
      return (isAtLineStart || place.signs.lastAngle > index)
        && isTag(utf8, at: index, until: whole.upperBound)
    case UInt8(ascii: "&"): return isReference(utf8, at: index, until: whole.upperBound)
    case UInt8(ascii: "#"):
      // The signs behind a heading's text close it (CommonMark 0.31, section 4.2).
      return place.isHeading && index > place.signs.lastText
        && (index == whole.lowerBound || utf8[index - 1] <= 0x20)
    default: return false
    }
  }

  /// Whether the line end at `index` parts two paragraphs: whole sentences on both sides, not the
  /// lines of a poem or an address.
  private static func partsProse(_ utf8: [UInt8], at index: Int, in whole: Range<Int>) -> Bool {
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    let before = utf8[whole.lowerBound..<index].lastIndex(where: isLineEnd).map { $0 + 1 }
    guard let next = utf8[index..<whole.upperBound].firstIndex(where: { !isLineEnd($0) }) else {
      return false
    }
    let after = utf8[next..<whole.upperBound].firstIndex(where: isLineEnd)
    return isProse(utf8, (before ?? whole.lowerBound)..<index)
      && isProse(utf8, next..<(after ?? whole.upperBound))
  }

  private static func isProse(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
    let shape = ProseShape(utf8.span.extracting(line))
    return shape.endsSentence && shape.wordCount >= minProseWords
  }

  /// Verse and addresses have fewer words in a line.
  private static let minProseWords = 15

  /// Whether the mark of a footnote may start here, `[^1]`. A label has no white space.
  private static func isNote(_ utf8: [UInt8], at bracket: Int, until end: Int) -> Bool {
    guard bracket + 1 < end, utf8[bracket + 1] == UInt8(ascii: "^") else { return false }
    let label = utf8[(bracket + 2)..<end].prefix(maxLabelUTF8Count)
    let last = label.first { $0 <= 0x20 || $0 == UInt8(ascii: "]") }
    return last == nil && label.count == maxLabelUTF8Count || last == UInt8(ascii: "]")
  }

  private static let maxLabelUTF8Count = 100

  /// Whether a tag, a comment or an address in angles may start here (CommonMark 0.31, sections 6.5
  /// and 6.6).
  private static func isTag(_ utf8: [UInt8], at angle: Int, until end: Int) -> Bool {
    var index = angle + 1
    guard index < end else { return false }
    if utf8[index] == UInt8(ascii: "!") || utf8[index] == UInt8(ascii: "?") { return true }
    if utf8[index] == UInt8(ascii: "/") { index += 1 }
    guard index < end, (0x61...0x7A).contains(utf8[index] | 0x20) else { return false }
    let name = utf8[index..<end].prefix {
      isWordByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "_")
    }
    guard name.endIndex < end else { return true }
    switch utf8[name.endIndex] {
    case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "@"): return true
    case UInt8(ascii: ":"): return name.count > 1
    // Addresses of mail have more signs before their @.
    case let byte:
      return !isWordByte(byte) && byte < 0x80 && utf8[index..<end].prefix(64).contains(0x40)
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

  /// An ASCII letter or digit.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
