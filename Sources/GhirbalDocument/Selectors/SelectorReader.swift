/// Reads the tokens of a selector's text: names with escapes, strings, white space (CSS Syntax Module
/// Level 3, section 4).
struct SelectorReader {
  private let utf8: [UInt8]
  private(set) var utf8Offset = 0

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  /// The next byte; nil at the end.
  var next: UInt8? { utf8Offset < utf8.count ? utf8[utf8Offset] : nil }

  /// Steps over `byte` where it comes next.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    utf8Offset += 1
    return true
  }

  /// Steps over white space; whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = utf8Offset
    while let byte = next, Self.isSpace(byte) { utf8Offset += 1 }
    return utf8Offset > start
  }

  /// Everything up to a closing bracket, which is left.
  mutating func bracketed() -> ArraySlice<UInt8> {
    let start = utf8Offset
    while let byte = next, byte != UInt8(ascii: ")") { utf8Offset += 1 }
    return utf8[start..<utf8Offset]
  }

  /// What is wrong with the next character.
  var unexpected: SelectorProblem {
    let scalar = String(decoding: utf8[utf8Offset...], as: UTF8.self).unicodeScalars.first
    return SelectorProblem(utf8Offset, .unexpected(scalar))
  }

  /// Whether a name starts here, an escape included.
  var isAtName: Bool {
    guard let byte = next else { return false }
    if byte == UInt8(ascii: "-") {
      guard utf8Offset + 1 < utf8.count else { return false }
      let second = utf8[utf8Offset + 1]
      return second == UInt8(ascii: "-") || second == UInt8(ascii: "\\")
        || Self.startsName(second)
    }
    return byte == UInt8(ascii: "\\") || Self.startsName(byte)
  }

  /// A name, its escapes resolved.
  mutating func name() throws(SelectorProblem) -> [UInt8] {
    guard isAtName else {
      let isDigit = next.map { (0x30...0x39).contains($0) } ?? false
      throw SelectorProblem(utf8Offset, isDigit ? .digitFirst : .missingName)
    }
    return try nameRest()
  }

  private mutating func nameRest() throws(SelectorProblem) -> [UInt8] {
    var name: [UInt8] = []
    while let byte = next {
      if byte == UInt8(ascii: "\\") {
        try readEscape(into: &name)
      } else if Self.startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") {
        name.append(byte)
        utf8Offset += 1
      } else {
        break
      }
    }
    return name
  }

  /// A string in quotes.
  mutating func string() throws(SelectorProblem) -> [UInt8] {
    let quote = next
    utf8Offset += 1
    var string: [UInt8] = []
    while let byte = next {
      if byte == quote {
        utf8Offset += 1
        return string
      }
      // A line ends a string; behind a backslash it is nothing.
      guard !Self.isLineEnd(byte) else { throw unexpected }
      if byte == UInt8(ascii: "\\") {
        if utf8Offset + 1 < utf8.count, Self.isLineEnd(utf8[utf8Offset + 1]) {
          utf8Offset += 2
        } else {
          try readEscape(into: &string)
        }
      } else {
        string.append(byte)
        utf8Offset += 1
      }
    }
    throw unexpected
  }

  /// `\26 ` and `\&` both stand for "&".
  private mutating func readEscape(into name: inout [UInt8]) throws(SelectorProblem) {
    utf8Offset += 1
    guard let first = next, !Self.isLineEnd(first) else { throw unexpected }
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let digit = next.flatMap(Self.hexDigit) {
      value = value << 4 | digit
      digits += 1
      utf8Offset += 1
    }
    guard digits > 0 else {
      // The other bytes of the character are taken as they come.
      name.append(first)
      utf8Offset += 1
      return
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    name.append(contentsOf: Array(String(scalar ?? "\u{FFFD}").utf8))
    if let byte = next, Self.isSpace(byte) { utf8Offset += 1 }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
