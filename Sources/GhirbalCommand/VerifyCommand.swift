import ArgumentParser
import Ghirbal
import GhirbalIO
import GhirbalText

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks an output folder against the raw pages.",
    discussion: """
      Compares all hashes, makes the changes of every ledger again on the raw page, compares the \
      outcome with the clean text, and adds the totals up. Of pages that came from other inputs the \
      hashes of text and record are compared. Pages whose records were not kept are cleaned again, \
      under the configuration and form that they were cleaned under.
      """)

  @Argument(
    help: "The output folder; by default that of pipeline.yml.", completion: .directory)
  var output: String?
  @Option(
    help: "The folder of raw pages; by default that of pipeline.yml (may be repeated).",
    completion: .directory)
  var input: [String] = []
  @OptionGroup var files: FileListOption
  @OptionGroup var source: ProjectOptions
  @OptionGroup var form: FormatOption

  func run() async throws {
    try await reporting {
      let located = try source.load(
        input: namesNoPages, output: output == nil, external: .none, instead: Self.inputHint)
      let output = output ?? located.place.resolve(located.configuration.output)
      let origins = InputOrigins(of: output, located)
      var configuration = located.configuration
      try form.apply(to: &configuration)
      let report = Verification(
        try pages(origins, located), output: output, configuration
      ).run()
      for finding in report.findings { complain(finding.description) }
      guard let manifest = report.manifest, report.findings.isEmpty else {
        if report.manifest == nil {
          complain("\(output) is no output of a run; name its folder, or type `ghirbal run` first")
        } else if namesNoPages {
          complain(Self.inputHint)
        }
        throw ExitCode.found
      }
      let others = report.otherPages
      complain(
        "verified \((manifest.totals.pages - others).counted("page")) and "
          + "\((manifest.totals.edits - report.otherEdits).counted("edit")): "
          + "every clean text follows from its raw page and its ledger")
      if others > 0 {
        complain(
          "pages of other inputs, of which the hashes are right: \(others); --input names one")
      }
    }
  }

  private var namesNoPages: Bool { input.isEmpty && files.list == nil }

  private static let inputHint =
    "--input FOLDER names the raw pages, where they are not those of pipeline.yml"

  private func pages(
    _ origins: InputOrigins, _ located: ConfigurationOptions.Located
  ) throws -> PageSource {
    if let listed = try files.locations(origins, SitePaths(located)) { return .list(listed) }
    guard !input.isEmpty else { return located.configuration.source(at: located.place) }
    return .list(
      try input.flatMap { folder in
        try PageLocation.all(
          in: folder, names: nil, rules: located.configuration.inputRules,
          origin: origins.origin(of: folder))
      })
  }
}
