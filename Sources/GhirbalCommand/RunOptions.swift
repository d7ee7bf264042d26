import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalText

/// How a folder of results is written, for `run` and `clean -o`.
struct RunOptions: ParsableArguments {
  @OptionGroup var work: WorkOptions
  @Flag(
    inversion: .prefixedNo,
    help: "Leave results as they are where page, configuration and rules are the same.")
  var resume = RunOptions.resumesByDefault
  @Option(
    help: "Stop when more pages failed than this: a number, or a share as 5%.",
    transform: {
      guard let limit = FailureLimit($0) else {
        throw ValidationError("--max-failures is a number of pages, or a share as 5%.")
      }
      return limit
    })
  var maxFailures: FailureLimit?
  @Option(help: "auto (a line on a terminal), json (a line a second) or none.")
  var progress = ProgressForm.auto
  @Flag(name: .shortAndLong, help: "Say nothing on success.") var quiet = false
  @Flag(help: "Remove the results of pages that are not in this input.") var prune = false

  /// Results say which version wrote them. Builds under development have one version and many
  /// behaviours, so they do all again unless told otherwise.
  private static var resumesByDefault: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  /// How many pages that are not ok are named one by one.
  private static let maxNamedPages = 100

  /// Whether results would lie among the pages, to be cleaned as pages by the next run.
  static func wouldFeedItself(input: String, output: String) -> Bool {
    guard let input = RealPath(input), let output = RealPath(output) else { return false }
    return output.isInside(input)
  }

  /// Runs, says what there is to say, and throws the exit code if that is not 0.
  ///
  /// - Parameter collisionHint: What to do about results of pages that cannot both be there.
  func run(
    _ configuration: PipelineConfiguration, _ source: PageSource, output: String,
    others: OtherResults, sumsUp: Bool, collisionHint: String
  ) async throws {
    StopSignal.listen()
    let progress = RunProgress()
    let display = ProgressDisplay(quiet ? .none : self.progress, progress, of: source)
    let outcome: BatchRunner.Outcome
    do {
      outcome = try await BatchRunner(
        configuration, source: source, output: output, others: others, isolation: work.isolated
      ).run(
        jobs: work.jobs.jobs, resumes: resume, maxFailures: maxFailures, progress: progress,
        shouldStop: { StopSignal.number != nil })
      display.end()
    } catch {
      display.end()
      throw error
    }
    switch outcome.end {
    case .done: report(outcome, output, configuration.duplicates, sumsUp: sumsUp, collisionHint)
    case .stopped:
      complain(
        "stopped after \(outcome.totals.pages.counted("page")); the next run goes on from there")
      throw ExitCode(128 + (StopSignal.number ?? SIGTERM))
    case .tooManyFailures:
      complain(
        "stopped: \(outcome.totals.failed) of \(outcome.totals.pages.counted("page")) failed; "
          + "the next run goes on from there")
    }
    if outcome.totals.failed > 0 || outcome.isNamedFileNoText { throw ExitCode.pagesFailed }
  }

  private func report(
    _ outcome: BatchRunner.Outcome, _ output: String, _ duplicates: DuplicatePolicy, sumsUp: Bool,
    _ collisionHint: String
  ) {
    let named = outcome.namedPages.filter { $0.status == .failed || $0.isNoText || !quiet }
    for row in named.prefix(Self.maxNamedPages) { complain(row.complaint) }
    if named.count > Self.maxNamedPages {
      complain("… and more; see \(output)/\(Manifest.fileName)")
    }
    if named.contains(where: \.isAboutOtherResults) { complain(collisionHint) }
    for warning in outcome.ruleUse.warnings { complain(warning) }
    guard !quiet else { return }
    let removed = outcome.removedPages
    if removed > 0 {
      complain(
        "removed \(removed.counted("result")) of pages that are gone or failed")
    }
    if outcome.skippedResults > 0 {
      complain(
        "removed \(outcome.skippedResults.counted("result")) "
          + "of pages that are skipped now")
    }
    if outcome.duplicateCount > 0 {
      complain(
        outcome.duplicateCount.counted("page")
          + (outcome.duplicateCount == 1 ? " says" : " say") + " what another one says"
          + (duplicates == .first ? ", which alone has the text" : "") + "; the manifest names it")
    }
    let skipped = Manifest.Row.summary(ofSkipped: outcome.skippedReasons)
    guard sumsUp else {
      if let skipped { complain("skipped: \(skipped)") }
      return
    }
    let kept = outcome.keptPages > 0 ? " (\(outcome.keptPages) as they were)" : ""
    let others =
      outcome.outputTotals.pages == outcome.totals.pages
      ? "" : ", which has \(outcome.outputTotals.pages.counted("page")) in all"
    complain(outcome.totals.summary(output: output, kept, skipped: skipped) + others)
  }
}

extension Manifest.Row {
  /// Whether results that are there already are why a page has none.
  fileprivate var isAboutOtherResults: Bool {
    reason == PageFault.Reason.nameCollision.rawValue && sourceSha256 != nil
  }

  /// Counts by reason, most first; nil where nothing was skipped.
  static func summary(ofSkipped reasons: [String: Int]) -> String? {
    let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.isEmpty
      ? nil : sorted.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// What became of a page that is not ok, for a person.
  var complaint: String {
    "\(path): \(status.rawValue): \(reason ?? "")" + (detail.map { " (\($0))" } ?? "")
  }
}

extension Manifest.Totals {
  /// One line for a person.
  func summary(output: String, _ kept: String, skipped reasons: String?) -> String {
    let skipped = reasons.map { ", \(self.skipped) skipped (\($0))" } ?? ""
    return
      "\(pages.counted("page"))\(kept): \(ok) ok, \(dropped) dropped, \(failed) failed\(skipped); "
      + "\(sourceBytes.counted("byte")) in, \(outputBytes.counted("byte")) out, "
      + "\(edits.counted("edit")); see \(output)"
  }
}
