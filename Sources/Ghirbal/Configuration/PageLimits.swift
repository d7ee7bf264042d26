import Yams

/// What one page may take of the machine before it is given up, where pages are isolated.
///
/// These do not decide over what is written of a page that keeps to them, so they are no part of
/// the configuration's hash. They depend on the machine, and so are far from what any page takes.
public struct PageLimits: Sendable, Equatable {
  /// Seconds of processor time for a page, and again for each 4 MiB of it. Of hostile pages the worst
  /// takes below 3 s a MiB.
  public var maxPageSeconds = 30
  /// Bytes of memory of the process that cleans the page.
  public var maxPageMemoryBytes = 2 << 30

  public init() {}

  mutating func apply(_ node: Node) throws(ConfigurationProblem) {
    guard let mapping = node.mapping else {
      throw ConfigurationProblem(line: node.mark?.line, "limits is a mapping of options.")
    }
    for (key, value) in mapping {
      switch key.string {
      case "max_page_seconds":
        maxPageSeconds = try Self.number(value, "max_page_seconds", 1...86_400)
      case "max_page_memory_bytes":
        maxPageMemoryBytes = try Self.number(
          value, "max_page_memory_bytes", Self.leastMemoryBytes...(1 << 40))
      default:
        throw .unknown(
          "option of limits", key.string ?? "",
          among: ["max_page_seconds", "max_page_memory_bytes"], line: key.mark?.line)
      }
    }
  }

  /// A process that has done nothing yet takes a fifth of this.
  static let leastMemoryBytes = 256 << 20

  private static func number(
    _ node: Node, _ name: String, _ range: ClosedRange<Int>
  ) throws(ConfigurationProblem) -> Int {
    guard let number = node.int, range.contains(number) else {
      throw ConfigurationProblem(
        line: node.mark?.line,
        "\(name) is a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// The lines under `limits:`.
  var yaml: [String] {
    [
      "  max_page_seconds: \(maxPageSeconds)", "  max_page_memory_bytes: \(maxPageMemoryBytes)",
    ]
  }

  /// Seconds of processor time that a page of this size may take.
  func seconds(forPageOf byteCount: Int) -> Double {
    Double(maxPageSeconds) * (1 + Double(byteCount) / Double(4 << 20))
  }
}
