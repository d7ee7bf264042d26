import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds what is wrong with clean texts, for continuous integration.",
    discussion: """
      Without paths: whether the output that pipeline.yml names is up to date with its input, and what \
      its texts still have of chrome, glued words and broken characters. With paths: text files by \
      themselves, whoever made them. Exit 1 where anything heavier than a note is found. docs/check.md \
      describes each rule.
      """)

  @Argument(
    help: "Text files, and folders of texts by their names; - is standard input.",
    completion: .file()
  )
  var paths: [String] = []

  @Option(help: "text, json, sarif, junit or github.") var format = ReportForm.text
  @Option(
    name: .customLong("report"),
    help: "Write the report to a file too, as FORM=FILE (may be repeated): sarif=check.sarif.",
    transform: {
      let parts = $0.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let form = ReportForm(rawValue: String(parts[0])) else {
        throw ValidationError("a report is a form and a file: sarif=check.sarif.")
      }
      return (form, String(parts[1]))
    })
  var reports: [(form: ReportForm, path: String)] = []
  @Option(help: "Look for these rules only: ids, names or GB3 for a family (may be repeated).")
  var select: [String] = []
  @Option(help: "Do not look for these rules (may be repeated).") var ignore: [String] = []
  @Option(
    help: "The file of known findings; by default ghirbal-baseline.json beside pipeline.yml.",
    completion: .file())
  var baseline: String?
  @Flag(help: "Write what is found to the baseline, and exit with 0.") var writeBaseline = false
  @Flag(help: "List the rules.") var rules = false
  @OptionGroup var source: ProjectOptions
  @OptionGroup var work: JobsOption

  func run() async throws {
    try await reporting {
      if rules { return try emit(Self.ruleList) }
      let located = try source.load(
        input: paths.isEmpty, output: paths.isEmpty, baseline: baseline == nil)
      let check: Check
      do throws(ConfigurationProblem) {
        check = try Check(
          located.configuration, at: located.place, select: select, deselect: ignore)
      } catch {
        throw ValidationError(error.problem)
      }
      let known = try knownFindings(located)
      let outcome = try await outcome(of: check)
      if writeBaseline {
        let updated = outcome.baseline(updating: known.baseline, check)
        try AtomicFile.write(updated.json, to: known.path)
        let count = updated.rows.reduce(0) { $0 + $1.count }
        complain("\(count) known findings stand in \(known.path)")
        return
      }
      let report = outcome.report(check, baseline: known.baseline, baselinePath: known.path)
      for (form, path) in reports { try AtomicFile.write(form.bytes(of: report), to: path) }
      try emit(format.bytes(of: report))
      for problem in outcome.problems { complain(problem.description) }
      complain(report.summary)
      if !outcome.problems.isEmpty { throw ExitCode.pagesFailed }
      if report.hasFailed { throw ExitCode.found }
    }
  }

  private func outcome(of check: Check) async throws -> CheckOutcome {
    guard !paths.isEmpty else { return try await check.project(jobs: work.jobs) }
    return try await check.files(try files(), jobs: work.jobs) { path throws(FileProblem) in
      path == "-"
        ? try AtomicFile.read(STDIN_FILENO, "standard input") : try AtomicFile.read(path)
    }
  }

  /// The names of files that a folder stands for end in one of these.
  private static let suffixes = OutputFormat.allCases.flatMap(\.suffixes)

  private func files() throws(FileProblem) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        files.append(path)
        continue
      }
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      let prefix = folder == "." ? "" : folder + "/"
      files += try PageFolder.paths(in: path).filter { name in
        Self.suffixes.contains { name.hasSuffix($0) }
      }.map { prefix + $0 }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  private func knownFindings(
    _ located: ConfigurationOptions.Located
  ) throws -> (baseline: CheckBaseline?, path: String) {
    let place = located.place
    let named = baseline ?? located.configuration.check.baseline.map(place.resolve)
    let path = named ?? place.resolve(CheckBaseline.fileName)
    if named == nil || writeBaseline, !FileManager.default.fileExists(atPath: path) {
      return (nil, path)
    }
    let bytes = try AtomicFile.read(path)
    do throws(RecordProblem) {
      return (try CheckBaseline(json: bytes), path)
    } catch {
      throw FileProblem(path, error.problem)
    }
  }

  private static var ruleList: String {
    let width = CheckRules.all.map(\.name.count).max() ?? 0
    return CheckRules.all.map { rule in
      let pad = String(repeating: " ", count: width - rule.name.count)
      let severity = rule.severity.rawValue
      let gap = String(repeating: " ", count: 9 - severity.count)
      return "\(rule.id)  \(rule.name)\(pad)  \(severity)\(gap)\(rule.title)\n"
    }.joined()
  }
}

/// The forms of a report.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, junit, github

  func bytes(of report: CheckReport) -> [UInt8] {
    switch self {
    case .text: report.text
    case .json: report.json
    case .sarif: report.sarif
    case .junit: report.junit
    case .github: report.github
    }
  }
}
