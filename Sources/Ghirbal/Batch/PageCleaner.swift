public import GhirbalDocument
public import GhirbalIO
import GhirbalStages

/// What became of one page of a source.
public struct PageOutcome: Sendable {
  public internal(set) var row: Manifest.Row
  /// The page behind the pipeline; nil where it failed or is none.
  public let clean: Pipeline.CleanPage?
  /// The page's bytes and headers; nil where it could not be read.
  public let page: Page?
  /// The provenance record as it is written; empty without a clean page.
  public let record: [UInt8]
  /// The JSON text of the id that the page came with.
  public let id: [UInt8]?
  /// Whether the results of an earlier run still hold, so that nothing was done.
  var isKept = false

  /// What is to be written, the record first: a text without a record is nobody's.
  var files: [(path: String, bytes: [UInt8])] {
    guard !isKept, let clean, let recordPath = row.record else { return [] }
    return [(recordPath, record)] + (row.output.map { [($0, clean.text)] } ?? [])
  }
}

/// Turns a page of a source into its row, record and text. Never fails: a page that cannot be read
/// is a row too.
public struct PageCleaner: Sendable {
  let pipeline: Pipeline
  private let maxPageBytes: Int

  public init(_ configuration: PipelineConfiguration) {
    pipeline = Pipeline(configuration)
    maxPageBytes = configuration.reading.maxPageBytes
  }

  public func clean(_ source: SourcePage) -> PageOutcome { clean(source) { _, _ in nil } }

  /// Cleans a page unless `kept`, told its bytes and their hash, gives the row that still holds.
  func clean(
    _ source: SourcePage, kept: (Page, _ sha256: String) -> Manifest.Row?
  ) -> PageOutcome {
    let page: Page
    do throws(PageFault) {
      page = try read(source)
    } catch {
      return Self.fault(error, of: source)
    }
    let sha256 = page.bytes.sha256
    if let row = kept(page, sha256) {
      return PageOutcome(
        row: row, clean: nil, page: page, record: [], id: source.id, isKept: true)
    }
    do throws(PageProblem) {
      return Self.success(try pipeline.clean(page, sha256: sha256), page, source)
    } catch {
      let row = Manifest.Row(
        path: source.path, status: .failed, reason: error.rawValue, sourceSha256: sha256,
        sourceBytes: page.bytes.count, output: nil, outputSha256: nil, outputBytes: 0,
        record: nil, recordSha256: nil, edits: 0)
      return PageOutcome(row: row, clean: nil, page: page, record: [], id: source.id)
    }
  }

  private func read(_ source: SourcePage) throws(PageFault) -> Page {
    switch source.body {
    case .fault(let fault): throw fault
    case .page(let page): return page
    case .file(let file):
      let bytes: [UInt8]
      do throws(FileProblem) {
        bytes = try AtomicFile.read(file, maxBytes: maxPageBytes)
      } catch {
        throw PageFault(.unreadable, error.problem)
      }
      guard bytes.count <= maxPageBytes else { throw PageFault(.pageTooLarge) }
      return Page(path: source.path, bytes: bytes)
    }
  }

  private static func success(
    _ clean: Pipeline.CleanPage, _ page: Page, _ source: SourcePage
  ) -> PageOutcome {
    let record = clean.record.json
    let row = Manifest.Row(
      path: source.path, status: clean.record.output == nil ? .dropped : .ok,
      reason: clean.record.output == nil ? reason(clean.record) : nil,
      sourceSha256: clean.record.source.sha256, sourceBytes: page.bytes.count,
      output: clean.record.output?.path, outputSha256: clean.record.output?.sha256,
      outputBytes: clean.record.output?.bytes ?? 0, record: OutputPath.record(for: source.path),
      recordSha256: record.sha256, edits: clean.record.ledger.entries.count)
    return PageOutcome(row: row, clean: clean, page: page, record: record, id: source.id)
  }

  /// Why nothing of a page is left.
  private static func reason(_ record: ProvenanceRecord) -> String {
    record.flags.contains(ScriptShell.flag) ? ScriptShell.flag : "no_text_left"
  }

  private static func fault(_ fault: PageFault, of source: SourcePage) -> PageOutcome {
    let row = Manifest.Row(
      path: source.path, status: fault.reason.isFailure ? .failed : .dropped,
      reason: fault.reason.rawValue, detail: fault.detail.isEmpty ? nil : fault.detail,
      sourceSha256: nil, sourceBytes: 0, output: nil, outputSha256: nil, outputBytes: 0,
      record: nil, recordSha256: nil, edits: 0)
    return PageOutcome(row: row, clean: nil, page: nil, record: [], id: source.id)
  }
}
