import ArgumentParser
import Ghirbal
import GhirbalIO

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks an output folder against the raw pages.",
    discussion: """
      Compares all hashes, makes the changes of every ledger again on the raw page, compares the \
      outcome with the clean text, and adds the totals up.
      """)

  @Argument(
    help: "The output folder; by default that of pipeline.yml.", completion: .directory)
  var output: String?
  @Option(
    help: "The folder of raw pages; by default that of pipeline.yml.", completion: .directory)
  var input: String?
  @OptionGroup var files: FileListOption
  @OptionGroup var source: ProjectOptions

  func run() async throws {
    try await reporting {
      let located = try source.load(
        input: input == nil && files.list == nil, output: output == nil)
      let pages =
        try files.locations().map(PageSource.list)
        ?? .folder(input ?? located.resolve(located.configuration.input))
      let report = Verification(
        pages, output: output ?? located.resolve(located.configuration.output)
      ).run()
      for finding in report.findings { complain(finding.description) }
      guard let manifest = report.manifest, report.findings.isEmpty else { throw ExitCode.found }
      complain(
        "verified \(manifest.totals.pages) pages and \(manifest.totals.edits) edits: "
          + "every clean text follows from its raw page and its ledger")
    }
  }
}
