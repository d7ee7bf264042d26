public import GhirbalDocument
import GhirbalStages

/// Every stage there is, in the order they run by default.
public enum StageCatalogue {
  public static let entries: [StageEntry] = [
    StageEntry(RepairMojibake.self),
    StageEntry(DropUnseenText.self),
    StageEntry(LiftFacts.self),
    StageEntry(SelectMainContent.self),
    StageEntry(DropSiteChrome.self),
    StageEntry(DropDuplicateBlocks.self),
    StageEntry(NormaliseUnicode.self),
    StageEntry(RepairWords.self),
    StageEntry(RepairSpacing.self),
    StageEntry(FoldBlankLines.self),
  ]

  /// The entry with a name; nil where there is none.
  public static func entry(_ name: String) -> StageEntry? {
    entries.first { $0.name.rawValue == name }
  }
}

/// A stage as the catalogue knows it, whatever its options and reasons are.
public struct StageEntry: Sendable {
  public let name: StageName
  public let summary: String
  /// The reasons the stage may give, in their declared order.
  public let reasons: [String]
  /// The stage's defaults as they would stand in pipeline.yml.
  public let defaults: OptionValues
  let configure: @Sendable (OptionValues) throws(ConfigurationProblem) -> ConfiguredStage

  init<S: Stage>(_ stage: S.Type) {
    name = S.name
    summary = S.summary
    reasons = S.Reason.allCases.map(\.rawValue)
    let defaults = OptionValues(defaultsOf: S.Options.self)
    self.defaults = defaults
    configure = { (values: OptionValues) throws(ConfigurationProblem) in
      let options = try values.decode(S.Options.self, of: S.name)
      return Self.configured(S(options), values, options.writtenRules)
    }
  }

  private static func configured<S: Stage>(
    _ stage: S, _ options: OptionValues, _ writtenRules: [WrittenRule]
  ) -> ConfiguredStage {
    ConfiguredStage(
      name: S.name, options: options, writtenRules: writtenRules,
      textRules: stage as? any TextRules,
      following: { rules, phrases in
        let following: (any Stage)? =
          rules.flatMap { (stage as? any TextRulesFollowing)?.following($0) }
          ?? (stage as? any PhrasesFollowing)?.following(phrases)
        return (following as? S).map { configured($0, options, writtenRules) }
      },
      run: { document, ledger, pinned in
        let edits = stage.edits(for: document).filter { !$0.isDrop(of: pinned) }
        document.apply(edits, of: S.name, to: &ledger)
      })
  }
}

/// A stage with its options, ready to run.
public struct ConfiguredStage: Sendable {
  public let name: StageName
  /// All options, the defaults too.
  public let options: OptionValues
  let writtenRules: [WrittenRule]
  /// The stage itself, where what it repairs in texts holds for lifted values too.
  let textRules: (any TextRules)?
  /// This stage where it follows such rules or phrases; nil for one that has none to follow.
  let following: @Sendable ([any TextRules]?, OwnPhrases) -> ConfiguredStage?
  /// Makes the stage's edits, but for drops of the blocks named.
  let run: @Sendable (inout Document, inout Ledger, Set<BlockID>) -> Void

  /// The blocks that entries of this stage keep because a person wrote so: no later stage may drop
  /// them.
  func pinned(by entries: ArraySlice<LedgerEntry>) -> [BlockID] {
    guard !writtenRules.isEmpty else { return [] }
    let rules = Set(writtenRules.map { [$0.reason, $0.text] })
    return entries.compactMap { entry in
      guard entry.change == .keep, let rule = entry.rule, rules.contains([entry.reason, rule])
      else {
        return nil
      }
      return entry.block
    }
  }
}

extension Edit {
  fileprivate func isDrop(of blocks: Set<BlockID>) -> Bool {
    guard case .drop = change, let block else { return false }
    return blocks.contains(block)
  }
}
