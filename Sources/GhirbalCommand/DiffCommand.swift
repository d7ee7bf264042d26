import ArgumentParser
import Ghirbal
import GhirbalIO

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what a run would change in the output folder.",
    discussion: "Prints a patch, for `patch -p1` or `git apply`; exit 1 where there is any change.")

  @Flag(help: "Name the files that differ only.") var nameOnly = false
  @OptionGroup var source: ProjectOptions
  @OptionGroup var work: JobsOption

  func run() async throws {
    try await reporting {
      let located = try source.load()
      let output = located.resolve(located.configuration.output)
      let input = PageSource.folder(located.resolve(located.configuration.input))
      let runner = BatchRunner(located.configuration, source: input, output: output)
      let expected = try await runner.expectedFiles(jobs: work.jobs)
      var differs = false
      for path in Set(expected.keys).union(try runner.presentFiles()).sorted() {
        let present = try? AtomicFile.read(output + "/" + path)
        guard present != expected[path] else { continue }
        differs = true
        try emit(
          nameOnly
            ? Array((UnifiedDiff.quoted(path) + "\n").utf8)
            : UnifiedDiff(present, expected[path], path: path).utf8)
      }
      if differs { throw ExitCode.found }
    }
  }
}
