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

  mutating func apply(_ node: Node) throws(ConfigurationProblem) {
    guard let mapping = node.mapping else {
      throw ConfigurationProblem(line: node.mark?.line, "reading is a mapping of options.")
    }
    for (key, value) in mapping {
      switch key.string {
      case "format":
        format =
          value.string == "auto" ? nil : try PipelineConfiguration.choice(value, "page format")
      case "encoding":
        let label = try PipelineConfiguration.string(value, "encoding")
        guard label == "auto" || TextEncoding(label: label) != nil else {
          throw ConfigurationProblem(
            line: value.mark?.line,
            "unknown encoding label \"\(label)\" (see encoding.spec.whatwg.org).")
        }
        encoding = label == "auto" ? nil : label
      case "max_page_bytes":
        maxPageBytes = try Self.byteCount(value, "max_page_bytes")
      case "max_block_bytes": maxBlockBytes = try Self.byteCount(value, "max_block_bytes")
      case "images": markup.images = try PipelineConfiguration.choice(value, "images")
      case "ruby": markup.ruby = try PipelineConfiguration.choice(value, "ruby")
      case "protected_addresses":
        markup.protectedAddresses = try PipelineConfiguration.choice(value, "protected_addresses")
      default:
        throw .unknown(
          "option of reading", key.string ?? "",
          among: [
            "format", "encoding", "max_page_bytes", "max_block_bytes", "images", "ruby",
            "protected_addresses",
          ],
          line: key.mark?.line)
      }
    }
  }

  private static func byteCount(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> Int {
    guard let bytes = node.int, (1...(1 << 30)).contains(bytes) else {
      throw ConfigurationProblem(
        line: node.mark?.line, "\(name) is a number from 1 to \(1 << 30).")
    }
    return bytes
  }

  /// The lines under `reading:`.
  var yaml: [String] {
    [
      "  format: \(format?.rawValue ?? "auto")", "  encoding: \(encoding ?? "auto")",
      "  max_page_bytes: \(maxPageBytes)",
    ] + (maxBlockBytes.map { ["  max_block_bytes: \($0)"] } ?? [])
      + (markup.images == .none ? [] : ["  images: \(markup.images.rawValue)"])
      + (markup.ruby == .base ? [] : ["  ruby: \(markup.ruby.rawValue)"])
      + (markup.protectedAddresses == .decode
        ? [] : ["  protected_addresses: \(markup.protectedAddresses.rawValue)"])
  }
}
