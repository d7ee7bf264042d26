import Foundation

/// The run's account: one row for each page that went in, then the totals.
public struct Manifest: Sendable, Equatable {
  public struct Row: Sendable, Equatable, Codable {
    public enum Status: String, Sendable, Codable {
      case ok
      /// Nothing of the page is left; the record says what went and why.
      case dropped
      /// The page could not be read.
      case failed
    }

    public var path: String
    public var status: Status
    /// Why a page was dropped or failed.
    public var reason: String?
    public var sourceSha256: String?
    public var sourceBytes: Int
    /// The clean text; nil for a page that has none.
    public var output: String?
    public var outputSha256: String?
    public var outputBytes: Int
    /// The provenance record; nil for a page that could not be read.
    public var record: String?
    public var recordSha256: String?
    public var edits: Int

    public init(
      path: String, status: Status, reason: String?, sourceSha256: String?, sourceBytes: Int,
      output: String?, outputSha256: String?, outputBytes: Int, record: String?,
      recordSha256: String?, edits: Int
    ) {
      self.path = path
      self.status = status
      self.reason = reason
      self.sourceSha256 = sourceSha256
      self.sourceBytes = sourceBytes
      self.output = output
      self.outputSha256 = outputSha256
      self.outputBytes = outputBytes
      self.record = record
      self.recordSha256 = recordSha256
      self.edits = edits
    }
  }

  /// Sums over the rows; `pages` is always `ok` + `dropped` + `failed`.
  public struct Totals: Sendable, Equatable, Codable {
    public var pages = 0
    public var ok = 0
    public var dropped = 0
    public var failed = 0
    public var sourceBytes = 0
    public var outputBytes = 0
    public var edits = 0

    public init(_ rows: [Row]) {
      for row in rows {
        pages += 1
        switch row.status {
        case .ok: ok += 1
        case .dropped: dropped += 1
        case .failed: failed += 1
        }
        sourceBytes += row.sourceBytes
        outputBytes += row.outputBytes
        edits += row.edits
      }
    }
  }

  public static let fileName = "manifest.jsonl"

  /// Sorted by the UTF-8 of their paths.
  public let rows: [Row]
  public let totals: Totals

  public init(_ rows: [Row]) {
    self.rows = rows.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    totals = Totals(rows)
  }

  /// One JSON object a line; the last is the totals.
  public var jsonl: [UInt8] {
    var json = JSONText()
    for row in rows {
      json.object {
        $0.member("path", row.path)
        $0.member("status", row.status.rawValue)
        $0.member("reason", row.reason)
        $0.member("source_sha256", row.sourceSha256)
        $0.member("source_bytes", row.sourceBytes)
        $0.member("output", row.output)
        $0.member("output_sha256", row.outputSha256)
        $0.member("output_bytes", row.outputBytes)
        $0.member("record", row.record)
        $0.member("record_sha256", row.recordSha256)
        $0.member("edits", row.edits)
      }
      json.endRecord()
    }
    json.object {
      $0.key("totals")
      $0.object {
        $0.member("pages", totals.pages)
        $0.member("ok", totals.ok)
        $0.member("dropped", totals.dropped)
        $0.member("failed", totals.failed)
        $0.member("source_bytes", totals.sourceBytes)
        $0.member("output_bytes", totals.outputBytes)
        $0.member("edits", totals.edits)
      }
    }
    json.endRecord()
    return json.utf8
  }

  /// Reads a manifest; the totals it states are compared with those of its rows.
  public init(jsonl: [UInt8]) throws(RecordProblem) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    var rows: [Row] = []
    var stated: Totals?
    for line in jsonl.split(separator: 0x0A) {
      guard stated == nil else { throw RecordProblem("the manifest goes on after its totals") }
      if let row = try? decoder.decode(Row.self, from: Data(line)) {
        rows.append(row)
      } else if let last = try? decoder.decode([String: Totals].self, from: Data(line)) {
        stated = last["totals"]
      } else {
        throw RecordProblem(
          "line \(rows.count + 1) of the manifest is neither a page nor the totals")
      }
    }
    self.init(rows)
    guard let stated else { throw RecordProblem("the manifest has no totals") }
    guard stated == totals else {
      throw RecordProblem("the manifest's totals are not the sums of its rows")
    }
  }
}
