public import GhirbalDocument

/// Which of the rules in a configuration decided over something, as the ledgers of its pages tell.
///
/// That a rule has nothing to do on one page is normal on a site of many kinds of pages; over a whole
/// run it is a slip of the pen or a site that has changed.
public struct RuleUse: Sendable {
  private let rules: [(stage: StageName, rule: WrittenRule)]
  /// The places in `rules` of those that did nothing yet.
  private var unused: [Int]

  public init(_ configuration: PipelineConfiguration) {
    rules = configuration.stages.flatMap { stage in
      stage.writtenRules.map { (stage.name, $0) }
    }
    unused = Array(rules.indices)
  }

  /// Counts what a page's ledger says.
  public mutating func add(_ ledger: Ledger) {
    guard !unused.isEmpty else { return }
    var used: Set<Mark> = []
    for entry in ledger.entries {
      guard let rule = entry.rule else { continue }
      used.insert(Mark(stage: entry.stage, reason: entry.reason, text: rule))
    }
    unused.removeAll {
      let (stage, rule) = rules[$0]
      return used.contains(Mark(stage: stage.rawValue, reason: rule.reason, text: rule.text))
    }
  }

  /// Counts what another page's rules did.
  mutating func add(_ other: RuleUse) { unused.removeAll { !other.unused.contains($0) } }

  /// Counts rules by their places.
  mutating func add(_ places: [Int]) { unused.removeAll(where: places.contains) }

  /// The places of the rules that decided over something, ascending.
  var used: [Int] { rules.indices.filter { !unused.contains($0) } }

  private struct Mark: Hashable {
    let stage: String
    let reason: String
    let text: String
  }

  /// A sentence for each rule that decided over nothing, in the order of the configuration.
  public var warnings: [String] {
    unused.map {
      let (stage, rule) = rules[$0]
      return
        "warning: \(rule.option.snakeCased) of \(stage.rawValue): \"\(rule.text)\" matched no text"
        + " on any page"
    }
  }
}
