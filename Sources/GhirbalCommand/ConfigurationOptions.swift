import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

/// Where the configuration comes from, for every command that needs one.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long, help: "The configuration; by default pipeline.yml, here or in a folder above.",
    completion: .file())
  var config: String?

  /// The configuration and the folder its paths are relative to.
  struct Located {
    var configuration: PipelineConfiguration
    var folder: String
    /// The file, as seen from here; nil where there is none.
    var file: String?

    /// A path of the configuration, as seen from here.
    func resolve(_ path: String) -> String {
      path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }
  }

  /// Reads the configuration; the standard one where there is no file and none was named.
  func load() throws -> Located {
    guard let file = config ?? Self.findUpward() else {
      return Located(configuration: .standard, folder: "")
    }
    let bytes = try AtomicFile.read(file, maxBytes: PipelineConfiguration.maxUTF8Count)
    let slash = file.lastIndex(of: "/")
    return Located(
      configuration: try PipelineConfiguration(bytes: bytes, file: file),
      folder: slash.map { String(file[..<$0]) } ?? "", file: file)
  }

  private static func findUpward() -> String? {
    var prefix = ""
    var folder = FileManager.default.currentDirectoryPath
    while true {
      let candidate = prefix + "pipeline.yml"
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      guard let slash = folder.lastIndex(of: "/"), folder.count > 1 else { return nil }
      folder = String(folder[..<slash])
      prefix += "../"
    }
  }
}

/// How many pages are in work at once.
struct JobsOption: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
    help: ArgumentHelp(
      "Pages in work at once; by default one for each core.", valueName: "jobs"))
  private var wanted: Int?

  var jobs: Int { wanted ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("-j is from 1 to 1024.") }
  }
}

/// How pages are worked on: how many at once, and where.
struct WorkOptions: ParsableArguments {
  @OptionGroup var jobs: JobsOption
  @Flag(
    inversion: .prefixedNo,
    help: "Clean pages in processes of their own, so that one that crashes or hangs is a row.")
  var isolation = true

  /// The processes that clean; nil where this one does.
  var isolated: Isolation? {
    isolation ? .thisProgram([WorkerCommand.configuration.commandName ?? ""]) : nil
  }
}

/// The form of the clean text, over what pipeline.yml says.
struct FormatOption: ParsableArguments {
  @Option(
    help: "Write the clean text as text or markdown.",
    completion: .list(OutputFormat.allCases.map(\.rawValue)),
    transform: {
      guard let format = OutputFormat(rawValue: $0) else {
        throw ValidationError(
          "the clean text is written as text or markdown; --read-as names what pages are.")
      }
      return format
    })
  var format: OutputFormat?

  func apply(to configuration: inout PipelineConfiguration) {
    if let format { configuration.writing.format = format }
  }
}
