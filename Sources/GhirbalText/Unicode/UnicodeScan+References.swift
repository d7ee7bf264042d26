/// Character references that the page shows.
extension UnicodeScan {
  mutating func lookAtAmpersand(at offset: Int) -> Int {
    guard let reference = EscapedEntities.reference(at: offset, in: text),
      !isMention(offset..<reference.end), !isCodeLine(at: offset)
    else { return offset + 1 }
    readToken(at: offset)
    if token.isAddress { return offset + 1 }
    if reference.value == 0x3C || reference.value == 0x3E {
      // An escaped tag is markup someone shows; a sign between spaces is a sign.
      guard isSpaceOrDigit(text.scalar(before: offset)?.value),
        isSpaceOrDigit(text.scalar(from: reference.end)?.value)
      else { return reference.end }
    }
    if isRemoved(reference.value), isInsideReference(offset) { return reference.end }
    replace(offset..<reference.end, with: String(scalarValue: reference.value), .escapedEntity)
    return reference.end
  }

  private func isSpaceOrDigit(_ value: UInt32?) -> Bool {
    guard let value else { return true }
    return ScalarKinds.isSpace(value) || value.isASCIIDigit
  }

  private func isRemoved(_ value: UInt32) -> Bool {
    value < 0xA0
      || !ScalarTraits.of(value).intersection([.zeroWidth, .softHyphen, .bidi, .nonJoiner])
        .isEmpty
  }

  /// Whether the bytes before `offset` begin a reference that could be completed.
  private func isInsideReference(_ offset: Int) -> Bool {
    var position = offset
    while position > 0, offset - position < 12 {
      position -= 1
      let byte = text.bytes[position]
      if byte == UInt8(ascii: "&") { return true }
      if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "#") { return false }
    }
    return false
  }

  /// Whether a reference is spoken about: quoted, in brackets or in ticks on both sides.
  private func isMention(_ range: Range<Int>) -> Bool {
    guard let before = text.scalar(before: range.lowerBound)?.value,
      let after = text.scalar(from: range.upperBound)?.value
    else { return false }
    switch before {
    case 0x22, 0x27, 0x28, 0x5B, 0x60, 0xAB, 0x2018, 0x201C: break
    default: return false
    }
    switch after {
    case 0x22, 0x27, 0x29, 0x5D, 0x60, 0xBB, 0x2019, 0x201D: return true
    default: return false
    }
  }

  /// Whether the line around `offset` shows code or markup rather than prose.
  private mutating func isCodeLine(at offset: Int) -> Bool {
    if line.range.contains(offset) { return line.isCode }
    var start = offset
    while start > line.range.upperBound, text.bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    var isCode = false
    var position = start
    while position < text.count, text.bytes[position] != 0x0A {
      switch text.bytes[position] {
      case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
        isCode = true
      case UInt8(ascii: ":"), UInt8(ascii: "|"):
        let next = position + 1
        if next < text.count, text.bytes[next] == text.bytes[position] { isCode = true }
      default: break
      }
      position += 1
    }
    end = position
    line = (start..<max(end, offset + 1), isCode)
    return isCode
  }
}
