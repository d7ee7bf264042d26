import Foundation
import GhirbalDocument
public import GhirbalIO

/// Checks an output folder against the raw pages: hashes, replay of every ledger, totals.
public struct Verification: Sendable {
  private let input: String
  private let output: String

  public init(input: String, output: String) {
    self.input = input
    self.output = output
  }

  /// Something in the output that is not borne out.
  public struct Finding: Sendable, Equatable, CustomStringConvertible {
    public let path: String
    public let problem: String

    public var description: String { "\(path): \(problem)" }
  }

  /// What a verification saw.
  public struct Report: Sendable {
    public var manifest: Manifest?
    public var findings: [Finding] = []
  }

  public func run() -> Report {
    var report = Report()
    let manifest: Manifest
    do {
      manifest = try Manifest(jsonl: AtomicFile.read(output + "/" + Manifest.fileName))
    } catch let problem as RecordProblem {
      report.findings.append(Finding(path: Manifest.fileName, problem: problem.problem))
      return report
    } catch {
      report.findings.append(Finding(path: Manifest.fileName, problem: "cannot be read"))
      return report
    }
    report.manifest = manifest
    report.findings = manifest.rows.compactMap(finding) + strays(manifest)
    return report
  }

  private func finding(_ row: Manifest.Row) -> Finding? {
    do {
      try check(row)
      return nil
    } catch {
      return Finding(path: row.path, problem: error.problem)
    }
  }

  private func check(_ row: Manifest.Row) throws(VerificationFailure) {
    guard row.status != .failed || row.reason != PageProblem.unreadable.rawValue else { return }
    let raw = try bytes(input, row.path, "the raw page")
    guard raw.sha256 == row.sourceSha256, raw.count == row.sourceBytes else {
      throw VerificationFailure("the raw page is not the one that was cleaned")
    }
    guard row.status != .failed else { return }
    guard let recordPath = row.record else { throw VerificationFailure("the page has no record") }
    let recordBytes = try bytes(output, recordPath, "the record")
    let record: ProvenanceRecord
    do {
      record = try ProvenanceRecord(json: recordBytes)
    } catch {
      throw VerificationFailure("the record cannot be read: \(error.problem)")
    }
    try check(record, row)
    try replay(record, on: Page(path: row.path, bytes: raw))
    guard recordBytes.sha256 == row.recordSha256 else {
      throw VerificationFailure("the record is not the one that the manifest names")
    }
  }

  private func check(
    _ record: ProvenanceRecord, _ row: Manifest.Row
  ) throws(VerificationFailure) {
    guard record.source.path == row.path, record.source.sha256 == row.sourceSha256 else {
      throw VerificationFailure("the record is another page's")
    }
    guard record.output?.path == row.output, record.output?.sha256 == row.outputSha256 else {
      throw VerificationFailure("record and manifest name different texts")
    }
    guard record.ledger.entries.count == row.edits else {
      throw VerificationFailure(
        "the ledger has \(record.ledger.entries.count) edits, the manifest counts \(row.edits)")
    }
  }

  private func replay(_ record: ProvenanceRecord, on page: Page) throws(VerificationFailure) {
    let (text, document) = try Pipeline.replay(record, on: page)
    guard document.metadata == record.metadata else {
      throw VerificationFailure("replaying the ledger gives other metadata")
    }
    guard let output = record.output else {
      guard text.isEmpty else {
        throw VerificationFailure(
          "the page counts as dropped, but replaying the ledger leaves text")
      }
      return
    }
    guard text.sha256 == output.sha256 else {
      throw VerificationFailure("replaying the ledger gives another text")
    }
    guard try bytes(self.output, output.path, "the clean text") == text else {
      throw VerificationFailure("the clean text is not what the ledger gives")
    }
  }

  private func bytes(
    _ folder: String, _ path: String, _ what: String
  ) throws(VerificationFailure) -> [UInt8] {
    do {
      return try AtomicFile.read(folder + "/" + path)
    } catch {
      throw VerificationFailure("\(what) cannot be read: \(error.problem)")
    }
  }

  /// Pages without a row, and rows' results that nobody wrote.
  private func strays(_ manifest: Manifest) -> [Finding] {
    let known = Set(manifest.rows.map(\.path))
    let pages = (try? PageFolder.paths(in: input)) ?? []
    return pages.filter { !known.contains($0) }.map {
      Finding(path: $0, problem: "the page is missing from the manifest")
    }
  }
}
