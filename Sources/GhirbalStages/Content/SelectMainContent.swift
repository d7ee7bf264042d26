public import GhirbalContent
public import GhirbalDocument

/// Keeps the main content of a page, as a model trained on pages of all kinds judges it: the blocks of
/// HTML by their structure and shape, the lines of flattened text by their shape and what the lexicon
/// of phrases says of them.
///
/// Neither model sees which words a page has, so they work in any language.
public struct SelectMainContent: PhrasesFollowing, TitleFollowing {
  public static let name: StageName = "select_main_content"
  public static let summary = "Keeps the main content of a page, by a learned model."
  public static let judges = StageSubject.page

  public enum Reason: String, CaseIterable, Sendable {
    /// Judged to be main content; the confidence is the probability that it is.
    case mainContent = "main_content"
    /// Judged to be no main content; the confidence is the probability that it is none.
    case boilerplate
    /// The same of sentences inside of a line that stays.
    case boilerplateSentence = "boilerplate_sentence"
    /// The same of text that is not shown: hidden, a template, text for browsers without scripts.
    case hidden
    /// Inside an element that a selector under `keep` matches.
    case selectedByRule = "selected_by_rule"
    /// Inside an element that a selector under `drop` matches.
    case droppedByRule = "dropped_by_rule"
    /// Inside the page's comments.
    case comment
    /// The same, kept behind the text.
    case separateComment = "separate_comment"
    /// Inside a table of data.
    case table
    /// Inside a list.
    case list
    /// Below or beside an image.
    case caption
    /// A post of a social network, set into the text.
    case embed
    /// The lines between title and text that sum it up.
    case standfirst
    /// The block that says the page's title, or says it again.
    case title
    /// Part of the frame that a script would have filled.
    case scriptShell = "script_shell"

    /// Whether it is the model that judged.
    public var isOfModel: Bool {
      [.mainContent, .boilerplate, .boilerplateSentence, .hidden, .comment].contains(self)
    }
  }

  public struct Options: StageOptions {
    /// Whether more may be lost or more left in: balanced, precision or recall.
    public var mode = ContentJudgement.Mode.balanced
    /// How likely the likeliest block must be content, 0...1; on other pages nothing is.
    public var minConfidence = 0.2
    /// CSS selectors of elements whose text stays, each a list of its own.
    public var keep: [String] = []
    /// CSS selectors of elements whose text goes.
    public var drop: [String] = []
    /// What readers wrote below the text.
    public var comments = CommentPolicy.auto
    /// Tables of data.
    public var tables = RegionPolicy.auto
    public var lists = RegionPolicy.auto
    /// Texts below and beside images.
    public var captions = RegionPolicy.auto
    /// Posts of social networks, set into the text.
    public var embeds = RegionPolicy.auto
    /// The lines between title and text that sum it up.
    public var standfirst = RegionPolicy.auto
    /// The block that says the page's title, which stands in the metadata too.
    public var title = TitlePolicy.auto

    public init() {}

    public func validate() throws(OptionProblem) {
      try ContentRules.validate(self)
    }

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "mode", .cases(of: ContentJudgement.Mode.self),
          "whether more may be lost (precision) or more left in (recall)"),
        OptionDescription(
          "minConfidence", .share,
          "how likely the likeliest block must be main content; on other pages nothing is"),
        OptionDescription(
          "keep", .list("CSS selectors"), "elements whose text stays, whatever it is"),
        OptionDescription("drop", .list("CSS selectors"), "elements whose text goes"),
        OptionDescription(
          "comments", .cases(of: CommentPolicy.self),
          "what readers wrote below the text; auto judges it as any text"),
        OptionDescription("tables", .cases(of: RegionPolicy.self), "tables of data"),
        OptionDescription("lists", .cases(of: RegionPolicy.self), "lists that are no menus"),
        OptionDescription(
          "captions", .cases(of: RegionPolicy.self), "texts below and beside images"),
        OptionDescription(
          "embeds", .cases(of: RegionPolicy.self),
          "posts of social networks, set into the text"),
        OptionDescription(
          "standfirst", .cases(of: RegionPolicy.self),
          "the lines between title and text that sum it up"),
        OptionDescription(
          "title", .cases(of: TitlePolicy.self),
          "the heading that says the page's title, which stands in the metadata too"),
      ]
    }

    public var writtenRules: [WrittenRule] { ContentRules.writtenRules(self) }
  }

  private let options: Options
  private let rules: ContentRules
  private var phrases = LinePhrases()
  /// Whether texts open with their title where the options leave that to their form.
  private var opensWithTitle = false

  /// - Precondition: the options are valid.
  public init(_ options: Options) {
    self.options = options
    rules = ContentRules(options)
  }

  public func following(_ own: OwnPhrases) -> SelectMainContent {
    var result = self
    result.phrases = LinePhrases(own)
    return result
  }

  public func following(opensWithTitle: Bool) -> SelectMainContent {
    var result = self
    result.opensWithTitle = opensWithTitle
    return result
  }

  public func edits(for document: Document) -> [Edit<Reason>] {
    guard document.format == .html else {
      return LineSelection(
        document, FlattenedText(document, phrases), options, opensWithTitle: opensWithTitle
      ).edits
    }
    let forced = rules.verdicts(for: document)
    guard !ScriptShell.isOne(document) else {
      return document.liveBlocks.map { block in
        forced[block.id]?.edit(on: block.id) ?? .drop(block.id, .scriptShell)
      }
    }
    let judgement = ContentJudgement(document, document.derived(Units.self))
    // What asks something of readers has no part in the choice: a policy over the page may be longer
    // than its text. What is then kept of it goes with its region in `DropSiteChrome`.
    let nags = NagRegions(document, minUTF8Count: Self.minNagUTF8Count).isInside
    let likely = judgement.kept(
      options.mode, minConfidence: options.minConfidence,
      besides: nags)
    let kept =
      options.mode == .precision
      ? likely
      : HangingUnits(document).completed(likely) { judgement.probability(of: $0) }
    let title = TitleVerdicts(document, options.title, opensWithTitle: opensWithTitle)
    // Where the model took such a region for the text, it could not see which heading is the page's.
    let savesTitle = nags.indices.contains { nags[$0] && kept[$0] }
    let hasText = document.liveBlocks.contains { block in
      title[block.id] == nil && (forced[block.id]?.keeps ?? kept[block.id.index])
    }
    return document.liveBlocks.map { block in
      // The posts of a discussion are its text.
      if let verdict = forced[block.id],
        verdict.standing != .setApart || !judgement.isDiscussion
      {
        return verdict.edit(on: block.id)
      }
      // A page that has nothing but its title has no text.
      if let verdict = title[block.id] {
        return (hasText ? verdict : .droppedTitle).edit(on: block.id)
      }
      if savesTitle, block.id == title.block, !nags[block.id.index], !kept[block.id.index] {
        return .keep(block.id, .title, confidence: 0.7)
      }
      let probability = Double(judgement.probability(of: block.id))
      let rule = judgement.unit(of: block.id)?.kind.rawValue
      if kept[block.id.index] {
        return .keep(block.id, .mainContent, rule: rule, confidence: probability)
      }
      let reason: Reason =
        !block.context.isDisjoint(with: [.hidden, .noscript])
        ? .hidden : judgement.isComment(block.id) ? .comment : .boilerplate
      return .drop(block.id, reason, rule: rule, confidence: 1 - probability)
    }
  }

  /// Shorter nags sway no choice; they are left to `DropSiteChrome`, which is asked about few blocks.
  private static let minNagUTF8Count = 400
}
