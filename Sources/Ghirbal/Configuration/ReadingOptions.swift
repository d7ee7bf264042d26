public import GhirbalDocument
import GhirbalText
import Yams

/// How pages are read.
public struct ReadingOptions: Sendable, Equatable {
  /// The format of every page; nil where each page's content decides.
  public var format: PageFormat?
  /// The encoding label of every page, over all that the page says; nil where each page decides.
  public var encoding: String?
  /// Bytes of a page; a larger one fails with `page_too_large`.
  public var maxPageBytes = 64 << 20
  /// Bytes of UTF-8 in one block of text; a page with a longer one fails with `block_too_long`. Nil:
  /// as many as the page has.
  public var maxBlockBytes: Int?
  /// What is read of a page of markup: of images, ruby, protected addresses.
  public var markup = MarkupReading()

  public init() {}
}

extension ReadingOptions: ConfigurationSection {
  static let keys: [ConfigurationKey<ReadingOptions>] = [
    ConfigurationKey(
      "format", \.format, .optional(.choice, none: "auto"),
      "what every page is; `auto`: each page's content decides"),
    ConfigurationKey(
      "encoding", \.encoding, .optional(.encodingLabel, none: "auto"),
      "the encoding of every page, over all that it says; `auto`: each page decides"),
    ConfigurationKey(
      "max_page_bytes", \.maxPageBytes, .count(1...(1 << 30)),
      "bytes of a page; a larger one fails with `page_too_large`"),
    ConfigurationKey(
      "max_block_bytes", \.maxBlockBytes, .optional(.count(1...(1 << 30))),
      "bytes of UTF-8 in one block of text; a page with a longer one fails with `block_too_long`"),
    ConfigurationKey(
      "images", \.markup.images, .choice, "whether an image's alternative text is read"),
    ConfigurationKey(
      "ruby", \.markup.ruby, .choice,
      "whether readings set above words stand behind them in brackets"),
    ConfigurationKey(
      "protected_addresses", \.markup.protectedAddresses, .choice,
      "whether mail addresses that Cloudflare protects are decoded"),
  ]
}

extension ValueKind<String> {
  /// A label of the Encoding Standard.
  fileprivate static let encodingLabel = ValueKind(
    schema: #""type": "string""#, words: "a label of encoding.spec.whatwg.org",
    read: { (node, name) throws(ConfigurationProblem) in
      let label = try text.read(node, name)
      guard TextEncoding(label: label) != nil else {
        throw ConfigurationProblem(
          line: node.mark?.line,
          "unknown encoding label \"\(label)\" (see encoding.spec.whatwg.org).")
      }
      return label
    }, yaml: text.yaml)
}
