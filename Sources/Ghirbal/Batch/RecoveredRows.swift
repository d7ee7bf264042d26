import Foundation
import GhirbalDocument
import GhirbalIO

/// The rows of results that no manifest or journal names: a call was killed before it wrote them
/// down, or somebody removed the manifest.
enum RecoveredRows {
  /// Reads the records in the output that are whole and have their texts; sorted as a manifest is.
  ///
  /// - Parameters:
  ///   - origin: The input whose call was killed; nil where that is not known.
  ///   - pipeline: What cleaned its pages; nil where that is not known.
  static func rows(
    in output: String, origin: String?, pipeline: PipelineIdentity?,
    unless isKnown: (_ page: String) -> Bool
  ) throws(FileProblem) -> [Manifest.Row] {
    var walk = try FolderWalk(output, names: nil)
    var rows: [Manifest.Row] = []
    while let path = walk.next()?.path {
      guard path.hasSuffix(ProvenanceRecord.suffix) else { continue }
      let page = String(path.dropLast(ProvenanceRecord.suffix.count))
      guard !isKnown(page), var row = row(of: page, path, output) else { continue }
      row.origin = origin
      row.pipeline = row.pipeline ?? pipeline
      rows.append(row)
    }
    return rows.sorted { $0.place < $1.place }
  }

  private static func row(
    of page: String, _ path: String, _ output: String
  ) -> Manifest.Row? {
    guard let bytes = try? AtomicFile.read(output + "/" + path),
      let record = try? ProvenanceRecord(json: bytes),
      record.source.path.utf8.elementsEqual(page.utf8)
    else { return nil }
    if let text = record.output {
      guard OutputPath.text(for: page, text.format) == text.path,
        (try? AtomicFile.read(output + "/" + text.path))?.sha256 == text.sha256
      else { return nil }
    }
    var row = Manifest.Row(
      path: page, status: record.output == nil ? .dropped : .ok,
      reason: record.output == nil ? record.reasonForNoText : nil,
      sourceSha256: record.source.sha256, sourceBytes: record.source.bytes,
      pipeline: record.pipeline)
    row.output = record.output?.path
    row.outputSha256 = record.output?.sha256
    row.outputBytes = record.output?.bytes ?? 0
    row.record = path
    row.recordSha256 = bytes.sha256
    row.edits = record.ledger.entries.count
    return row
  }
}
