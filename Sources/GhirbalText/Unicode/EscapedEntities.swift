internal import CGhirbalData

/// Character references that were escaped twice, so that the page shows `&quot;` itself.
///
/// Only the names of HTML 4 with their semicolon, and numbers, are read: in AT&T, &c and query
/// strings nothing is a reference. See <https://www.w3.org/TR/html4/sgml/entities.html>.
enum EscapedEntities {
  /// What stands behind the `&` at an offset.
  struct Reference {
    /// The scalar meant.
    var value: UInt32
    /// Where the reference ends, behind its semicolon.
    var end: Int
  }

  /// The reference that starts at the `&` at `offset`, read through any number of `&amp;`.
  static func reference(at offset: Int, in text: Scalars) -> Reference? {
    var position = offset
    var found: Reference?
    // `&amp;amp;quot;`: each ampersand that comes out may start the next reference.
    while let next = single(behind: position, in: text) {
      found = next
      guard next.value == 0x26 else { break }
      // The bytes behind are read as if the ampersand stood right before them.
      position = next.end - 1
    }
    return found
  }

  /// The reference whose name starts behind `ampersand`.
  private static func single(behind ampersand: Int, in text: Scalars) -> Reference? {
    let start = ampersand + 1
    guard start < text.count else { return nil }
    if text.bytes[start] == UInt8(ascii: "#") { return numeric(from: start + 1, in: text) }
    var end = start
    while end < text.count, end - start <= 8, text.bytes[end].isASCIIAlphanumeric { end += 1 }
    guard end > start, end < text.count, text.bytes[end] == UInt8(ascii: ";"),
      let value = names[text.string(start..<end)]
    else { return nil }
    return Reference(value: value, end: end + 1)
  }

  private static func numeric(from start: Int, in text: Scalars) -> Reference? {
    var position = start
    var value: UInt32 = 0
    var digits = 0
    let isHex = position < text.count && text.bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHex { position += 1 }
    while position < text.count, digits < 8, let digit = hexDigit(text.bytes[position]),
      isHex || digit < 10
    {
      value = value &* (isHex ? 16 : 10) &+ digit
      digits += 1
      position += 1
    }
    guard digits > 0, position < text.count, text.bytes[position] == UInt8(ascii: ";") else {
      return nil
    }
    // Numbers 128...159 mean the windows-1252 characters, as in HTML.
    if (0x80...0x9F).contains(value) { value = UInt32(windows1252[Int(value) - 0x80]) }
    guard Unicode.Scalar(value) != nil, value >= 0xA0 || isPrintable(value) else { return nil }
    // An escaped letter or digit is obfuscation or code, and could complete another reference.
    if value < 0x80, value.isASCIIAlphanumeric || value == 0x23 || value == 0x3B { return nil }
    return Reference(value: value, end: position + 1)
  }

  private static func isPrintable(_ value: UInt32) -> Bool { (0x20...0x7E).contains(value) }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static let names: [String: UInt32] = Dictionary(
    uniqueKeysWithValues: TableRows(ghirbal_html4_references()).map { ($0[0].string, $0[1].hex) })

  private static let windows1252 = SingleByteTables.upperHalf("windows-1252")
}
