/// Strings as JSON writes them.
public enum JSONString {
  /// What the text between the quotes of a string means (RFC 8259, section 7), in UTF-8.
  ///
  /// Half of a surrogate pair is U+FFFD; a backslash before what is no escape goes, and what stands
  /// behind it stays.
  ///
  /// - Parameter isOneLine: Whether escapes of control characters (`\n`, `\t`) are spaces.
  public static func unescaped(_ utf8: ArraySlice<UInt8>, isOneLine: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var rest = utf8
    while let slash = rest.firstIndex(of: UInt8(ascii: "\\")), slash + 1 < rest.endIndex {
      result += rest[..<slash]
      rest = rest[slash...]
      if let high = unit(rest) {
        rest = rest.dropFirst(6)
        var units = [high]
        if UTF16.isLeadSurrogate(high), let low = unit(rest), UTF16.isTrailSurrogate(low) {
          rest = rest.dropFirst(6)
          units.append(low)
        }
        result += String(decoding: units, as: UTF16.self).utf8
      } else {
        let control = controls[rest[slash + 1]]
        result.append(control.map { isOneLine ? 0x20 : $0 } ?? rest[slash + 1])
        rest = rest.dropFirst(2)
      }
    }
    return result + rest
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
  ]

  /// The code unit of an escape `\uXXXX` that a text starts with.
  private static func unit(_ text: ArraySlice<UInt8>) -> UInt16? {
    guard text.count >= 6, text.starts(with: "\\u".utf8) else { return nil }
    var unit: UInt16 = 0
    for byte in text.dropFirst(2).prefix(4) {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
