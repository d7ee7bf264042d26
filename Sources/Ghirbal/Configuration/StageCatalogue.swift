public import GhirbalDocument
import GhirbalStages
import GhirbalText

/// Every stage there is, in the order they run by default.
public enum StageCatalogue {
  public static let entries: [StageEntry] = [
    .builtIn(RepairMojibake.self),
    .builtIn(DropUnseenText.self),
    .builtIn(LiftFacts.self),
    .builtIn(DropSiteTemplate.self),
    .builtIn(SelectMainContent.self),
    .builtIn(DropSiteChrome.self),
    .builtIn(DropDuplicateBlocks.self),
    .builtIn(NormaliseUnicode.self),
    .builtIn(RepairWords.self),
    .builtIn(RepairSpacing.self),
    .builtIn(FoldBlankLines.self),
  ]

  /// Stages that run only where a configuration names them.
  public static let onRequest: [StageEntry] = [.external]

  /// The entry with a name; what is none names the nearest and all there are.
  public static func known(_ name: String) throws(ConfigurationProblem) -> StageEntry {
    try StageList(stages: []).entry(name)
  }

  /// The entry with a name; nil where there is none.
  public static func entry(_ name: String) -> StageEntry? {
    (entries + onRequest).first { $0.name.rawValue == name }
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

  init(
    name: StageName, summary: String, judges: StageSubject, reasons: [String],
    defaults: OptionValues, options: [OptionDescription],
    configure: @escaping @Sendable (OptionValues) throws(ConfigurationProblem) -> ConfiguredStage
  ) {
    self.name = name
    self.summary = summary
    self.judges = judges
    self.reasons = reasons
    self.defaults = defaults
    self.options = options
    self.configure = configure
  }

  /// A stage of one's own, for `PipelineConfiguration.init`. Edits of it that do not fit are a failed
  /// page (`StageFailure`).
  public init<S: Stage>(_ stage: S.Type) {
    self.init(stage) { (stage, document, ledger) throws(StageFailure) in
      do throws(UnfitEdit) {
        try document.applyChecked(stage.edits(for: document), of: S.name, to: &ledger)
      } catch {
        throw StageFailure(
          .unfitEdit, "edit \(error.edit + 1) of \(S.name.rawValue): \(error.problem)")
      }
    }
  }

  /// A stage whose edits the tests vouch for.
  static func builtIn<S: Stage>(_ stage: S.Type) -> StageEntry {
    StageEntry(stage) { (stage, document, ledger) in
      document.apply(stage.edits(for: document), of: S.name, to: &ledger)
    }
  }

  private typealias Run<S> =
    @Sendable (S, inout Document, inout Ledger) throws(StageFailure) -> Void

  private init<S: Stage>(_ stage: S.Type, run: @escaping Run<S>) {
    let defaults = OptionValues(defaultsOf: S.Options.self)
    self.init(
      name: S.name, summary: S.summary, judges: S.judges,
      reasons: S.Reason.allCases.map(\.rawValue), defaults: defaults,
      options: S.Options.descriptions,
      configure: { (values: OptionValues) throws(ConfigurationProblem) in
        let options = try values.decode(S.Options.self, of: S.name)
        return Self.configured(S(options), values, options.writtenRules, run)
      })
  }

  private static func configured<S: Stage>(
    _ stage: S, _ options: OptionValues, _ writtenRules: [WrittenRule], _ run: @escaping Run<S>
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
        return (following as? S).map { configured($0, options, writtenRules, run) }
      },
      sparing: { words in
        ((stage as? any WordsSparing)?.sparing(words) as? S)
          .map { configured($0, options, writtenRules, run) }
      },
      program: nil,
      run: { (document, ledger, _) throws(StageFailure) in try run(stage, &document, &ledger) })
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
  /// The program that is asked, where this stage is one.
  let program: ExternalProgram?
  /// Makes the stage's edits.
  let run: @Sendable (inout Document, inout Ledger, PageOfStage) throws(StageFailure) -> Void

  /// Makes the edits of a stage that is built in, which never fails.
  func runBuiltIn(_ document: inout Document, _ ledger: inout Ledger) {
    do {
      try run(&document, &ledger, PageOfStage())
    } catch {
      preconditionFailure("\(name.rawValue) is built in: \(error.detail)")
    }
  }
}
