public import GhirbalDocument
public import GhirbalIO
import GhirbalStages
import GhirbalText

/// Every rule of `ghirbal check`, and which findings of the stages each of them stands for.
///
/// An id never changes its meaning and is not used again. The hundreds are families: 1 output and input,
/// 2 chrome, 3 words, 4 characters, 5 spaces and lines, 6 what pipeline.yml asks for, 9 the check itself.
public enum CheckRules {
  /// Reasons of a stage.
  struct Reasons: Sendable {
    let stage: StageName
    let names: [String]

    static func some<S: Stage>(of stage: S.Type, _ reasons: [S.Reason]) -> Reasons {
      Reasons(stage: S.name, names: reasons.map(\.rawValue))
    }

    static func all<S: Stage>(of stage: S.Type) -> Reasons {
      some(of: stage, Array(S.Reason.allCases))
    }
  }

  /// What `check --fix` may change for a rule.
  enum Mending: Sendable {
    /// Nothing: lines would go, or a person has to say what is right.
    case none
    /// Letters and words.
    case words
    /// Spaces and line ends, where they carry no meaning of their own.
    case spaces
  }

  /// A rule, and the reasons of stages that it stands for.
  struct Row: Sendable {
    let rule: CheckRule
    let reasons: [Reasons]
    /// Whether several faults on one line are one finding: of such there are none or many.
    let isCounted: Bool
    /// What kind of change mends a finding in a file that is nobody's output.
    let mending: Mending

    init(
      _ id: String, _ name: String, _ severity: CheckRule.Severity, _ title: String,
      isCounted: Bool = false, mending: Mending = .none, _ reasons: [Reasons] = []
    ) {
      rule = CheckRule(id, name, severity, title)
      self.reasons = reasons
      self.isCounted = isCounted
      self.mending = mending
    }
  }

  /// All rules, in the order of their ids.
  public static let all = rows.map(\.rule)

  /// The rule with an id or a name; nil where there is none.
  public static func rule(_ idOrName: String) -> CheckRule? {
    all.first { $0.id == idOrName || $0.name == idOrName }
  }

  /// The rules of an id, a name, or the first letters of ids (`GB3`); empty where there are none.
  public static func rules(_ selector: String) -> [CheckRule] {
    if let rule = rule(selector) { return [rule] }
    guard selector.hasPrefix("GB") else { return [] }
    return all.filter { $0.id.hasPrefix(selector) }
  }

  /// The row for a reason of a stage; nil where a reason is no fault of the text.
  static func row(stage: String, reason: String) -> Row? { byReason["\(stage).\(reason)"] }

  private static let byReason: [String: Row] = {
    var result: [String: Row] = [:]
    for row in rows {
      for reasons in row.reasons {
        for name in reasons.names { result["\(reasons.stage.rawValue).\(name)"] = row }
      }
    }
    return result
  }()

  static func row(_ rule: CheckRule) -> Row? { rows.first { $0.rule == rule } }

  /// The rules that stand for a reason of a stage; there is one, or none for a stage that judges pages.
  public static func rules(ofStage stage: StageName, reason: String) -> [CheckRule] {
    rows.filter { row in
      row.reasons.contains { $0.stage == stage && $0.names.contains(reason) }
    }.map(\.rule)
  }

  // MARK: Rules that no stage stands for

  static let outOfDate = named("out_of_date")
  static let missing = named("missing_result")
  static let unexpected = named("unexpected_result")
  static let replacementCharacter = named("replacement_character")
  static let notUTF8 = named("not_utf8")
  static let forbiddenPhrase = named("forbidden_phrase")
  static let fewWords = named("few_words")
  static let muchRemoved = named("much_removed")
  static let manyFailed = named("many_failed")
  static let manyDropped = named("many_dropped")
  static let fewPages = named("few_pages")
  static let siteRedesigned = named("site_redesigned")
  static let unusedIgnore = named("unused_ignore")
  static let staleBaseline = named("stale_baseline")

  private static func named(_ name: String) -> CheckRule {
    guard let rule = rule(name) else { preconditionFailure("there is a rule \(name)") }
    return rule
  }

  // MARK: The table

  static let rows: [Row] = [
    Row("GB101", "out_of_date", .error, "A result is not what a run would write"),
    Row("GB102", "missing_result", .error, "A page has no result"),
    Row("GB103", "unexpected_result", .error, "A result is of no page"),

    Row(
      "GB201", "site_chrome", .error, "Site chrome",
      [
        .some(
          of: DropSiteChrome.self,
          [
            .sourceLink, .replyForm, .commentCount, .shareBar, .followBar, .cookieNotice,
            .newsletter, .paywall, .appBanner, .republish, .feedback, .copyright, .relativeDate,
            .readingTime, .pageTool, .shortLink, .newsCode, .endMark, .advertisement, .navigation,
            .account, .emptyLabel, .placeholder, .viewCount, .tailFragment, .imageCredit, .byline,
            .forumLine,
            .configuredPhrase,
          ])
      ]),
    Row(
      "GB202", "link_list", .error, "Links to other texts of the site",
      [
        .some(of: DropSiteChrome.self, [.recentPosts, .relatedLinks, .listUnderHeading, .teaser])
      ]),
    Row(
      "GB203", "fact_line", .warning, "A line of facts about the text, such as its author or date",
      [
        .all(of: LiftFacts.self)
      ]),
    Row(
      "GB204", "duplicate_block", .warning, "A block that says again what an earlier one said",
      [.some(of: DropDuplicateBlocks.self, [.duplicateText])]),

    Row(
      "GB301", "glued_words", .error, "Words without a space between them", mending: .words,
      [.some(of: RepairWords.self, [.missingSpace, .siteWords])]),
    Row(
      "GB302", "sentence_joint", .error, "Sentences or clauses without a space between them",
      mending: .words,
      [.some(of: RepairWords.self, [.sentenceJoint])]),
    Row(
      "GB303", "lost_zwnj", .error, "A word that lost its zero-width non-joiner", mending: .words,
      [.some(of: RepairWords.self, [.lostZWNJ])]),
    Row(
      "GB304", "spaced_zwnj", .error, "A space in the place of a zero-width non-joiner",
      mending: .words,
      [.some(of: RepairWords.self, [.spacedZWNJ])]),
    Row(
      "GB305", "stray_zwnj", .warning, "A zero-width non-joiner that does nothing", mending: .words,
      [
        .some(of: RepairWords.self, [.doubledZWNJ, .strandedZWNJ]),
        .some(of: NormaliseUnicode.self, [.doubledNonJoiner, .strandedNonJoiner]),
      ]),
    Row(
      "GB306", "split_word", .error, "A word with a space inside", mending: .words,
      [.some(of: RepairWords.self, [.splitWord])]),

    Row(
      "GB401", "mojibake", .error, "Text that was decoded in the wrong encoding", isCounted: true,
      mending: .words,
      [.all(of: RepairMojibake.self)]),
    Row(
      "GB402", "replacement_character", .error, "A character that was lost in decoding",
      isCounted: true),
    Row("GB403", "not_utf8", .error, "Bytes that are not UTF-8"),
    Row(
      "GB404", "unbalanced_bidi", .error, "A bidi control without its other half", isCounted: true,
      mending: .words,
      [.some(of: NormaliseUnicode.self, [.unpairedBidiControl])]),
    Row(
      "GB405", "unneeded_bidi", .warning, "A bidi control that does nothing", isCounted: true,
      mending: .words,
      [.some(of: NormaliseUnicode.self, [.unneededBidiControl, .unneededDirectionMark])]),
    Row(
      "GB406", "control_character", .error, "A control character", isCounted: true, mending: .words,
      [.some(of: NormaliseUnicode.self, [.controlCharacter])]),
    Row(
      "GB407", "invisible_character", .warning, "A character that nobody can see", isCounted: true,
      mending: .words,
      [
        .some(
          of: NormaliseUnicode.self, [.byteOrderMark, .zeroWidthSpace, .wordJoiner, .softHyphen])
      ]),
    Row(
      "GB408", "odd_space", .warning, "A space other than U+0020", isCounted: true, mending: .words,
      [.some(of: NormaliseUnicode.self, [.noBreakSpace, .oddSpace, .lineSeparator])]),
    Row(
      "GB409", "uncomposed", .warning, "Characters that are not in Normalization Form C",
      isCounted: true, mending: .words, [.some(of: NormaliseUnicode.self, [.uncomposed])]),
    Row(
      "GB410", "presentation_form", .warning, "Arabic letters stored as the glyphs of one position",
      isCounted: true, mending: .words, [.some(of: NormaliseUnicode.self, [.presentationForm])]),
    Row(
      "GB411", "foreign_letter", .warning, "Letters of Arabic in Persian text, or the reverse",
      isCounted: true, mending: .words,
      [.some(of: NormaliseUnicode.self, [.arabicYeh, .arabicKaf, .persianYeh, .persianKaf])]),
    Row(
      "GB412", "escaped_entity", .error, "A character reference that stands in the text",
      isCounted: true, mending: .words, [.some(of: NormaliseUnicode.self, [.escapedEntity])]),
    Row(
      "GB413", "unwanted_character", .warning,
      "A character that an option of normalise_unicode writes in another way", isCounted: true,
      mending: .words,
      [
        .some(
          of: NormaliseUnicode.self,
          [.vowelSign, .tatweel, .arabicDigit, .curlyQuote, .compatibilityCharacter, .tehMarbuta])
      ]),

    Row(
      "GB501", "misplaced_space", .warning, "A space on the wrong side of punctuation",
      isCounted: true, mending: .spaces,
      [
        .some(
          of: RepairSpacing.self,
          [
            .spaceBeforePunctuation, .strandedFullStop, .spaceInsideBracket,
            .missingSpaceAfterPunctuation, .quoteOnWrongSide,
          ])
      ]),
    Row(
      "GB502", "surplus_space", .note, "More spaces than one, or spaces at the end of a line",
      isCounted: true, mending: .spaces,
      [
        .some(
          of: RepairSpacing.self,
          [.leadingSpace, .trailingSpace, .spaceBeforeLineEnd, .doubledSpace])
      ]),
    Row(
      "GB503", "hard_wrap", .warning, "A line end where a line was full",
      [.some(of: RepairSpacing.self, [.hardWrap])]),
    Row(
      "GB504", "blank_lines", .note,
      "Blank lines or line ends that a run would write in another way", mending: .spaces,
      [.all(of: FoldBlankLines.self)]),

    Row("GB601", "forbidden_phrase", .error, "A phrase that pipeline.yml forbids"),
    Row("GB602", "few_words", .error, "A text with fewer words than its budget asks for"),
    Row("GB603", "much_removed", .error, "A page of which more was removed than its budget allows"),
    Row("GB604", "many_failed", .error, "More pages failed than the budget allows"),
    Row("GB605", "many_dropped", .error, "More pages were dropped than the budget allows"),
    Row("GB606", "few_pages", .error, "Fewer pages gave a text than the budget asks for"),
    Row("GB607", "site_redesigned", .warning, "The pages of a site no longer fit its profile"),

    Row("GB901", "unused_ignore", .warning, "An ignore that covers nothing"),
    Row("GB902", "stale_baseline", .warning, "A row of the baseline that nothing needs any more"),
  ]
}
