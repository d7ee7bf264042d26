import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

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
  func run(
    _ configuration: PipelineConfiguration, _ source: PageSource, output: String, sumsUp: Bool
  ) async throws {
    StopSignal.listen()
    let progress = RunProgress()
    let display = ProgressDisplay(quiet ? .none : self.progress, progress, of: source)
    let outcome: BatchRunner.Outcome
    do {
      outcome = try await BatchRunner(
        configuration, source: source, output: output, isolation: work.isolated
      ).run(
        jobs: work.jobs.jobs, resumes: resume, maxFailures: maxFailures, progress: progress,
        shouldStop: { StopSignal.number != nil })
      display.end()
    } catch {
      display.end()
      throw error
    }
    switch outcome.end {
    case .done: report(outcome, output, sumsUp: sumsUp)
    case .stopped:
      complain("stopped after \(outcome.totals.pages) pages; the next run goes on from there")
      throw ExitCode(128 + (StopSignal.number ?? SIGTERM))
    case .tooManyFailures:
      complain(
        "stopped: \(outcome.totals.failed) of \(outcome.totals.pages) pages failed; "
          + "the next run goes on from there")
    }
    if outcome.totals.failed > 0 { throw ExitCode.pagesFailed }
  }

  private func report(_ outcome: BatchRunner.Outcome, _ output: String, sumsUp: Bool) {
    var named = 0
    if outcome.totals.ok < outcome.totals.pages,
      var rows = ManifestRows(output + "/" + Manifest.fileName)
    {
      while named <= Self.maxNamedPages, let row = rows.next() {
        guard row.status != .ok else { continue }
        named += 1
        if named > Self.maxNamedPages {
          complain("… and more; see \(output)/\(Manifest.fileName)")
        } else {
          complain(row.complaint)
        }
      }
    }
    for warning in outcome.ruleUse.warnings { complain(warning) }
    guard sumsUp, !quiet else { return }
    let kept = outcome.keptPages > 0 ? " (\(outcome.keptPages) as they were)" : ""
    complain(outcome.totals.summary(output: output, kept))
  }
}

extension Manifest.Row {
  /// What became of a page that is not ok, for a person.
  var complaint: String {
    "\(path): \(status.rawValue): \(reason ?? "")" + (detail.map { " (\($0))" } ?? "")
  }
}

extension Manifest.Totals {
  /// One line for a person.
  func summary(output: String, _ kept: String) -> String {
    "\(pages) pages\(kept): \(ok) ok, \(dropped) dropped, \(failed) failed; "
      + "\(sourceBytes) bytes in, \(outputBytes) bytes out, \(edits) edits; see \(output)"
  }
}
