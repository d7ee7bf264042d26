import GhirbalDocument
import GhirbalIO

/// The results of a run as lines in shards: those of pages with a text, and the records that are kept.
///
/// Lines are made by many threads; they are appended, and given their places, in the order of the pages.
/// A line of an earlier run is taken over where it would be written again.
final class ShardedResults {
  private let pages: ShardSeries
  private let records: ShardSeries
  private var earlierPages: ShardLines
  private var earlierRecords: ShardLines

  init(
    in output: String, _ configuration: PipelineConfiguration, _ rows: EarlierRows?
  ) throws(FileProblem) {
    try ShardSeries.keepLeftovers(in: output)
    let earlier = Self.shards(rows)
    func series(_ kind: String) -> ShardSeries {
      ShardSeries(
        kind, in: output, configuration.shards, configuration.compression, replacing: earlier)
    }
    pages = series("pages")
    records = series("records")
    earlierPages = ShardLines(in: output)
    earlierRecords = ShardLines(in: output)
  }

  /// The shards that rows name.
  static func shards(_ rows: EarlierRows?) -> Set<String> {
    var rows = rows
    var shards: Set<String> = []
    while let row = rows?.next() {
      if row.outputLine != nil, let shard = row.output { shards.insert(shard) }
      if row.recordLine != nil, let shard = row.record { shards.insert(shard) }
    }
    return shards
  }

  // MARK: A page

  /// The lines of one page.
  struct Lines: Sendable {
    /// With the text; nil for a page that has none.
    var page: [UInt8]?
    /// With the record; nil where none is kept.
    var record: [UInt8]?
  }

  /// What an earlier run says of a page, with the lines that may be its.
  struct Held: Sendable {
    let row: Manifest.Row
    fileprivate let pages: [[UInt8]]
    fileprivate let records: [[UInt8]]
  }

  /// Looked up in the order of the pages.
  func held(_ earlier: [Manifest.Row]) -> Held? {
    guard
      let row = earlier.first(where: { [.ok, .dropped].contains($0.status) && $0.trace == nil })
    else { return nil }
    return Held(
      row: row,
      pages: row.outputPlace.map { earlierPages.lines(at: $0) } ?? [],
      records: row.recordPlace.map { earlierRecords.lines(at: $0) } ?? [])
  }

  /// The lines of an earlier run, where they are whole and would be written again.
  static func lines(
    _ held: Held?, of page: Page, _ sha256: String, _ pipeline: Pipeline
  ) -> Lines? {
    guard let row = held?.row, row.pipeline == pipeline.identity(of: page),
      row.sourceSha256 == sha256,
      row.headersSha256 == page.headersSHA256
    else { return nil }
    let policy = pipeline.configuration.records
    var lines = Lines()
    if row.status == .ok {
      lines.page = held?.pages.first { $0.sha256 == row.lineSha256 }
      guard lines.page != nil else { return nil }
    }
    if policy.keeps(row.status) {
      lines.record = held?.records.first { $0.sha256 == row.recordLineSha256 }
      guard lines.record != nil else { return nil }
    }
    return lines
  }

  static func lines(_ outcome: PageOutcome, _ policy: RecordPolicy) -> Lines {
    var lines = Lines()
    guard let cleaned = outcome.cleaned else { return lines }
    if cleaned.text != nil {
      lines.page =
        PageLine(
          id: outcome.id ?? PageLine.id(outcome.row.path), row: outcome.row, page: outcome.page,
          text: cleaned.text, record: cleaned.record, includesProvenance: false
        ).json
    }
    if policy.keeps(outcome.row.status), let record = cleaned.recordAlone {
      // Between the tokens of a record stand line feeds, in its texts none.
      lines.record = record.filter { $0 != 0x0A } + [0x0A]
    }
    return lines
  }

  /// Appends the lines of a page; the row says where they stand.
  func append(_ lines: Lines, of row: Manifest.Row) throws(FileProblem) -> Manifest.Row {
    var row = row
    (row.output, row.outputLine, row.lineSha256) = (nil, nil, nil)
    (row.record, row.recordLine, row.recordLineSha256) = (nil, nil, nil)
    if let line = lines.page {
      let place = try pages.append(line)
      (row.output, row.outputLine, row.lineSha256) = (place.shard, place.line, line.sha256)
    }
    if let line = lines.record {
      let place = try records.append(line)
      (row.record, row.recordLine, row.recordLineSha256) = (place.shard, place.line, line.sha256)
    }
    return row
  }

  // MARK: The end

  /// Gives the last shards their names.
  func finish() throws(FileProblem) {
    try pages.finish()
    try records.finish()
  }

  func stop() {
    pages.stop()
    records.stop()
  }
}
