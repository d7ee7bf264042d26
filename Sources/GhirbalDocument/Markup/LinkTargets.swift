/// Where the links of a page lead, as addresses that mean the same outside of it.
public struct LinkTargets: Sendable {
  private let elements: ElementArena
  private let base: Address?

  /// The base of relative links is the page's `base`, seen from the page's own address (HTML
  /// standard, section 2.4.3, "document base URL").
  ///
  /// - Parameter url: where the page was fetched from; nil where nobody knows.
  public init(_ elements: ElementArena, url: String?) {
    self.elements = elements
    let page = url.flatMap { Address(Array($0.utf8)) }.flatMap { $0.scheme.isEmpty ? nil : $0 }
    let written = elements.elements(.base).lazy
      .compactMap { elements.attribute(.href, of: $0) }.first { _ in true }
    if let written, let address = Address(Self.cleaned(written)) {
      let whole = page.map(address.resolved(against:)) ?? address
      base = whole.scheme.isEmpty ? page : whole
    } else {
      base = page
    }
  }

  /// Where a link leads; nil for one that leads nowhere outside its page: a script, a place on the
  /// page itself, an address that is no text.
  public func address(of link: ElementID) -> [UInt8]? {
    address(elements.attribute(.href, of: link))
  }

  /// Where an image lies; nil for one that is written into the page.
  public func image(_ element: ElementID) -> [UInt8]? {
    address(elements.attribute(.src, of: element))
  }

  /// Where a reference of the page leads, as `address(of:)`; percent-encoded UTF-8, absolute where the
  /// page's own address is known.
  public func address(_ reference: String?) -> [UInt8]? {
    guard let reference else { return nil }
    let bytes = Self.cleaned(reference)
    guard !bytes.isEmpty, bytes[0] != UInt8(ascii: "#"), let address = Address(bytes) else {
      return nil
    }
    guard address.scheme.isEmpty else {
      return Self.schemes.contains(address.scheme.map { $0 | 0x20 }) ? bytes : nil
    }
    return base.map { address.resolved(against: $0).utf8 } ?? bytes
  }

  /// What a newspaper would print. `javascript:`, `data:`, `blob:` and the like do something to the
  /// page they stand in.
  private static let schemes: Set<[UInt8]> = Set(
    ["http", "https", "ftp", "mailto", "tel", "geo", "magnet", "doi", "urn"].map { Array($0.utf8) })

  /// The reference as browsers read it: without white space at its ends, tabs and line ends (URL
  /// standard, section 4.4); what Markdown could not hold is percent-encoded.
  private static func cleaned(_ reference: String) -> [UInt8] {
    let bytes = Array(reference.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(last - first + 1)
    for byte in bytes[first...last] {
      switch byte {
      case 0x09, 0x0A, 0x0D: break
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7B, 0x7C, 0x7D, 0x7F:
        cleaned.append(UInt8(ascii: "%"))
        cleaned.append(hexadecimal[Int(byte >> 4)])
        cleaned.append(hexadecimal[Int(byte & 15)])
      default: cleaned.append(byte)
      }
    }
    return cleaned
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}

/// An address in its parts (RFC 3986, section 3).
private struct Address {
  var scheme: [UInt8] = []
  /// With the slashes before it; nil where there is none.
  var authority: [UInt8]?
  var path: [UInt8] = []
  /// Query and fragment with their marks.
  var rest: [UInt8] = []

  init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    var index = 0
    if let colon = bytes.firstIndex(where: { !Self.isSchemeByte($0) }), colon > 0,
      bytes[colon] == UInt8(ascii: ":"), bytes[0] | 0x20 >= 0x61, bytes[0] | 0x20 <= 0x7A
    {
      scheme = Array(bytes[..<colon])
      index = colon + 1
    }
    func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
    if bytes[index...].starts(with: "//".utf8) {
      let end =
        bytes[(index + 2)...].firstIndex { isEnd($0) || $0 == UInt8(ascii: "/") } ?? bytes.count
      authority = Array(bytes[index..<end])
      index = end
    }
    let pathEnd = bytes[index...].firstIndex(where: isEnd) ?? bytes.count
    path = Array(bytes[index..<pathEnd])
    rest = Array(bytes[pathEnd...])
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  var utf8: [UInt8] {
    (scheme.isEmpty ? [] : scheme + [UInt8(ascii: ":")]) + (authority ?? []) + path + rest
  }

  /// RFC 3986, section 5.2.2.
  func resolved(against base: Address) -> Address {
    guard scheme.isEmpty else { return self }
    var result = self
    result.scheme = base.scheme
    guard authority == nil else { return result }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      if rest.first != UInt8(ascii: "?") {
        let query = base.rest.prefix { $0 != UInt8(ascii: "#") }
        result.rest = query + rest
      }
    } else if path.first != UInt8(ascii: "/") {
      let folder = base.path.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] }
      result.path = (folder.map { Array($0) } ?? [UInt8(ascii: "/")]) + path
    }
    result.path = Self.withoutDots(result.path)
    return result
  }

  /// RFC 3986, section 5.2.4.
  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let segments = path.split(separator: slash, omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    for (index, segment) in segments.enumerated() {
      let isLast = index + 1 == segments.count
      if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual("..".utf8) {
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    return Array(kept.joined(separator: [slash]))
  }
}
