import GhirbalText

/// JSON as pages hold it, read in one pass into a flat list of nodes.
///
/// RFC 8259, and what its writers get wrong: comments and CDATA marks around the whole, commas too
/// many or too few, line ends and quotes inside strings, text behind the last bracket. What cannot be
/// read ends the list; what came before stays. Nothing is decoded until it is asked for.
struct LooseJSON {
  enum Kind: UInt8 { case object, array, key, string, scalar }

  private struct Node {
    let kind: Kind
    /// UTF-8 offsets in the text, without quotes.
    var start: Int32
    var end: Int32
    /// The index behind the node and all it holds.
    var next: Int32
  }

  private let utf8: [UInt8]
  private let end: Int
  private var nodes: [Node] = []
  private var position: Int

  /// Deeper nests hold nothing that is asked for.
  private static let maxDepth = 32

  /// Reads the text at `range` of `utf8`, which is not copied.
  init(_ utf8: [UInt8], _ range: Range<Int>) {
    self.utf8 = utf8
    end = range.upperBound
    position = range.lowerBound
    nodes.reserveCapacity(range.count / 24)
    while position < end {
      skipBlanks()
      guard position < end else { break }
      let byte = utf8[position]
      if byte == Self.openBrace || byte == Self.openBracket {
        readValue(depth: 0)
      } else {
        // Marks of comments, semicolons, and what else stands around the whole.
        position += 1
      }
    }
  }

  // MARK: Asking

  /// The values that stand outside of any other.
  var roots: [Int] {
    var roots: [Int] = []
    var index = 0
    while index < nodes.count {
      roots.append(index)
      index = Int(nodes[index].next)
    }
    return roots
  }

  func kind(of node: Int) -> Kind { nodes[node].kind }

  /// The items of an array; none for any other value.
  func items(of node: Int) -> [Int] {
    guard nodes[node].kind == .array else { return [] }
    var items: [Int] = []
    var index = node + 1
    while index < Int(nodes[node].next) {
      items.append(index)
      index = Int(nodes[index].next)
    }
    return items
  }

  /// The value of an object's member; nil where the object has none, or where it is no object.
  func member(_ name: StaticString, of node: Int) -> Int? {
    guard nodes[node].kind == .object else { return nil }
    var index = node + 1
    let end = Int(nodes[node].next)
    while index + 1 < end {
      if isEqual(nodes[index], name) { return index + 1 }
      index = Int(nodes[index + 1].next)
    }
    return nil
  }

  private func isEqual(_ key: Node, _ name: StaticString) -> Bool {
    guard Int(key.end - key.start) == name.utf8CodeUnitCount else { return false }
    for offset in 0..<name.utf8CodeUnitCount
    where utf8[Int(key.start) + offset] != name.utf8Start[offset] { return false }
    return true
  }

  /// The text of a string, with its escapes read; nil for any other value.
  func string(_ node: Int) -> String? {
    guard nodes[node].kind == .string else { return nil }
    let range = Int(nodes[node].start)..<Int(nodes[node].end)
    guard utf8[range].contains(Self.backslash) else {
      return String(decoding: utf8[range], as: UTF8.self)
    }
    return String(
      decoding: JSONString.unescaped(utf8[range], isOneLine: true), as: UTF8.self)
  }

  // MARK: Reading

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let openBrace = UInt8(ascii: "{")
  private static let openBracket = UInt8(ascii: "[")

  private mutating func readValue(depth: Int) {
    switch utf8[position] {
    case Self.openBrace: readContainer(.object, until: UInt8(ascii: "}"), depth)
    case Self.openBracket: readContainer(.array, until: UInt8(ascii: "]"), depth)
    case Self.quote: readString(.string)
    default: readScalar()
    }
  }

  private mutating func readContainer(_ kind: Kind, until close: UInt8, _ depth: Int) {
    let node = nodes.count
    nodes.append(Node(kind: kind, start: Int32(position), end: 0, next: 0))
    position += 1
    while position < end {
      skipBlanks()
      guard position < end, utf8[position] != close else { break }
      // A bracket of the other kind: one was left out, and the container around goes on.
      if utf8[position] == UInt8(ascii: "}") || utf8[position] == UInt8(ascii: "]") { break }
      guard depth < Self.maxDepth else {
        position = end
        break
      }
      if kind == .array {
        readValue(depth: depth + 1)
      } else if !readMember(depth) {
        position = end
      }
    }
    if position < end, utf8[position] == close { position += 1 }
    nodes[node].end = Int32(position)
    nodes[node].next = Int32(nodes.count)
  }

  /// Reads a key and its value; false where there is no such thing.
  private mutating func readMember(_ depth: Int) -> Bool {
    guard utf8[position] == Self.quote else { return false }
    let node = nodes.count
    readString(.key)
    skipBlanks()
    guard position < end, utf8[position] == UInt8(ascii: ":") else {
      nodes.removeSubrange(node...)
      return false
    }
    position += 1
    while position < end, utf8[position] <= 0x20 { position += 1 }
    // A value that a template left empty.
    guard position < end, utf8[position] != UInt8(ascii: "}"), utf8[position] != UInt8(ascii: ",")
    else {
      nodes.removeSubrange(node...)
      return position < end
    }
    skipBlanks()
    guard position < end else {
      nodes.removeSubrange(node...)
      return false
    }
    readValue(depth: depth + 1)
    return true
  }

  /// A quote ends a string where a mark of JSON follows it; another one was left without its escape.
  private mutating func readString(_ kind: Kind) {
    position += 1
    let start = position
    while position < end {
      let byte = utf8[position]
      if byte == Self.backslash {
        position += 2
        continue
      }
      if byte == Self.quote, isEndOfString(position + 1, isKey: kind == .key) { break }
      position += 1
    }
    let stringEnd = min(position, end)
    position = min(position + 1, end)
    nodes.append(
      Node(kind: kind, start: Int32(start), end: Int32(stringEnd), next: Int32(nodes.count + 1)))
  }

  private func isEndOfString(_ start: Int, isKey: Bool) -> Bool {
    var index = start
    var sawLineEnd = false
    while index < end, utf8[index] <= 0x20 {
      sawLineEnd = sawLineEnd || utf8[index] == 0x0A
      index += 1
    }
    guard index < end else { return true }
    switch utf8[index] {
    case UInt8(ascii: ":"): return isKey
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "/"): return true
    // The next member, and the comma before it was forgotten.
    case Self.quote: return sawLineEnd
    default: return false
    }
  }

  private mutating func readScalar() {
    let start = position
    while position < end {
      switch utf8[position] {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"):
        if position == start { position += 1 }
        nodes.append(
          Node(
            kind: .scalar, start: Int32(start), end: Int32(position), next: Int32(nodes.count + 1)))
        return
      default: position += 1
      }
    }
    nodes.append(
      Node(kind: .scalar, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
  }

  /// Skips white space, commas and comments.
  private mutating func skipBlanks() {
    while position < end {
      let byte = utf8[position]
      if byte <= 0x20 || byte == UInt8(ascii: ",") {
        position += 1
      } else if byte == UInt8(ascii: "/"), position + 1 < end,
        utf8[position + 1] == UInt8(ascii: "/")
      {
        while position < end, utf8[position] != 0x0A { position += 1 }
      } else if byte == UInt8(ascii: "/"), position + 1 < end,
        utf8[position + 1] == UInt8(ascii: "*")
      {
        position += 2
        while position + 1 < end,
          utf8[position] != UInt8(ascii: "*") || utf8[position + 1] != UInt8(ascii: "/")
        {
          position += 1
        }
        position = min(position + 2, end)
      } else {
        return
      }
    }
  }
}
