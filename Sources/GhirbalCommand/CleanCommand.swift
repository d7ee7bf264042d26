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
      a folder, with provenance records and a manifest, as `run` writes them.
      """)

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var paths: [String] = ["-"]

  @Option(name: .shortAndLong, help: "The folder to write to.") var output: String?
  @Option(help: "Run these stages only (may be repeated).") var only: [String] = []
  @Option(
    name: .customLong("read-as"), help: "Read every page as html or text, whatever it looks like.",
    transform: {
      guard let format = PageFormat(rawValue: $0) else {
        throw ValidationError("the format of a page is html or text.")
      }
      return format
    })
  var pageFormat: PageFormat?
  @OptionGroup var form: FormatOption
  @Option(help: "Write the provenance record of a single page to this file.") var record: String?
  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var options: RunOptions

  func validate() throws {
    if record != nil, paths.count != 1 || output != nil {
      throw ValidationError("--record goes with one page and without -o.")
    }
    if output != nil, paths.contains("-") {
      throw ValidationError("-o needs names for its files; standard input has none.")
    }
  }

  func run() async throws {
    try await reporting {
      var configuration = try source.load().configuration
      if !only.isEmpty {
        do throws(ConfigurationProblem) {
          configuration = try configuration.restricted(to: only)
        } catch {
          throw ValidationError(error.problem)
        }
      }
      if let pageFormat { configuration.reading.format = pageFormat }
      form.apply(to: &configuration)
      if let output {
        try await write(to: output, configuration)
      } else {
        try writeToStandardOutput(configuration)
      }
    }
  }

  private func write(to output: String, _ configuration: PipelineConfiguration) async throws {
    let pages = PageLocation.sorted(try locations())
    if let twin = pages.first(where: { $0.fault?.reason == .nameCollision }) {
      throw ValidationError("two pages are named \(twin.path); clean their common folder instead.")
    }
    try await options.run(configuration, .list(pages), output: output)
  }

  private func writeToStandardOutput(_ configuration: PipelineConfiguration) throws {
    let pipeline = Pipeline(configuration)
    var didFail = false
    var isFirst = true
    var ruleUse = RuleUse(configuration)
    for location in try locations() {
      let bytes: [UInt8]
      do {
        bytes =
          location.file == "-"
          ? try AtomicFile.read(STDIN_FILENO, "standard input") : try AtomicFile.read(location.file)
      } catch {
        complain(error.description)
        didFail = true
        continue
      }
      do {
        let page = try pipeline.clean(Page(path: location.path, bytes: bytes))
        ruleUse.add(page.record.ledger)
        if !isFirst, !page.text.isEmpty { try emit("\n") }
        try emit(page.text)
        isFirst = isFirst && page.text.isEmpty
        if let record { try AtomicFile.write(page.record.json, to: record) }
      } catch let problem as PageProblem {
        complain("\(location.file): failed: \(problem.rawValue)")
        didFail = true
      }
    }
    for warning in ruleUse.warnings { complain(warning) }
    if didFail { throw ExitCode.pagesFailed }
  }

  /// The pages that the arguments name: a folder stands for all pages in it.
  private func locations() throws(FileProblem) -> [PageLocation] {
    var locations: [PageLocation] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        locations += try PageLocation.all(in: path)
      } else {
        let name = path == "-" ? "stdin" : String(path.split(separator: "/").last ?? "page")
        locations.append(PageLocation(file: path, path: name))
      }
    }
    return locations
  }
}
