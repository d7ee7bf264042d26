/// The bytes fetched from one address, with what was said about them on the way.
public struct Page: Sendable {
  /// The page's path relative to the input, with `/` between parts; names the outputs too.
  public var path: String
  /// The path that says in which folder the page lies, where `path` does not: a file that was named by itself.
  public var sitePath: String?
  /// The bytes as fetched, before any decoding.
  public var bytes: [UInt8]
  /// Where the page was fetched from, when known.
  public var url: String?
  /// The charset of the HTTP or WARC header, when there was one.
  public var transportCharset: String?
  /// The format, where whoever handed the page over knows it.
  public var format: PageFormat?
  /// The media type of the HTTP or WARC header, when there was one.
  public var mediaType: String?
  /// When the page was fetched, as its archive says (ISO 8601); never the clock of this machine.
  public var fetchedAt: String?
  /// The WARC record that the page came in.
  public var warcRecordID: String?
  /// What is odd about the page, by name: a crawler cut it short.
  public var flags: [String]

  public init(
    path: String, bytes: [UInt8], url: String? = nil, transportCharset: String? = nil,
    format: PageFormat? = nil, mediaType: String? = nil, fetchedAt: String? = nil,
    warcRecordID: String? = nil, flags: [String] = []
  ) {
    self.path = path
    self.bytes = bytes
    self.url = url
    self.transportCharset = transportCharset
    self.format = format
    self.mediaType = mediaType
    self.fetchedAt = fetchedAt
    self.warcRecordID = warcRecordID
    self.flags = flags
  }

  /// HTML that was decoded already.
  ///
  /// - Parameter path: What the page is called in its record.
  public init(html: String, url: String? = nil, path: String = "page.html") {
    self.init(
      path: path, bytes: Array(html.utf8), url: url, transportCharset: "utf-8", format: .html)
  }

  /// Text that somebody took out of a page; a `<` in it is a `<`.
  ///
  /// - Parameter path: What the page is called in its record.
  public init(text: String, url: String? = nil, path: String = "page.txt") {
    self.init(
      path: path, bytes: Array(text.utf8), url: url, transportCharset: "utf-8", format: .text)
  }
}

/// The kind of thing a page is, which decides how it is read.
public enum PageFormat: String, Sendable, CaseIterable, Codable {
  /// Markup, read through libxml2.
  case html
  /// Text that somebody already took out of a page.
  case text
}
