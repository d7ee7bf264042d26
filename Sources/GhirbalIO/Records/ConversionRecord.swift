public import GhirbalDocument

/// Clean text as a WARC record of type `conversion` (ISO 28500), as crawls keep the text of their
/// pages (WET files). Read together with the page's own record it refers to that one.
///
/// The same page gives the same record: its id is made from what it holds, and its date is the page's
/// own. A page whose archive names no date has 1970-01-01.
public enum ConversionRecord {
  /// What a file of such records opens with.
  public static func information(software: String) -> [UInt8] {
    let block = Array("software: \(software)\r\nformat: WARC File Format 1.0\r\n".utf8)
    return record(
      [
        ("WARC-Type", "warcinfo"), ("WARC-Date", noDate),
        ("WARC-Record-ID", id(of: "0123456789abcdef0123456789abcdef")),
        ("Content-Type", "application/warc-fields"),
      ], block)
  }

  private static let noDate = "1970-01-01T00:00:00Z"

  /// - Parameter sha256: The hash of the page's record, in hexadecimal, which the id is made from.
  public static func bytes(
    _ text: [UInt8], of page: Page, mediaType: String, sha256: String
  ) -> [UInt8] {
    var fields = [
      ("WARC-Type", "conversion"),
      ("WARC-Target-URI", page.url.map(withoutControls) ?? fileAddress(page.path)),
      ("WARC-Date", page.fetchedAt.flatMap(date) ?? noDate), ("WARC-Record-ID", id(of: sha256)),
    ]
    if let recordID = page.warcRecordID, recordID.hasPrefix("<"), recordID.hasSuffix(">") {
      fields.append(("WARC-Refers-To", withoutControls(recordID)))
    }
    fields.append(("Content-Type", mediaType))
    return record(fields, text)
  }

  private static func record(_ fields: [(name: String, value: String)], _ block: [UInt8]) -> [UInt8]
  {
    var bytes = Array("WARC/1.0\r\n".utf8)
    for (name, value) in fields { bytes.append(contentsOf: "\(name): \(value)\r\n".utf8) }
    bytes.append(contentsOf: "Content-Length: \(block.count)\r\n\r\n".utf8)
    bytes.append(contentsOf: block)
    bytes.append(contentsOf: "\r\n\r\n".utf8)
    return bytes
  }

  /// A UUID whose bits are our own (RFC 9562, version 8), of 32 hexadecimal digits.
  private static func id(of hexadecimal: String) -> String {
    let digits = Array(hexadecimal.utf8.prefix(32)).map { Character(UnicodeScalar($0)) }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "<urn:uuid:\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))"
      + "-8\(part(17..<20))-\(part(20..<32))>"
  }

  /// A date of the form that WARC wants; nil for any other.
  private static func date(_ text: String) -> String? {
    let isDate =
      (10...40).contains(text.utf8.count) && text.hasSuffix("Z")
      && text.utf8.allSatisfy { (0x2D...0x3A).contains($0) || $0 == 0x54 || $0 == 0x5A }
    return isDate ? text : nil
  }

  /// Spaces and control characters, percent-encoded: a header field is one line.
  private static func withoutControls(_ text: String) -> String {
    String(
      decoding: text.utf8.flatMap { $0 > 0x20 && $0 != 0x7F ? [$0] : encoded($0) }, as: UTF8.self)
  }

  private static func fileAddress(_ path: String) -> String {
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: [byte]
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"): [byte]
      default: encoded(byte)
      }
    }
    return "file:" + String(decoding: bytes, as: UTF8.self)
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let digits = String(byte, radix: 16, uppercase: true)
    return Array(("%" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8)
  }
}
