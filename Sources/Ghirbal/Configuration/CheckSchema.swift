import GhirbalIO

extension CheckOptions {
  /// The JSON Schema of `check` in pipeline.yml.
  static var jsonSchema: String {
    let rules = CheckRules.all.map { rule in
      "\"\(rule.id)\": {\"$ref\": \"#/$defs/severity\", "
        + "\"description\": \"\(rule.name): \(rule.title); default: \(rule.severity.rawValue)\"}"
    }
    let scope = "\"path\": {\"type\": \"string\"}, \"site\": {\"type\": \"string\"}"
    let limit =
      "{\"type\": [\"integer\", \"string\"], \"description\": \"pages, or a share like 5%\"}"
    return """
      {"type": "object", "additionalProperties": false, "properties": {
            "rules": {"type": "object", "additionalProperties": {"$ref": "#/$defs/severity"}, "properties": {
              \(rules.joined(separator: ",\n        "))}},
            "forbidden": {"type": "array", "items": {"type": "string"}},
            "budgets": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {
              \(scope), "min_words": {"type": "integer", "minimum": 0},
              "max_removed_share": {"type": "number", "minimum": 0, "maximum": 1},
              "max_failed": \(limit), "max_dropped": \(limit),
              "min_pages": {"type": "integer", "minimum": 0}}}},
            "ignore": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["rule"], "properties": {
              "rule": {"type": ["string", "array"], "items": {"type": "string"}}, \(scope),
              "phrase": {"type": "string"}, "because": {"type": "string"}}}},
            "baseline": {"type": "string"}}}
      """
  }

  /// What the schema refers to.
  static var jsonDefinitions: String {
    let severities = (CheckRule.Severity.allCases.map(\.rawValue) + ["off"])
      .map { "\"\($0)\"" }.joined(separator: ", ")
    return "{\"severity\": {\"enum\": [\(severities), false]}}"
  }
}
