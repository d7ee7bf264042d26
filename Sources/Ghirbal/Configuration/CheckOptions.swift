public import GhirbalIO
import Yams

/// What pipeline.yml says under `check`.
public struct CheckOptions: Sendable, Equatable {
  /// The severities that differ from the defaults, by rule id; nil turns the rule off.
  public var severities: [String: CheckRule.Severity?] = [:]
  /// Phrases that no text may hold, as whole words, however they are written.
  public var forbidden: [String] = []
  public var budgets: [Budget] = []
  public var ignores: [Ignore] = []
  /// The file of known findings, relative to the configuration's folder.
  public var baseline: String?

  public init() {}

  /// Which files something is for: all, or those that path and site name.
  public struct Scope: Sendable, Equatable {
    var path: PathPattern?
    /// A host; its subdomains belong to it.
    var site: String?

    /// Whether a file belongs here, under one of the names it goes by.
    func contains(_ names: [String], url: String?) -> Bool {
      if let path, !names.contains(where: path.matches) { return false }
      guard let site else { return true }
      guard let host = url.flatMap(Self.host) else { return false }
      return host == site || host.hasSuffix("." + site)
    }

    /// The host of an address, in lower case, without user and port.
    static func host(_ url: String) -> String? {
      guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
      let authority = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let name = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
      return name.prefix { $0 != ":" }.lowercased()
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
    var line: Int?
  }

  // MARK: Reading

  mutating func apply(_ node: Node) throws(ConfigurationProblem) {
    for (key, value) in try Self.mapping(node, "check") {
      switch key.string {
      case "rules": try applyRules(value)
      case "forbidden": forbidden = try Self.strings(value, "forbidden")
      case "budgets":
        for item in try Self.sequence(value, "budgets") { budgets.append(try Self.budget(item)) }
      case "ignore":
        for item in try Self.sequence(value, "ignore") { ignores.append(try Self.ignore(item)) }
      case "baseline": baseline = try PipelineConfiguration.string(value, "baseline")
      default:
        throw .unknown("option of check", key.string ?? "", among: Self.keys, line: key.mark?.line)
      }
    }
  }

  static let keys = ["rules", "forbidden", "budgets", "ignore", "baseline"]
  private static let budgetKeys = [
    "path", "site", "min_words", "max_removed_share", "max_failed", "max_dropped", "min_pages",
  ]
  private static let ignoreKeys = ["rule", "path", "site", "phrase", "because"]

  private mutating func applyRules(_ node: Node) throws(ConfigurationProblem) {
    for (key, value) in try Self.mapping(node, "rules") {
      let level = value.string ?? ""
      let severity = CheckRule.Severity(rawValue: level)
      // YAML 1.1 reads a bare off as false.
      guard severity != nil || level == "off" || value.bool == false else {
        throw .unknown(
          "severity", level, among: CheckRule.Severity.allCases.map(\.rawValue) + ["off"],
          line: value.mark?.line)
      }
      for rule in try Self.rules(key) { severities[rule.id] = .some(severity) }
    }
  }

  private static func rules(_ node: Node) throws(ConfigurationProblem) -> [CheckRule] {
    let rules = CheckRules.rules(node.string ?? "")
    guard !rules.isEmpty else {
      throw .unknown(
        "rule", node.string ?? "", among: CheckRules.all.flatMap { [$0.id, $0.name] },
        line: node.mark?.line)
    }
    return rules
  }

  private static func budget(_ node: Node) throws(ConfigurationProblem) -> Budget {
    var budget = Budget()
    budget.line = node.mark?.line
    for (key, value) in try mapping(node, "a budget") {
      switch key.string {
      case "path", "site": try apply(key, value, to: &budget.scope)
      case "min_words": budget.minWords = try count(value, "min_words")
      case "min_pages": budget.minPages = try count(value, "min_pages")
      case "max_removed_share":
        guard let share = value.float ?? value.int.map(Double.init), (0...1).contains(share) else {
          throw ConfigurationProblem(
            line: value.mark?.line, "max_removed_share is a number in 0...1.")
        }
        budget.maxRemovedShare = share
      case "max_failed": budget.maxFailed = try limit(value, "max_failed")
      case "max_dropped": budget.maxDropped = try limit(value, "max_dropped")
      default:
        throw .unknown(
          "option of a budget", key.string ?? "", among: budgetKeys, line: key.mark?.line)
      }
    }
    return budget
  }

  private static func ignore(_ node: Node) throws(ConfigurationProblem) -> Ignore {
    var ignore = Ignore()
    ignore.line = node.mark?.line
    for (key, value) in try mapping(node, "an ignore") {
      switch key.string {
      case "rule":
        if let list = value.sequence {
          for item in list { ignore.rules += try rules(item) }
        } else {
          ignore.rules = try rules(value)
        }
      case "path", "site": try apply(key, value, to: &ignore.scope)
      case "phrase": ignore.phrase = try PipelineConfiguration.string(value, "phrase")
      case "because": _ = try PipelineConfiguration.string(value, "because")
      default:
        throw .unknown(
          "option of an ignore", key.string ?? "", among: ignoreKeys, line: key.mark?.line)
      }
    }
    guard !ignore.rules.isEmpty else {
      throw ConfigurationProblem(line: ignore.line, "an ignore names its rule.")
    }
    guard ignore.scope != Scope() || ignore.phrase != nil else {
      throw ConfigurationProblem(
        line: ignore.line,
        "an ignore has a path, a site or a phrase; `rules` turns a rule off as a whole.")
    }
    return ignore
  }

  private static func apply(
    _ key: Node, _ value: Node, to scope: inout Scope
  ) throws(ConfigurationProblem) {
    let text = try PipelineConfiguration.string(value, key.string ?? "")
    if key.string == "path" {
      scope.path = PathPattern(text)
    } else {
      scope.site = text.lowercased()
    }
  }

  // MARK: Values

  private static func mapping(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> Node.Mapping {
    guard let mapping = node.mapping else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is a mapping of options.")
    }
    return mapping
  }

  private static func sequence(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> Node.Sequence {
    guard let sequence = node.sequence else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is a list.")
    }
    return sequence
  }

  private static func strings(_ node: Node, _ name: String) throws(ConfigurationProblem) -> [String]
  {
    var strings: [String] = []
    for item in try sequence(node, name) {
      strings.append(try PipelineConfiguration.string(item, "an item of \(name)"))
    }
    return strings
  }

  private static func count(_ node: Node, _ name: String) throws(ConfigurationProblem) -> Int {
    guard let count = node.int, count >= 0 else {
      throw ConfigurationProblem(line: node.mark?.line, "\(name) is a number from 0 on.")
    }
    return count
  }

  private static func limit(
    _ node: Node, _ name: String
  ) throws(ConfigurationProblem) -> FailureLimit {
    guard let limit = node.string.flatMap(FailureLimit.init) else {
      throw ConfigurationProblem(
        line: node.mark?.line, "\(name) is a number of pages or a share like 5%.")
    }
    return limit
  }

  // MARK: Writing

  /// The lines of the options that are not as they are by default.
  var yaml: [String] {
    var lines: [String] = []
    if !severities.isEmpty {
      lines.append("  rules:")
      for (id, severity) in severities.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(id): \(severity?.rawValue ?? "\"off\"")")
      }
    }
    if !forbidden.isEmpty {
      lines.append("  forbidden: [\(forbidden.map(\.yamlScalar).joined(separator: ", "))]")
    }
    if !budgets.isEmpty { lines += ["  budgets:"] + budgets.map { "    - {\($0.yaml)}" } }
    if !ignores.isEmpty { lines += ["  ignore:"] + ignores.map { "    - {\($0.yaml)}" } }
    if let baseline { lines.append("  baseline: \(baseline.yamlScalar)") }
    return lines.isEmpty ? [] : ["check:"] + lines
  }
}

extension CheckOptions.Scope {
  fileprivate var yaml: [String] {
    (path.map { ["path: \($0.text.yamlScalar)"] } ?? [])
      + (site.map { ["site: \($0.yamlScalar)"] } ?? [])
  }
}

extension CheckOptions.Budget {
  fileprivate var yaml: String {
    var items = scope.yaml
    if let minWords { items.append("min_words: \(minWords)") }
    if let maxRemovedShare { items.append("max_removed_share: \(maxRemovedShare)") }
    if let maxFailed { items.append("max_failed: \(maxFailed.yaml)") }
    if let maxDropped { items.append("max_dropped: \(maxDropped.yaml)") }
    if let minPages { items.append("min_pages: \(minPages)") }
    return items.joined(separator: ", ")
  }
}

extension CheckOptions.Ignore {
  fileprivate var yaml: String {
    let names = rules.map(\.id).joined(separator: ", ")
    let phrase = phrase.map { ["phrase: \($0.yamlScalar)"] } ?? []
    return (["rule: [\(names)]"] + scope.yaml + phrase).joined(separator: ", ")
  }
}

extension FailureLimit {
  fileprivate var yaml: String {
    switch self {
    case .count(let count): "\(count)"
    case .share(let share): "\((share * 1e8).rounded() / 1e6)%"
    }
  }
}
