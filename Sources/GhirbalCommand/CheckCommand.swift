import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalText

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds what is wrong with clean texts, for continuous integration.",
    discussion: """
      Without paths: whether the output that pipeline.yml names is up to date with its input, and what \
      its texts still have of chrome, glued words and broken characters. With paths: text files by \
      themselves, whoever made them. Exit 1 where anything heavier than a note is found. --fix mends \
      in these files what is safe: letters, words and spaces, never whole lines. docs/check.md \
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
  @Option(
    help: """
      Look for these rules only: ids, names, or the beginning of ids as GB3, with commas between them \
      (may be repeated).
      """)
  var select: [String] = []
  @Option(help: "Do not look for these rules, named as for --select (may be repeated).")
  var ignore: [String] = []
  @Flag(help: "Mend in the files that are named what is safe to mend, and report the rest.")
  var fix = false
  @Flag(help: "Show what --fix would change as a patch, and write nothing.") var diff = false
  @Option(
    help: "The file of known findings; by default ghirbal-baseline.json beside pipeline.yml.",
    completion: .file())
  var baseline: String?
  @Flag(help: "Write what is found to the baseline, and exit with 0.") var writeBaseline = false
  @Flag(help: "List the rules.") var rules = false
  @OptionGroup var source: ProjectOptions
  @OptionGroup var work: JobsOption

  func validate() throws {
    guard fix || diff else { return }
    let option = diff ? "--diff" : "--fix"
    if paths.isEmpty {
      throw ValidationError(
        "\(option) needs the files or folders to mend; `ghirbal run` writes the output of a project."
      )
    }
    if paths.contains("-") {
      throw ValidationError(
        "\(option) mends files; `ghirbal clean --only repair_words -` is a filter for a pipe.")
    }
    if writeBaseline {
      throw ValidationError("--write-baseline and \(option) exclude each other.")
    }
  }

  func run() async throws {
    try await reporting {
      if rules { return try emit(Self.ruleList) }
      let located = try source.load(
        input: paths.isEmpty, output: paths.isEmpty, baseline: baseline == nil)
      let check: Check
      do throws(ConfigurationProblem) {
        check = try Check(
          located.configuration, at: located.place, select: select.flatMap(\.listedNames),
          deselect: ignore.flatMap(\.listedNames))
      } catch {
        throw ValidationError(error.problem)
      }
      let known = try knownFindings(located)
      if fix || diff { return try await mend(check, known) }
      let outcome = try await outcome(of: check)
      if writeBaseline {
        let updated = outcome.baseline(updating: known.baseline, check)
        try AtomicFile.write(updated.json, to: known.path)
        let count = updated.rows.reduce(0) { $0 + $1.count }
        complain("known from now on: \(count.counted("finding")), in \(known.path)")
        return
      }
      try report(outcome, check, known)
    }
  }

  private func report(_ outcome: CheckOutcome, _ check: Check, _ known: Known) throws {
    let report = outcome.report(check, baseline: known.baseline, baselinePath: known.path)
    for (form, path) in reports { try AtomicFile.write(form.bytes(of: report), to: path) }
    if !diff { try emit(format.bytes(of: report)) }
    for problem in outcome.problems { complain(problem.description) }
    if !paths.isEmpty, report.files.isEmpty {
      guard outcome.problems.isEmpty else { throw ExitCode.pagesFailed }
      complain("no texts there: a folder stands for its files \(TextFileKind.suffixList)")
    }
    for line in report.ruleCounts { complain(line) }
    complain(report.summary)
    if !outcome.problems.isEmpty { throw ExitCode.pagesFailed }
    if report.hasFailed { throw ExitCode.found }
  }

  private func outcome(of check: Check) async throws -> CheckOutcome {
    guard !paths.isEmpty else { return try await check.project(jobs: work.jobs) }
    return try await check.files(try files(), jobs: work.jobs) { path throws(FileProblem) in
      path == "-"
        ? try AtomicFile.read(STDIN_FILENO, "standard input") : try AtomicFile.read(path)
    }
  }

  /// Mends the files, or shows how, and reports what is left.
  private func mend(_ check: Check, _ known: Known) async throws {
    let mending = FileMending(check, baseline: known.baseline)
    let terminal = Terminal(.auto)
    var counts: [CheckRule: Int] = [:]
    var mended: [String: [UInt8]] = [:]
    let files = try files()
    for path in files {
      // What cannot be read is told of by the report.
      guard let bytes = try? AtomicFile.read(path) else { continue }
      switch mending.outcome(path, bytes) {
      case .nothingToMend: continue
      case .isResult:
        complain("\(path) is left as it is: a run wrote it, and its record would not fit any more")
      case .mended(let text, let own):
        counts.merge(own, uniquingKeysWith: +)
        mended[path] = text
        if diff {
          try UnifiedDiff(bytes, text, path: path).show(terminal)
        } else {
          try AtomicFile.replace(path, with: text)
        }
      }
    }
    let verb = diff ? "would be fixed" : "fixed"
    for rule in CheckRules.all {
      if let count = counts[rule] { complain("\(rule.id) \(rule.name): \(count) \(verb)") }
    }
    let places = counts.values.reduce(0, +).counted("place")
    complain("\(verb): \(places) in \(mended.count.counted("file")); what is left:")
    let outcome = try await check.files(files, jobs: work.jobs) {
      [mended] path throws(FileProblem) in
      if let text = mended[path] { return text }
      return try AtomicFile.read(path)
    }
    try report(outcome, check, known)
    if diff, !mended.isEmpty { throw ExitCode.found }
  }

  private struct Known {
    let baseline: CheckBaseline?
    let path: String
  }

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
        TextFileKind.isNamed(name)
      }.map { prefix + $0 }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  private func knownFindings(_ located: ConfigurationOptions.Located) throws -> Known {
    let place = located.place
    let named = baseline ?? located.configuration.check.baseline.map(place.resolve)
    let path = named ?? place.resolve(CheckBaseline.fileName)
    if named == nil || writeBaseline, !FileManager.default.fileExists(atPath: path) {
      return Known(baseline: nil, path: path)
    }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try AtomicFile.read(path)
    } catch {
      guard error.code == ENOENT else { throw error }
      throw FileProblem(path, "there is no such baseline; --write-baseline writes it")
    }
    do throws(RecordProblem) {
      return Known(baseline: try CheckBaseline(json: bytes), path: path)
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
