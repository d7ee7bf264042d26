import Foundation
import GhirbalDocument
public import GhirbalIO
import Yams

/// What pipeline.yml says: what to read, where to write, and which stages with which options.
public struct PipelineConfiguration: Sendable {
  /// The folder of raw pages, relative to the configuration's own folder.
  public var input = "corpus-raw"
  /// The folder for clean text and records.
  public var output = "corpus-clean"
  /// Whether two pages whose results some file system in use would not tell apart are one too many,
  /// whatever the output's own does. Decides over no output, as `limits`.
  public var portableNames = false
  /// What lies in the output. As the next three, it decides over no text.
  public var results = ResultForm.files
  /// Which provenance records are kept in shards.
  public var records = RecordPolicy.all
  /// How shards are compressed.
  public var compression = Compression.none
  public var shards = ShardLimits()
  /// How the clean text is written.
  public var writing = WritingOptions()
  public var reading = ReadingOptions()
  /// What one page may take of the machine.
  public var limits = PageLimits()
  public var stages: [ConfiguredStage]
  /// Files of phrases besides the built-in ones.
  public var phrases: [PhraseSource] = []
  /// What `ghirbal check` looks for; decides over no output.
  public var check = CheckOptions()

  /// The configuration that an empty pipeline.yml means.
  public static let standard = PipelineConfiguration()

  init() {
    stages = StageCatalogue.entries.map { entry in
      do {
        return try entry.configure(entry.defaults)
      } catch {
        preconditionFailure("the defaults of \(entry.name.rawValue) are valid: \(error)")
      }
    }
  }

  /// These stages only, in the order of the configuration and with its options. One that is not in
  /// it has its defaults, and stands before the first that follows it in the catalogue.
  public func restricted(to names: [String]) throws(ConfigurationProblem) -> PipelineConfiguration {
    let known = StageCatalogue.entries.map(\.name.rawValue)
    for name in names where !known.contains(name) {
      throw .unknown("stage", name, among: known, line: nil)
    }
    var result = self
    result.stages = stages.filter { names.contains($0.name.rawValue) }
    for (place, standard) in Self.standard.stages.enumerated()
    where names.contains(standard.name.rawValue)
      && !result.stages.contains(where: { $0.name == standard.name })
    {
      let followers = Self.standard.stages[place...].map(\.name)
      let next = result.stages.firstIndex { followers.contains($0.name) }
      result.stages.insert(standard, at: next ?? result.stages.endIndex)
    }
    return result
  }

  // MARK: Reading

  /// Bytes of a configuration; a longer one is refused.
  public static let maxUTF8Count = ConfigurationText.maxUTF8Count

  /// Reads a configuration from a file's bytes.
  public init(
    bytes: [UInt8], file: String = "pipeline.yml"
  ) throws(ConfigurationProblem) {
    let yaml: String
    do {
      yaml = try ConfigurationText.decode(bytes)
    } catch {
      var problem = error
      problem.file = file
      throw problem
    }
    try self.init(yaml: yaml, file: file)
  }

  /// Reads a configuration; strict: what is not known is an error with its line. Files that it names
  /// are read relative to its own folder.
  public init(yaml: String, file: String = "pipeline.yml") throws(ConfigurationProblem) {
    self = .standard
    do {
      try apply(yaml)
    } catch {
      var problem = error
      problem.file = file
      throw problem
    }
    for index in phrases.indices { try phrases[index].read(besides: file) }
  }

  /// Reads what `yaml` wrote, which may be longer than what people may write, and what the files of
  /// `phrases` said.
  init(ownYAML yaml: String, phrases texts: [String]) throws(ConfigurationProblem) {
    self = .standard
    try apply(ConfigurationText.compose(own: yaml))
    for (index, text) in zip(phrases.indices, texts) {
      try phrases[index].take(text, file: phrases[index].path)
    }
  }

  private mutating func apply(_ yaml: String) throws(ConfigurationProblem) {
    try apply(ConfigurationText.compose(yaml))
  }

  private mutating func apply(_ root: Node?) throws(ConfigurationProblem) {
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else {
      throw ConfigurationProblem(line: root.mark?.line, "a mapping of options is wanted.")
    }
    try read(mapping, "key")
  }

  /// Whether a file is a mapping without one key of Ghirbal's, nor one that is near to such a key: the
  /// pipeline.yml of another tool. What cannot be read is not known to be foreign.
  public static func isForeign(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self),
      let mapping = try? ConfigurationText.compose(text)?.mapping, !mapping.isEmpty
    else { return false }
    return mapping.keys.allSatisfy { key in
      key.string.map { ConfigurationProblem.nearest(to: $0, among: keys.map(\.name)) == nil }
        ?? true
    }
  }

  /// The stages of the default pipeline that do not run, in its order.
  public var leftOutStages: [String] {
    StageCatalogue.entries.map(\.name).filter { name in !stages.contains { $0.name == name } }
      .map(\.rawValue)
  }

  // MARK: Writing

  /// The whole configuration in force as YAML, defaults too.
  public var yaml: String { shown.joined(separator: "\n") + "\n" }

  /// The hash of what decides over the output and is not as it is by default; where pages lie does not.
  /// Stages stand in it with all their options, whose defaults come of measurements and change.
  public var sha256: String {
    let stages = ValueKind.stages.yaml(stages).lines(under: "stages")
    return Array((hashed + stages).joined(separator: "\n").utf8).sha256
  }

  /// Every key there is but the stages' options, in the order they are shown.
  public static let keyDescriptions = descriptions
}

extension PipelineConfiguration: ConfigurationSection {
  static let keys: [ConfigurationKey<PipelineConfiguration>] = [
    ConfigurationKey("input", \.input, .text, decides: false, "the folder of raw pages"),
    ConfigurationKey(
      "output", \.output, .text, decides: false, "the folder of clean texts and records"),
    ConfigurationKey("format", \.writing.format, .choice, "the form of the clean text"),
    ConfigurationKey(
      "results", \.results, .choice, decides: false,
      "what lies in the output: `files`, a text and a record for each page, or `jsonl`, lines in shards"
    ),
    ConfigurationKey(
      "records", \.records, .choice, decides: false,
      "which provenance records shards have: all, those of pages without a text (`failed`), or none"
    ),
    ConfigurationKey(
      "compression", \.compression, .choice, decides: false, "how shards are compressed"),
    ConfigurationKey("shards", \.shards, .section, decides: false, "how much a shard holds"),
    ConfigurationKey(
      "portable_names", \.portableNames, .flag, decides: false,
      "whether pages fail whose results some file system would not tell apart, such as `a.html` "
        + "beside `A.html`"),
    ConfigurationKey(
      "limits", \.limits, .section, decides: false, "what one page may take of the machine"),
    ConfigurationKey("reading", \.reading, .section, "how pages are read"),
    ConfigurationKey("writing", \.writing, .section, "how the clean text is written"),
    ConfigurationKey(
      "phrases", \.phrases, .phraseFiles, "files of phrases besides the built-in ones"),
    ConfigurationKey(
      "stages", \.stages, .stages, decides: false, "which stages run, with which options"),
    ConfigurationKey(
      "check", \.check, .section, decides: false, "what `ghirbal check` looks for"),
  ]
}
