import Foundation
import GhirbalDocument
public import GhirbalIO
import GhirbalText

/// Checks an output folder against the raw pages: hashes, replay of every ledger, totals.
public struct Verification: Sendable {
  private let source: PageSource
  private let output: String
  private let configuration: PipelineConfiguration

  /// - Parameter configuration: What cleans pages again whose records were not kept.
  public init(
    _ source: PageSource, output: String, _ configuration: PipelineConfiguration = .standard
  ) {
    self.source = source
    self.output = output
    self.configuration = configuration
  }

  public init(input: String, output: String) { self.init(.folder(input), output: output) }

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
    /// Pages of other inputs than those that were looked at, and the edits of them.
    public var otherPages = 0
    public var otherEdits = 0
  }

  public func run() -> Report {
    var report = Report()
    let manifest: Manifest
    do {
      manifest = try Manifest(jsonl: AtomicFile.read(output + "/" + Manifest.fileName))
    } catch let problem as RecordProblem {
      report.findings.append(Finding(path: Manifest.fileName, problem: problem.problem))
      return report
    } catch let problem as FileProblem {
      report.findings.append(Finding(path: problem.path, problem: problem.problem))
      return report
    } catch {
      report.findings.append(Finding(path: Manifest.fileName, problem: "cannot be read"))
      return report
    }
    report.manifest = manifest
    report.findings += Self.findings(ofDuplicatesIn: manifest)
    do {
      try verify(manifest, &report)
    } catch {
      report.findings.append(Finding(path: error.path, problem: error.problem))
    }
    return report
  }

  /// Duplicates for which no page with a text stands.
  private static func findings(ofDuplicatesIn manifest: Manifest) -> [Finding] {
    let duplicates = manifest.rows.filter { $0.duplicate != nil }
    guard !duplicates.isEmpty else { return [] }
    let standing = Set(
      manifest.rows.lazy.filter { $0.status == .ok && $0.duplicate == nil }
        .map { Array($0.path.utf8) })
    return duplicates.compactMap { row in
      guard let path = row.duplicate?.path, !standing.contains(Array(path.utf8)) else { return nil }
      return Finding(
        path: row.path, problem: "\(path) is said to stand for it, and has no text of its own")
    }
  }

  /// Goes through the pages and their rows side by side.
  private func verify(_ manifest: Manifest, _ report: inout Report) throws(FileProblem) {
    var rows = Dictionary(grouping: manifest.rows) { Array($0.path.utf8) }
    var pages = try source.pages(SourceLimits(maxPageBytes: Self.maxPageBytes))
    var shards = ShardVerification(in: output, configuration)
    // Where input and output were moved apart, the rows tell which origins are meant.
    var origins = source.origins
    while let page = pages.next() {
      let path = Array(page.path.utf8)
      guard let index = rows[path].flatMap({ Self.index(of: page, in: $0) }),
        let row = rows[path]?.remove(at: index)
      else {
        report.findings.append(
          Finding(path: page.path, problem: "the page is missing from the manifest"))
        continue
      }
      origins.insert(row.origin)
      do throws(VerificationFailure) {
        try check(row, page, &shards)
      } catch {
        report.findings.append(Finding(path: row.path, problem: error.problem))
      }
    }
    for row in rows.values.flatMap(\.self).sorted(by: { $0.place < $1.place }) {
      guard !origins.contains(row.origin) else {
        report.findings.append(Finding(path: row.path, problem: "the raw page cannot be read"))
        continue
      }
      report.otherPages += 1
      report.otherEdits += row.edits
      do throws(VerificationFailure) {
        if !(try shards.checkLines(row)) { try checkHashes(row) }
      } catch {
        report.findings.append(Finding(path: row.path, problem: error.problem))
      }
    }
  }

  /// The row of a page among those of its path: that of its origin, else of one with results.
  private static func index(of page: SourcePage, in rows: [Manifest.Row]) -> Int? {
    rows.firstIndex { $0.origin == page.origin } ?? rows.firstIndex(where: \.hasResults)
      ?? rows.indices.first
  }

  /// Whether the results of a page whose bytes are not at hand are those that its row names.
  private func checkHashes(_ row: Manifest.Row) throws(VerificationFailure) {
    for (path, hash, what) in [
      (row.record, row.recordSha256, "the record"),
      (row.output, row.outputSha256, "the clean text"),
    ] {
      guard let path else { continue }
      guard try bytes(output, path, what).sha256 == hash else {
        throw VerificationFailure("\(what) is not the one that the manifest names")
      }
    }
  }

  /// What a configuration may allow at most.
  private static let maxPageBytes = 1 << 30

  private func check(
    _ row: Manifest.Row, _ page: SourcePage, _ shards: inout ShardVerification
  ) throws(VerificationFailure) {
    // A page that could not be read has no hash; nothing of it was written.
    guard let sha256 = row.sourceSha256 else {
      guard row.status != .ok else { throw VerificationFailure("the page has no hash") }
      return
    }
    let raw = try raw(page)
    guard raw.bytes.sha256 == sha256, raw.bytes.count == row.sourceBytes else {
      throw VerificationFailure("the raw page is not the one that was cleaned")
    }
    guard row.status != .failed, row.status != .skipped else { return }
    if try shards.check(row, raw) { return }
    guard let recordPath = row.record else { throw VerificationFailure("the page has no record") }
    let recordBytes = try bytes(output, recordPath, "the record")
    let record: ProvenanceRecord
    do {
      record = try ProvenanceRecord(json: recordBytes)
    } catch {
      throw VerificationFailure("the record cannot be read: \(error.problem)")
    }
    try check(record, row)
    try replay(record, on: raw)
    guard recordBytes.sha256 == row.recordSha256 else {
      throw VerificationFailure("the record is not the one that the manifest names")
    }
  }

  private func raw(_ page: SourcePage) throws(VerificationFailure) -> Page {
    switch page.body {
    case .page(let page): return page
    case .fault(let fault):
      throw VerificationFailure("the raw page cannot be read: \(fault.reason.rawValue)")
    case .file(let file):
      do {
        return Page(path: page.path, bytes: try AtomicFile.read(file))
      } catch {
        throw VerificationFailure("the raw page cannot be read: \(error.problem)")
      }
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
        "the ledger has \(record.ledger.entries.count.counted("edit")), the manifest counts \(row.edits)"
      )
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
}
