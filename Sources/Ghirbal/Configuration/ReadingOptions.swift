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
  /// What is read of images.
  public var images = ImageReading.none

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
        guard let bytes = value.int, (1...(1 << 30)).contains(bytes) else {
          throw ConfigurationProblem(
            line: value.mark?.line, "max_page_bytes is a number from 1 to \(1 << 30).")
        }
        maxPageBytes = bytes
      case "images": images = try PipelineConfiguration.choice(value, "images")
      default:
        throw .unknown(
          "option of reading", key.string ?? "",
          among: ["format", "encoding", "max_page_bytes", "images"], line: key.mark?.line)
      }
    }
  }

  /// The lines under `reading:`.
  var yaml: [String] {
    [
      "  format: \(format?.rawValue ?? "auto")", "  encoding: \(encoding ?? "auto")",
      "  max_page_bytes: \(maxPageBytes)",
    ] + (images == .none ? [] : ["  images: \(images.rawValue)"])
  }
}
