/// The run's account: what cleaned the pages, one row for each page that went in, then the totals.
public struct Manifest: Sendable, Equatable {
  public struct Row: Sendable, Equatable, Decodable {
    public enum Status: String, Sendable, Decodable {
      case ok
      /// Nothing of the page is left; the record says what went and why.
      case dropped
      /// The page could not be read.
      case failed
      /// What was there is no page with text, or not one that the configuration keeps: nothing went wrong.
      case skipped
    }

    public var path: String
    /// What tells the input that the path is relative to apart from the other inputs of the output; nil
    /// for the one that the configuration names.
    public var origin: String?
    public var status: Status
    /// Why a page was dropped or skipped, or failed.
    public var reason: String?
    /// What exactly went wrong, and where; nil where the reason says it all.
    public var detail: String?
    public var sourceSha256: String?
    public var sourceBytes: Int
    /// The clean text; nil for a page that has none.
    public var output: String?
    public var outputSha256: String?
    public var outputBytes = 0
    /// The provenance record; nil for a page that could not be read.
    public var record: String?
    /// The hash of the record, whether it was kept or not.
    public var recordSha256: String?
    public var edits = 0
    /// In an output of shards the line of `output`, from 1 on, and the hash of that line.
    public var outputLine: Int?
    public var lineSha256: String?
    /// The same of `record`.
    public var recordLine: Int?
    public var recordLineSha256: String?
    /// The hash of what came with the page beside its bytes (its address, say), where no record beside
    /// its text tells that; nil where nothing came.
    public var headersSha256: String?
    /// The page whose text stands for this one's; nil where none does, or nobody asked.
    public var duplicate: Duplicate?
    /// What the text of a duplicate is compared by that is not written, in base64; nil for any other page.
    public var trace: String?
    /// What cleaned the page, or found that it cannot be; nil where nobody knows, as of results whose
    /// manifest somebody removed.
    public var pipeline: PipelineIdentity?

    private enum CodingKeys: CodingKey {
      case path, origin, status, reason, detail, sourceSha256, sourceBytes, output, outputSha256,
        outputBytes, record, recordSha256, edits, outputLine, lineSha256, recordLine,
        recordLineSha256, headersSha256, duplicate, trace
    }

    /// The row of a page without results.
    public init(
      path: String, origin: String? = nil, status: Status, reason: String?, detail: String? = nil,
      sourceSha256: String?, sourceBytes: Int, pipeline: PipelineIdentity?
    ) {
      self.path = path
      self.origin = origin
      self.status = status
      self.reason = reason
      self.detail = detail
      self.sourceSha256 = sourceSha256
      self.sourceBytes = sourceBytes
      self.pipeline = pipeline
    }

    /// The row as a line of a manifest that has its `pipeline` under a number.
    func jsonl(identity: Int?) -> [UInt8] {
      var json = JSONText()
      json.object {
        $0.member("path", path)
        if let origin { $0.member("origin", origin) }
        $0.member("status", status.rawValue)
        $0.member("reason", reason)
        if let detail { $0.member("detail", detail) }
        $0.member("source_sha256", sourceSha256)
        $0.member("source_bytes", sourceBytes)
        $0.member("output", output)
        $0.member("output_sha256", outputSha256)
        $0.member("output_bytes", outputBytes)
        $0.member("record", record)
        $0.member("record_sha256", recordSha256)
        $0.member("edits", edits)
        if let outputLine { $0.member("output_line", outputLine) }
        if let lineSha256 { $0.member("line_sha256", lineSha256) }
        if let recordLine { $0.member("record_line", recordLine) }
        if let recordLineSha256 { $0.member("record_line_sha256", recordLineSha256) }
        if let headersSha256 { $0.member("headers_sha256", headersSha256) }
        if let duplicate {
          $0.key("duplicate")
          $0.object {
            $0.member("of", duplicate.path)
            $0.key("similarity")
            $0.value(duplicate.similarity)
            $0.member("exact", duplicate.isExact)
          }
        }
        if let trace { $0.member("trace", trace) }
        if let profile = pipeline?.profile { $0.member("profile", profile) }
        $0.key("identity")
        if let identity { $0.value(identity) } else { $0.null() }
      }
      json.endRecord()
      return json.utf8
    }
  }

  /// What a row says of a page whose text another page of the run has too, or nearly.
  public struct Duplicate: Sendable, Equatable, Decodable {
    /// The path of the page that stands for it.
    public let path: String
    /// How much of their texts is the same, 0...1 to three places.
    public let similarity: Double
    /// Whether they differ in white space at most.
    public let isExact: Bool

    private enum CodingKeys: String, CodingKey {
      case path = "of"
      case similarity
      case isExact = "exact"
    }

    public init(of path: String, similarity: Double, isExact: Bool) {
      self.path = path
      self.similarity = (similarity * 1000).rounded() / 1000
      self.isExact = isExact
    }
  }

  /// Sums over rows; `pages` is always `ok` + `dropped` + `failed` + `skipped`.
  public struct Totals: Sendable, Equatable, Decodable {
    public var pages = 0
    public var ok = 0
    public var dropped = 0
    public var failed = 0
    public var skipped = 0
    public var sourceBytes = 0
    public var outputBytes = 0
    public var edits = 0

    private enum CodingKeys: CodingKey {
      case pages, ok, dropped, failed, skipped, sourceBytes, outputBytes, edits
    }

    public init(_ rows: [Row] = []) {
      for row in rows { add(row) }
    }

    public init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      pages = try members.decode(Int.self, forKey: .pages)
      ok = try members.decode(Int.self, forKey: .ok)
      dropped = try members.decode(Int.self, forKey: .dropped)
      failed = try members.decode(Int.self, forKey: .failed)
      // Before there were skipped pages there was no word of them.
      skipped = try members.decodeIfPresent(Int.self, forKey: .skipped) ?? 0
      sourceBytes = try members.decode(Int.self, forKey: .sourceBytes)
      outputBytes = try members.decode(Int.self, forKey: .outputBytes)
      edits = try members.decode(Int.self, forKey: .edits)
    }

    public mutating func add(_ row: Row) {
      pages += 1
      switch row.status {
      case .ok: ok += 1
      case .dropped: dropped += 1
      case .failed: failed += 1
      case .skipped: skipped += 1
      }
      sourceBytes += row.sourceBytes
      outputBytes += row.outputBytes
      edits += row.edits
    }

    /// The last line of a manifest.
    public var jsonl: [UInt8] {
      var json = JSONText()
      json.object {
        $0.key("totals")
        $0.object {
          $0.member("pages", pages)
          $0.member("ok", ok)
          $0.member("dropped", dropped)
          $0.member("failed", failed)
          $0.member("skipped", skipped)
          $0.member("source_bytes", sourceBytes)
          $0.member("output_bytes", outputBytes)
          $0.member("edits", edits)
        }
      }
      json.endRecord()
      return json.utf8
    }
  }

  public static let fileName = "manifest.jsonl"

  /// Sorted by the UTF-8 of their paths, then of their origins.
  public let rows: [Row]
  public let totals: Totals

  public init(_ rows: [Row]) {
    self.rows = rows.sorted { $0.place < $1.place }
    totals = Totals(rows)
  }

  /// One JSON object a line: the identities that rows name, the rows, the totals.
  public var jsonl: [UInt8] {
    var writer = ManifestWriter()
    let lines = rows.flatMap { writer.line($0) }
    return writer.head + lines + totals.jsonl
  }

  /// Reads a manifest; the totals it states are compared with those of its rows.
  public init(jsonl: [UInt8]) throws(RecordProblem) {
    var reader = ManifestReader()
    var rows: [Row] = []
    var stated: Totals?
    for (index, line) in jsonl.split(separator: 0x0A).enumerated() {
      guard stated == nil else { throw RecordProblem("the manifest goes on after its totals") }
      switch reader.read(line) {
      case .identity: break
      case .page(let row, let identity):
        if let identity, row.pipeline == nil {
          throw RecordProblem(
            "line \(index + 1) of the manifest names identity \(identity), which is not there")
        }
        rows.append(row)
      case .totals(let totals): stated = totals
      case nil:
        throw RecordProblem(
          "line \(index + 1) of the manifest is no identity, no page and not the totals")
      }
    }
    self.init(rows)
    guard let stated else { throw RecordProblem("the manifest has no totals") }
    guard stated == totals else {
      throw RecordProblem("the manifest's totals are not the sums of its rows")
    }
  }
}

extension Manifest.Row {
  /// Where a row stands in a manifest: by its path, then by its origin, none first. A page has one.
  public struct Place: Sendable, Hashable, Comparable {
    private let path: [UInt8]
    private let origin: [UInt8]?

    public init(path: String, origin: String?) {
      self.path = Array(path.utf8)
      self.origin = origin.map { Array($0.utf8) }
    }

    public static func < (one: Place, other: Place) -> Bool {
      if one.path != other.path { return one.path.lexicographicallyPrecedes(other.path) }
      guard let origin = other.origin else { return false }
      return one.origin.map { $0.lexicographicallyPrecedes(origin) } ?? true
    }

    /// Whether both are of one path.
    public func sharesPath(with other: Place) -> Bool { path == other.path }
  }

  public var place: Place { Place(path: path, origin: origin) }

  /// Whether files of the page lie in the output.
  public var hasResults: Bool { record != nil && recordLine == nil }

  /// The line of a shard that holds the text; nil where a file of its own does, or none.
  public var outputPlace: ShardPlace? { Self.place(output, outputLine) }
  /// The line of a shard that holds the record.
  public var recordPlace: ShardPlace? { Self.place(record, recordLine) }

  private static func place(_ shard: String?, _ line: Int?) -> ShardPlace? {
    // A manifest that was tampered with names nothing outside of its folder.
    guard let shard, let line, line > 0, !shard.contains("/") else { return nil }
    return ShardPlace(shard: shard, line: line)
  }
}
