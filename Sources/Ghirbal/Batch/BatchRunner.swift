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
    /// Of the pages of this run.
    public let totals: Manifest.Totals
    /// Of all that is in the output.
    public let outputTotals: Manifest.Totals
    /// Pages whose earlier results still held.
    public let keptPages: Int
    /// Pages whose results were removed: they are gone, or failed.
    public let removedPages: Int
    /// Pages whose results were removed since they are skipped now.
    public let skippedResults: Int
    /// How many pages were skipped for which reason.
    public let skippedReasons: [String: Int]
    /// Whether a file that was named by itself is no text.
    public let isNamedFileNoText: Bool
    /// The first pages that failed or were dropped, and files that were named and are skipped, so many of
    /// each as can be named.
    public let namedPages: [Manifest.Row]
    /// How many pages say what another one says, where somebody asked.
    public let duplicateCount: Int
    public let ruleUse: RuleUse
    public let end: End
  }

  let configuration: PipelineConfiguration
  private let isolation: Isolation?
  let source: PageSource
  let output: String
  private let others: OtherResults
  /// Told where the output becomes that of its input: of the pages of other inputs there is no text at hand.
  let duplicates: DuplicatePolicy

  /// - Parameters:
  ///   - others: What happens to results in the output that are of other pages.
  ///   - isolation: The processes that clean; nil for this one.
  public init(
    _ configuration: PipelineConfiguration, source: PageSource, output: String,
    others: OtherResults = .go, isolation: Isolation? = nil
  ) {
    self.configuration = configuration
    self.isolation = isolation
    self.source = source
    self.output = output
    // Shards are those of one input: what they held of other pages would be gone with them.
    self.others = configuration.results == .jsonl ? .go : others
    duplicates =
      configuration.results == .files && others == .go ? configuration.duplicates : .none
  }

  public init(
    _ configuration: PipelineConfiguration, pages: [PageLocation], output: String,
    others: OtherResults = .go
  ) {
    self.init(configuration, source: .list(pages), output: output, others: others)
  }

  /// Pages between being read and having their row written, for each job: one slow page shall not
  /// make the others wait. Behind the work only the row is left of a page.
  static let windowPerJob = 64

  /// Cleans every page, writes texts, records and the manifest, and lets the results of other pages
  /// stay or go.
  ///
  /// A page that cannot be read, or whose results would take the place of another page's, is a row in
  /// the manifest; only an output that cannot be written ends the run. With `resumes`, results of an
  /// earlier run stay where page, configuration and rules are the same and the files are as they were
  /// written.
  public func run(
    jobs: Int, resumes: Bool = true, maxFailures: FailureLimit? = nil,
    progress: RunProgress = RunProgress(), shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async throws(FileProblem) -> Outcome {
    try AtomicFile.makeFolder(output)
    let lock = try OutputLock(output)
    defer { withExtendedLifetime(lock) {} }
    let cleaner = PageCleaner(configuration, isolation: isolation, jobs: jobs)
    let journal = try RunJournal(
      in: output, origins: source.origins, pipeline: cleaner.pipeline.identityOfAll,
      recovers: others == .stay)
    let places = ResultPlaces(
      output: output, others: others, resumes: resumes,
      unfinishedOrigins: Set(journal.unfinished.origins),
      takenNames: others == .stay && configuration.portableNames
        ? TakenNames(RunJournal.earlierRows(in: output)) : nil,
      dropsDuplicates: duplicates == .first, pipeline: cleaner.pipeline)
    let shards =
      configuration.results == .jsonl
      ? try ShardedResults(in: output, configuration, RunJournal.earlierRows(in: output)) : nil
    let state = RunState(
      RunRows(journal, in: output, others), earlier: RunJournal.earlierRows(in: output),
      pages: try pages(.tried(in: output)), ruleUse: RuleUse(configuration))
    let work = OrderedWork<Task, Result<FinishedPage, FileProblem>>(
      window: jobs * Self.windowPerJob,
      take: {
        if shouldStop() {
          state.end = .stopped
          return nil
        }
        guard let page = state.pages.next() else { return nil }
        progress.read(state.pages.consumedByteCount)
        let earlier = state.earlier?.rows(of: page.path) ?? []
        return Task(
          page: page, earlier: earlier, held: resumes ? shards?.held(earlier) : nil)
      },
      work: { [self, isSharded = shards != nil] task in
        Result { () throws(FileProblem) in
          isSharded ? try sharded(task, cleaner) : try done(task, cleaner, places)
        }
      },
      deliver: { result throws(FileProblem) in
        var done = try result.get()
        if let lines = done.lines, let shards {
          done.row = try shards.append(lines, of: done.row)
        }
        try state.add(done)
        progress.finish(done.row, isKept: done.isKept)
        guard let maxFailures, maxFailures.isPassed(state.totals) else { return true }
        state.end = .tooManyFailures
        return false
      })
    do throws(FileProblem) {
      try await work.run(threads: cleaner.threadCount)
    } catch {
      shards?.stop()
      state.rows.stop()
      throw error
    }
    if state.end == .done, let maxFailures, maxFailures.isPassed(state.totals, isEnd: true) {
      state.end = .tooManyFailures
    }
    if state.end == .done, duplicates != .none {
      do throws(FileProblem) {
        try await tellDuplicates(state, cleaner, jobs: jobs, shouldStop)
      } catch {
        state.rows.stop()
        throw error
      }
    }
    if state.end == .done {
      try shards?.finish()
      if others == .go {
        state.removedPages = try ResultFiles(output).remove(
          unless: state.wroteResult, hasOthers: state.hasLines)
        for shard in ShardedResults.shards(RunJournal.earlierRows(in: output))
        where !state.wroteResult(shard) {
          unlink(output + "/" + shard)
        }
      }
      try state.rows.finish()
      ShardSeries.removeLeftovers(in: output)
    } else {
      shards?.stop()
      state.rows.stop()
    }
    return state.outcome
  }

  /// The pages of the source.
  ///
  /// - Parameter names: which names the output's place does not tell apart.
  func pages(_ names: NameRule) throws(FileProblem) -> SourcePages {
    try source.pages(
      configuration.sourceLimits,
      names: (configuration.portableNames ? .portable : names)
        .writing(configuration.writing.format))
  }

  // MARK: Pages

  private struct Task: Sendable {
    let page: SourcePage
    /// What earlier runs say of the pages with its path.
    let earlier: [Manifest.Row]
    /// The lines of an earlier run, where results lie in shards.
    let held: ShardedResults.Held?
  }

  /// Cleans a page into lines, unless those of an earlier run hold.
  private func sharded(_ task: Task, _ cleaner: PageCleaner) throws(FileProblem) -> FinishedPage {
    var kept: ShardedResults.Lines?
    var headers: String?
    let outcome = try cleaner.clean(task.page) { page, sha256 throws(PageFault) in
      headers = page.headersSHA256
      kept = ShardedResults.lines(task.held, of: page, sha256, cleaner.pipeline)
      return PageCleaner.Place(
        origin: task.page.origin, heldRow: kept == nil ? nil : task.held?.row)
    }
    var done = FinishedPage(row: outcome.row, origin: task.page.origin)
    done.row.headersSha256 = headers
    if case .kept = outcome { done.isKept = true }
    done.lines = kept ?? ShardedResults.lines(outcome, configuration.records)
    done.ruleUse = ruleUse(outcome, record: kept?.record)
    return done
  }

  /// Cleans a page and writes what came of it.
  private func done(
    _ task: Task, _ cleaner: PageCleaner, _ places: ResultPlaces
  ) throws(FileProblem) -> FinishedPage {
    let outcome = try cleaner.clean(task.page) { page, sha256 throws(PageFault) in
      let owner = try places.owner(
        of: page, sha256, from: task.page.origin, earlier: task.earlier)
      return PageCleaner.Place(
        origin: owner,
        heldRow: places.heldRow(of: page, sha256, earlier: task.earlier)
          ?? places.skippedRow(of: page, sha256, from: task.page.origin, earlier: task.earlier))
    }
    var done = FinishedPage(row: outcome.row, origin: task.page.origin, isNamed: task.page.isNamed)
    if case .kept = outcome { done.isKept = true }
    if duplicates != .none { done.trace = trace(of: outcome) }
    do throws(FileProblem) {
      if let page = outcome.cleaned { try write(page) }
      done.ruleUse = ruleUse(
        outcome,
        record: outcome.row.record.flatMap { try? AtomicFile.read(output + "/" + $0) })
    } catch {
      guard error.isAboutName else { throw error }
      done.row = outcome.row.failing(error)
    }
    if done.row.status == .failed {
      done.standingRow =
        others == .stay
        ? task.earlier.first { $0.hasResults && $0.origin == task.page.origin } : nil
    } else if !done.isKept {
      done.lostResults =
        places.removeSuperseded(by: done.row, earlier: task.earlier) && done.row.status == .skipped
    }
    return done
  }

  /// Writes the files of a page. A name that the file system does not take is the page's failure, and
  /// a record without its text is not left.
  func write(_ page: CleanedPage) throws(FileProblem) {
    var written: [String] = []
    do throws(FileProblem) {
      for (path, bytes) in page.files {
        try AtomicFile.makeFolders(of: path, in: output)
        try AtomicFile.write(bytes, to: output + "/" + path)
        written.append(output + "/" + path)
      }
    } catch {
      for path in written { unlink(path) }
      throw error
    }
  }

  /// Which written rules a page used; nil without such rules, and where nobody knows any more.
  ///
  /// - Parameter record: That of an earlier run whose results hold.
  private func ruleUse(_ outcome: PageOutcome, record: @autoclosure () -> [UInt8]?) -> RuleUse? {
    guard configuration.stages.contains(where: { !$0.writtenRules.isEmpty }) else { return nil }
    var use = RuleUse(configuration)
    if let page = outcome.cleaned {
      use.add(page)
    } else if let json = record(), let record = try? ProvenanceRecord(json: json) {
      use.add(record.ledger)
    } else {
      return nil
    }
    return use
  }
}

extension Manifest.Row {
  /// The row of the same page when its results could not be given their names.
  fileprivate func failing(_ problem: FileProblem) -> Manifest.Row {
    Manifest.Row(
      path: path, origin: origin, status: .failed, reason: PageFault.Reason.nameCollision.rawValue,
      detail: problem.problem, sourceSha256: sourceSha256, sourceBytes: sourceBytes,
      pipeline: pipeline)
  }
}

extension Manifest.Row {
  /// Whether the page is skipped since its bytes are no text.
  public var isNoText: Bool {
    status == .skipped && reason.flatMap(PageFault.Reason.init(rawValue:)) != nil
  }
}
