import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct DropSiteChromeTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// The lines of the page; `P1`, `P2`, `P3` stand for paragraphs, and lines that must go start
    /// with `- `.
    let lines: [String]
    var reasons: [String]?
    /// What stands between the lines.
    var gap = "\n\n"
    var testDescription: String { label }

    init(_ label: String, _ lines: [String], reasons: [String]? = nil, gap: String = "\n\n") {
      self.label = label
      self.lines = lines
      self.reasons = reasons
      self.gap = gap
    }

    private func text(_ line: String) -> String {
      switch line {
      case "P1": "The council met on Monday and agreed to repair the old bridge before winter."
      case "P2": "Work will begin in May, and the ferry will run twice a day until it ends."
      case "P3": "Nobody in the village remembers when the bridge was last closed for so long."
      default: line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
      }
    }

    var raw: String { lines.map(text).joined(separator: gap) }
    var clean: [String] { lines.filter { !$0.hasPrefix("- ") }.map(text) }
  }

  static let rows = [
    // Lists
    Row(
      "a heading, titles, teasers and dates are one list",
      [
        "P1", "P2", "- Recent Posts", "- A lamp for the harbour", "- The council said it would…",
        "- 9 ماه ago", "- Two boats were lost in the storm", "- 3 days ago",
      ],
      reasons: [
        "drop recent_posts", "drop list_under_heading", "drop teaser", "drop relative_date",
        "drop list_under_heading", "drop relative_date",
      ]),
    Row(
      "prose that resumes ends a list",
      ["P1", "P2", "- اقرأ أيضا", "- الميناء القديم يفتح أبوابه للزوار", "P3", "P1"]),
    Row(
      "a single paragraph ends a list too",
      ["P1", "P2", "- Related articles", "- A lamp for the old harbour", "P3"]),
    Row(
      "the heading above resumed prose stays",
      [
        "P1", "P2", "- Related articles", "- A lamp for the old harbour",
        "- Boats lost at sea again…",
        "What the ferry costs", "P3", "P1",
      ]),
    Row(
      "a teaser that ends with its sentence, between title and date",
      [
        "P1", "P2", "- Latest posts", "- A lamp for the harbour", "- The council said that…",
        "- 2 days ago", "- Boats are lost at sea",
        "- The coast guard found two boats near the southern lighthouse on Friday.", "- 3 days ago",
      ]),
    Row(
      "a list at the top, proved by its dates",
      [
        "- Latest News", "- Lamp for harbour found", "- 2 hours ago", "- Boats lost at sea again",
        "- 3 hours ago", "The bridge will be repaired", "P1", "P2",
      ]),
    Row(
      "lines of a poem below a link to comments stay",
      [
        "The bridge", "- Leave a comment", "O bridge of stone and lime", "the river is your clock",
        "and swallows are your rhyme",
      ]),
    Row(
      "ingredients under a list of links stay",
      [
        "P1", "P2", "- Related recipes for you", "A soup of leeks and barley", "Ingredients",
        "200 g flour", "P3", "P1",
      ].map { $0 == "- Related recipes for you" ? "- Related posts" : $0 }.map {
        $0 == "A soup of leeks and barley" ? "- A soup of leeks and barley" : $0
      }),
    Row(
      "Persian headings, with a space for the joint",
      ["P1", "P2", "- نوشته های تازه", "- پل تازه شهر گشوده شد", "- شورای شهر گفت که پل…"]),
    Row(
      "an agency's end mark and code", ["P1", "P2", "- //انتهى//", "- 14:22ت م - 0091"],
      reasons: ["drop end_mark", "drop news_code"]),
    Row("an end mark with its number", ["P1", "P2", "- انتهای پیام/ ۳۱۲"]),
    Row(
      "a sentence that opens like a notice",
      ["P1", "P2", "All rights reserved, all lefts forgiven, as the ferryman says at night."]),
    Row(
      "a short sentence that opens like a notice",
      ["P1", "P2", "All rights reserved for the bride."]
    ),
    Row("a notice with its owner", ["P1", "P2", "- All rights reserved. The Lantern Ltd."]),
    Row("a code without a mark above", ["P1", "14:22 - 0091", "P2"]),
    Row("a path", ["P1", "/end/", "P2"].map { $0 == "/end/" ? "/usr/share/end" : $0 }),
    Row(
      "a form and its fields",
      [
        "P1", "P2", "- Leave a Reply",
        "- Your email address will not be published. Required fields are marked *",
        "- Comment *", "- Name *", "- Post Comment",
      ],
      reasons: [
        "drop reply_form", "drop reply_form", "drop reply_form", "drop reply_form",
        "drop reply_form",
      ]),
    // One line each
    Row("a source link", ["P1", "P2", "- Source link"], reasons: ["drop source_link"]),
    Row("a reply form", ["P1", "P2", "- Leave A Reply"], reasons: ["drop reply_form"]),
    Row("a count of comments", ["P1", "P2", "- 5 Comments"], reasons: ["drop comment_count"]),
    Row(
      "a count of comments in brackets", ["P1", "P2", "- Kommentare (5)"],
      reasons: ["drop comment_count"]),
    Row(
      "names of networks", ["P1", "- Facebook Twitter WhatsApp", "P2"], reasons: ["drop share_bar"]),
    Row(
      "a share bar with its label", ["P1", "- Share on Facebook  Share on Twitter", "P2"],
      reasons: ["drop share_bar"]),
    Row(
      "four buttons in a line", ["- Teilen  Merken  Drucken  Kommentare (5)", "P1", "P2"],
      reasons: ["drop share_bar"]),
    Row("a channel", ["P1", "P2", "- Follow us on Facebook"], reasons: ["drop follow_bar"]),
    Row(
      "a notice about cookies",
      [
        "P1", "- We use cookies to ensure that we give you the best experience on our website.",
        "P2",
      ], reasons: ["drop cookie_notice"]),
    Row(
      "a newsletter", ["P1", "P2", "- Subscribe to our newsletter"], reasons: ["drop newsletter"]),
    Row(
      "a newsletter's sentence",
      [
        "P1", "P2",
        "- Sign up for our newsletter and get the latest stories delivered to your inbox.",
      ], reasons: ["drop newsletter"]),
    Row(
      "rights", ["P1", "P2", "- © 2022 Moosbrucker Bote | Impressum | Datenschutz"],
      reasons: ["drop copyright"]),
    Row(
      "rights reserved, with a name before",
      ["P1", "P2", "- © 2018 «Ольховецкий листок». Все права защищены."],
      reasons: ["drop copyright"]),
    Row(
      "rights reserved, with a name behind",
      ["P1", "P2", "- כל הזכויות שמורות © חדשות הגבעה 2017"], reasons: ["drop copyright"]),
    Row("a relative date", ["P1", "- vor 2 Tagen", "P2"], reasons: ["drop relative_date"]),
    Row(
      "a relative date in Arabic", ["P1", "- منذ 3 أيام", "P2"], reasons: ["drop relative_date"]),
    Row("a dual", ["P1", "- منذ يومين", "P2"], reasons: ["drop relative_date"]),
    Row("reading time", ["- Lesedauer: 2 Min.", "P1", "P2"], reasons: ["drop reading_time"]),
    Row(
      "reading time without a label", ["- 5 min read", "P1", "P2"], reasons: ["drop reading_time"]),
    Row("a page tool", ["- اندازه قلم", "P1", "P2"], reasons: ["drop page_tool"]),
    Row(
      "a short link", ["P1", "P2", "- لینک کوتاه: https://example.ir/x7"],
      reasons: ["drop short_link"]),
    Row("a news code", ["P1", "- کد خبر ۱۲۳۴۵", "P2"], reasons: ["drop news_code"]),
    Row("an end mark", ["P1", "P2", "- انتهای پیام/"], reasons: ["drop end_mark"]),
    Row("an advertisement", ["P1", "- Advertisement", "P2"], reasons: ["drop advertisement"]),
    Row("a way up", ["P1", "P2", "- Back to top"], reasons: ["drop navigation"]),
    Row(
      "a path from home between chrome",
      ["- Startseite > Region > Moosbruck", "- Zum Inhalt springen", "P1", "P2"],
      reasons: ["drop navigation", "drop navigation"]),
    Row("an account", ["- Login / Register", "P1", "P2"], reasons: ["drop account"]),
    Row("a label whose values are gone", ["P1", "P2", "- Tags:"], reasons: ["drop empty_label"]),
    Row(
      "a message of something that did not load", ["P1", "- Loading...", "P2"],
      reasons: ["drop placeholder"]),
    Row("a count of views", ["P1", "P2", "- 1,204 views"], reasons: ["drop view_count"]),
    Row(
      "a line of read-also", ["P1", "- LIRE AUSSI > À Montbrasier, le kiosque rouvre", "P2"],
      reasons: ["drop related_links"]),
    Row(
      "a line of read-also in Persian", ["P1", "- همچنین بخوانید: پل تازه شهر گشوده شد", "P2"],
      reasons: ["drop related_links"]),
    Row(
      "a few words between chrome below the text",
      [
        "P1", "P2", "- Source link", "- Old Harbour Mail", "- All rights reserved", "- Back to top",
      ], reasons: ["drop source_link", "drop tail_fragment", "drop copyright", "drop navigation"]),
    Row(
      "weak words below the text", ["P1", "P2", "- Share", "- Print"],
      reasons: ["drop share_bar", "drop page_tool"]),
    Row(
      "weak words in a row",
      ["- Home", "- Contact", "- Search", "The bridge will be repaired", "P1", "P2"]),
    // What stays
    Row(
      "a phrase inside prose",
      ["Recent posts on this forum suggest that the bridge is older than the town.", "P1"]),
    Row(
      "a title that starts with a phrase",
      ["Recent posts on this forum suggest a leak", "P1", "P2"]),
    Row(
      "a subscription to a theory",
      ["Subscribe to the theory that bridges sing, and you will hear them at night.", "P1"]),
    Row(
      "an article about cookies",
      [
        "Cookies",
        "We use cookies to decorate the tree, and the children eat them before Christmas.",
        "Cookies were first baked in the old mill, where butter was cheap and time was plenty.",
      ]),
    Row("a heading that is a button's word", ["How to hold a company", "Share", "P1", "P2"]),
    Row("a heading between paragraphs", ["P1", "Comments", "P2", "P3"]),
    Row("law", ["P1", "Copyright law in the valley", "P2", "Copyright", "P3"]),
    Row(
      "rights in a sentence",
      ["P1", "The album All Rights Reserved sold well in the valley and beyond it.", "P2"]),
    Row("a reference", ["P1", "See also: Mill, On Liberty, chapter 2.", "P2"]),
    Row("a title told from today", ["Two years ago", "P1", "P2"]),
    Row("a credit", ["P1", "© Reuters", "P2"]),
    Row("a table's source", ["P1", "Source: Ministry of Bridges", "P2"]),
    Row("a table's row", ["P1", "P2", "Twitter\t$0.50 – $2.00"]),
    Row("dimensions", ["P1", "P2", "2 x 2 x 2"]),
    Row("a heading over references", ["P1", "P2", "See also", "Mill, On Liberty, 1859"]),
    Row(
      "a page that is a list of news",
      [
        "Latest news", "First boat was lost", "Second boat was lost", "Third boat was lost",
        "Fourth boat was lost", "Fifth boat…", "Sixth boat…", "Seventh boat…", "Eighth boat…",
        "Ninth boat…", "Tenth boat…", "Eleventh boat…", "Twelfth boat…", "Last boat…",
      ]),
    Row("one network's name", ["P1", "Telegram", "P2"]),
    Row("a verse between paragraphs", ["P1", "the next", "P2"]),
    Row(
      "hard-wrapped lines below a phrase",
      [
        "P1", "P2", "- مزید پڑھیں",
        "چاند گڑھ پرانے چوک کا گھنٹہ جو پندرہ برس سے بند پڑا تھا جمعرات کی صب",
        "ح ٹھیک سات بجے پھر بول اٹھا گھنٹے کی مرمت شہر کی واحد گھڑی ساز خاتون",
        "نرگس بانو نے کی ہے جنہوں نے یہ ہنر اپنے نانا سے سیکھا تھا اور وہ اب بھ",
      ], gap: "\n"),
    // Patterns
    Row(
      "who published it when, in which category",
      ["P1", "P2", "- Posted by Ada Finch on 12 March 2024 in Boats"], reasons: ["drop byline"]),
    Row(
      "a picture's credit", ["P1", "P2", "- Photo credit: Ada Finch"],
      reasons: ["drop image_credit"]),
    Row(
      "what a forum sets around posts",
      [
        "- 14 posts • Page 1 of 2", "P1", "- Joined: Sun Jan 05, 2014 6:02 pm", "P2",
        "- Reply with quote",
      ],
      reasons: ["drop forum_line", "drop forum_line", "drop forum_line"]),
    Row(
      "a slot takes no sentence",
      ["P1", "Source: the notebook of my grandmother, page four.", "P2"]),
    Row("a number alone is no date", ["P1", "Published 3 books and 2 maps", "P2"]),
    Row(
      "weak words go on a page that shows chrome everywhere",
      [
        "- Skip to content", "- Log in or register", "The old bridge", "P1", "- Quote", "P2",
        "- Share this: Facebook X Telegram", "- Leave a comment", "- All rights reserved",
      ]),
    Row("the same words stay in a text", ["P1", "Quote", "P2", "Top", "P3"]),
    Row(
      "a menu in one line",
      ["- Home | News | Sport | Contact us", "P1", "P2"], reasons: ["drop navigation"]),
    // Look-alikes
    Row("an answer", ["P1", "\"Will you repair it?\"", "\"No comments.\"", "P2"]),
    Row("a heading above prose", ["P1", "À lire aussi", "P2", "نظر شما", "P3"]),
    Row("headings with marks or numbers", ["P1", "## Recent Posts", "P2", "4. Comments", "P3"]),
    Row(
      "boxes to tick and the head of a table",
      [
        "P1", "* [ ] Log in or register", "* [x] Skip to content", "| Name | E-mail | Comment |",
        "P2",
      ],
      gap: "\n"),
    Row(
      "a refrain",
      [
        "The boat went out at seven,", "follow us, follow us,", "the boat came home at nine,",
        "follow us, follow us,", "down along the line.",
      ], gap: "\n"),
  ]

  @Test(arguments: rows) func dropsChromeOnly(_ row: Row) {
    let sample = StageSample(row.raw, through: DropSiteChrome(DropSiteChrome.Options()))
    #expect(sample.lines == row.clean)
    if let reasons = row.reasons { #expect(sample.reasons == reasons) }
  }

  @Test func everyReasonHasARow() {
    var seen = Set(Self.rows.flatMap { $0.reasons ?? [] })
    seen.insert("drop configured_phrase")
    // `NagRegionsTests` has these.
    seen.formUnion(["paywall", "app_banner", "republish", "feedback"].map { "drop \($0)" })
    for reason in DropSiteChrome.Reason.allCases {
      #expect(seen.contains("drop \(reason.rawValue)"), "\(reason)")
    }
  }

  @Test func aListIsOneRegionThatNamesItsHeading() {
    let row = Self.rows[0]
    let sample = StageSample(row.raw, through: DropSiteChrome(DropSiteChrome.Options()))
    #expect(sample.ledger.regions.map(\.heading) == ["Recent Posts"])
    #expect(sample.ledger.regions.first?.firstBlock == BlockID(2))
    #expect(sample.ledger.regions.first?.lastBlock == BlockID(7))
    #expect(sample.ledger.entries.first?.rule == "en/recent_posts: \"recent posts\"")
  }

  @Test func optionsAddPhrasesAndSaveBlocks() {
    var options = DropSiteChrome.Options()
    options.alsoDrop = ["Brought to you by the ferry"]
    options.neverDrop = ["source link"]
    let sample = StageSample(
      "P one.\n\nBrought to you by the Ferry!\n\nSource link\n\nBack to top",
      through: DropSiteChrome(options))
    #expect(sample.lines == ["P one.", "Source link"])
    #expect(sample.reasons == ["drop configured_phrase", "drop navigation"])
    options.alsoDrop = ["*"]
    #expect(throws: OptionProblem.self) { try options.validate() }
  }
}
