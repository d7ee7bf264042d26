public import GhirbalDocument
import GhirbalText

/// What a page's bytes are where they are no page with text: an image, a style sheet, an archive.
///
/// Bytes decide. A name decides between code and prose only where the bytes leave it open, and never
/// against them: an error page that was saved as `style.css` is a page.
public struct MediaKind: Sendable, Equatable {
  public let reason: PageFault.Reason
  /// Which kind exactly, for a person; empty where the reason says it all.
  public let detail: String

  /// How many bytes are looked at where a kind has no signature; JSON is read to its end.
  private static let sampleCount = 64 << 10

  /// Nil for what may be a page, and for one whose format is known.
  public init?(of page: Page) {
    guard page.format == nil else { return nil }
    let bytes = page.bytes
    if let signature = MediaSignature.first(of: bytes) {
      self.init(reason: signature.reason, detail: signature.name)
    } else if MediaSignature.isPDF(bytes) {
      self.init(reason: .pdf, detail: "PDF")
    } else if let first = Self.firstByte(of: bytes), first == UInt8(ascii: "<") {
      guard Self.isSVG(bytes.prefix(Self.sampleCount)) else { return nil }
      self.init(reason: .image, detail: "SVG")
    } else if Self.hasManyControls(bytes) {
      guard !Self.promisesText(page), !Self.isUTF16(page) else { return nil }
      self.init(reason: .binary, detail: "")
    } else if let kind = Self.code(bytes, name: page.path) {
      self = kind
    } else {
      return nil
    }
  }

  private init(reason: PageFault.Reason, detail: String) {
    self.reason = reason
    self.detail = detail
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first byte that is no white space, behind a byte order mark.
  private static func firstByte(of bytes: [UInt8]) -> UInt8? {
    bytes.dropFirst(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0).first { $0 > 0x20 }
  }

  // MARK: Binary

  /// Whether there are many control characters, as no text has them but in UTF-16.
  public static func hasManyControls(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(4096)
    let controls = sample.reduce(0) { count, byte in
      count + (byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B ? 1 : 0)
    }
    // Text with a stray NUL has one in thousands; images and archives one in ten and more.
    return controls * 20 > sample.count
  }

  private static func isUTF16(_ page: Page) -> Bool {
    let decision = TextEncoding.decide(
      page.bytes.span, transportLabel: page.transportCharset, isHTML: false)
    return decision.encoding == .utf16LE || decision.encoding == .utf16BE
  }

  private static let textEndings: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "txt", "text", "md", "markdown", "rst", "asc",
  ]
  private static let textTypes: Set<String> = ["text/html", "text/plain", "application/xhtml+xml"]

  /// Whether name or media type say that the page has text, so that something went wrong where it has not.
  private static func promisesText(_ page: Page) -> Bool {
    page.mediaType.map(textTypes.contains) ?? false
      || endings(of: page.path).contains(where: textEndings.contains)
  }

  /// What a name ends in, in lower case; without the query that downloads are saved with, too.
  private static func endings(of path: String) -> [String] {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let stems = [name, name.split(separator: "?").first.map(String.init) ?? ""]
    return stems.compactMap { stem in
      stem.lastIndex(of: ".").map { String(stem[stem.index(after: $0)...]) }
    }
  }

  // MARK: Code

  private static let styleSheetEndings: Set<String> = ["css", "scss", "sass", "less"]
  private static let scriptEndings: Set<String> = [
    "js", "mjs", "cjs", "jsx", "ts", "tsx", "py", "sh", "bash", "rb", "pl", "php", "lua", "bat",
    "ps1", "vbs",
  ]
  private static let jsonEndings: Set<String> = [
    "json", "geojson", "topojson", "ipynb", "map", "webmanifest", "har", "jsonld",
  ]

  private static func code(_ bytes: [UInt8], name: String) -> MediaKind? {
    guard let first = firstByte(of: bytes) else { return nil }
    let whole = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    let sample = whole.prefix(sampleCount)
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let count = JSONObject.valueCount(in: whole)
    {
      return MediaKind(reason: .json, detail: count > 1 ? "lines of JSON: name it .jsonl" : "")
    }
    if StyleSheetShape.isOne(sample, isWhole: sample.count == whole.count) {
      return MediaKind(reason: .styleSheet, detail: "")
    }
    let shape = CodeShape(sample)
    if shape.isScript { return MediaKind(reason: .script, detail: "") }
    let endings = endings(of: name)
    guard shape.isLikeCode else { return nil }
    if endings.contains(where: scriptEndings.contains) {
      return MediaKind(reason: .script, detail: "")
    }
    if endings.contains(where: styleSheetEndings.contains) {
      return MediaKind(reason: .styleSheet, detail: "")
    }
    if endings.contains(where: jsonEndings.contains) {
      return MediaKind(reason: .json, detail: "")
    }
    return nil
  }

  // MARK: SVG

  /// Whether the first element of markup is `svg`, behind declarations and comments.
  private static func isSVG(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "<"), let second = rest.dropFirst().first else {
        return false
      }
      guard second == UInt8(ascii: "?") || second == UInt8(ascii: "!") else {
        let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        return name.elementsEqual("svg".utf8) || name.elementsEqual("svg:svg".utf8)
      }
      let close = rest.starts(with: "<!--".utf8) ? Array("-->".utf8) : [UInt8(ascii: ">")]
      guard let end = rest.range(of: close) else { return false }
      rest = rest[(end + close.count)...]
    }
  }
}
