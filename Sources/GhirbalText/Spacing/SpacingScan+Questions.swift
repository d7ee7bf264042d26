/// What the rules ask of the text around a place.
extension SpacingScan {
  /// A letter, a digit, a sign on a letter, or what closes a word.
  func endsWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return value.isASCIILetter || value.isASCIIDigit || value == 0x29
        || value == 0x5D || value == 0x25
    }
    if isDigit(value) || ScalarKinds.isArabicMark(value) { return true }
    if value == 0xBB || value == 0x201D || value == 0x2019 { return true }
    return ScalarKinds.strongDirection(value) != nil && !ScalarKinds.isCJK(value)
  }

  func isDigit(_ value: UInt32) -> Bool {
    value.isASCIIDigit || (0x660...0x669).contains(value)
      || (0x6F0...0x6F9).contains(value)
  }

  func isLower(_ value: UInt32?) -> Bool {
    value.flatMap(Unicode.Scalar.init)?.properties.isLowercase ?? false
  }

  func isSmileyEye(_ value: UInt32) -> Bool {
    value == 0x3A || value == 0x3B || value == 0x2D || value == 0x3D
  }

  /// Whether nothing that belongs to the mark `byte` follows it at `offset`.
  func isBoundary(at offset: Int, behind byte: UInt8) -> Bool {
    guard let value = text.scalar(from: offset)?.value else { return true }
    switch value {
    case 0x20, 0x0A, 0x0D, 0x201D, 0xBB: return true
    // :) and ;)
    case 0x29, 0x5D: return byte != 0x3A && byte != 0x3B
    default: return false
    }
  }

  /// Whether the word that ends at `offset` is one letter, as in `U . S .`, `a ? b : c`.
  func isInitial(before offset: Int) -> Bool {
    guard let last = text.scalar(before: offset), last.value.isASCIILetter else {
      return false
    }
    guard let before = text.scalar(before: offset - last.count)?.value else { return true }
    return ScalarKinds.strongDirection(before) == nil && !before.isASCIIDigit
      && before != 0x2019 && before != 0x27
  }

  /// How many words stand before `offset` since its line or sentence began; counts to `limit`.
  func wordsBefore(_ offset: Int, atMost limit: Int) -> Int {
    var words = 0
    var position = offset
    var isInWord = false
    // A word of more than 256 bytes is none.
    while position > 0, words < limit, offset - position < 256 {
      let byte = text.bytes[position - 1]
      if byte == 0x0A { break }
      if byte == 0x20 {
        if isInWord { words += 1 }
        isInWord = false
        // A full stop that ends a sentence, or stands alone.
        if position >= 2, text.bytes[position - 2] == 0x2E { return words }
      } else {
        isInWord = true
      }
      position -= 1
    }
    return min(limit, words + (isInWord ? 1 : 0))
  }

  mutating func isCode(_ offset: Int) -> Bool {
    readLine(at: offset)
    return line.isCode
  }

  /// Whether the line read last starts with a command.
  func isShellLine() -> Bool {
    var start = line.range.lowerBound
    while start < line.range.upperBound, text.bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < line.range.upperBound, text.bytes[end] != 0x20, end - start < 12 { end += 1 }
    return ShellCommands.rows.contains(text.string(start..<end))
  }

  /// Reads the line around `offset` unless it is the one read last.
  mutating func readLine(at offset: Int) {
    if line.range.contains(offset) { return }
    var start = offset
    while start > line.range.upperBound, text.bytes[start - 1] != 0x0A { start -= 1 }
    line = Line()
    var position = start
    while position < text.count, text.bytes[position] != 0x0A {
      let byte = text.bytes[position]
      let next = position + 1 < text.count ? text.bytes[position + 1] : 0
      switch byte {
      case 0x60, 0x7B, 0x7D, 0x3D, 0x3C, 0x3E, 0x5C: line.isCode = true
      case 0x7C: line.hasBar = true
      // The second line of what was typed at a Python prompt.
      case 0x2E:
        if position == start, text.string(start..<min(start + 4, text.count)) == "... " {
          line.isCode = true
        }
      case 0x20:
        if next == 0x20, position + 2 < text.count, text.bytes[position + 2] == 0x20,
          position > start, text.bytes[position - 1] != 0x20
        {
          line.gaps += 1
        }
      case 0x3F: if next == 0x20, isSpace(before: position) { line.spacedQuestions += 1 }
      case 0x3A:
        if next == 0x3A { line.isCode = true }
        if next == 0x20, isSpace(before: position) { line.spacedColons += 1 }
      case 0x26: if next == 0x26 { line.isCode = true }
      case 0x2F: if next == 0x2F || next == 0x2A { line.isCode = true }
      case 0x28: if next == 0x29 { line.isCode = true }
      default: break
      }
      position += 1
    }
    line.range = start..<max(position, offset + 1)
  }

  func isSpace(before offset: Int) -> Bool { offset > 0 && text.bytes[offset - 1] == 0x20 }
}
