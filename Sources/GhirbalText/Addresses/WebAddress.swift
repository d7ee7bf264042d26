/// What an address of the web says of where it leads.
public enum WebAddress {
  /// The host of an absolute URL (RFC 3986, section 3.2.2), in lower case, without user and port.
  public static func host(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[(colon + 1)...].starts(with: "//".utf8)
    else { return nil }
    let authority = bytes[(colon + 3)...].prefix { !"/?#".utf8.contains($0) }
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    let place = authority[start...]
    // An IPv6 address stands in brackets and has colons of its own.
    let host =
      place.first == UInt8(ascii: "[")
      ? place.prefix { $0 != UInt8(ascii: "]") } + [UInt8(ascii: "]")]
      : place.prefix { $0 != UInt8(ascii: ":") }
    return host.isEmpty ? nil : String(decoding: host, as: UTF8.self).lowercased()
  }
}
