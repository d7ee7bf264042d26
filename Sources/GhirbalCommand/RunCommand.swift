import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Cleans the input folder of pipeline.yml into its output folder.",
    discussion: "Writes a text and a provenance record for each page, and manifest.jsonl.")

  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var work: JobsOption
  @Flag(name: .shortAndLong, help: "Say nothing on success.") var quiet = false

  func run() async throws {
    try await reporting {
      var located = try source.load()
      form.apply(to: &located.configuration)
      let output = located.resolve(located.configuration.output)
      let pages = try PageLocation.all(in: located.resolve(located.configuration.input))
      let runner = BatchRunner(located.configuration, pages: pages, output: output)
      let outcome = try await runner.run(jobs: work.jobs)
      let manifest = outcome.manifest
      for row in manifest.rows where row.status != .ok {
        complain("\(row.path): \(row.status.rawValue): \(row.reason ?? "")")
      }
      for warning in outcome.ruleUse.warnings { complain(warning) }
      if !quiet { complain(manifest.totals.summary(output: output)) }
      if manifest.totals.failed > 0 { throw ExitCode.pagesFailed }
    }
  }
}

extension Manifest.Totals {
  /// One line for a person.
  func summary(output: String) -> String {
    "\(pages) pages: \(ok) ok, \(dropped) dropped, \(failed) failed; "
      + "\(sourceBytes) bytes in, \(outputBytes) bytes out, \(edits) edits; see \(output)"
  }
}
