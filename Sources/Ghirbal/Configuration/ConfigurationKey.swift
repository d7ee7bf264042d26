import Yams

/// A stretch of pipeline.yml with keys of its own: the whole file, `reading`, a budget.
///
/// Its keys are declared once. What reads, shows, hashes and describes them follows from that.
protocol ConfigurationSection: Sendable {
  /// With the defaults.
  init()
  static var keys: [ConfigurationKey<Self>] { get }
  /// Called behind the keys, with the node they stood in: for what several of them say together.
  mutating func finish(_ node: Node) throws(ConfigurationProblem)
}

/// A key of a section: its name, what it may say, and what it is for.
struct ConfigurationKey<Section>: Sendable {
  let name: String
  /// What it is for, as the beginning of a sentence.
  let meaning: String
  /// The keywords of its JSON Schema.
  let schema: String
  /// Its values, in words.
  let values: String
  /// What holds without it, as YAML.
  let standard: String
  /// The keys below it.
  let children: [KeyDescription]
  let read: @Sendable (Node, inout Section) throws(ConfigurationProblem) -> Void
  /// Its lines as they would stand in pipeline.yml.
  let shown: @Sendable (Section) -> [String]
  /// The same behind comments for a person.
  let described: @Sendable (Section) -> [String]
  /// What a comment says of the key, whatever its value is.
  let comments: [String]
  /// The same as far as it decides over the output and is not as it is by default.
  let hashed: @Sendable (Section) -> [String]
}

extension ConfigurationKey where Section: ConfigurationSection {
  /// - Parameter decides: Whether the key decides over what is written.
  init<Value>(
    _ name: String, _ path: any WritableKeyPath<Section, Value> & Sendable,
    _ kind: ValueKind<Value>,
    decides: Bool = true, _ meaning: String
  ) {
    self.name = name
    self.meaning = meaning
    schema = kind.schema
    values = kind.words
    let standard = kind.yaml(Section()[keyPath: path])
    self.standard = standard.flow
    children = kind.children.map { $0.below(name) }
    read = { (node, section) throws(ConfigurationProblem) in
      section[keyPath: path] = try kind.lay(node, name, section[keyPath: path])
    }
    shown = { kind.yaml($0[keyPath: path]).lines(under: name) }
    let comments =
      ["# \(meaning)" + (kind.isNested ? "" : "; \(kind.words.filter { $0 != "`" })")]
      + kind.children.filter { $0.path.hasPrefix("[].") }.map {
        "# - \($0.path.dropFirst(3)): \($0.meaning); \($0.values.filter { $0 != "`" })"
      }
    self.comments = comments
    described = { section in
      let shown = kind.yaml(section[keyPath: path])
      var comments = comments
      if shown != standard, !standard.flow.isEmpty { comments[0] += "; default: \(standard.flow)" }
      return comments + kind.described(section[keyPath: path]).lines(under: name)
    }
    hashed = { section in
      let value = kind.hashed(section[keyPath: path])
      return decides && value != kind.hashed(Section()[keyPath: path])
        ? value.lines(under: name) : []
    }
  }
}

extension ConfigurationSection {
  mutating func finish(_ node: Node) throws(ConfigurationProblem) {}

  /// Lays what a node says over what holds.
  ///
  /// - Parameter kind: What its keys are called in a message.
  mutating func read(_ mapping: Node.Mapping, _ kind: String) throws(ConfigurationProblem) {
    for (key, value) in mapping {
      guard let declared = Self.keys.first(where: { $0.name == key.string }) else {
        throw .unknown(
          kind, key.string ?? "", among: Self.keys.map(\.name), line: key.mark?.line)
      }
      try declared.read(value, &self)
    }
  }

  /// All keys with their values.
  var shown: [String] { Self.keys.flatMap { $0.shown(self) } }

  /// The same with what each key is for.
  var described: [String] { Self.keys.flatMap { $0.described(self) } }

  /// What decides over the output, in one fixed form.
  var hashed: [String] { Self.keys.flatMap { $0.hashed(self) } }

  static var descriptions: [KeyDescription] {
    keys.flatMap { key in
      [
        KeyDescription(
          path: key.name, values: key.values, standard: key.standard, meaning: key.meaning)
      ] + key.children
    }
  }

  /// The keywords of the section's JSON Schema.
  static var schema: String {
    let properties = keys.map { key in
      let standard = key.children.isEmpty ? "; default: \(key.standard)" : ""
      return "\"\(key.name)\": {\(key.schema), \"description\": \((key.meaning + standard).json)}"
    }
    return "\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\n"
      + properties.joined(separator: ",\n") + "}"
  }
}

/// A key of pipeline.yml for a person.
public struct KeyDescription: Sendable, Equatable {
  /// With the keys that it stands under: `check.budgets[].min_words`.
  public var path: String
  /// What it may say.
  public let values: String
  /// What holds without it, as YAML.
  public let standard: String
  public let meaning: String

  fileprivate func below(_ name: String) -> KeyDescription {
    var result = self
    result.path = name + (path.hasPrefix("[") ? "" : ".") + path
    return result
  }
}

/// A value as it stands in pipeline.yml.
enum ShownValue: Equatable {
  /// Behind its key.
  case flow(String)
  /// On lines of its own, which are set in.
  case block([String])

  func lines(under key: String) -> [String] {
    switch self {
    case .flow(let text): ["\(key): \(text)"]
    case .block(let lines): lines.isEmpty ? [] : ["\(key):"] + lines.map { "  " + $0 }
    }
  }

  /// The value in one line; nothing for one that takes several.
  var flow: String { if case .flow(let text) = self { text } else { "" } }
}
