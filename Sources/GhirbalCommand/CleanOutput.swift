import ArgumentParser
import Ghirbal
import GhirbalDocument
import GhirbalIO

/// What `clean` writes to standard output.
enum StreamForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case jsonl
  case warc
  case dolma

  /// A page behind the work, with its bytes as they will be written.
  struct Rendering: Sendable {
    let outcome: PageOutcome
    let bytes: [UInt8]
    /// What Dolma's tools keep beside the document.
    var attributes: [UInt8] = []
  }

  func rendering(_ outcome: PageOutcome, includesProvenance: Bool) -> Rendering {
    let bytes: [UInt8]
    var attributes: [UInt8] = []
    switch self {
    case .text: bytes = outcome.cleaned?.text ?? []
    case .jsonl:
      bytes = outcome.line(
        includesProvenance: includesProvenance, id: PageLine.id(outcome.row.path))
    case .warc:
      guard let page = outcome.cleaned, let text = page.text else {
        bytes = []
        break
      }
      let format = outcome.row.output.flatMap(OutputFormat.init(path:)) ?? .text
      bytes = ConversionRecord.bytes(
        text, of: page.page, mediaType: format.mediaType, sha256: page.row.recordSha256 ?? "")
    case .dolma:
      guard let line = outcome.cleaned?.dolmaLine(id: outcome.id) else {
        bytes = []
        break
      }
      bytes = line.document
      attributes = line.attributes
    }
    return Rendering(outcome: outcome, bytes: bytes, attributes: attributes)
  }
}

extension PageOutcome {
  /// The line of the page; `id` stands where it came with none.
  func line(includesProvenance: Bool, id: [UInt8]? = nil) -> [UInt8] {
    PageLine(
      id: self.id ?? id, row: row, page: page, text: cleaned?.text, record: cleaned?.record,
      includesProvenance: includesProvenance
    ).json
  }
}

extension CleanedPage {
  /// The page for Dolma's tools; nil without a text.
  fileprivate func dolmaLine(id: [UInt8]?) -> DolmaLine? {
    guard let text, let json = record, let record = try? ProvenanceRecord(json: json) else {
      return nil
    }
    return DolmaLine(id: id.map(DolmaLine.id) ?? row.path, text: text, record: record)
  }
}

/// Writes the pages of `clean` to standard output, in pieces of some size, and says which failed and
/// which were dropped.
final class CleanOutput {
  private let form: StreamForm
  /// Where the record of the one page goes.
  private let record: String?
  /// Where the attributes of the documents go.
  private let attributes: GrowingFile?
  /// Whether pages that were dropped go unnamed.
  private let isQuiet: Bool
  /// The paths of pages whose files were named by themselves.
  private let namedPaths: Set<String>
  private var buffer: [UInt8] = []
  private var isFirst = true
  private(set) var ruleUse: RuleUse
  private(set) var didFail = false
  /// How many pages were skipped for which reason, but for those that were said.
  private(set) var skippedReasons: [String: Int] = [:]

  private static let pieceCount = 1 << 16

  init(
    form: StreamForm, record: String?, attributes: String?, isQuiet: Bool,
    namedPaths: Set<String>, _ ruleUse: RuleUse
  ) throws(FileProblem) {
    self.form = form
    self.isQuiet = isQuiet
    self.namedPaths = namedPaths
    self.record = record
    if let attributes {
      let file = try GrowingFile(attributes)
      if let path = file.temporaryPath { UnfinishedFile.removeWhenStopped(path) }
      self.attributes = file
    } else {
      self.attributes = nil
    }
    self.ruleUse = ruleUse
  }

  func begin() throws(FileProblem) {
    guard form == .warc else { return }
    try emit(ConversionRecord.information(software: "ghirbal/\(Ghirbal.version)"))
  }

  func take(_ page: StreamForm.Rendering) throws(FileProblem) {
    let row = page.outcome.row
    if let cleaned = page.outcome.cleaned, let bytes = cleaned.recordAlone {
      ruleUse.add(cleaned)
      if let record { try AtomicFile.write(bytes, to: record) }
    }
    if row.status == .failed { didFail = true }
    if row.status == .failed || row.status == .dropped && !isQuiet { complain(row.complaint) }
    if row.status == .skipped { skip(row, isNamed: namedPaths.contains(row.path)) }
    guard !page.bytes.isEmpty else { return }
    if form == .text, !isFirst { buffer.append(0x0A) }
    isFirst = false
    buffer.append(contentsOf: page.bytes)
    try attributes?.append(page.attributes)
    if buffer.count > Self.pieceCount { try flush() }
  }

  /// Who named a file by itself wants its text, and is told that there is none.
  private func skip(_ row: Manifest.Row, isNamed: Bool) {
    guard isNamed else {
      skippedReasons[row.reason ?? "", default: 0] += 1
      return
    }
    if row.isNoText { didFail = true }
    if row.isNoText || !isQuiet { complain(row.complaint) }
  }

  func flush() throws(FileProblem) {
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the file of attributes its name.
  func finish() throws(FileProblem) { try attributes?.finish() }
}
