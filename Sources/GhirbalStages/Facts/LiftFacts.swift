import GhirbalContent
public import GhirbalDocument
public import GhirbalText

/// Lifts what a page says about itself into metadata: authors, dates, tags, categories, source.
///
/// A block that holds nothing else goes; what a text itself opens with (its title, its dateline) is
/// lifted and stays; docs/facts.md says how a fact comes about. Runs before `DropSiteChrome`, which would drop labels that still hold facts.
public struct LiftFacts: TextRulesFollowing, WordsSparing {
  public static let name: StageName = "lift_facts"
  public static let summary = "Lifts authors, dates, tags and other facts into metadata."
  public static let judges = StageSubject.lines

  public enum Reason: String, CaseIterable, Sendable {
    /// A line that names categories behind a label: "Filed under: …".
    case categoryLabel = "category_label"
    /// The name of a site's section above the title.
    case sectionName = "section_name"
    /// A line that names tags behind a label.
    case tagLabel = "tag_label"
    /// A last line of tags that ran together.
    case gluedTags = "glued_tags"
    /// Who wrote the text.
    case byline
    /// The letters a writer signs with, alone below the text.
    case initials
    /// The place a news text opens with.
    case dateline
    /// Where a republished text came from.
    case sourceLine = "source_line"
    /// When the text was published.
    case publicationDate = "publication_date"
    /// When the text was changed last.
    case modificationDate = "modification_date"
    /// A line that holds nothing but dates, names, labels and what sites count and offer beside.
    case metaLine = "meta_line"
    /// The text's own title.
    case pageTitle = "page_title"
    /// An element of the head.
    case headMetadata = "head_metadata"
  }

  public struct Options: StageOptions {
    /// Words that sections of the sites at hand are named with, beside those Ghirbal knows.
    public var sectionNames: [String] = []
    /// Whether blocks stay though their facts were lifted.
    public var keepBlocks = false
    /// The longest line, in words, that is read as facts; 1...60.
    public var maxWords = 30

    public init() {}

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "sectionNames", .list("words"),
          "what sections of the sites at hand are named, beside the names that are known"),
        OptionDescription(
          "keepBlocks", .flag, "whether blocks stay though their facts were lifted"),
        OptionDescription(
          "maxWords", .count(1...60), "words of the longest line that is read as facts"),
      ]
    }
  }

  private let options: Options
  private let sections: SectionNames
  private let splitGluedWord: (@Sendable (String) -> [String]?)?
  private var rules: [any TextRules] = []
  private var words = OwnWords()

  public init(_ options: Options) { self.init(options, splitGluedWord: nil) }

  /// Creates the stage with an opinion about words the page itself can't take apart, in the place of
  /// the lexicons built in.
  ///
  /// - Parameter splitGluedWord: the parts of a word that lost its spaces, which joined give the
  ///   word again; nil for one word.
  public init(_ options: Options, splitGluedWord: (@Sendable (String) -> [String]?)?) {
    self.options = options
    self.splitGluedWord = splitGluedWord
    sections = SectionNames(adding: options.sectionNames)
  }

  public func following(_ rules: [any TextRules]) -> LiftFacts {
    var stage = self
    stage.rules = rules
    return stage
  }

  public func sparing(_ words: OwnWords) -> LiftFacts {
    var stage = self
    stage.words = words
    return stage
  }

  public func edits(for document: Document) -> [Edit<Reason>] {
    var search = search(document)
    let edits = SiteOwnFacts.parted(search.edits(), of: document)
    return document.derived(Units.self).whole(edits, in: document)
  }

  /// The candidates of a page, to train their judge.
  func table(_ kind: FactTable.Kind, of document: Document) -> FactTable {
    // The search needs a title: the judge that chooses one may know other features than these.
    if kind == .title { return FactTable(titles: document) }
    var search = search(document)
    return kind == .author ? search.authorTable() : search.dayTable()
  }

  private func search(_ document: Document) -> FactSearch {
    let reading = PageReading(document)
    let head = HeadFacts(document, .of(reading))
    let values = CleanValues(document, rules)
    let glued = GluedValues(reading, sections, values, words, splitGluedWord)
    return FactSearch(reading, options, sections, glued, values, head: head)
  }
}

extension FactTable {
  /// The stage that chooses between them; a page is read as it stands before it.
  public static let stage = LiftFacts.name

  /// The candidates of a page for a fact.
  public init(_ kind: Kind, of document: Document) {
    self = LiftFacts(.init()).table(kind, of: document)
  }
}
