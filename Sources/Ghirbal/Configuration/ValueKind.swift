import Yams

/// What the value of a key may be: how it is read, shown and described.
struct ValueKind<Value>: Sendable {
  /// The keywords of its JSON Schema.
  let schema: String
  /// The values in words.
  let words: String
  /// The keys of a mapping, or of each in a list (`[].min_words`).
  let children: [KeyDescription]
  /// Reads the value of the key with a name.
  let read: @Sendable (Node, String) throws(ConfigurationProblem) -> Value
  /// The same over the value that holds: of a section, only what the node names changes.
  let lay: @Sendable (Node, String, Value) throws(ConfigurationProblem) -> Value
  let yaml: @Sendable (Value) -> ShownValue
  /// The same with comments on what stands in it.
  let described: @Sendable (Value) -> ShownValue
  /// Whether it is a mapping of keys that say themselves what they take.
  let isNested: Bool
  /// The value as far as it decides over the output.
  let hashed: @Sendable (Value) -> ShownValue

  init(
    schema: String, words: String, children: [KeyDescription] = [],
    read: @escaping @Sendable (Node, String) throws(ConfigurationProblem) -> Value,
    lay: (@Sendable (Node, String, Value) throws(ConfigurationProblem) -> Value)? = nil,
    yaml: @escaping @Sendable (Value) -> ShownValue,
    described: (@Sendable (Value) -> ShownValue)? = nil, isNested: Bool = false,
    hashed: (@Sendable (Value) -> ShownValue)? = nil
  ) {
    self.schema = schema
    self.words = words
    self.children = children
    self.read = read
    if let lay {
      self.lay = lay
    } else {
      self.lay = { (node, name, _) throws(ConfigurationProblem) in try read(node, name) }
    }
    self.yaml = yaml
    self.described = described ?? yaml
    self.isNested = isNested
    self.hashed = hashed ?? yaml
  }

  /// A value that is wrong as a whole unless `value` makes something of it.
  ///
  /// - Parameter isWanted: What is right, behind the name of the key: "is true or false".
  init(
    schema: String, words: String, isWanted: String, _ value: @escaping @Sendable (Node) -> Value?,
    yaml: @escaping @Sendable (Value) -> String
  ) {
    self.init(
      schema: schema, words: words,
      read: { (node, name) throws(ConfigurationProblem) in
        guard let value = value(node) else {
          throw ConfigurationProblem(line: node.mark?.line, "\(name) \(isWanted).")
        }
        return value
      }, yaml: { .flow(yaml($0)) })
  }
}

extension ValueKind<String> {
  /// Any text but an empty one.
  static let text = ValueKind(
    schema: #""type": "string""#, words: "a text", isWanted: "is a text",
    { node in node.string.flatMap { $0.isEmpty ? nil : $0 } }, yaml: \.yamlScalar)
}

extension ValueKind<Bool> {
  static let flag = ValueKind(
    schema: #""type": "boolean""#, words: "`true`, `false`", isWanted: "is true or false", \.bool,
    yaml: { String($0) })
}

extension ValueKind<Int> {
  static func count(_ range: ClosedRange<Int>) -> ValueKind {
    let words = "a number from \(range.lowerBound) to \(range.upperBound)"
    return ValueKind(
      schema:
        "\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)",
      words: words, isWanted: "is \(words)",
      { node in node.int.flatMap { range.contains($0) ? $0 : nil } }, yaml: { String($0) })
  }

  static let count = ValueKind(
    schema: #""type": "integer", "minimum": 0"#, words: "a number from 0 on",
    isWanted: "is a number from 0 on", { node in node.int.flatMap { $0 >= 0 ? $0 : nil } },
    yaml: { String($0) })
}

extension ValueKind<Double> {
  static let share = ValueKind(
    schema: #""type": "number", "minimum": 0, "maximum": 1"#, words: "a number in 0...1",
    isWanted: "is a number in 0...1",
    { node in
      (node.float ?? node.int.map(Double.init)).flatMap { (0...1).contains($0) ? $0 : nil }
    }, yaml: { String($0) })
}

extension ValueKind where Value: CaseIterable & RawRepresentable<String> & SendableMetatype {
  /// One of some words.
  static var choice: ValueKind {
    let words = Value.allCases.map(\.rawValue)
    return ValueKind(
      schema: "\"enum\": \(words.json)", words: words.map { "`\($0)`" }.joined(separator: ", "),
      read: { (node, name) throws(ConfigurationProblem) in
        guard let choice = node.string.flatMap(Value.init(rawValue:)) else {
          throw .unknown(name, node.string ?? "", among: words, line: node.mark?.line)
        }
        return choice
      }, yaml: { .flow($0.rawValue) })
  }
}

extension ValueKind {
  /// A value, or a word for none.
  static func optional<Wrapped>(
    _ kind: ValueKind<Wrapped>, none: String
  ) -> ValueKind where Value == Wrapped? {
    ValueKind(
      schema: "\"anyOf\": [{\"const\": \(none.json)}, {\(kind.schema)}]",
      words: "`\(none)`, \(kind.words)",
      read: { (node, name) throws(ConfigurationProblem) in
        node.string == none ? nil : try kind.read(node, name)
      }, yaml: { $0.map(kind.yaml) ?? .flow(none) })
  }

  /// A value, or nothing (`~`).
  static func optional<Wrapped>(
    _ kind: ValueKind<Wrapped>
  ) -> ValueKind where Value == Wrapped? {
    ValueKind(
      schema: "\"anyOf\": [{\"type\": \"null\"}, {\(kind.schema)}]", words: kind.words,
      read: { (node, name) throws(ConfigurationProblem) in
        node.null != nil ? nil : try kind.read(node, name)
      }, yaml: { $0.map(kind.yaml) ?? .flow("~") })
  }

  static func list<Item>(_ kind: ValueKind<Item>) -> ValueKind where Value == [Item] {
    ValueKind(
      schema: "\"type\": \"array\", \"items\": {\(kind.schema)}",
      words: kind.children.isEmpty ? "a list, each \(kind.words)" : "a list",
      children: kind.children.map {
        var child = $0
        child.path = "[]." + child.path
        return child
      },
      read: { (node, name) throws(ConfigurationProblem) in
        guard let sequence = node.sequence else {
          throw ConfigurationProblem(line: node.mark?.line, "\(name) is a list.")
        }
        var items: [Item] = []
        for item in sequence { items.append(try kind.read(item, "an item of \(name)")) }
        return items
      }, yaml: { items in .flow("[\(items.map { kind.yaml($0).flow }.joined(separator: ", "))]") })
  }
}

extension ValueKind where Value: ConfigurationSection {
  /// A mapping of the section's keys.
  static var section: ValueKind { section(Value.read, isInline: false, schema: Value.schema) }

  /// A mapping in one line, of those keys only that are not as they are by default.
  ///
  /// - Parameter name: What one is called in a message: "a budget".
  static func item(_ name: String, required: String? = nil) -> ValueKind {
    section(
      { (node, _) throws(ConfigurationProblem) in try Value.read(node, name) }, isInline: true,
      schema: Value.schema + (required.map { ", \"required\": [\($0.json)]" } ?? ""))
  }

  private static func section(
    _ read: @escaping @Sendable (Node, String) throws(ConfigurationProblem) -> Value,
    isInline: Bool, schema: String
  ) -> ValueKind {
    let described: @Sendable (Value) -> ShownValue = { value in
      isInline ? .flow("{\(value.hashed.joined(separator: ", "))}") : .block(value.described)
    }
    return ValueKind(
      schema: schema, words: "a mapping", children: Value.descriptions, read: read,
      lay: { (node, name, value) throws(ConfigurationProblem) in try value.laid(node, name) },
      yaml: { isInline ? .flow("{\($0.hashed.joined(separator: ", "))}") : .block($0.shown) },
      described: described, isNested: !isInline,
      hashed: { .block($0.hashed) })
  }
}

extension ConfigurationSection {
  fileprivate static func read(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> Self {
    try Self().laid(node, name)
  }

  /// The section where what a node names is as it says.
  fileprivate func laid(_ node: Node, _ name: String) throws(ConfigurationProblem) -> Self {
    guard let mapping = node.mapping else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is a mapping of options.")
    }
    var section = self
    try section.read(mapping, "option of \(name)")
    try section.finish(node)
    return section
  }
}

extension String {
  /// This text as JSON text; of a configuration's own words, none is a control character.
  var json: String {
    "\"" + map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension [String] {
  var json: String { "[\(map(\.json).joined(separator: ", "))]" }
}
