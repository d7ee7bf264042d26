import GhirbalContent
public import GhirbalDocument

/// Drops what a site sets around its texts: recent posts, share bars, reply forms, notices.
///
/// A block goes when phrases of the lexicon and the values that belong to them cover it, or when it
/// stands in the list that such a phrase opens. A phrase inside a text is left alone, and a word
/// that texts use as well ("Share", "Next") goes only in the company of chrome. Facts that chrome
/// holds are lifted by `LiftFacts`, which therefore runs before.
public struct DropSiteChrome: PhrasesFollowing {
  public static let name: StageName = "drop_site_chrome"
  public static let summary =
    "Drops lists of other posts, share bars, forms and notices by their phrases."
  public static let judges = StageSubject.lines

  public typealias Reason = ChromeReason

  public struct Options: StageOptions {
    /// Phrases that are chrome where they stand alone in a block; `*` in one is any word, and `…` at
    /// its end whatever follows.
    public var alsoDrop: [String] = []
    /// Phrases that save the block they stand in, as whole words.
    public var neverDrop: [String] = []
    /// The longest block, in words, that a phrase alone can make chrome; 1...60. Sentences about
    /// cookies, newsletters and rights may be longer.
    public var maxWords = 32

    public init() {}

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "alsoDrop", .list("phrases"),
          "chrome where it stands alone in a block; * is any word, … at the end whatever follows"),
        OptionDescription(
          "neverDrop", .list("phrases"), "what saves the block it stands in, as whole words"),
        OptionDescription(
          "maxWords", .count(1...60),
          "words of the longest block that a phrase alone can make chrome"),
      ]
    }

    public func validate() throws(OptionProblem) {
      if let problem = PhrasePatterns.problem(of: alsoDrop) {
        throw OptionProblem("alsoDrop", problem)
      }
    }
  }

  private let options: Options
  private let reader: ChromeReader

  public init(_ options: Options) { self.init(options, OwnPhrases()) }

  private init(_ options: Options, _ own: OwnPhrases) {
    self.options = options
    reader = ChromeReader(
      maxWords: options.maxWords, alsoDrop: options.alsoDrop, neverDrop: options.neverDrop,
      own: own)
  }

  /// How it asks phrases, for stages that leave lines to this one.
  public var phraseOptions: PhraseOptions {
    var asked = PhraseOptions()
    asked.maxWords = options.maxWords
    asked.alsoDrop = options.alsoDrop
    asked.neverDrop = options.neverDrop
    return asked
  }

  public func following(_ own: OwnPhrases) -> DropSiteChrome { DropSiteChrome(options, own) }

  public func edits(for document: Document) -> [Edit<Reason>] {
    // A phrase takes no row out of a table and no item out of a list that stays.
    let drops = document.derived(Units.self).whole(
      ChromeJudgement(PageReading(document), reader, NagRegions(document)).edits, in: document)
    let cuts = cuts(in: document, sparing: Set(drops.compactMap(\.block)))
    return cuts.isEmpty
      ? drops : (drops + cuts).sorted { ($0.block?.index ?? 0) < ($1.block?.index ?? 0) }
  }

  /// Pieces of chrome inside blocks that stay.
  private func cuts(in document: Document, sparing dropped: Set<BlockID>) -> [Edit<Reason>] {
    document.liveBlocks.filter { !dropped.contains($0.id) }.compactMap { block in
      guard block.kind != .preformatted, !block.context.contains(.code),
        let start = document.withContent(of: block, { EndLine.closing(in: $0) })
      else { return nil }
      return .replace(
        block.id, start..<block.content.count, with: "", .endMark, rule: "end_line",
        confidence: 0.95)
    }
  }
}
