import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// Where names and days come from on whole pages, and what looks like them but is not.
@Suite struct FactSourcesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    var head = ""
    var top = ""
    var bottom = ""
    var authors: [String] = []
    var published: String?
    var modified: String?
    /// The rule of the first author or date.
    var rule: String?
    var testDescription: String { label }
  }

  private static func ld(_ json: String) -> String {
    #"<script type="application/ld+json">"# + json + "</script>"
  }

  private static let prose = """
    <p>The council met on Monday and agreed to repair the old bridge before winter.</p>
    <p>Two masons and a clockmaker will work on it, and the town will pay for the rope.</p>
    """

  private static func metadata(_ row: Row) -> (Metadata, [LedgerEntry]) {
    let page = Document(
      markup: """
        <!doctype html><html lang="en"><head><title>The old bridge | Lantern</title>\(row.head)</head>
        <body><main><h1>The old bridge</h1>\(row.top)\(prose)</main>\(row.bottom)</body></html>
        """)
    let sample = StageSample(page, through: LiftFacts(.init()))
    return (sample.document.metadata, sample.ledger.entries)
  }

  static let people = [
    Row(
      label: "an author by reference",
      head: ld(
        #"{"@graph": [{"@type": "Article", "author": {"@id": "/a"}}, "#
          + #"{"@type": "Person", "@id": "/a", "name": "Ann Lee"}]}"#),
      authors: ["Ann Lee"], rule: "json_ld.author"),
    Row(
      label: "an author as text, in a list, and with two names",
      head: ld(
        #"[{"@type": ["NewsArticle"], "author": ["Ann Lee", {"givenName": "Bo", "#
          + #""familyName": "Day"}]}]"#),
      authors: ["Ann Lee", "Bo Day"], rule: "json_ld.author"),
    Row(
      label: "Persian names in one text",
      head: ld(#"{"@type": "NewsArticle", "author": {"name": "مریم کاشانی و رضا دلیری"}}"#),
      authors: ["مریم کاشانی", "رضا دلیری"], rule: "json_ld.author"),
    Row(
      label: "Persian names as a list of texts",
      head: ld(#"{"@type": "NewsArticle", "author": ["مریم کاشانی", "رضا دلیری، خبرنگار"]}"#),
      authors: ["مریم کاشانی", "رضا دلیری"], rule: "json_ld.author"),
    Row(
      label: "the question of a thread",
      head: ld(
        #"{"@type": "QAPage", "mainEntity": {"@type": "Question", "author": "#
          + #"{"name": "moorhen_mags"}, "datePublished": "2024-05-03"}}"#),
      authors: ["moorhen_mags"], published: "2024-05-03", rule: "json_ld.author"),
    Row(
      label: "the article that has the page's title",
      head: ld(
        #"[{"@type": "Article", "headline": "Another", "author": "Bo Day"}, "#
          + #"{"@type": "Article", "headline": "The old bridge", "author": "Ann Lee"}]"#),
      authors: ["Ann Lee"], rule: "json_ld.author"),
    Row(
      label: "an organisation gives way to a byline",
      head: ld(
        #"{"@type": "Article", "author": {"@type": "Organization", "name": "Lantern"}}"#),
      top: "<p>By Ann Lee</p>", authors: ["Ann Lee"], rule: "en/author: \"by\""),
    Row(
      label: "an organisation alone",
      head: ld(
        #"{"@type": "Article", "author": {"@type": "Organization", "name": "The Lantern"}}"#),
      authors: ["The Lantern"], rule: "json_ld.author"),
    Row(
      label: "a comment's author is nobody's",
      head: ld(
        #"{"@type": "WebPage", "comment": [{"@type": "Comment", "author": {"name": "Bo Day"}}]}"#)),
    Row(
      label: "a product's maker is no author",
      head: ld(#"{"@type": "Product", "author": {"name": "Bo Day"}}"#)),
    Row(
      label: "one source, not all of them",
      head:
        #"<meta name="author" content="By Ann Lee"><meta name="parsely-author" content="A. Lee">"#
        + #"<meta property="og:type" content="article">"#
        + #"<meta property="article:published_time" content="2024-05-03">"#,
      authors: ["Ann Lee"], rule: "meta.author"),
    Row(
      label: "a card's line",
      head: #"<meta name="twitter:label1" content="Written by">"#
        + #"<meta name="twitter:data1" content="Ann Lee">"#,
      authors: ["Ann Lee"], rule: "meta.twitter:data1"),
    Row(
      label: "a card's line about something else",
      head: #"<meta name="twitter:label1" content="Price">"#
        + #"<meta name="twitter:data1" content="Ten Pounds">"#),
    Row(
      label: "a name for logging in gives way",
      head: #"<meta name="author" content="alee42">"#,
      top: #"<p class="x">Prose <a rel="author" href="/a">Ann Lee</a></p>"#, authors: ["Ann Lee"],
      rule: "rel.author"),
    Row(
      label: "microdata with a name inside",
      top: #"<div itemprop="author" itemscope><img alt=""><b>Editor</b>"#
        + #"<meta itemprop="name" content="Ann Lee"></div>"#,
      authors: ["Ann Lee"], rule: "itemprop.author"),
    Row(
      label: "a link to an author's page",
      top: #"<div>On bridges: <a href="/authors/ann-lee">Ann Lee</a> and others</div>"#,
      authors: ["Ann Lee"], rule: "link.author"),
    Row(
      label: "a link to a team's page counts people",
      top: #"<div>On bridges: <a href="/authors/ann-lee">12 texts</a> and others</div>"#),
    Row(
      label: "a class, inline, with a date behind",
      top: #"<div>Bridges <span class="post-author">Ann Lee</span> and boats, as ever</div>"#,
      authors: ["Ann Lee"], rule: "class.author"),
    Row(
      label: "a class of a picture's place",
      top: #"<div>Bridges <span class="author-bio">Ann Lee</span> and boats, as ever</div>"#),
    Row(
      label: "a label of the field",
      top: "<p>Developed by Ann Lee</p>", authors: ["Ann Lee"], rule: "en/author: \"developed by\""),
    Row(
      label: "a link to another edition in the place of a name",
      top: #"<div class="author">View In Digital Edition</div>"#),
    Row(
      label: "a label above the name",
      top: "<div>Written by</div><div>Ann Lee</div>", authors: ["Ann Lee"], rule: "byline"),
    Row(
      label: "comments have authors of their own",
      bottom: #"<div class="comments"><h3>Two replies</h3><span class="author">Bo Day</span></div>"#
    ),
    Row(
      label: "teasers below have authors of their own",
      bottom: #"<h2><a href="/x">Another text</a></h2><a href="/author/bo">Bo Day</a>"#),
  ]

  @Test(arguments: people) func namesWhoWroteIt(_ row: Row) {
    let (metadata, ledger) = Self.metadata(row)
    #expect(metadata[.author] == row.authors)
    #expect(ledger.first { $0.field == .author }?.rule == row.rule)
  }

  static let days = [
    Row(
      label: "linked data before meta",
      head: ld(
        #"{"@type": "Article", "datePublished": "2024-05-03", "dateModified": "2024-06-01"}"#)
        + #"<meta name="date" content="2020-01-01">"#,
      published: "2024-05-03", modified: "2024-06-01", rule: "json_ld.datePublished"),
    Row(
      label: "names without marks", head: #"<meta name="publish_date" content="2024-05-03">"#,
      published: "2024-05-03", rule: "meta.publish_date"),
    Row(
      label: "what a system says of any page is left aside",
      head: ld(#"{"@type": "WebPage", "datePublished": "2024-05-03"}"#)),
    Row(
      label: "the last change of the head is no publication",
      head: #"<meta property="og:updated_time" content="2024-05-03">"#, modified: "2024-05-03"),
    Row(
      label: "time",
      top: #"<p>The town <time datetime="2024-05-03T08:00">yesterday</time> and on</p>"#,
      published: "2024-05-03", rule: "time"),
    Row(
      label: "a time of a change beside one of publication",
      top: #"<p>The town <time class="updated" datetime="2024-06-01">June</time> "#
        + #"<time class="published" datetime="2024-05-03">May</time> and on</p>"#,
      published: "2024-05-03", modified: "2024-06-01", rule: "time"),
    Row(
      label: "a page that only says when it was changed",
      top: #"<p>Updated <time datetime="2024-06-01">a while ago</time> by the town</p>"#,
      published: "2024-06-01", modified: "2024-06-01", rule: "time_only"),
    Row(
      label: "a date in words beside other things",
      top: "<p>Bridges, boats, 3 May 2024 and 11 minutes of reading</p>", published: "2024-05-03",
      rule: "date_near_title"),
    Row(
      label: "a date that a number touches",
      top: "<div><span>No. 12345</span><span>3 May 2024</span><span>Meadow walks</span></div>",
      published: "2024-05-03", rule: "date_near_title"),
    Row(
      label: "a date that a number touches, in a line of such pieces",
      top: "<div><span>شناسه خبر: 12345</span><span>12 مرداد 1402 - 10:24</span>"
        + "<span>بازدید: 301</span></div>", published: "2023-08-03", rule: "touching_pieces"),
    Row(
      label: "a day of something else, touched by a number",
      top: "<div><span>No. 12345</span><span>3 May 2024 meeting of the club</span></div>"),
    Row(
      label: "an agency's dateline",
      top: "<p>WESTHAVEN, May 3, 2024 (Lantern) - The council met again and agreed to repair the "
        + "old bridge before the winter.</p>", published: "2024-05-03", rule: "dateline"),
    Row(
      label: "a sentence that opens with a date",
      top: "<p>On May 3, 2024 the council met again and agreed to repair the old bridge before the "
        + "winter - at last.</p>"),
    Row(
      label: "RDFa",
      top: #"<p>The town <span property="schema:dateCreated" "#
        + #"content="2024-05-03T12:45:46+00:00">then</span> and on</p>"#,
      published: "2024-05-03", rule: "itemprop.datePublished"),
    Row(label: "the day somebody joined", top: "<p>Mags, joined 3 May 2024, 312 posts</p>"),
    Row(label: "copyright", bottom: "<footer>© 3 May 2024 Lantern</footer>"),
    Row(
      label: "a day far below",
      bottom: String(repeating: "<p>One more paragraph that ends with a full stop.</p>", count: 30)
        + #"<time datetime="2024-05-03">May</time>"#),
    Row(
      label: "another text's day",
      bottom: #"<h2><a href="/x">Another text</a></h2><time datetime="2024-05-03">May</time>"#),
    Row(
      label: "a thing that is sold",
      head: ld(#"{"@type": "Product", "name": "Rope"}"#),
      top: #"<p>Reviewed <time datetime="2024-05-03">in May</time> by Mags</p>"#),
    Row(
      label: "the page's own address",
      head: #"<link rel="canonical" href="https://example.org/2024/05/03/the-old-bridge">"#,
      published: "2024-05-03", rule: "link.canonical"),
  ]

  @Test(arguments: days) func namesTheDay(_ row: Row) {
    let (metadata, ledger) = Self.metadata(row)
    #expect(metadata[.published].first == row.published)
    #expect(metadata[.modified].first == row.modified)
    #expect(ledger.first { $0.field == .published }?.rule == row.rule)
  }

  struct SectionRow: CustomTestStringConvertible, Sendable {
    let label: String
    let above: String
    var prose = ""
    var categories: [String] = []
    var testDescription: String { label }
  }

  static let sections = [
    SectionRow(
      label: "a section's name", above: "<span>Politics</span>", categories: ["Politics"]),
    SectionRow(
      label: "its link", above: "<p><a href=/p>Arts & Culture</a></p>",
      categories: ["Arts & Culture"]),
    SectionRow(
      label: "a menu", above: "<p><a href=/n>News</a> <a href=/p>Politics</a></p>"),
    SectionRow(label: "a heading", above: "<h2>Politics</h2>"),
    SectionRow(label: "a button", above: "<button>Politics</button>"),
    SectionRow(label: "a kicker", above: "<p>Politics of stone</p>"),
    SectionRow(
      label: "a line between", above: "<p>Politics</p><p>Two masons and a clockmaker at work</p>"),
    SectionRow(
      label: "what the text is about", above: "<p>Politics</p>",
      prose: "<p>Politics was what everybody talked about on the old bridge that day.</p>"),
  ]

  @Test(arguments: sections) func aSectionStandsRightAboveTheTitle(_ row: SectionRow) {
    let page = Document(
      markup: """
        <!doctype html><html lang="en"><head><title>The old bridge is mended</title></head>
        <body><main>\(row.above)<h1>The old bridge is mended</h1>\(row.prose)\(Self.prose)</main>
        """)
    let sample = StageSample(page, through: LiftFacts(.init()))
    #expect(sample.document.metadata[.category] == row.categories)
    let isDropped = sample.ledger.entries.contains {
      $0.change == .drop && $0.reason == LiftFacts.Reason.sectionName.rawValue
    }
    #expect(isDropped == !row.categories.isEmpty)
  }

  /// Lines of pieces that a style sheet sets apart, and whether they go.
  static let touching = [
    (
      "<span>شناسه خبر: 12345</span><span>12 مرداد 1402 - 10:24</span><span>بازدید: 301</span>",
      true
    ),
    ("<span>بازدید: 301</span><span>12 مرداد 1402</span><span>نویسنده: مریم کاشانی</span>", true),
    ("<span>12345</span><span>۱۲ مرداد ۱۴۰۲</span>", true),
    ("<span>Published 3 August 2023</span><span>10:15</span><span>301 views</span>", true),
    ("<span>رقم الخبر: 12345</span><span>3 أغسطس 2023 - 10:24</span>", true),
    ("<b>12345</b><i>boats came</i>", false),
    ("<span>3 August 2023</span><span>meeting of the club</span>", false),
    ("On <b>3 August 2023</b><i>301 views</i>", false),
    ("<span>301 views</span><span>4 comments</span>", false),
  ]

  @Test(arguments: touching) func linesOfPiecesThatTouchGo(_ markup: String, _ goes: Bool) {
    let (metadata, ledger) = Self.metadata(Row(label: "", top: "<div>\(markup)</div>"))
    #expect(ledger.contains { $0.change == .drop && $0.rule == "touching_pieces" } == goes)
    if goes { #expect(metadata[.published] == ["2023-08-03"]) }
    #expect(metadata[.author] == (markup.contains("کاشانی") ? ["مریم کاشانی"] : []))
  }

  @Test func tagsAndLicenceComeFromLinkedData() {
    let (metadata, _) = Self.metadata(
      Row(
        label: "",
        head: Self.ld(
          #"{"@type": "Article", "keywords": "rope, bells", "license": "https://example.org/by", "#
            + #""publisher": {"name": "Lantern"}}"#)))
    #expect(metadata[.tag] == ["rope", "bells"])
    #expect(metadata[.license] == ["https://example.org/by"])
    #expect(metadata[.siteName] == ["Lantern"])
  }
}
