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
      var differs = false
      for utf8 in Set(paths.map { Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) })
      {
        let path = String(decoding: utf8, as: UTF8.self)
        let present = try? AtomicFile.read(output + "/" + path)
        guard present != expected[utf8] else { continue }
        differs = true
        try emit(
          nameOnly
            ? Array((UnifiedDiff.quoted(path) + "\n").utf8)
            : UnifiedDiff(present, expected[utf8], path: path).utf8)
      }
      if differs { throw ExitCode.found }
    }
  }
}
