/// A mail address that Cloudflare keeps from collectors: hexadecimal digits, of which the first byte
/// changes all others. A script in the page turns them back.
///
/// <https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/>
enum ProtectedAddress {
  /// An address has at most 254 bytes (RFC 5321, section 4.5.3.1.3); links may carry a subject.
  private static let maxUTF8Count = 1000

  /// The address that `digits` stand for; nil where they stand for none.
  static func decoded(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard digits.count >= 8, digits.count.isMultiple(of: 2), digits.count <= 2 * maxUTF8Count,
      let key = byte(digits[0], digits[1])
    else { return nil }
    var address: [UInt8] = []
    address.reserveCapacity(digits.count / 2)
    for index in stride(from: 2, to: digits.count, by: 2) {
      guard let byte = byte(digits[index], digits[index + 1]) else { return nil }
      address.append(byte ^ key)
    }
    guard let text = String(validating: address, as: UTF8.self), address.contains(at),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) })
    else { return nil }
    return address
  }

  /// The address of a link to the page that explains the protection, from behind its `#` or else from
  /// the element; nil for any other link.
  static func decoded(
    ofLink address: UnsafeBufferPointer<UInt8>, orElse other: () -> [UInt8]?
  ) -> [UInt8]? {
    guard address.count >= path.utf8CodeUnitCount else { return nil }
    if ends(address, before: address.count) { return other() }
    guard let hash = address.lastIndex(of: UInt8(ascii: "#")), ends(address, before: hash) else {
      return nil
    }
    return decoded(UnsafeBufferPointer(rebasing: address[(hash + 1)...]))
  }

  /// Whether the explaining page's path stands right before `end`.
  private static func ends(_ address: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    let start = end - path.utf8CodeUnitCount
    guard start >= 0 else { return false }
    for index in 0..<path.utf8CodeUnitCount where address[start + index] != path.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether `text` is what Cloudflare writes in an address's place.
  static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("[email protected]".utf8)
      || text.elementsEqual("[email\u{A0}protected]".utf8)
  }

  private static let path: StaticString = "/cdn-cgi/l/email-protection"
  private static let at = UInt8(ascii: "@")

  private static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
