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
      default:
        throw .unknown(
          "option of writing", key.string ?? "", among: ["links"], line: key.mark?.line)
      }
    }
  }

  /// The lines of the options that are not as they are by default. Written that way a configuration
  /// without them keeps its hash.
  var yaml: [String] {
    links.map { ["writing:", "  links: \($0.rawValue)"] } ?? []
  }
}
