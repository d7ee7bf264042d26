import GhirbalDocument
import Yams

/// What stands under `stages:` in pipeline.yml.
///
/// A list is the whole pipeline: what it does not name does not run. A mapping changes the default
/// pipeline: options of a stage, or `false` for one that shall not run.
enum StageList {
  static func stages(_ node: Node) throws(ConfigurationProblem) -> [ConfiguredStage] {
    if let sequence = node.sequence { return try listed(sequence) }
    if let mapping = node.mapping { return try changed(mapping) }
    throw ConfigurationProblem(
      line: node.mark?.line,
      "stages is a list of all stages that run, or a mapping of what differs from the default.")
  }

  private static func listed(
    _ sequence: Node.Sequence
  ) throws(ConfigurationProblem) -> [ConfiguredStage] {
    var stages: [ConfiguredStage] = []
    for item in sequence {
      let line = item.mark?.line
      var name = item.string
      var options: Node.Mapping = [:]
      if let mapping = item.mapping {
        guard mapping.count == 1, let pair = mapping.first else {
          throw ConfigurationProblem(
            line: line, "a stage is its name, or its name with its options.")
        }
        name = pair.key.string
        options = try Self.options(pair.value, of: name)
      }
      let entry = try Self.entry(name, line: line)
      guard !stages.contains(where: { $0.name == entry.name }) else {
        throw ConfigurationProblem(
          line: line, "the stage \(entry.name.rawValue) stands in the list twice.")
      }
      stages.append(try entry.configure(entry.defaults.overlaid(with: options, of: entry.name)))
    }
    return stages
  }

  private static func changed(
    _ mapping: Node.Mapping
  ) throws(ConfigurationProblem) -> [ConfiguredStage] {
    var changes: [String: Node] = [:]
    for (key, value) in mapping {
      changes[try entry(key.string, line: key.mark?.line).name.rawValue] = value
    }
    var stages: [ConfiguredStage] = []
    for entry in StageCatalogue.entries {
      var options: Node.Mapping = [:]
      if let change = changes[entry.name.rawValue] {
        if change.bool == false { continue }
        if change.bool == nil { options = try Self.options(change, of: entry.name.rawValue) }
      }
      stages.append(try entry.configure(entry.defaults.overlaid(with: options, of: entry.name)))
    }
    return stages
  }

  private static func entry(
    _ name: String?, line: Int?
  ) throws(ConfigurationProblem) -> StageEntry {
    guard let name, let entry = StageCatalogue.entry(name) else {
      throw .unknown(
        "stage", name ?? "", among: StageCatalogue.entries.map(\.name.rawValue), line: line)
    }
    return entry
  }

  private static func options(
    _ node: Node, of stage: String?
  ) throws(ConfigurationProblem) -> Node.Mapping {
    if let mapping = node.mapping { return mapping }
    guard node.null != nil else {
      throw ConfigurationProblem(
        line: node.mark?.line, "the options of \(stage ?? "a stage") are a mapping.")
    }
    return [:]
  }
}

extension ValueKind<[ConfiguredStage]> {
  static let stages = ValueKind(
    schema: StageCatalogue.schema,
    words: "a list of all stages that run, or a mapping of what differs from the default",
    read: { (node, _) throws(ConfigurationProblem) in try StageList.stages(node) },
    yaml: { stages in
      stages.isEmpty
        ? .flow("[]")
        : .block(
          stages.flatMap { stage in
            ["- \(stage.name.rawValue)" + (stage.options.rows.isEmpty ? "" : ":")]
              + stage.options.rows.map { "    \($0.name): \($0.yaml)" }
          })
    })
}
