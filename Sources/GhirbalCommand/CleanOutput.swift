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
  case csv
  case xml

  /// What stands before all pages and behind them.
  var frame: (opening: [UInt8], closing: [UInt8]) {
    switch self {
    case .text, .jsonl, .dolma: ([], [])
    case .warc: (ConversionRecord.information(software: "ghirbal/\(Ghirbal.version)"), [])
    case .csv: (CSVRow.header, [])
    case .xml: (XMLPage.opening, XMLPage.closing)
    }
  }

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
    case .csv:
      bytes =
        CSVRow(
          id: outcome.shownID, row: outcome.row, url: outcome.page?.url,
          text: outcome.cleaned?.text, record: outcome.cleaned?.parsedRecord
        ).utf8
    case .xml:
      bytes =
        outcome.cleaned.flatMap { page in
          guard let text = page.text, let record = page.parsedRecord else { return nil }
          return XMLPage(id: outcome.shownID, url: page.page.url, text: text, record: record).utf8
        } ?? []
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

extension PageOutcome {
  /// The id that the page came with, or else its path.
  fileprivate var shownID: String { id.map(DolmaLine.id) ?? row.path }
}

extension CleanedPage {
  fileprivate var parsedRecord: ProvenanceRecord? {
    record.flatMap { try? ProvenanceRecord(json: $0) }
  }

  /// The page for Dolma's tools; nil without a text.
  fileprivate func dolmaLine(id: [UInt8]?) -> DolmaLine? {
    guard let text, let record = parsedRecord else { return nil }
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
    try emit(form.frame.opening)
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

  /// Writes what closes the output, and gives the file of attributes its name.
  func finish() throws(FileProblem) {
    try emit(form.frame.closing)
    try attributes?.finish()
  }
}
