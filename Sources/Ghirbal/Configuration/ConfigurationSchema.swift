import GhirbalDocument
import GhirbalIO

extension PipelineConfiguration {
  /// A JSON Schema (2020-12) of pipeline.yml, made from the catalogue.
  public static var jsonSchema: String {
    let stages = StageCatalogue.entries.flatMap { entry -> [String] in
      let named =
        "{\"const\": \"\(entry.name.rawValue)\", \"description\": \(quoted(entry.summary))}"
      guard !entry.defaults.names.isEmpty else { return [named] }
      return [
        named,
        """
        {"type": "object", "additionalProperties": false, "required": ["\(entry.name.rawValue)"],
             "properties": {"\(entry.name.rawValue)": {"type": ["object", "null"], \
        \(options(of: entry))}}}
        """,
      ]
    }
    let changes = StageCatalogue.entries.map { entry in
      """
      "\(entry.name.rawValue)": {"type": ["boolean", "object", "null"], \(options(of: entry))}
      """
    }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "pipeline.yml of Ghirbal \(Ghirbal.version)",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "input": {"type": "string", "description": "folder of raw pages"},
          "output": {"type": "string", "description": "folder of clean texts and records"},
          "portable_names": {"type": "boolean", "description": "whether pages fail whose results some file system would not tell apart, such as a.html beside A.html"},
          "format": {"enum": [\(OutputFormat.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]},
          "limits": {"type": "object", "additionalProperties": false, "properties": {
            "max_page_seconds": {"type": "integer", "minimum": 1, "maximum": 86400},
            "max_page_memory_bytes": {"type": "integer", "minimum": \(PageLimits.leastMemoryBytes), "maximum": \(1 << 40)}}},
          "reading": {"type": "object", "additionalProperties": false, "properties": {
            "format": {"enum": ["auto", "html", "text"]},
            "encoding": {"type": "string", "description": "a label of encoding.spec.whatwg.org, or auto"},
            "max_page_bytes": {"type": "integer", "minimum": 1, "maximum": \(1 << 30)},
            "max_block_bytes": {"type": "integer", "minimum": 1, "maximum": \(1 << 30)},
            "images": {"enum": ["none", "alt"], "description": "whether an image's alternative text is read"}}},
          "writing": {"type": "object", "additionalProperties": false, "properties": {
            "links": {"enum": ["auto", "inline", "text"], "description": "whether addresses of links are written; by default in Markdown only"},
            "list_marks": {"enum": ["keep", "none"], "description": "whether plain text marks the items of a page's lists"}}},
          "stages": {"oneOf": [
            {"type": "array", "description": "all stages that run", "items": {"oneOf": [
            \(stages.joined(separator: ",\n      "))]}},
            {"type": "object", "description": "what differs from the default pipeline",
             "additionalProperties": false, "properties": {
            \(changes.joined(separator: ",\n      "))}}]},
          "check": \(CheckOptions.jsonSchema)
        },
        "$defs": \(CheckOptions.jsonDefinitions)
      }

      """
  }

  /// The keywords for the options of a stage.
  private static func options(of entry: StageEntry) -> String {
    let rows = entry.defaults.rows.map { row in
      "\"\(row.name)\": {\(type(of: row.yaml))\(choices(row.choices)), "
        + "\"description\": \(quoted("default: \(row.yaml)"))}"
    }
    return "\"additionalProperties\": false, \"properties\": {\(rows.joined(separator: ", "))}"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  private static func choices(_ words: [String]) -> String {
    words.isEmpty ? "" : ", \"enum\": [\(words.map(quoted).joined(separator: ", "))]"
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
