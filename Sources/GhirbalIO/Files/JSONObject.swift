import GhirbalText

/// The members of one JSON object (RFC 8259) as they stand in the text, none of them decoded before
/// it is asked for.
///
/// What is not an object by the grammar, or not UTF-8, is none. Of two members with one name the last
/// counts. Values are walked through without recursion; more than 512 open ones are refused. `NaN`,
/// `Infinity` and `-Infinity` pass as values, as Python's `json` and JavaScript tools write them where
/// a score is missing: a page is not lost for a member that nobody reads.
struct JSONObject {
  private let text: [UInt8]
  private var members: [(name: [UInt8], value: Range<Int>)] = []

  init?(_ text: [UInt8]) {
    guard (try? UTF8Span(validating: text.span)) != nil else { return nil }
    self.text = text
    var scanner = Scanner(text)
    guard scanner.skipObject(), scanner.isAtEnd else { return nil }
    for (name, value) in scanner.members {
      guard let name = Self.unescaped(Array(text[name])) else { return nil }
      members.append((name, value))
    }
  }

  /// The JSON text of a member's value; nil where there is no such member.
  func text(of name: String) -> [UInt8]? {
    members.last { $0.name.elementsEqual(name.utf8) }.map { Array(text[$0.value]) }
  }

  /// The value of the first member of a name, as it stands; nil where there is none. What follows the
  /// member is not looked at.
  static func value(of name: String, in text: [UInt8]) -> [UInt8]? {
    let wanted = Array("\"\(name)\"".utf8)
    var scanner = Scanner(text)
    guard scanner.skipObject(endingBehind: wanted), let last = scanner.members.last,
      text[last.name].elementsEqual(wanted)
    else { return nil }
    return Array(text[last.value])
  }

  /// Whether JSON text can be given back where a text or a number is wanted.
  static func isScalar(_ json: [UInt8]) -> Bool {
    guard let first = json.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      return false
    }
    return !nonNumbers.contains { json.elementsEqual($0.utf8) }
  }

  /// How many objects and arrays the text is, one behind the other, and nothing else; nil where it is not
  /// such a text.
  static func valueCount(in text: [UInt8]) -> Int? {
    var scanner = Scanner(text)
    var count = 0
    while !scanner.isAtEnd {
      guard scanner.skipContainer() else { return nil }
      count += 1
    }
    return count == 0 ? nil : count
  }

  /// Numbers that RFC 8259 does not know.
  fileprivate static let nonNumbers = ["NaN", "Infinity", "-Infinity"]

  /// What a string means; nil where the JSON text is none. Half of a surrogate pair is U+FFFD.
  static func unescaped(_ json: [UInt8]) -> [UInt8]? {
    guard json.count >= 2, json.first == 0x22, json.last == 0x22 else { return nil }
    return JSONString.unescaped(json.dropFirst().dropLast())
  }

  /// Walks through JSON text by its grammar.
  private struct Scanner {
    private let text: [UInt8]
    private var place = 0
    private(set) var members: [(name: Range<Int>, value: Range<Int>)] = []
    private static let maxDepth = 512

    init(_ text: [UInt8]) { self.text = text }

    private var byte: UInt8 { place < text.count ? text[place] : 0 }

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return place == text.count
      }
    }

    private mutating func skipSpace() {
      while place < text.count, [0x20, 0x0A, 0x0D, 0x09].contains(text[place]) { place += 1 }
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
      guard byte == wanted, place < text.count else { return false }
      place += 1
      return true
    }

    /// Skips the object that the text is and notes its members.
    ///
    /// - Parameter wanted: The name, as it stands, of a member behind which the walk ends.
    mutating func skipObject(endingBehind wanted: [UInt8] = []) -> Bool {
      skipSpace()
      guard take(UInt8(ascii: "{")) else { return false }
      skipSpace()
      if take(UInt8(ascii: "}")) { return true }
      while true {
        skipSpace()
        let nameStart = place
        guard skipString() else { return false }
        let name = nameStart..<place
        skipSpace()
        guard take(UInt8(ascii: ":")) else { return false }
        skipSpace()
        let valueStart = place
        guard skipValue() else { return false }
        members.append((name, valueStart..<place))
        if text[name].elementsEqual(wanted) { return true }
        skipSpace()
        if take(UInt8(ascii: "}")) { return true }
        guard take(UInt8(ascii: ",")) else { return false }
      }
    }

    /// Skips an object or an array.
    mutating func skipContainer() -> Bool {
      skipSpace()
      return (byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")) && skipValue()
    }

    private mutating func skipValue() -> Bool {
      /// The closing brackets that are owed.
      var open: [UInt8] = []
      while true {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          let close = byte + 2
          place += 1
          skipSpace()
          if !take(close) {
            open.append(close)
            guard open.count < Self.maxDepth else { return false }
            if close == UInt8(ascii: "}"), !skipName() { return false }
            continue
          }
        case 0x22: if !skipString() { return false }
        default: if !skipScalar() { return false }
        }
        // Behind a value: whatever closes, then a comma and the next one.
        while true {
          guard let close = open.last else { return true }
          skipSpace()
          if take(close) {
            open.removeLast()
          } else {
            guard take(UInt8(ascii: ",")) else { return false }
            if close == UInt8(ascii: "}"), !skipName() { return false }
            break
          }
        }
      }
    }

    /// Skips a member's name and the colon.
    private mutating func skipName() -> Bool {
      skipSpace()
      guard skipString() else { return false }
      skipSpace()
      return take(UInt8(ascii: ":"))
    }

    private mutating func skipString() -> Bool {
      guard take(0x22) else { return false }
      while place < text.count {
        switch text[place] {
        case 0x22:
          place += 1
          return true
        case 0x5C:
          guard skipEscape() else { return false }
        case 0..<0x20: return false
        default: place += 1
        }
      }
      return false
    }

    private mutating func skipEscape() -> Bool {
      place += 1
      guard place < text.count else { return false }
      switch text[place] {
      case 0x22, 0x5C, 0x2F, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
        UInt8(ascii: "r"), UInt8(ascii: "t"):
        place += 1
        return true
      case UInt8(ascii: "u"):
        let digits = text[(place + 1)...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(Self.isHexadecimal) else { return false }
        place += 5
        return true
      default: return false
      }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
      isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let words = ["true", "false", "null"] + JSONObject.nonNumbers

    /// A number, `true`, `false` or `null`.
    private mutating func skipScalar() -> Bool {
      for word in Self.words where text[place...].starts(with: word.utf8) {
        place += word.utf8.count
        return true
      }
      _ = take(UInt8(ascii: "-"))
      if !take(UInt8(ascii: "0")), !skipDigits() { return false }
      if take(UInt8(ascii: ".")), !skipDigits() { return false }
      if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
        if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
        return skipDigits()
      }
      return true
    }

    private mutating func skipDigits() -> Bool {
      let start = place
      while place < text.count, Self.isDigit(text[place]) { place += 1 }
      return place > start
    }
  }
}
