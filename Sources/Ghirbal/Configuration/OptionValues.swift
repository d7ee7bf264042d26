import Foundation
import GhirbalDocument
import Yams

/// The options of a stage by their names in pipeline.yml.
///
/// One decoder serves all stages: what is written is laid over the stage's encoded defaults, so a
/// missing key keeps its default, an unknown one is an error, and a value of another type is one.
public struct OptionValues: Sendable, Equatable {
  /// In the order the options are declared.
  private(set) var rows: [Row]

  struct Row: Sendable, Equatable {
    /// In snake_case.
    var name: String
    /// As the options themselves encode it.
    var key: String
    /// The value as one line of YAML.
    var yaml: String
    /// Where it was written; nil for a default.
    var line: Int?
    var description: OptionDescription?

    /// What a number has to be that is not in the range that is declared; nil for any other value.
    var missedRange: String? {
      guard let values = description?.values else { return nil }
      // As YAML reads numbers, which has other ways to write them.
      let node = try? Yams.compose(yaml: yaml, .default, .default, .utf8)
      let isInRange =
        switch values {
        case .count(let range): node?.int.map(range.contains) ?? false
        case .share: (node?.float ?? node?.int.map(Double.init)).map((0...1).contains) ?? false
        case .flag, .choice, .list: true
        }
      return isInRange ? nil : values.words
    }
  }

  init(defaultsOf options: (some StageOptions).Type) {
    // Encoding plain values to YAML and reading that back cannot fail.
    let text = (try? YAMLEncoder().encode(options.init())) ?? ""
    let mapping = (try? Yams.compose(yaml: text, .default, .default, .utf8))?.mapping ?? [:]
    rows = mapping.map { pair in
      let key = pair.key.string ?? ""
      return Row(
        name: key.snakeCased, key: key, yaml: Self.flow(pair.value), line: nil,
        description: options.descriptions.first { $0.option == key })
    }
  }

  /// The option names, in their declared order.
  public var names: [String] { rows.map(\.name) }

  /// The value of an option as YAML; nil where there is no such option.
  public func yaml(of name: String) -> String? { rows.first { $0.name == name }?.yaml }

  /// Where an option was written; nil for a default.
  func line(of name: String) -> Int? { rows.first { $0.name == name }?.line }

  /// These values with those of a mapping in pipeline.yml laid over them.
  func overlaid(with mapping: Node.Mapping, of stage: StageName) throws(ConfigurationProblem)
    -> OptionValues
  {
    var result = self
    for (key, value) in mapping {
      let line = key.mark?.line
      guard let name = key.string, let index = rows.firstIndex(where: { $0.name == name }) else {
        throw .unknown(
          "option of \(stage.rawValue)", key.string ?? Self.flow(key), among: names, line: line)
      }
      result.rows[index].yaml = Self.flow(value)
      result.rows[index].line = value.mark?.line ?? line
    }
    return result
  }

  func decode<Options: StageOptions>(
    _ options: Options.Type, of stage: StageName
  ) throws(ConfigurationProblem) -> Options {
    let text = rows.map { "\($0.key): \($0.yaml)\n" }.joined()
    let decoded: Options
    do {
      decoded = try YAMLDecoder(encoding: .utf8).decode(
        Options.self, from: text.isEmpty ? "{}" : text)
    } catch {
      var name: String?
      if case DecodingError.typeMismatch(_, let context) = error {
        name = context.codingPath.first?.stringValue.snakeCased
      } else if case DecodingError.dataCorrupted(let context) = error {
        name = context.codingPath.first?.stringValue.snakeCased
      }
      let row = rows.first { $0.name == name } ?? rows.first { $0.line != nil }
      let `default` = OptionValues(defaultsOf: Options.self).yaml(of: row?.name ?? "") ?? ""
      if let row, case .choice(let words) = row.description?.values {
        throw .unknown("\(row.name) of \(stage.rawValue)", row.yaml, among: words, line: row.line)
      }
      throw ConfigurationProblem(
        line: row?.line,
        "\(row?.name ?? "an option") of \(stage.rawValue) cannot be \((row?.yaml ?? "").shortened); "
          + "a value like \(`default`) is wanted.")
    }
    for row in rows {
      guard let range = row.missedRange else { continue }
      throw ConfigurationProblem(
        line: row.line, "\(row.name) of \(stage.rawValue) is \(range).")
    }
    do {
      try decoded.validate()
    } catch {
      let row = rows.first { $0.name == error.option.snakeCased }
      throw ConfigurationProblem(
        line: row?.line, "\(error.option.snakeCased) of \(stage.rawValue) \(error.problem).")
    }
    return decoded
  }

  /// Whether an unquoted text of an item on its own line means the same between brackets, where
  /// these characters part items (YAML 1.2.2, section 7.3.3).
  private static func isPlainInFlow(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return !text.utf8.contains { ",[]{}\n".utf8.contains($0) } && last != UInt8(ascii: ":")
      && (Int(text) != nil || !"-?:".utf8.contains(first))
  }

  /// A node on one line.
  private static func flow(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      guard scalar.style == .any || scalar.style == .plain else {
        return "\"" + scalar.string.yamlEscaped + "\""
      }
      // The encoder writes a half as 5e-1; a person would not.
      if Int(scalar.string) == nil, let number = Double(scalar.string) { return "\(number)" }
      return isPlainInFlow(scalar.string) ? scalar.string : "\"" + scalar.string.yamlEscaped + "\""
    case .sequence(let sequence): return "[" + sequence.map(flow).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      return "{" + mapping.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ")
        + "}"
    case .alias: return "~"
    }
  }
}

extension String {
  /// `maxLinkDensity` as `max_link_density`, `keepsHTMLTags` as `keeps_html_tags`.
  var snakeCased: String {
    let characters = Array(self)
    var result = ""
    for (index, character) in characters.enumerated() {
      if character.isUppercase, index > 0 {
        let isWordsFirst = index + 1 < characters.count && characters[index + 1].isLowercase
        if !characters[index - 1].isUppercase || isWordsFirst { result += "_" }
      }
      result += character.lowercased()
    }
    return result
  }

  /// This text as a value of YAML: as it stands where that is safe, otherwise in quotes.
  var yamlScalar: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x2F: true
      default: false
      }
    }
    return isPlain && first != "-" ? self : "\"\(yamlEscaped)\""
  }

  /// This text between double quotes (YAML 1.2.2, section 5.7): what YAML would refuse or fold there
  /// is escaped.
  fileprivate var yamlEscaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
          let number = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - number.count) + number
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
