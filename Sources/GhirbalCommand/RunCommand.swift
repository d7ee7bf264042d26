import ArgumentParser
import Ghirbal
import GhirbalIO

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Cleans the input folder of pipeline.yml into its output folder.",
    discussion: """
      Writes a text and a provenance record for each page, and manifest.jsonl. Files that end in \
      .warc, .arc and .jsonl, .gz and .zst behind it too, stand for the pages in them.

      A run that was interrupted, by Ctrl-C or by a power cut, goes on where it was: results are \
      left as they are where they are whole and would be written again the same.
      """)

  @OptionGroup var files: FileListOption
  @OptionGroup var source: ProjectOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var options: RunOptions

  func run() async throws {
    try await reporting {
      var located = try source.load(input: files.list == nil)
      form.apply(to: &located.configuration)
      let input = located.resolve(located.configuration.input)
      let output = located.resolve(located.configuration.output)
      if files.list == nil, RunOptions.wouldFeedItself(input: input, output: output) {
        throw ConfigurationProblem(
          file: located.file ?? "pipeline.yml",
          "output lies in the input, where the next run would take results for pages: \(output).")
      }
      let pages = try files.locations().map(PageSource.list) ?? .folder(input)
      try await options.run(
        located.configuration, pages, output: output, sumsUp: true)
    }
  }
}
