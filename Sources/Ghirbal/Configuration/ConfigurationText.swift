import Yams

/// The text of a configuration, read into nodes; what could cost more than it says is refused.
///
/// A configuration may come with a repository that nobody has looked at. Its size is bounded, so all
/// that is linear in it is; anchors, aliases and depth are not linear, and a configuration needs none
/// of them.
enum ConfigurationText {
  /// Bytes of a configuration; a longer one is refused.
  static let maxUTF8Count = 256 * 1024
  /// How deep lists and mappings may stand in each other; a stage's list of selectors is the sixth.
  static let maxDepth = 16
  /// What looks like an alias. A few may stand in quotes; more would let Yams compare keys that a few
  /// lines blew up to gigabytes.
  static let maxAliases = 8

  /// Text from bytes, which must be UTF-8.
  static func decode(_ bytes: [UInt8]) throws(ConfigurationProblem) -> String {
    try checkCount(bytes.count)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = validPrefixCount(bytes)
      throw ConfigurationProblem(line: line(of: valid, in: bytes), "the file is not UTF-8.")
    }
    return text
  }

  /// The root of the first and only document; nil where there is none.
  static func compose(_ yaml: String) throws(ConfigurationProblem) -> Node? {
    let bytes = Array(yaml.utf8)
    try checkCount(bytes.count)
    try checkCharacters(yaml, bytes)
    try checkAliases(bytes)
    return try compose(own: yaml)
  }

  /// The same of text that Ghirbal wrote, which may be longer than what people may write.
  static func compose(own yaml: String) throws(ConfigurationProblem) -> Node? {
    let root: Node?
    let parser: Parser
    do {
      parser = try Parser(yaml: yaml, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw problem(of: error)
    }
    // The nodes know their anchors as long as the parser lives.
    defer { withExtendedLifetime(parser) {} }
    if let root { try checkShape(root, depth: 1) }
    return root
  }

  /// The lines at the margin that are no comments and open or close no document, without quotes around
  /// their first word: the keys of a file that may be no YAML that is read here.
  static func rootLines(_ bytes: [UInt8]) -> [String] {
    bytes.prefix(maxUTF8Count).split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      let text = String(decoding: line, as: UTF8.self).trimmingPrefix("\u{FEFF}")
      guard let first = text.first, !" \t#%".contains(first), !text.hasPrefix("---"),
        !text.hasPrefix("...")
      else { return nil }
      return String(text.filter { $0 != "\"" && $0 != "'" })
    }
  }

  private static func checkCount(_ count: Int) throws(ConfigurationProblem) {
    guard count <= maxUTF8Count else {
      throw ConfigurationProblem("the file is larger than \(maxUTF8Count) bytes.")
    }
  }

  /// YAML 1.2.2, section 5.1: what may stand in a text as it is. Bidi controls may, and would let a
  /// file read otherwise than it is; they can be written as "\u202E".
  private static func checkCharacters(
    _ yaml: String, _ bytes: [UInt8]
  ) throws(ConfigurationProblem) {
    var offset = 0
    for scalar in yaml.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85: break
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF:
        let number = String(scalar.value, radix: 16, uppercase: true)
        throw ConfigurationProblem(
          line: line(of: offset, in: bytes),
          "this is not YAML: the character U+\(number) may not stand there as it is.")
      default: break
      }
      offset += scalar.utf8.count
    }
  }

  private static func checkAliases(_ bytes: [UInt8]) throws(ConfigurationProblem) {
    var count = 0
    var previous: UInt8 = 0x0A
    for index in bytes.indices {
      defer { previous = bytes[index] }
      guard bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count,
        isOfName(bytes[index + 1]), mayStandBeforeAlias(previous)
      else { continue }
      count += 1
      guard count <= maxAliases else {
        throw ConfigurationProblem(
          line: line(of: index, in: bytes),
          "the file has more than \(maxAliases) aliases (*name); write the values themselves.")
      }
    }
  }

  /// A byte of an anchor's name, as libyaml reads them.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Whether an alias may stand behind a byte: white space, the last bytes of other line ends and of a
  /// byte order mark, and what opens or parts items. Behind a quote it could only be an error.
  private static func mayStandBeforeAlias(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || ",:[{".utf8.contains(byte)
  }

  /// Goes through the nodes in the order they stand in, so that it meets an anchor before what its
  /// aliases stand for.
  private static func checkShape(_ node: Node, depth: Int) throws(ConfigurationProblem) {
    if node.hasAnchor {
      throw ConfigurationProblem(
        line: node.mark?.line,
        "anchors (&name) and aliases (*name) are not read; write the value where it is wanted.")
    }
    guard depth <= maxDepth else {
      throw ConfigurationProblem(
        line: node.mark?.line, "lists and mappings stand in each other more than \(maxDepth) deep.")
    }
    switch node {
    case .sequence(let sequence):
      for item in sequence { try checkShape(item, depth: depth + 1) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        try checkShape(key, depth: depth + 1)
        try checkShape(value, depth: depth + 1)
      }
    case .scalar, .alias: break
    }
  }

  private static func problem(of error: any Error) -> ConfigurationProblem {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let isTooDeep = problem.hasPrefix("Maximum nesting level")
      return ConfigurationProblem(
        line: mark.line,
        isTooDeep
          ? "lists and mappings stand in each other more than \(maxDepth) deep."
          : "this is not YAML: \(problem).")
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      return ConfigurationProblem(
        line: context.mark.line,
        "a key stands there twice: \(duplicates.map(\.shortened).sorted().joined(separator: ", "))."
      )
    default: return ConfigurationProblem("this is not YAML.")
    }
  }

  /// The line of a byte, counted from 1.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }

  /// How many bytes from the start are UTF-8 as a whole.
  private static func validPrefixCount(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += scalar.utf8.count }
    return count
  }
}

extension Node {
  fileprivate var hasAnchor: Bool {
    switch self {
    case .scalar(let scalar): scalar.anchor != nil
    case .sequence(let sequence): sequence.anchor != nil
    case .mapping(let mapping): mapping.anchor != nil
    case .alias: true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: Unicode.UTF8.EncodedScalar {
    // Every scalar has an encoding in UTF-8.
    UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
  }
}

extension String {
  /// What of a text fits into a message.
  var shortened: String {
    let scalars = unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex)
    guard let end, end < scalars.endIndex else { return self }
    return String(scalars[..<end]) + "…"
  }
}
