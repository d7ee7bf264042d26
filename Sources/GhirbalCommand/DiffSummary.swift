import GhirbalIO
import GhirbalText

/// What differs, a line a file.
struct DiffSummary {
  enum Kind {
    case text, record, manifest

    init(_ path: String) {
      self =
        path == Manifest.fileName
        ? .manifest : path.hasSuffix(ProvenanceRecord.suffix) ? .record : .text
    }
  }

  private(set) var hasFound = false
  private let isOfAll: Bool
  private var rows: [String] = []
  private var counts = [0, 0, 0]
  private var passedOver: [Kind: Int] = [:]
  private static let verbs = ["new", "gone", "changed"]

  /// - Parameter isOfAll: Whether the patch alone is wanted.
  init(isOfAll: Bool) { self.isOfAll = isOfAll }

  /// - Parameter diff: nil where nobody asks for lines.
  mutating func add(_ path: String, _ old: [UInt8]?, _ new: [UInt8]?, _ diff: UnifiedDiff?) {
    hasFound = true
    let verb = old == nil ? 0 : new == nil ? 1 : 2
    counts[verb] += 1
    guard let diff, !isOfAll else { return }
    let name = Self.verbs[verb]
    let lines = [(diff.addedCount, "+"), (diff.removedCount, "−")]
      .filter { $0.0 > 0 }.map { "\($0.1)\($0.0)" }
    rows.append(
      "\(name)\(String(repeating: " ", count: 8 - name.count))\(path)  "
        + lines.joined(separator: " "))
  }

  mutating func passOver(_ kind: Kind) { passedOver[kind, default: 0] += 1 }

  var lines: [String] {
    guard !isOfAll else { return [] }
    let sums = zip(Self.verbs, counts).filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    let total = counts.reduce(0, +)
    var last =
      total == 0 ? "no differences" : "\(total.counted("file")): " + sums.joined(separator: ", ")
    if let records = passedOver[.record] {
      last += "; \(records.counted("record")) not shown (--records)"
    }
    if let texts = passedOver[.text] { last += "; \(texts.counted("text")) not shown (--text)" }
    return rows + [last]
  }
}
