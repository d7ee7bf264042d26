public import GhirbalDocument
import GhirbalStages
import GhirbalText

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

  /// The entry with a name; what is none names the nearest and all there are.
  public static func known(
    _ name: String, line: Int? = nil
  ) throws(ConfigurationProblem) -> StageEntry {
    guard let entry = entry(name) else {
      throw .unknown("stage", name, among: entries.map(\.name.rawValue), line: line)
    }
    return entry
  }

  /// The entry with a name; nil where there is none.
  public static func entry(_ name: String) -> StageEntry? {
    entries.first { $0.name.rawValue == name }
  }
}

/// A stage as the catalogue knows it, whatever its options and reasons are.
public struct StageEntry: Sendable {
  public let name: StageName
  public let summary: String
  public let judges: StageSubject
  /// The reasons the stage may give, in their declared order.
  public let reasons: [String]
  /// The stage's defaults as they would stand in pipeline.yml.
  public let defaults: OptionValues
  /// What each option takes and is for, in the order of `defaults`.
  public let options: [OptionDescription]
  let configure: @Sendable (OptionValues) throws(ConfigurationProblem) -> ConfiguredStage

  init<S: Stage>(_ stage: S.Type) {
    name = S.name
    summary = S.summary
    judges = S.judges
    reasons = S.Reason.allCases.map(\.rawValue)
    let defaults = OptionValues(defaultsOf: S.Options.self)
    self.defaults = defaults
    options = S.Options.descriptions
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
      textRules: stage as? any TextRules, phraseOptions: (stage as? DropSiteChrome)?.phraseOptions,
      following: { rules, phrases, opensWithTitle in
        var following: any Stage = stage
        if let rules, let stage = following as? any TextRulesFollowing {
          following = stage.following(rules)
        }
        if let stage = following as? any PhrasesFollowing { following = stage.following(phrases) }
        if let stage = following as? any TitleFollowing {
          following = stage.following(opensWithTitle: opensWithTitle)
        }
        return (following as? S).map { configured($0, options, writtenRules) }
      },
      sparing: { words in
        ((stage as? any WordsSparing)?.sparing(words) as? S)
          .map { configured($0, options, writtenRules) }
      },
      run: { document, ledger in
        document.apply(stage.edits(for: document), of: S.name, to: &ledger)
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
  /// The options of the stage that drops by phrases, where this is that one.
  let phraseOptions: PhraseOptions?
  /// This stage following such rules and phrases, for texts that open with their title or do not; nil for
  /// one that has none to follow.
  let following:
    @Sendable ([any TextRules]?, OwnPhrases, _ opensWithTitle: Bool) -> ConfiguredStage?
  /// This stage where it leaves such words as they stand; nil for one that repairs none.
  let sparing: @Sendable (OwnWords) -> ConfiguredStage?
  /// Makes the stage's edits.
  let run: @Sendable (inout Document, inout Ledger) -> Void
}
