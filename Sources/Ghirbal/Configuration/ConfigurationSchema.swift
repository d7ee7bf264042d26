import GhirbalDocument

extension PipelineConfiguration {
  /// A JSON Schema (2020-12) of pipeline.yml, made from its keys and the catalogue.
  public static var jsonSchema: String {
    """
    {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "pipeline.yml of Ghirbal \(Ghirbal.version)",
    \(schema)
    }

    """
  }
}

extension StageCatalogue {
  /// The keywords of what stands under `stages:`.
  static var schema: String {
    let all = entries + onRequest
    let stages = all.flatMap { entry -> [String] in
      let name = entry.name.rawValue.json
      let named = "{\"const\": \(name), \"description\": \(entry.summary.json)}"
      guard !entry.defaults.names.isEmpty else { return [named] }
      return [
        named,
        """
        {"type": "object", "additionalProperties": false, "required": [\(name)],
             "properties": {\(name): {"type": ["object", "null"], \(options(of: entry))}}}
        """,
      ]
    }
    let changes = all.map { entry in
      """
      \(entry.name.rawValue.json): {"type": ["boolean", "object", "null"], \(options(of: entry))}
      """
    }
    return """
      "oneOf": [
      {"description": "all stages that run", "type": "array", "items": {"oneOf": [
      \(stages.joined(separator: ",\n"))]}},
      {"description": "what differs from the default pipeline", "type": "object",
      "additionalProperties": false, "properties": {
      \(changes.joined(separator: ",\n"))}}]
      """
  }

  /// The keywords for the options of a stage.
  private static func options(of entry: StageEntry) -> String {
    let rows = entry.defaults.rows.map { row in
      let meaning = row.description.map { $0.meaning + "; " } ?? ""
      return "\"\(row.name)\": {\(type(of: row.yaml))\(limits(row.description?.values)), "
        + "\"description\": \((meaning + "default: \(row.yaml)").json)}"
    }
    return "\"additionalProperties\": false, \"properties\": {\(rows.joined(separator: ", "))}"
  }

  private static func limits(_ values: OptionDescription.Values?) -> String {
    switch values {
    case .choice(let words): ", \"enum\": \(words.json)"
    case .share: ", \"minimum\": 0, \"maximum\": 1"
    case .count(let range):
      ", \"minimum\": \(range.lowerBound)"
        + (range.upperBound == .max ? "" : ", \"maximum\": \(range.upperBound)")
    default: ""
    }
  }

  /// The JSON type that a default's YAML shows.
  private static func type(of yaml: String) -> String {
    if yaml == "true" || yaml == "false" { return "\"type\": \"boolean\"" }
    if yaml.hasPrefix("[") { return "\"type\": \"array\"" }
    if Int(yaml) != nil { return "\"type\": \"integer\"" }
    if Double(yaml) != nil { return "\"type\": \"number\"" }
    return "\"type\": \"string\""
  }
}
