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
  /// How the clean text is written.
  public var writing = WritingOptions()
  public var reading = ReadingOptions()
  /// What one page may take of the machine.
  public var limits = PageLimits()
  public var stages: [ConfiguredStage]
  /// What `ghirbal check` looks for; decides over no output.
  public var check = CheckOptions()

  /// The configuration that an empty pipeline.yml means.
  public static let standard = PipelineConfiguration()

  private init() {
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

  /// Reads a configuration; strict: what is not known is an error with its line.
  public init(yaml: String, file: String = "pipeline.yml") throws(ConfigurationProblem) {
    self = .standard
    do {
      try apply(yaml)
    } catch {
      var problem = error
      problem.file = file
      throw problem
    }
  }

  /// Reads what `yaml` wrote: it may be longer than what people may write.
  init(ownYAML yaml: String) throws(ConfigurationProblem) {
    self = .standard
    try apply(ConfigurationText.compose(own: yaml))
  }

  private mutating func apply(_ yaml: String) throws(ConfigurationProblem) {
    try apply(ConfigurationText.compose(yaml))
  }

  private mutating func apply(_ root: Node?) throws(ConfigurationProblem) {
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else {
      throw ConfigurationProblem(line: root.mark?.line, "a mapping of options is wanted.")
    }
    for (key, value) in mapping {
      switch key.string {
      case "input": input = try Self.string(value, "input")
      case "output": output = try Self.string(value, "output")
      case "portable_names": portableNames = try Self.flag(value, "portable_names")
      case "format": writing.format = try Self.choice(value, "format")
      case "reading": try reading.apply(value)
      case "limits": try limits.apply(value)
      case "writing": try writing.apply(value)
      case "stages": stages = try StageList.stages(value)
      case "check": try check.apply(value)
      default:
        throw .unknown("key", key.string ?? "", among: Self.keys, line: key.mark?.line)
      }
    }
  }

  private static let keys = [
    "input", "output", "format", "portable_names", "limits", "reading", "writing", "stages",
    "check",
  ]

  /// Whether a file is a mapping without one key of Ghirbal's, nor one that is near to such a key: the
  /// pipeline.yml of another tool. What cannot be read is not known to be foreign.
  public static func isForeign(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self),
      let mapping = try? ConfigurationText.compose(text)?.mapping, !mapping.isEmpty
    else { return false }
    return mapping.keys.allSatisfy { key in
      key.string.map { ConfigurationProblem.nearest(to: $0, among: keys) == nil } ?? true
    }
  }

  static func string(_ node: Node, _ name: String) throws(ConfigurationProblem) -> String {
    guard let string = node.string, !string.isEmpty else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is a text.")
    }
    return string
  }

  static func flag(_ node: Node, _ name: String) throws(ConfigurationProblem) -> Bool {
    guard let flag = node.bool else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is true or false.")
    }
    return flag
  }

  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> Choice {
    guard let choice = node.string.flatMap(Choice.init(rawValue:)) else {
      throw .unknown(
        name, node.string ?? "", among: Choice.allCases.map(\.rawValue), line: node.mark?.line)
    }
    return choice
  }

  /// The stages of the default pipeline that do not run, in its order.
  public var leftOutStages: [String] {
    StageCatalogue.entries.map(\.name).filter { name in !stages.contains { $0.name == name } }
      .map(\.rawValue)
  }

  // MARK: Writing

  /// The whole configuration as YAML, defaults too.
  public var yaml: String {
    """
    input: \(input.yamlScalar)
    output: \(output.yamlScalar)
    format: \(writing.format.rawValue)
    \(portableNames ? "portable_names: true\n" : "")limits:
    \(limits.yaml.joined(separator: "\n"))
    \(canonicalYAML)\(check.yaml.map { $0 + "\n" }.joined())
    """
  }

  /// What decides over the output, in one fixed form.
  private var canonicalYAML: String {
    var lines =
      ["reading:"] + reading.yaml + writing.yaml + [stages.isEmpty ? "stages: []" : "stages:"]
    for stage in stages {
      lines.append("  - \(stage.name.rawValue)" + (stage.options.rows.isEmpty ? "" : ":"))
      lines += stage.options.rows.map { "      \($0.name): \($0.yaml)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The hash of what decides over the output; where pages lie does not.
  public var sha256: String {
    let form = writing.format == .text ? "" : "format: \(writing.format.rawValue)\n"
    return Array((form + canonicalYAML).utf8).sha256
  }
}
