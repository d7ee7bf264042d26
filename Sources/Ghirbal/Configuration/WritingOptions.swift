import GhirbalIO
import Yams

extension WritingOptions {
  mutating func apply(_ node: Node) throws(ConfigurationProblem) {
    guard let mapping = node.mapping else {
      throw ConfigurationProblem(line: node.mark?.line, "writing is a mapping of options.")
    }
    for (key, value) in mapping {
      switch key.string {
      case "links":
        links = value.string == "auto" ? nil : try PipelineConfiguration.choice(value, "links")
      case "list_marks": listMarks = try PipelineConfiguration.choice(value, "list_marks")
      default:
        throw .unknown(
          "option of writing", key.string ?? "", among: ["links", "list_marks"],
          line: key.mark?.line)
      }
    }
  }

  /// The lines of the options that are not as they are by default. Written that way a configuration
  /// without them keeps its hash.
  var yaml: [String] {
    var lines: [String] = []
    if let links { lines.append("  links: \(links.rawValue)") }
    if listMarks != .keep { lines.append("  list_marks: \(listMarks.rawValue)") }
    return lines.isEmpty ? [] : ["writing:"] + lines
  }
}
