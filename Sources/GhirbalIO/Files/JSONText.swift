/// Writes JSON text (RFC 8259) in the order it is told, so that the same values give the same bytes.
///
/// The output is valid UTF-8 and holds no raw control character.
package struct JSONText {
  package private(set) var utf8: [UInt8] = []
  /// Whether a comma is due before the next member or element.
  private var needsComma = false

  package init() {}

  package mutating func object(_ members: (inout JSONText) -> Void) { nest("{", "}", members) }

  package mutating func array(_ elements: (inout JSONText) -> Void) { nest("[", "]", elements) }

  private mutating func nest(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONText) -> Void
  ) {
    comma()
    raw(open)
    needsComma = false
    body(&self)
    raw(close)
    needsComma = true
  }

  /// Starts a new line between members or elements; the reader of a diff will be glad.
  package mutating func breakLine() {
    if needsComma { raw(",") }
    needsComma = false
    raw("\n")
  }

  /// Ends a line after the last member or element.
  package mutating func newLine() { raw("\n") }

  /// Ends a line of JSON Lines.
  mutating func endRecord() {
    raw("\n")
    needsComma = false
  }

  package mutating func key(_ name: String) {
    value(name)
    raw(":")
    needsComma = false
  }

  package mutating func value(_ string: String) {
    comma()
    var string = string
    string.withUTF8 { appendQuoted($0) }
    needsComma = true
  }

  package mutating func value(_ flag: Bool) {
    comma()
    raw(flag ? "true" : "false")
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    comma()
    utf8.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  /// A share or a confidence, to three places.
  package mutating func value(_ number: Double) {
    comma()
    utf8.append(contentsOf: String((number * 1000).rounded() / 1000).utf8)
    needsComma = true
  }

  /// JSON text as it stands.
  package mutating func literal(_ json: [UInt8]) {
    comma()
    utf8.append(contentsOf: json)
    needsComma = true
  }

  mutating func null() {
    comma()
    raw("null")
    needsComma = true
  }

  package mutating func value(_ range: Range<Int>) {
    array {
      $0.value(range.lowerBound)
      $0.value(range.upperBound)
    }
  }

  // MARK: Members

  package mutating func member(_ name: String, _ string: String?) {
    key(name)
    if let string { value(string) } else { null() }
  }

  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: String, _ range: Range<Int>) {
    key(name)
    value(range)
  }

  package mutating func member(_ name: String, _ strings: [String]) {
    key(name)
    array { for string in strings { $0.value(string) } }
  }

  mutating func trueMember(_ name: String) {
    key(name)
    raw("true")
    needsComma = true
  }

  // MARK: Bytes

  private mutating func comma() {
    if needsComma { raw(",") }
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { utf8.append(contentsOf: $0) }
  }

  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    utf8.append(0x22)
    var start = 0
    for index in bytes.indices where Self.isEscaped(bytes, at: index) {
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
      switch bytes[index] {
      case 0x22: raw("\\\"")
      case 0x5C: raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x09: raw("\\t")
      case 0x0D: raw("\\r")
      case 0xC2:
        // C1 controls steer terminals too; their second byte goes into the escape.
        appendEscape(bytes[index + 1])
        start = index + 2
      default: appendEscape(bytes[index])
      }
    }
    utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    utf8.append(0x22)
  }

  private mutating func appendEscape(_ byte: UInt8) {
    raw("\\u00")
    utf8.append(Self.hexDigits[Int(byte >> 4)])
    utf8.append(Self.hexDigits[Int(byte & 15)])
  }

  private static func isEscaped(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
      || (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] < 0xA0)
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
