import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalStages

/// Where the configuration comes from, for every command that needs one.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      The configuration; by default ghirbal.yml, .ghirbal.yml or pipeline.yml, here or in a folder \
      above up to that of the repository.
      """,
    completion: .file())
  var config: String?
  @Flag(name: .customLong("no-config"), help: "Look for no configuration; the defaults hold.")
  var takesNone = false

  @Flag(
    help: """
      Let the stage external start the program that the configuration names; a configuration alone \
      never does.
      """)
  var allowExternal = false

  @Option(
    help: """
      A file of `ghirbal learn`: what the sites that pages are of repeat; in the place of `profile` in \
      the configuration.
      """, completion: .file())
  var profile: String?

  func validate() throws {
    if config != nil, takesNone {
      throw ValidationError("--config and --no-config exclude each other.")
    }
  }

  /// The configuration and where it lies.
  struct Located {
    var configuration: PipelineConfiguration
    var place = ConfigurationPlace(file: nil, folder: "")
  }

  /// What becomes of a program that the configuration names.
  enum ExternalUse {
    /// It runs, where `--allow-external` stands there; otherwise the configuration is refused.
    case ifAllowed
    /// It runs where `--allow-external` stands there; otherwise no stage is going to run.
    case none
    /// The configuration is refused, whatever stands there.
    case refused(because: String)
  }

  /// Reads the configuration; the standard one where there is no file and none was named.
  ///
  /// - Parameter learns: whether the command learns the profile of `profile: auto`; any other takes the one
  ///   that lies in the output.
  func load(external: ExternalUse = .ifAllowed, learns: Bool = false) throws -> Located {
    var located = try read()
    if let profile { located.configuration.profile = try ProfileSource(reading: profile) }
    let file = located.place.file ?? "pipeline.yml"
    switch external {
    case .refused(let because):
      try located.configuration.refusingExternal(file: file, because: because)
    case .ifAllowed where !allowExternal:
      try located.configuration.refusingExternal(
        file: file, because: "a configuration alone never does: --allow-external lets it.")
    case .ifAllowed, .none:
      guard allowExternal else { break }
      located.configuration = try located.configuration.allowingExternal(
        in: located.place.folder, file: file)
    }
    if case .none = external { return located }
    if !learns { try located.takeLearntProfile() }
    return located
  }

  private func read() throws -> Located {
    guard !takesNone else { return Located(configuration: .standard) }
    if let config {
      let bytes = try AtomicFile.read(config, maxBytes: PipelineConfiguration.maxUTF8Count)
      return try Self.located(config, bytes)
    }
    let found = try ConfigurationSearch.find()
    for other in found.passedOver {
      complain("\(other) is no configuration of Ghirbal's and is passed over")
    }
    guard let file = found.file else { return Located(configuration: .standard) }
    return try Self.located(file, found.bytes)
  }

  private static func located(_ file: String, _ bytes: [UInt8]) throws -> Located {
    let slash = file.lastIndex(of: "/")
    return Located(
      configuration: try PipelineConfiguration(bytes: bytes, file: file),
      place: ConfigurationPlace(file: file, folder: slash.map { String(file[..<$0]) } ?? ""))
  }
}

extension ConfigurationOptions.Located {
  /// The file that a run with `profile: auto` writes.
  var learntProfile: String {
    place.resolve(configuration.output) + "/" + ProfileSource.learntName
  }

  /// Takes the profile that the last run learnt, where the configuration says `profile: auto`.
  mutating func takeLearntProfile() throws {
    guard configuration.profile?.isLearntByRun == true else { return }
    guard FileManager.default.fileExists(atPath: learntProfile) else {
      throw ConfigurationProblem(
        file: place.file ?? "pipeline.yml",
        "profile: auto is learnt by `run` over the whole input, and there is no \(learntProfile) yet."
      )
    }
    configuration.profile = try ProfileSource(reading: learntProfile)
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
    help: "Write the clean text as \(names).",
    completion: .list(OutputFormat.allCases.map(\.rawValue)),
    transform: {
      guard let format = OutputFormat(rawValue: $0) else {
        throw ValidationError(
          "the clean text is written as \(names); --read-as names what pages are.")
      }
      return format
    })
  var format: OutputFormat?

  @Flag(
    name: .customLong("front-matter"),
    help: "Put title, authors, date, url, tags and language before each text, as YAML.")
  var frontMatter = false

  @Option(
    help: ArgumentHelp(
      "What becomes of titles: \(titlePolicies.joined(separator: ", ")).",
      discussion: "In the place of `title` of select_main_content.", valueName: "policy"),
    completion: .list(titlePolicies),
    transform: {
      guard let policy = TitlePolicy(rawValue: $0) else {
        throw ValidationError("--title is one of \(titlePolicies.joined(separator: ", ")).")
      }
      return policy
    })
  var title: TitlePolicy?

  private static let names = OutputFormat.allCases.map(\.rawValue).joined(separator: " or ")
  private static let titlePolicies = TitlePolicy.allCases.map(\.rawValue)

  /// Refuses a policy where nothing decides over titles.
  func apply(to configuration: inout PipelineConfiguration) throws {
    if let format { configuration.writing.format = format }
    if frontMatter { configuration.writing.frontMatter = true }
    guard let title else { return }
    do throws(ConfigurationProblem) {
      configuration = try configuration.setting("title", to: title.rawValue)
    } catch {
      throw ValidationError("--\(error.problem)")
    }
  }
}
