public import GhirbalDocument

/// Which of the rules in a configuration decided over something, as the ledgers of its pages tell.
///
/// That a rule has nothing to do on one page is normal on a site of many kinds of pages; over a whole
/// run it is a slip of the pen or a site that has changed.
public struct RuleUse: Sendable {
  private var unused: [(stage: StageName, rule: WrittenRule)]

  public init(_ configuration: PipelineConfiguration) {
    unused = configuration.stages.flatMap { stage in
      stage.writtenRules.map { (stage.name, $0) }
    }
  }

  /// Counts what a page's ledger says.
  public mutating func add(_ ledger: Ledger) {
    guard !unused.isEmpty else { return }
    var used: Set<Mark> = []
    for entry in ledger.entries {
      guard let rule = entry.rule else { continue }
      used.insert(Mark(stage: entry.stage, reason: entry.reason, text: rule))
    }
    unused.removeAll { stage, rule in
      used.contains(Mark(stage: stage.rawValue, reason: rule.reason, text: rule.text))
    }
  }

  /// Counts what another page's rules did.
  mutating func add(_ other: RuleUse) {
    unused.removeAll { stage, rule in
      !other.unused.contains { $0.stage == stage && $0.rule == rule }
    }
  }

  private struct Mark: Hashable {
    let stage: String
    let reason: String
    let text: String
  }

  /// A sentence for each rule that decided over nothing, in the order of the configuration.
  public var warnings: [String] {
    unused.map { stage, rule in
      "warning: \(rule.option.snakeCased) of \(stage.rawValue): \"\(rule.text)\" matched no text"
        + " on any page"
    }
  }
}
