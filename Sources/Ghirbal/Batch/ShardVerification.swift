import GhirbalDocument
import GhirbalIO

/// Checks the results of pages that lie in shards: the lines by their hashes, the texts by the ledgers,
/// or where those were not kept by cleaning the pages again.
struct ShardVerification {
  private var pages: ShardLines
  private var records: ShardLines
  private let pipeline: Pipeline

  init(in output: String, _ configuration: PipelineConfiguration) {
    pages = ShardLines(in: output)
    records = ShardLines(in: output)
    pipeline = Pipeline(configuration)
  }

  /// What the shards hold of a page.
  private struct Lines {
    var text: [UInt8]?
    var record: [UInt8]?
  }

  /// Whether a row is of shards: its lines are those that it names, and its page gives them.
  mutating func check(_ row: Manifest.Row, _ raw: Page) throws(VerificationFailure) -> Bool {
    guard let lines = try lines(row) else { return false }
    let text = lines.text ?? []
    if let json = lines.record {
      let record: ProvenanceRecord
      do {
        record = try ProvenanceRecord(json: json)
      } catch {
        throw VerificationFailure("the record cannot be read: \(error.problem)")
      }
      guard record.source.path == row.path, record.source.sha256 == row.sourceSha256,
        record.ledger.entries.count == row.edits
      else { throw VerificationFailure("the record is another page's") }
      guard try Pipeline.replay(record, on: raw).text == text else {
        throw VerificationFailure("replaying the ledger gives another text")
      }
    } else {
      try cleanAgain(row, raw, text)
    }
    return true
  }

  /// Whether a row is of shards whose lines are those that it names.
  mutating func checkLines(_ row: Manifest.Row) throws(VerificationFailure) -> Bool {
    try lines(row) != nil
  }

  /// Nil for a page whose results are files.
  private mutating func lines(_ row: Manifest.Row) throws(VerificationFailure) -> Lines? {
    // A page whose record was not kept has its hash all the same.
    guard row.outputLine != nil || row.recordLine != nil || row.record == nil,
      row.recordSha256 != nil
    else { return nil }
    var result = Lines()
    if row.status == .ok {
      guard let place = row.outputPlace,
        let line = pages.lines(at: place).first(where: { $0.sha256 == row.lineSha256 })
      else { throw VerificationFailure("no shard has the line that the manifest names") }
      guard let text = PageLine.text(of: line), text.sha256 == row.outputSha256 else {
        throw VerificationFailure("the clean text is not the one that the manifest names")
      }
      result.text = text
    }
    if row.record != nil {
      guard let place = row.recordPlace,
        let line = records.lines(at: place).first(where: { $0.sha256 == row.recordLineSha256 })
      else { throw VerificationFailure("no shard has the record that the manifest names") }
      result.record = line
    }
    return result
  }

  private func cleanAgain(
    _ row: Manifest.Row, _ raw: Page, _ text: [UInt8]
  ) throws(VerificationFailure) {
    guard row.pipeline == pipeline.identity(of: raw) else {
      throw VerificationFailure(
        "no record was kept, and this version, configuration or profile is not the one that cleaned the page"
      )
    }
    let (result, _) = pipeline.result(of: raw, sha256: row.sourceSha256 ?? "")
    guard result.text?.bytes ?? [] == text, result.account?.record.sha256 == row.recordSha256,
      result.account?.editCount == row.edits
    else { throw VerificationFailure("cleaning the page again gives another text or record") }
  }
}
