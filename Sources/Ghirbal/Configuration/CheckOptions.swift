public import GhirbalIO
import GhirbalText
import Yams

/// What pipeline.yml says under `check`.
public struct CheckOptions: Sendable, Equatable {
  /// The severities that differ from the defaults.
  public var severities: Severities = [:]
  /// Phrases that no text may hold, as whole words, however they are written.
  public var forbidden: [String] = []
  public var budgets: [Budget] = []
  public var ignores: [Ignore] = []
  /// The file of known findings, relative to the configuration's folder.
  public var baseline: String?

  public init() {}

  /// Severities by rule id; nil turns the rule off.
  public typealias Severities = [String: CheckRule.Severity?]

  /// Which files something is for: all, or those that path and site name.
  public struct Scope: Sendable, Equatable {
    var path: PathPattern?
    /// A host; its subdomains belong to it.
    var site: String?

    /// Whether a file belongs here, under one of the names it goes by.
    func contains(_ names: [String], url: String?) -> Bool {
      if let path, !names.contains(where: path.matches) { return false }
      guard let site else { return true }
      guard let host = url.flatMap(WebAddress.host) else { return false }
      return host == site || host.hasSuffix("." + site)
    }
  }

  /// What texts of some path or site must keep to.
  public struct Budget: Sendable, Equatable {
    var scope = Scope()
    /// The line of pipeline.yml.
    var line: Int?
    var minWords: Int?
    /// How much of a page's text may go, 0...1.
    var maxRemovedShare: Double?
    var maxFailed: FailureLimit?
    var maxDropped: FailureLimit?
    var minPages: Int?
  }

  /// Findings that are right as they are.
  public struct Ignore: Sendable, Equatable {
    var rules: [CheckRule] = []
    var scope = Scope()
    /// Only where this text stands; nil for all findings of the rules.
    var phrase: String?
    /// For a person.
    var because: String?
    var line: Int?
  }
}

// MARK: Keys

extension CheckOptions: ConfigurationSection {
  static let keys: [ConfigurationKey<CheckOptions>] = [
    ConfigurationKey(
      "rules", \.severities, .severities, "how much findings weigh, by id, name or family (`GB3`)"),
    ConfigurationKey(
      "forbidden", \.forbidden, .list(.text),
      "phrases that no text may hold, as whole words, however they are written"),
    ConfigurationKey(
      "budgets", \.budgets, .list(.item("a budget")),
      "what texts of some path or site must keep to"),
    ConfigurationKey(
      "ignore", \.ignores, .list(.item("an ignore", required: "rule")),
      "findings that are right as they are"),
    ConfigurationKey(
      "baseline", \.baseline, .optional(.text),
      "the file of known findings; without it `ghirbal-baseline.json`, where there is one"),
  ]
}

extension CheckOptions.Budget: ConfigurationSection {
  static let keys: [ConfigurationKey<CheckOptions.Budget>] = [
    ConfigurationKey("path", \.scope.path, .optional(.pattern), "which files it is for"),
    ConfigurationKey("site", \.scope.site, .optional(.host), "the host whose pages it is for"),
    ConfigurationKey("min_words", \.minWords, .optional(.count), "words of a text"),
    ConfigurationKey(
      "max_removed_share", \.maxRemovedShare, .optional(.share),
      "how much of a page's text may go"),
    ConfigurationKey("max_failed", \.maxFailed, .optional(.limit), "pages that may fail"),
    ConfigurationKey("max_dropped", \.maxDropped, .optional(.limit), "pages that may be dropped"),
    ConfigurationKey("min_pages", \.minPages, .optional(.count), "pages that give a text"),
  ]

  mutating func finish(_ node: Node) { line = node.mark?.line }
}

extension CheckOptions.Ignore: ConfigurationSection {
  static let keys: [ConfigurationKey<CheckOptions.Ignore>] = [
    ConfigurationKey("rule", \.rules, .rules, "whose findings"),
    ConfigurationKey("path", \.scope.path, .optional(.pattern), "which files it is for"),
    ConfigurationKey("site", \.scope.site, .optional(.host), "the host whose pages it is for"),
    ConfigurationKey(
      "phrase", \.phrase, .optional(.text), "only where this text stands, letter for letter"),
    ConfigurationKey("because", \.because, .optional(.text), "for a person"),
  ]

  mutating func finish(_ node: Node) throws(ConfigurationProblem) {
    line = node.mark?.line
    guard !rules.isEmpty else {
      throw ConfigurationProblem(line: line, "an ignore names its rule.")
    }
    guard scope != CheckOptions.Scope() || phrase != nil else {
      throw ConfigurationProblem(
        line: line,
        "an ignore has a path, a site or a phrase; `rules` turns a rule off as a whole.")
    }
  }
}

// MARK: Values

extension ValueKind<CheckOptions.Severities> {
  fileprivate static let severities = ValueKind(
    schema: "\"type\": \"object\", \"additionalProperties\": {\(levels)}, \"properties\": {\n"
      + CheckRules.all.map { rule in
        let what = "\(rule.name): \(rule.title); default: \(rule.severity.rawValue)"
        return "\"\(rule.id)\": {\(levels), \"description\": \(what.json)}"
      }.joined(separator: ",\n") + "}",
    words: "a mapping of rules to `error`, `warning`, `note` or `off`",
    read: { (node, name) throws(ConfigurationProblem) in
      guard let mapping = node.mapping else {
        throw ConfigurationProblem(line: node.mark?.line, "\(name) is a mapping of options.")
      }
      var severities: CheckOptions.Severities = [:]
      for (key, value) in mapping {
        let level = value.string ?? ""
        let severity = CheckRule.Severity(rawValue: level)
        // YAML 1.1 reads a bare off as false.
        guard severity != nil || level == off || value.bool == false else {
          throw .unknown(
            "severity", level, among: CheckRule.Severity.allCases.map(\.rawValue) + [off],
            line: value.mark?.line)
        }
        for rule in try ValueKind<[CheckRule]>.named(key) {
          severities[rule.id] = .some(severity)
        }
      }
      return severities
    },
    yaml: { severities in
      let rows = severities.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value?.rawValue ?? "\"\(off)\"")" }
      return rows.isEmpty ? .flow("{}") : .block(rows)
    })

  private static let off = "off"
  private static let levels =
    "\"enum\": [\((CheckRule.Severity.allCases.map(\.rawValue) + [off]).map(\.json).joined(separator: ", ")), false]"
}

extension ValueKind<[CheckRule]> {
  /// One selector of rules or a list of them.
  fileprivate static let rules = ValueKind(
    schema: #""type": ["string", "array"], "items": {"type": "string"}"#,
    words: "an id, a name or a family of rules, or a list of them",
    read: { (node, _) throws(ConfigurationProblem) in
      guard let list = node.sequence else { return try named(node) }
      var rules: [CheckRule] = []
      for item in list { rules += try named(item) }
      return rules
    }, yaml: { .flow("[\($0.map(\.id).joined(separator: ", "))]") })

  fileprivate static func named(_ node: Node) throws(ConfigurationProblem) -> [CheckRule] {
    let rules = CheckRules.rules(node.string ?? "")
    guard !rules.isEmpty else {
      throw .unknown(
        "rule", node.string ?? "", among: CheckRules.all.flatMap { [$0.id, $0.name] },
        line: node.mark?.line)
    }
    return rules
  }
}

extension ValueKind<String> {
  fileprivate static let host = ValueKind(
    schema: #""type": "string""#, words: "a host; its subdomains belong to it",
    isWanted: "is a text",
    { node in node.string.flatMap { $0.isEmpty ? nil : $0.lowercased() } }, yaml: \.yamlScalar)
}

extension ValueKind<FailureLimit> {
  fileprivate static let limit = ValueKind(
    schema: #""type": ["integer", "string"]"#, words: "a number of pages or a share like 5%",
    isWanted: "is a number of pages or a share like 5%",
    { node in node.string.flatMap(FailureLimit.init) },
    yaml: { limit in
      switch limit {
      case .count(let count): "\(count)"
      case .share(let share): "\((share * 1e8).rounded() / 1e6)%"
      }
    })
}
