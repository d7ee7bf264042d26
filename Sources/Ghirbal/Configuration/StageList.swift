import GhirbalDocument
import Yams

/// What stands under `stages:` in pipeline.yml.
///
/// A list is the whole pipeline: what it does not name does not run. A mapping changes the default
/// pipeline: options of a stage, or `false` for one that shall not run. A stage that is in no default
/// pipeline runs behind all but those of the layout, since what it drops may leave blank lines; several
/// run in the order of the mapping.
struct StageList: Sendable {
  var stages: [ConfiguredStage]
  /// Stages that are not built in and may be named.
  var own: [StageEntry] = []

  func reading(_ node: Node) throws(ConfigurationProblem) -> StageList {
    StageList(stages: try stages(node), own: own)
  }

  private func stages(_ node: Node) throws(ConfigurationProblem) -> [ConfiguredStage] {
    if let sequence = node.sequence { return try listed(sequence) }
    if let mapping = node.mapping { return try changed(mapping) }
    throw ConfigurationProblem(
      line: node.mark?.line,
      "stages is a list of all stages that run, or a mapping of what differs from the default.")
  }

  /// Every stage that may be named.
  var known: [StageEntry] { StageCatalogue.entries + StageCatalogue.onRequest + own }

  private func listed(
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
        options = try self.options(pair.value, of: name)
      }
      let entry = try self.entry(name, line: line)
      guard !stages.contains(where: { $0.name == entry.name }) else {
        throw ConfigurationProblem(
          line: line, "the stage \(entry.name.rawValue) stands in the list twice.")
      }
      stages.append(try entry.configure(entry.defaults.overlaid(with: options, of: entry.name)))
    }
    return stages
  }

  private func changed(
    _ mapping: Node.Mapping
  ) throws(ConfigurationProblem) -> [ConfiguredStage] {
    var changes: [String: Node] = [:]
    var onRequest: [StageEntry] = []
    for (key, value) in mapping {
      let entry = try entry(key.string, line: key.mark?.line)
      changes[entry.name.rawValue] = value
      if !StageCatalogue.entries.contains(where: { $0.name == entry.name }) {
        onRequest.append(entry)
      }
    }
    var stages: [ConfiguredStage] = []
    let layout = StageCatalogue.entries.firstIndex { $0.judges == .layout }
    let place = layout ?? StageCatalogue.entries.endIndex
    for entry in StageCatalogue.entries[..<place] + onRequest + StageCatalogue.entries[place...] {
      var options: Node.Mapping = [:]
      if let change = changes[entry.name.rawValue] {
        if change.bool == false { continue }
        if change.bool == nil { options = try self.options(change, of: entry.name.rawValue) }
      }
      stages.append(try entry.configure(entry.defaults.overlaid(with: options, of: entry.name)))
    }
    return stages
  }

  /// The entry with a name; what is none names the nearest and all there are.
  func entry(
    _ name: String?, line: Int? = nil
  ) throws(ConfigurationProblem) -> StageEntry {
    guard let name, let entry = known.first(where: { $0.name.rawValue == name }) else {
      throw .unknown("stage", name ?? "", among: known.map(\.name.rawValue), line: line)
    }
    return entry
  }

  private func options(
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

extension ValueKind<StageList> {
  static let stages = ValueKind(
    schema: StageCatalogue.schema,
    words: "a list of all stages that run, or a mapping of what differs from the default",
    read: { (node, _) throws(ConfigurationProblem) in try StageList(stages: []).reading(node) },
    lay: { (node, _, list) throws(ConfigurationProblem) in try list.reading(node) },
    yaml: { list in
      list.stages.isEmpty
        ? .flow("[]")
        : .block(
          list.stages.flatMap { stage in
            ["- \(stage.name.rawValue)" + (stage.options.rows.isEmpty ? "" : ":")]
              + stage.options.rows.map { "    \($0.name): \($0.yaml)" }
          })
    },
    described: { list in
      list.stages.isEmpty
        ? .flow("[]")
        : .block(
          list.stages.flatMap { stage in
            ["- \(stage.name.rawValue)" + (stage.options.rows.isEmpty ? "" : ":")]
              + stage.options.described(
                besides: list.known.first { $0.name == stage.name }?.defaults
              )
              .map { "    " + $0 }
          })
    })
}

extension StageCatalogue {
  /// The default pipeline as a mapping, with what each stage and option is for.
  static var describedDefaults: [String] {
    ["stages:"]
      + entries.flatMap { entry in
        let name = entry.name.rawValue
        let options = entry.defaults.described().map { "    " + $0 }
        return ["  # \(entry.summary)", "  \(name):" + (options.isEmpty ? " true" : "")] + options
      }
  }
}

extension OptionValues {
  /// The options with what each takes and is for.
  ///
  /// - Parameter defaults: Those to name where another value is in force.
  func described(besides defaults: OptionValues? = nil) -> [String] {
    rows.flatMap { row in
      var comment =
        row.description.map {
          "# \($0.meaning); \($0.values.words.filter { $0 != "`" })"
        } ?? "#"
      if let standard = defaults?.yaml(of: row.name), standard != row.yaml {
        comment += "; default: \(standard)"
      }
      return [comment, "\(row.name): \(row.yaml)"]
    }
  }
}
