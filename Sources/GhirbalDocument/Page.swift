/// The bytes fetched from one address, with what was said about them on the way.
public struct Page: Sendable {
  /// The page's path relative to the input, with `/` between parts; names the outputs too.
  public var path: String
  /// The bytes as fetched, before any decoding.
  public var bytes: [UInt8]
  /// Where the page was fetched from, when known.
  public var url: String?
  /// The charset of the HTTP or WARC header, when there was one.
  public var transportCharset: String?

  public init(
    path: String, bytes: [UInt8], url: String? = nil, transportCharset: String? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.url = url
    self.transportCharset = transportCharset
  }
}

/// The kind of thing a page is, which decides how it is read.
public enum PageFormat: String, Sendable, CaseIterable, Codable {
  /// Markup, read through libxml2.
  case html
  /// Text that somebody already took out of a page.
  case text
}
