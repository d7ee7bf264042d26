import GhirbalContent
public import GhirbalDocument

/// Drops what a site sets around its texts: recent posts, share bars, reply forms, notices.
///
/// A block goes when phrases of the lexicon and the values that belong to them cover it, or when it
/// stands in the list that such a phrase opens. A phrase inside a text is left alone, and a word
/// that texts use as well ("Share", "Next") goes only in the company of chrome. Facts that chrome
/// holds are lifted by `LiftFacts`, which therefore runs before.
public struct DropSiteChrome: Stage {
  public static let name: StageName = "drop_site_chrome"
  public static let summary =
    "Drops lists of other posts, share bars, forms and notices by their phrases."

  public enum Reason: String, CaseIterable, Sendable {
    /// The heading of a list of a site's other texts: "Recent Posts".
    case recentPosts = "recent_posts"
    /// A link, or the heading of links, to texts on the same subject: "Read also: …".
    case relatedLinks = "related_links"
    /// The label of a link to where the text came from: "Source link".
    case sourceLink = "source_link"
    /// A form for replies, and its fields and notices.
    case replyForm = "reply_form"
    /// How many replies there are.
    case commentCount = "comment_count"
    /// Buttons that send the text to a network.
    case shareBar = "share_bar"
    /// An invitation to a site's own channels.
    case followBar = "follow_bar"
    case cookieNotice = "cookie_notice"
    case newsletter
    /// What is to be paid, or who is to be, before the rest of a text may be read.
    case paywall
    /// An invitation to read on in an app.
    case appBanner = "app_banner"
    /// How others may publish the text, with a copy of it.
    case republish
    /// What the reader is asked to think of the page.
    case feedback
    /// A notice of rights, or of who made the site.
    case copyright
    /// A date told from today: "9 months ago".
    case relativeDate = "relative_date"
    case readingTime = "reading_time"
    /// Printing, type size, listening, bookmarks.
    case pageTool = "page_tool"
    case shortLink = "short_link"
    case newsCode = "news_code"
    /// A mark that the text ends here: «انتهای پیام».
    case endMark = "end_mark"
    case advertisement
    /// A way to another page or place: "Back to top", "Next".
    case navigation
    /// Logging in, registering, a shop's basket.
    case account
    /// A label whose values are gone: "Tags:".
    case emptyLabel = "empty_label"
    /// A message in the place of something that did not load.
    case placeholder
    case viewCount = "view_count"
    /// A title, date or link in the list that a heading opened.
    case listUnderHeading = "list_under_heading"
    /// The cut-off beginning of another text in such a list.
    case teaser
    /// A few words between two pieces of chrome below the text.
    case tailFragment = "tail_fragment"
    /// The sign at a heading's end that links to the heading itself: "¶".
    case headingPermalink = "heading_permalink"
    /// A phrase of the options.
    case configuredPhrase = "configured_phrase"
  }

  public struct Options: StageOptions {
    /// Phrases that are chrome where they stand alone in a block.
    public var alsoDrop: [String] = []
    /// Phrases that save the block they stand in, as whole words.
    public var neverDrop: [String] = []
    /// The longest block, in words, that a phrase alone can make chrome; 1...60. Sentences about
    /// cookies, newsletters and rights may be longer.
    public var maxWords = 32

    public init() {}

    public func validate() throws(OptionProblem) {
      guard (1...60).contains(maxWords) else {
        throw OptionProblem("maxWords", "is not in 1...60")
      }
    }
  }

  private let reader: ChromeReader

  public init(_ options: Options) { reader = ChromeReader(options) }

  public func edits(for document: Document) -> [Edit<Reason>] {
    // A phrase takes no row out of a table and no item out of a list that stays.
    let drops = Units(document).whole(
      ChromeJudgement(PageReading(document), reader, NagRegions(document)).edits, in: document)
    let cuts = cuts(in: document, sparing: Set(drops.compactMap(\.block)))
    return cuts.isEmpty
      ? drops : (drops + cuts).sorted { ($0.block?.index ?? 0) < ($1.block?.index ?? 0) }
  }

  /// Pieces of chrome inside blocks that stay.
  private func cuts(in document: Document, sparing dropped: Set<BlockID>) -> [Edit<Reason>] {
    document.liveBlocks.filter { !dropped.contains($0.id) }.compactMap { block in
      if let sign = HeadingPermalink.range(of: block, in: document) {
        return .replace(block.id, sign, with: "", .headingPermalink, rule: "permalink")
      }
      guard block.kind != .preformatted, !block.context.contains(.code),
        let start = document.withContent(of: block, { EndLine.closing(in: $0) })
      else { return nil }
      return .replace(
        block.id, start..<block.content.count, with: "", .endMark, rule: "end_line",
        confidence: 0.95)
    }
  }
}
