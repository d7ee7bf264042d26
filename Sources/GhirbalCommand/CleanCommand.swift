import ArgumentParser
import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Cleans files, folders or standard input.",
    discussion: """
      Without -o the clean texts go to standard output, parted by a blank line. With -o they go to \
      a folder, with provenance records and a manifest, as `run` writes them; results of other pages \
      stay there. With --only one stage alone is a filter, which may well leave nothing: `ghirbal \
      clean --only repair_words - < in > out`.
      """)

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var paths: [String] = ["-"]

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output: String?
  @Flag(
    help: ArgumentHelp(
      "With -o, name results by the whole paths of their pages as they are typed.",
      discussion: "Otherwise by their paths in the folder that is named."))
  var mirror = false
  @Option(
    help: ArgumentHelp(
      "Run these stages only: names with commas between them (may be repeated).",
      discussion: "With the options of pipeline.yml, or their defaults where it has none.",
      valueName: "stage,…"),
    completion: .list(StageCatalogue.entries.map(\.name.rawValue)))
  var only: [String] = []
  @OptionGroup var skip: SkipOption
  @OptionGroup var input: InputFormOption
  @Option(
    help: ArgumentHelp(
      "Where the page was fetched from, for its links and facts.",
      discussion: "Goes with one page. Nothing is fetched.", valueName: "address"),
    transform: PageAddress.checked)
  var url: String?
  @OptionGroup var form: FormatOption
  @Option(
    help: """
      What standard output is: text, jsonl (a line a page), csv (a row a page), xml, warc (conversion \
      records) or dolma (documents).
      """)
  var to = StreamForm.text
  @Flag(help: "With --to jsonl, put each page's whole provenance record into its line.")
  var provenance = false
  @Option(
    help: "Write the attributes that go with the documents of --to dolma to this file.",
    completion: .file())
  var attributes: String?
  @Option(help: "Write the provenance record of a single page to this file.", completion: .file())
  var record: String?
  @OptionGroup var rules: InputRulesOption
  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var options: RunOptions

  private var inputForm: InputForm? { input.inputForm }

  /// The stages that `--only` names; nil where all of the configuration run.
  private var onlyStages: [String]? {
    only.isEmpty ? nil : only.flatMap(\.listedNames)
  }

  func validate() throws {
    try PageAddress.refuse(paths, of: "clean")
    if let onlyStages {
      do throws(ConfigurationProblem) {
        try PipelineConfiguration.standard.checkNames(onlyStages)
      } catch {
        throw ValidationError(error.problem)
      }
    }
    if record != nil, paths.count != 1 || output != nil {
      throw ValidationError("--record goes with one page and without -o.")
    }
    if url != nil, paths.count != 1 || NamedInput.isFolder(paths[0]) {
      throw ValidationError("--url goes with one page.")
    }
    if output != nil, let container = inputForm?.container {
      throw ValidationError(
        "--read-as \(container.rawValue) goes without -o, where names say what holds many pages.")
    }
    if provenance, to != .jsonl { throw ValidationError("--provenance goes with --to jsonl.") }
    if attributes != nil, to != .dolma {
      throw ValidationError("--attributes goes with --to dolma.")
    }
    if output != nil, to != .text { throw ValidationError("--to goes without -o.") }
    if output == nil, mirror { throw ValidationError("--mirror goes with -o.") }
    if output == nil, options.prune { throw ValidationError("--prune goes with -o.") }
    if output != nil, paths.contains("-") {
      throw ValidationError("-o needs names for its files; standard input has none.")
    }
  }

  func run() async throws {
    try await reporting {
      let located = try source.load()
      var configuration = located.configuration
      if let onlyStages { configuration = try configuration.restricted(to: onlyStages) }
      try skip.apply(to: &configuration)
      rules.apply(to: &configuration)
      if case .page(let format) = inputForm { configuration.reading.format = format }
      try form.apply(to: &configuration)
      let sites = SitePaths(located)
      if let output {
        try await write(to: output, configuration, InputOrigins(of: output, located), sites)
      } else {
        try await writeToStandardOutput(configuration, sites)
      }
    }
  }

  private func write(
    to output: String, _ configuration: PipelineConfiguration, _ origins: InputOrigins,
    _ sites: SitePaths?
  ) async throws {
    for path in paths where RunOptions.wouldFeedItself(input: path, output: output) {
      throw ValidationError(
        "\(output) lies in \(path), where the next run would take results for pages.")
    }
    guard configuration.results == .files else {
      throw ConfigurationProblem(
        "-o writes files beside those that are there; shards (results: jsonl) are written by `run`."
      )
    }
    let named = NamedPages(
      try paths.map { try locations($0, origins, sites, configuration.inputRules) },
      configuration.writing.format)
    complainOfNoPages(named.pages)
    if let (one, other) = named.twins {
      throw ValidationError(
        "\(one.file) and \(other.file) would have the same results in \(output); "
          + "--mirror keeps them apart, by their whole paths.")
    }
    try await options.run(
      configuration, .list(named.pages), output: output, others: options.prune ? .go : .stay,
      sumsUp: false,
      collisionHint: "--mirror names results by the whole paths of their pages, --prune leaves "
        + "only those of this input")
  }

  private func writeToStandardOutput(
    _ configuration: PipelineConfiguration, _ sites: SitePaths?
  ) async throws {
    var locations: [PageLocation] = []
    for path in paths {
      locations += try self.locations(path, nil, sites, configuration.inputRules)
    }
    complainOfNoPages(locations)
    let output = try CleanOutput(
      form: to, record: record, attributes: attributes, isQuiet: options.quiet || isFilter,
      namedPaths: Set(locations.lazy.filter(\.isNamed).map(\.path)), RuleUse(configuration))
    let whole: (([UInt8]) -> Page)? =
      isFilter && inputForm == nil && to == .text ? { filtered($0) } : nil
    var pages = try NamedInput(
      locations, inputForm, url: url, configuration.sourceLimits,
      whole: whole)
    try output.begin()
    try await OrderedCleaning(configuration, isolation: options.work.isolated).run(
      jobs: options.work.jobs.jobs,
      take: { () throws(FileProblem) in try pages.next() },
      render: { [to, provenance] in to.rendering($0, includesProvenance: provenance) },
      deliver: output.take, rest: output.flush)
    try output.finish()
    if !options.quiet, let skipped = Manifest.Row.summary(ofSkipped: output.skippedReasons) {
      complain("skipped: \(skipped)")
    }
    for warning in output.ruleUse.warnings { complain(warning) }
    if output.didFail { throw ExitCode.pagesFailed }
  }

  /// A folder of which nothing is read, or whose pages are all passed over, is hardly what was meant.
  private func complainOfNoPages(_ locations: [PageLocation]) {
    guard locations.isEmpty, !options.quiet else { return }
    complain("no pages there: \(paths.joined(separator: ", "))")
  }

  /// Whether some stages alone are a filter in a pipe, whose empty answer is one.
  private var isFilter: Bool { onlyStages != nil && paths == ["-"] }

  /// Standard input as the page of a filter, to the byte: who feeds it says that it is text, whatever
  /// it looks like and however many bytes are NUL.
  private func filtered(_ bytes: [UInt8]) -> Page {
    Page(
      path: NamedInput.standardInputName, bytes: bytes, url: url,
      format: PageFormat.looksLikeMarkup(bytes) ? nil : .text)
  }

  /// The pages that an argument names: a folder stands for all pages in it.
  ///
  /// - Parameter origins: Nil where no results are written.
  private func locations(
    _ path: String, _ origins: InputOrigins?, _ sites: SitePaths?, _ rules: InputRules
  ) throws(FileProblem) -> [PageLocation] {
    if NamedInput.isFolder(path) {
      guard mirror else {
        return try PageLocation.all(
          in: path, names: nil, rules: rules, origin: origins?.origin(of: path))
      }
      return try PageLocation.all(
        listed: path, rules: rules, origin: origins?.origin(ofListed: path))
    }
    guard path == "-" || self.rules.takes(path) else { return [] }
    var location = file(path, origins)
    location.isNamed = true
    location.sitePath = sites?.path(of: path)
    return [location]
  }

  /// A file that an argument names.
  private func file(_ path: String, _ origins: InputOrigins?) -> PageLocation {
    guard !mirror else {
      var location = PageLocation(
        listed: Array(path.utf8), origin: origins?.origin(ofListed: path))
      location.url = url
      return location
    }
    let name =
      path == "-" ? NamedInput.standardInputName : String(path.split(separator: "/").last ?? "page")
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    var location = PageLocation(file: path, path: name, origin: origins?.origin(of: folder))
    location.url = url
    return location
  }
}
