import ArgumentParser
import Ghirbal
import GhirbalIO

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what a run would change in the output folder.",
    discussion: """
      Prints a patch, for `patch -p1` or `git apply`; exit 1 where there is any change. With --text or \
      --records it looks at those alone, and a line for each page that differs goes to standard error.
      """)

  @Flag(help: "Texts only: neither records nor the manifest.") var text = false
  @Flag(help: "Records only; with --text both.") var records = false
  @Flag(help: "Name the files that differ only.") var nameOnly = false
  @Option(help: "auto, always or never.") var color = Terminal.Colour.auto
  @OptionGroup var source: ProjectOptions
  @OptionGroup var work: JobsOption

  func run() async throws {
    try await reporting {
      let located = try source.load()
      let output = located.place.resolve(located.configuration.output)
      let input = located.configuration.source(at: located.place)
      let runner = BatchRunner(located.configuration, source: input, output: output)
      // By their bytes: names that differ in composition are two files.
      var expected: [[UInt8]: [UInt8]] = [:]
      var paths = try runner.presentFiles()
      for (path, bytes) in try await runner.expectedFileList(jobs: work.jobs) {
        expected[Array(path.utf8)] = bytes
        paths.append(path)
      }
      let terminal = Terminal(color)
      var summary = DiffSummary(isOfAll: !text && !records)
      for utf8 in Set(paths.map { Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) })
      {
        let path = String(decoding: utf8, as: UTF8.self)
        let present = try? AtomicFile.read(output + "/" + path)
        guard present != expected[utf8] else { continue }
        let kind = DiffSummary.Kind(path)
        guard isWanted(kind) else {
          summary.passOver(kind)
          continue
        }
        guard !nameOnly else {
          try emit(UnifiedDiff.quoted(path) + "\n")
          summary.add(path, present, expected[utf8], nil)
          continue
        }
        let diff = UnifiedDiff(present, expected[utf8], path: path)
        summary.add(path, present, expected[utf8], diff)
        try diff.show(terminal)
      }
      if !nameOnly { for line in summary.lines { complain(line) } }
      if summary.hasFound { throw ExitCode.found }
    }
  }

  private func isWanted(_ kind: DiffSummary.Kind) -> Bool {
    guard text || records else { return true }
    return kind == .text ? text : kind == .record && records
  }
}
