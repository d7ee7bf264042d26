import ArgumentParser
import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows what happened to a page, and why.",
    discussion: """
      First the sums and the closest calls of the content model, then the page: blocks that were \
      dropped side by side for one reason are one line, and changed words stand below their block.
      """)

  @Argument(help: "A raw page; - is standard input.", completion: .file())
  var path = "-"

  @Flag(help: "Every block and every edit, with the features of the model and their weights.")
  var all = false
  @Flag(help: "One JSON object, with all that --all shows.") var json = false
  @Flag(help: "Blocks that were dropped or changed only.") var changes = false
  @Option(
    help: ArgumentHelp(
      "Where the page was fetched from, for its facts.", discussion: "Nothing is fetched.",
      valueName: "address"),
    transform: PageAddress.checked)
  var url: String?
  @Option(help: "auto, always or never.") var color = Terminal.Colour.auto
  @OptionGroup var source: ConfigurationOptions

  func validate() throws {
    try PageAddress.refuse([path], of: "explain")
    if json, all || changes {
      throw ValidationError("--json holds all there is; leave out \(all ? "--all" : "--changes").")
    }
  }

  func run() async throws {
    try await reporting {
      let located = try source.load()
      let configuration = located.configuration
      let pipeline = Pipeline(configuration)
      let bytes = try bytes()
      do {
        var named = Page(path: name(in: located), bytes: bytes, url: url)
        named.sitePath = SitePaths(located)?.path(of: path)
        let page = try pipeline.clean(named)
        var ruleUse = RuleUse(configuration)
        ruleUse.add(page.record.ledger)
        for warning in ruleUse.warnings { complain(warning) }
        let explanation = PageExplanation(page, pipeline)
        guard !json else { return try emit(explanation.json) }
        let terminal = Terminal(color)
        try emitStyled(
          all
            ? FullExplanation(explanation, terminal, changesOnly: changes).text
            : ExplanationText(explanation, terminal, changesOnly: changes).text)
      } catch let failure as PageFailure {
        let detail = failure.detail.map { " (\($0))" } ?? ""
        complain("\(path): failed: \(failure.reason)\(detail)")
        throw ExitCode.pagesFailed
      }
    }
  }

  /// The page's name, which may tell its site: that of a run for a page of the configuration's input.
  private func name(in located: ConfigurationOptions.Located) -> String {
    guard path != "-" else { return NamedInput.standardInputName }
    guard located.place.file != nil, let page = RealPath(path),
      let input = RealPath(located.place.resolve(located.configuration.input)), page.isInside(input)
    else { return path }
    return page.way(from: input).joined(separator: "/")
  }

  private func bytes() throws(FileProblem) -> [UInt8] {
    guard path != "-" else { return try AtomicFile.read(STDIN_FILENO, "standard input") }
    do {
      return try AtomicFile.read(path)
    } catch {
      guard error.code == EISDIR else { throw error }
      throw FileProblem(path, "it is a folder; name one page of it")
    }
  }
}
