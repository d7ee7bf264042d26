public import GhirbalDocument
public import GhirbalIO

/// Turns a page of a source into its row, record and text. A page that cannot be read is a row too.
public struct PageCleaner: Sendable {
  let pipeline: Pipeline
  /// The processes that clean; nil where this one does.
  private let workers: WorkerPool?
  private let maxPageBytes: Int
  /// Whether bytes may be no page; not where the configuration says what every page is.
  private let asksForMedia: Bool
  /// How many threads shall ask for pages to be cleaned.
  let threadCount: Int

  /// - Parameters:
  ///   - isolation: The processes that clean; nil for the threads of this one.
  ///   - jobs: How many pages are cleaned at once.
  public init(_ configuration: PipelineConfiguration, isolation: Isolation? = nil, jobs: Int = 1) {
    let pipeline = Pipeline(configuration)
    self.pipeline = pipeline
    workers = isolation.map { WorkerPool($0, pipeline, processCount: jobs) }
    maxPageBytes = configuration.reading.maxPageBytes
    asksForMedia = configuration.reading.format == nil
    threadCount = Self.threadCount(jobs, isIsolated: isolation != nil)
  }

  /// While all processes clean, others read, hash and write, and wait for the disk most of the time.
  /// One job is one thing at a time.
  static func threadCount(_ jobs: Int, isIsolated: Bool) -> Int {
    isIsolated && jobs > 1 ? jobs + spareThreadCount : max(1, jobs)
  }

  private static let spareThreadCount = 4

  /// Throws where isolation is wanted and no process can be started.
  public func clean(_ source: SourcePage) throws(FileProblem) -> PageOutcome {
    try clean(source) { _, _ throws(PageFault) in Place(origin: source.origin, heldRow: nil) }
  }

  /// Where the results of a page go.
  struct Place {
    let origin: String?
    /// The row of results that still hold, so that nothing is to be done.
    let heldRow: Manifest.Row?
  }

  /// Cleans a page once more, now that it is known whether another one stands for it.
  func clean(
    _ source: SourcePage, _ found: PageDuplicates.Found?
  ) throws(FileProblem) -> PageOutcome {
    try clean(source, found) { _, _ throws(PageFault) in
      Place(origin: source.origin, heldRow: nil)
    }
  }

  /// Cleans a page unless `place`, told its bytes and their hash, says that nothing is to be done or
  /// that its results have no place.
  ///
  /// - Parameter found: the page that stands for this one, whose text goes then.
  func clean(
    _ source: SourcePage, _ found: PageDuplicates.Found? = nil,
    place: (Page, _ sha256: String) throws(PageFault) -> Place
  ) throws(FileProblem) -> PageOutcome {
    let page: Page
    do throws(PageFault) {
      page = try source.page(maxPageBytes: maxPageBytes)
    } catch {
      return .refused(row(error, of: source), id: source.id)
    }
    let sha256 = page.bytes.sha256
    func refused(_ fault: PageFault) -> PageOutcome {
      var row = row(fault, of: source)
      row.sourceSha256 = sha256
      row.sourceBytes = page.bytes.count
      return .refused(row, id: source.id)
    }
    if asksForMedia, let kind = MediaKind(of: page) {
      return refused(PageFault(kind.reason, kind.detail))
    }
    let origin: String?
    do throws(PageFault) {
      let found = try place(page, sha256)
      origin = found.origin
      if var row = found.heldRow {
        row.origin = origin
        // Who stands for a page that has its text is told anew by each run.
        if row.trace == nil { row.duplicate = nil }
        return .kept(row, page)
      }
    } catch {
      return refused(error)
    }
    let (result, clean) =
      if let workers {
        (
          try workers.result(of: page, sha256: sha256, duplicate: found?.duplicate),
          nil as Pipeline.CleanPage?
        )
      } else {
        pipeline.result(of: page, sha256: sha256, duplicate: found?.duplicate)
      }
    var cleaned = row(result, page, origin, sha256)
    if let found, cleaned.reason == DropDuplicatePage.rowReason {
      cleaned.duplicate = found.duplicate
      cleaned.trace = found.trace.base64
    }
    return .cleaned(
      CleanedPage(
        row: cleaned, page: page, result: result, clean: clean,
        id: source.id))
  }

  private func row(
    _ result: PageResult, _ page: Page, _ origin: String?, _ sha256: String
  ) -> Manifest.Row {
    var row = Manifest.Row(
      path: page.path, origin: origin, status: .failed, reason: nil, sourceSha256: sha256,
      sourceBytes: page.bytes.count, pipeline: pipeline.identity(of: page))
    switch result {
    case .failed(let reason, let detail): (row.reason, row.detail) = (reason, detail)
    case .skipped(let reason, let detail):
      (row.status, row.reason, row.detail) = (.skipped, reason, detail)
    case .dropped(let reason, _): (row.status, row.reason) = (.dropped, reason)
    case .ok(let text, _):
      row.status = .ok
      row.output = OutputPath.text(for: page.path, pipeline.configuration.writing.format)
      row.outputSha256 = text.sha256
      row.outputBytes = text.bytes.count
    }
    if let account = result.account {
      row.record = OutputPath.record(for: page.path)
      row.recordSha256 = account.record.sha256
      row.edits = account.editCount
    }
    return row
  }

  private func row(_ fault: PageFault, of source: SourcePage) -> Manifest.Row {
    Manifest.Row(
      path: source.path, origin: source.origin, status: fault.reason.isFailure ? .failed : .skipped,
      reason: fault.reason.rawValue, detail: fault.detail.isEmpty ? nil : fault.detail,
      sourceSha256: nil, sourceBytes: 0, pipeline: pipeline.identity)
  }
}

extension SourcePage {
  /// The page, read from its file where it is one; throws for one that cannot be read.
  public func page(maxPageBytes: Int) throws(PageFault) -> Page {
    switch body {
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
      var page = Page(path: path, bytes: bytes, url: url)
      page.sitePath = sitePath
      return page
    }
  }
}
