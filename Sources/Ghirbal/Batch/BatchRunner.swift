import Foundation
import GhirbalDocument
public import GhirbalIO

/// Cleans the pages of a source into a folder, on as many threads as wanted.
///
/// What is written depends on the pages and the configuration alone: not on the number of threads,
/// their order, the clock, or what an earlier run had done. In memory are the pages in work and eight
/// bytes for each result.
public struct BatchRunner: Sendable {
  /// How a run ended.
  public enum End: Sendable, Equatable {
    case done
    /// It was told to stop; a next run goes on from there.
    case stopped
    /// More pages failed than may; a next run goes on from there.
    case tooManyFailures
  }

  /// What a run has to say.
  public struct Outcome: Sendable {
    public let totals: Manifest.Totals
    /// Pages whose earlier results still held.
    public let keptPages: Int
    public let ruleUse: RuleUse
    public let end: End
  }

  private let configuration: PipelineConfiguration
  private let isolation: Isolation?
  private let source: PageSource
  private let output: String

  /// - Parameter isolation: The processes that clean; nil for this one.
  public init(
    _ configuration: PipelineConfiguration, source: PageSource, output: String,
    isolation: Isolation? = nil
  ) {
    self.configuration = configuration
    self.isolation = isolation
    self.source = source
    self.output = output
  }

  public init(_ configuration: PipelineConfiguration, pages: [PageLocation], output: String) {
    self.init(configuration, source: .list(PageLocation.sorted(pages)), output: output)
  }

  /// Pages between being read and having their row written, for each job: one slow page shall not
  /// make the others wait. Behind the work only the row is left of a page.
  private static let windowPerJob = 64

  /// Cleans every page, writes texts, records and the manifest, and removes the results of pages
  /// that are no longer there.
  ///
  /// A page that cannot be read, or whose name cannot be written, is a row in the manifest; only an
  /// output that cannot be written ends the run. With `resumes`, results of an earlier run stay where
  /// page, configuration and rules are the same and the files are as they were written.
  public func run(
    jobs: Int, resumes: Bool = true, maxFailures: FailureLimit? = nil,
    progress: RunProgress = RunProgress(), shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async throws(FileProblem) -> Outcome {
    try AtomicFile.makeFolder(output)
    let lock = try OutputLock(output)
    defer { withExtendedLifetime(lock) {} }
    let state = RunState(
      journal: try RunJournal(in: output, resumes: resumes),
      earlier: resumes ? RunJournal.earlierRows(in: output) : nil,
      pages: try source.pages(configuration.sourceLimits), ruleUse: RuleUse(configuration))
    let cleaner = PageCleaner(configuration, isolation: isolation, jobs: jobs)
    let work = OrderedWork<Task, Result<Done, FileProblem>>(
      window: jobs * Self.windowPerJob,
      take: {
        if shouldStop() {
          state.end = .stopped
          return nil
        }
        guard let page = state.pages.next() else { return nil }
        progress.read(state.pages.consumedByteCount)
        return Task(page: page, earlier: state.earlier?.row(of: page.path))
      },
      work: { [self] task in
        Result { () throws(FileProblem) in try write(clean(task, cleaner)) }
      },
      deliver: { result throws(FileProblem) in
        let done = try result.get()
        try state.add(done)
        progress.finish(done.row, isKept: done.isKept)
        guard let maxFailures, maxFailures.isPassed(state.journal.totals) else { return true }
        state.end = .tooManyFailures
        return false
      })
    do throws(FileProblem) {
      try await work.run(threads: cleaner.threadCount)
    } catch {
      state.journal.stop()
      throw error
    }
    if state.end == .done, let maxFailures, maxFailures.isPassed(state.journal.totals, isEnd: true)
    {
      state.end = .tooManyFailures
    }
    if state.end == .done {
      try ResultFiles(output).remove(unless: state.wroteResult)
      try state.journal.finish()
    } else {
      state.journal.stop()
    }
    return Outcome(
      totals: state.journal.totals, keptPages: state.keptPages, ruleUse: state.ruleUse,
      end: state.end)
  }

  /// What a run would write, file by file, without writing: paths relative to the output.
  public func expectedFiles(jobs: Int) async throws(FileProblem) -> [String: [UInt8]] {
    var pages = try source.pages(configuration.sourceLimits)
    var files: [String: [UInt8]] = [:]
    var rows: [Manifest.Row] = []
    let cleaner = PageCleaner(configuration, jobs: jobs)
    let work = OrderedWork<SourcePage, Result<PageOutcome, FileProblem>>(
      window: jobs * Self.windowPerJob, take: { pages.next() },
      work: { page in Result { () throws(FileProblem) in try cleaner.clean(page) } },
      deliver: { result throws(FileProblem) in
        let outcome = try result.get()
        for (path, bytes) in outcome.files { files[path] = bytes }
        rows.append(outcome.row)
        return true
      })
    try await work.run(threads: cleaner.threadCount)
    files[Manifest.fileName] = Manifest(rows).jsonl
    return files
  }

  /// The files that lie in the output, as far as they are Ghirbal's: texts, records, manifest.
  public func presentFiles() throws(FileProblem) -> [String] { try ResultFiles(output).paths() }

  // MARK: Pages

  private struct Task: Sendable {
    let page: SourcePage
    /// What an earlier run says of the page.
    let earlier: Manifest.Row?
  }

  /// What is left of a page behind the work.
  private struct Done: Sendable {
    let row: Manifest.Row
    let isKept: Bool
    let ruleUse: RuleUse?
  }

  private func clean(
    _ task: Task, _ cleaner: PageCleaner
  ) throws(FileProblem) -> PageOutcome {
    try cleaner.clean(task.page) { page, sha256 in
      guard let row = task.earlier, holds(row, of: page, sha256, cleaner.pipeline.identity)
      else { return nil }
      return row
    }
  }

  /// Whether the results of a row are there, whole, and what would be written again.
  private func holds(
    _ row: Manifest.Row, of page: Page, _ sha256: String,
    _ identity: ProvenanceRecord.PipelineIdentity
  ) -> Bool {
    guard row.status != .failed, row.sourceSha256 == sha256, let recordPath = row.record,
      let record = try? AtomicFile.read(output + "/" + recordPath),
      record.sha256 == row.recordSha256,
      ProvenanceRecord.states(record, page: page, sha256: sha256, identity)
    else { return false }
    guard let textPath = row.output else { return true }
    return (try? AtomicFile.read(output + "/" + textPath))?.sha256 == row.outputSha256
  }

  /// Writes what came of a page. A name that the file system does not take is the page's failure.
  private func write(_ outcome: PageOutcome) throws(FileProblem) -> Done {
    do throws(FileProblem) {
      for (path, bytes) in outcome.files {
        try AtomicFile.makeFolders(of: path, in: output)
        try AtomicFile.write(bytes, to: output + "/" + path)
      }
    } catch {
      guard error.isAboutName else { throw error }
      return Done(row: outcome.row.failing(error), isKept: false, ruleUse: nil)
    }
    return Done(row: outcome.row, isKept: outcome.isKept, ruleUse: ruleUse(outcome))
  }

  /// Which written rules a page used; nil without such rules.
  private func ruleUse(_ outcome: PageOutcome) -> RuleUse? {
    guard configuration.stages.contains(where: { !$0.writtenRules.isEmpty }),
      let recordPath = outcome.row.record
    else { return nil }
    var use = RuleUse(configuration)
    if let result = outcome.result {
      use.add(result.usedRules)
    } else if let record = try? ProvenanceRecord(
      json: AtomicFile.read(output + "/" + recordPath))
    {
      use.add(record.ledger)
    }
    return use
  }

  /// What changes while a run goes on; `OrderedWork` takes and delivers in one thread at a time.
  private final class RunState {
    var journal: RunJournal
    var earlier: EarlierRows?
    var pages: SourcePages
    var ruleUse: RuleUse
    var end = End.done
    var keptPages = 0
    /// Hashes of the paths of all results. Two paths with one hash would at worst leave a file of an
    /// earlier run in its place.
    private var results: Set<Int> = []

    init(
      journal: RunJournal, earlier: EarlierRows?, pages: SourcePages, ruleUse: RuleUse
    ) {
      self.journal = journal
      self.earlier = earlier
      self.pages = pages
      self.ruleUse = ruleUse
    }

    func add(_ done: Done) throws(FileProblem) {
      try journal.append(done.row)
      if let use = done.ruleUse { ruleUse.add(use) }
      if done.isKept { keptPages += 1 }
      for path in [done.row.output, done.row.record] {
        if let path { results.insert(path.hashValue) }
      }
    }

    func wroteResult(_ path: String) -> Bool { results.contains(path.hashValue) }
  }
}

extension Manifest.Row {
  /// The row of the same page when its results could not be given their names.
  fileprivate func failing(_ problem: FileProblem) -> Manifest.Row {
    Manifest.Row(
      path: path, status: .failed, reason: PageFault.Reason.nameCollision.rawValue,
      detail: problem.problem, sourceSha256: sourceSha256, sourceBytes: sourceBytes, output: nil,
      outputSha256: nil, outputBytes: 0, record: nil, recordSha256: nil, edits: 0)
  }
}

extension PipelineConfiguration {
  /// How much one page may take.
  public var sourceLimits: SourceLimits { SourceLimits(maxPageBytes: reading.maxPageBytes) }
}
