import GhirbalContent
import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// What the learned model, the selectors and the policies keep of pages as the reader gives them.
@Suite struct SelectMainContentTests {
  private static func cleaned(
    _ html: String, _ ask: (inout SelectMainContent.Options) -> Void = { _ in }
  ) -> StageSample {
    var options = SelectMainContent.Options()
    ask(&options)
    return StageSample(Document(markup: html), through: SelectMainContent(options))
  }

  struct Page: CustomTestStringConvertible, Sendable {
    let label: String
    let title: String
    let paragraphs: [String]
    let menu: [String]
    let footer: String
    var testDescription: String { label }

    var html: String {
      """
      <!doctype html><html><head><title>\(title)</title></head><body>
      <header><nav><ul>\(menu.map { "<li><a href=/\($0)>\($0)</a></li>" }.joined())</ul></nav></header>
      <main><article><h1>\(title)</h1>
      \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</article></main>
      <aside class=sidebar><ul>\(menu.map { "<li><a href=/x/\($0)>\($0) \($0)</a></li>" }.joined())</ul></aside>
      <footer class=site-footer><p>\(footer)</p></footer></body></html>
      """
    }
  }

  /// The same page in scripts with and without capitals, spaces and Latin punctuation.
  static let pages = [
    Page(
      label: "English", title: "The last rope walk",
      paragraphs: [
        "Until 1961 every rope in Westhaven was made in one shed, four hundred paces long.",
        "The men walked backwards all day, paying out hemp from their belts, while a boy turned the wheel.",
        "When the last master died, the town bought the shed and opened it to visitors in summer.",
      ], menu: ["Home", "Town", "Sea", "Contact"],
      footer: "© Westhaven Gazette. All rights reserved."),
    Page(
      label: "Persian", title: "واپسین کارگاه ریسمان‌بافی",
      paragraphs: [
        "تا سال ۱۳۴۰ همهٔ ریسمان‌های بندر در یک کارگاه دراز بافته می‌شد، چهارصد گام درازا و شش گام پهنا.",
        "مردان سراسر روز پس‌پس می‌رفتند و الیاف را از کمربند خود می‌دادند، و پسری چرخ را می‌گرداند.",
        "پس از مرگ واپسین استاد، شهر کارگاه را خرید و تابستان‌ها آن را به روی بازدیدکنندگان گشود.",
      ], menu: ["خانه", "شهر", "دریا", "تماس"], footer: "© روزنامهٔ بندر. همهٔ حقوق محفوظ است."),
    Page(
      label: "Japanese", title: "最後の縄工場",
      paragraphs: [
        "一九六一年まで、港の縄はすべて長さ四百歩、幅六歩の一つの小屋で作られていた。",
        "男たちは一日じゅう後ろ向きに歩き、帯から麻を繰り出し、少年が車を回していた。",
        "最後の親方が亡くなったとき、町は小屋を買い取り、夏のあいだ見学者に開いた。",
      ], menu: ["ホーム", "町", "海", "連絡先"], footer: "© 港新聞。無断転載を禁じます。"),
  ]

  @Test(arguments: pages)
  func theTextStaysAndTheFrameGoes(_ page: Page) {
    let left = Self.cleaned(page.html) { $0.title = .keep }.lines
    #expect(left == [page.title] + page.paragraphs)
  }

  /// What follows the last paragraph of a page, and whether it stays.
  struct Ending: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let html: String
    let words: String
    let stays: Bool

    init(_ label: String, _ html: String, _ words: String, stays: Bool) {
      (testDescription, self.html, self.words, self.stays) = (label, html, words, stays)
    }
  }

  private static let hashes = """
    <table><tr><th>Name</th><th>Hash</th></tr>
    <tr><td><a href=/v/1>cvqk</a></td><td><a href=/v/1>a9b8c7d6e5f4</a></td></tr>
    <tr><td><a href=/v/2>cwqj</a></td><td><a href=/v/2>0f1e2d3c4b5a</a></td></tr></table>
    """
  private static let quotation = """
    <blockquote><p>We shall not wait for another winter.</p>
    <footer>— <cite>Ada Ferris, baker</cite></footer></blockquote>
    """

  static let endings = [
    Ending(
      "a table of links below its heading", "<h2>Appendix B</h2>" + hashes, "cwqj", stays: true),
    Ending("a quotation that closes the text", quotation, "another winter", stays: true),
    Ending("a table among links", "<nav><h2>Versions</h2>\(hashes)</nav>", "cwqj", stays: false),
    Ending(
      "a quotation beside the text", "<aside>\(quotation)</aside>", "another winter", stays: false),
  ]

  @Test(arguments: endings)
  func whatHangsOnTheTextStays(_ ending: Ending) {
    let paragraphs = [
      "The footbridge over the Lenn was closed on Tuesday after inspectors found two cracked girders on the eastern side of the span.",
      "Engineers from the county said the damage was most likely caused by ice in the winter, when the river rose higher than in any year since 1987.",
      "A temporary crossing will be set up forty metres downstream, and buses will stop on both sides of the water until the work is done.",
      "The council will decide next week whether the old structure can be repaired or has to be replaced at a cost of about three million.",
    ]
    let menu = ["Home", "Town", "Business", "Sport", "Weather"].map {
      "<li><a href=/\($0)>\($0)</a></li>"
    }
    let html = """
      <!doctype html><html lang=en><head><title>Threats</title></head><body>
      <header><a href=/>Marlow Courier</a><nav><ul>\(menu.joined())</ul></nav></header>
      <main><article><h1>Threats</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())\(ending.html)</article></main>
      <footer><p>© 2024 Marlow Courier. All rights reserved. Terms of use. Privacy.</p></footer></body></html>
      """
    let lines = Self.cleaned(html).lines
    #expect(lines.filter { paragraphs.contains($0) } == paragraphs)
    #expect(lines.contains { $0.contains(ending.words) } == ending.stays)
  }

  @Test(arguments: pages)
  func everyBlockHasItsVerdict(_ page: Page) {
    let raw = Document(markup: page.html)
    let entries = Self.cleaned(page.html).ledger.entries
    #expect(entries.compactMap(\.block) == raw.blocks.map(\.id))
    #expect(entries.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test(arguments: pages)
  func aLaxerModeKeepsNoLess(_ page: Page) {
    func kept(_ mode: ContentJudgement.Mode) -> Set<BlockID> {
      Set(Self.cleaned(page.html) { $0.mode = mode }.document.liveBlocks.map(\.id))
    }
    let (precision, balanced, recall) = (kept(.precision), kept(.balanced), kept(.recall))
    #expect(precision.isSubset(of: balanced) && balanced.isSubset(of: recall))
    #expect(!precision.isEmpty)
  }

  @Test func noPageReachesACertaintyOfOne() {
    #expect(Self.cleaned(Self.pages[0].html) { $0.minConfidence = 1 }.lines == [])
  }

  // MARK: Reasons

  /// A page with something behind its text, and what becomes of that.
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let html: String
    var ask: @Sendable (inout SelectMainContent.Options) -> Void = { _ in }
    /// For each block behind the text, `change reason`.
    let reasons: [String]
    var testDescription: String { label }
  }

  private static let comments = "<div id=comments><p>Well said, and I was there.</p></div>"
  private static let table = "<table><tr><td>Hemp</td><td>12 t</td></tr></table>"
  private static let list = "<ul><li>Four hundred paces of hemp</li></ul>"
  private static let note = "<p class=note>A note</p>"

  static let rows = [
    Row(label: "nothing", html: "", reasons: []),
    Row(
      label: "a footer", html: "<footer><p>© Westhaven Gazette</p></footer>",
      reasons: ["drop boilerplate"]),
    Row(
      label: "a hidden box", html: "<div hidden><p>Read on</p></div>", reasons: ["drop hidden"]),
    Row(label: "comments", html: comments, reasons: ["drop comment"]),
    Row(
      label: "comments that are asked for", html: comments, ask: { $0.comments = .keep },
      reasons: ["keep comment"]),
    Row(
      label: "comments behind the text", html: comments, ask: { $0.comments = .separate },
      reasons: ["set_apart separate_comment"]),
    Row(
      label: "a table that nobody wants", html: table, ask: { $0.tables = .drop },
      reasons: ["drop table", "drop table"]),
    Row(
      label: "a list that is asked for", html: list, ask: { $0.lists = .keep },
      reasons: ["keep list"]),
    Row(
      label: "a caption that nobody wants",
      html: "<figure><img src=a.jpg><figcaption>The shed</figcaption></figure>",
      ask: { $0.captions = .drop }, reasons: ["drop caption"]),
    Row(
      label: "a post that is asked for",
      html: "<blockquote class=twitter-tweet><p>Four hundred paces!</p></blockquote>",
      ask: { $0.embeds = .keep }, reasons: ["keep embed"]),
    Row(
      label: "a standfirst that is asked for", html: "<p class=standfirst>It was long.</p>",
      ask: { $0.standfirst = .keep }, reasons: ["keep standfirst"]),
    Row(
      label: "a selector that keeps", html: note, ask: { $0.keep = [".note"] },
      reasons: ["pin selected_by_rule"]),
    Row(
      label: "a selector that drops", html: note, ask: { $0.drop = [".note"] },
      reasons: ["drop dropped_by_rule"]),
  ]

  private static let text = pages[0].paragraphs

  @Test(arguments: rows) func saysWhy(_ row: Row) {
    let html = """
      <title>A</title><body><article>\(Self.text.map { "<p>\($0)</p>" }.joined())</article>
      \(row.html)
      """
    let sample = Self.cleaned(html, row.ask)
    #expect(sample.lines.starts(with: Self.text))
    #expect(
      sample.reasons
        == Array(repeating: "keep main_content", count: Self.text.count) + row.reasons)
  }

  /// What becomes of a title: by the option, by the form of the text, and on what page.
  struct Title: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let policy: TitlePolicy
    var opensWithTitle = false
    /// Above the text, in which the first paragraph stands.
    var heading = "<h1>The last rope walk</h1>"
    /// The reasons of the blocks above the text; nil where no block is the title.
    let reasons: [String]?
  }

  private static let titleAgain =
    "<header><h1>The last rope walk</h1></header><h2>The last rope walk</h2>"

  static let titles = [
    Title(testDescription: "plain text", policy: .auto, reasons: ["drop title"]),
    Title(
      testDescription: "a form that opens with it", policy: .auto, opensWithTitle: true,
      reasons: ["set_first title"]),
    Title(testDescription: "kept in plain text", policy: .keep, reasons: ["set_first title"]),
    Title(
      testDescription: "dropped from Markdown", policy: .drop, opensWithTitle: true,
      reasons: ["drop title"]),
    Title(
      testDescription: "said again", policy: .keep, heading: titleAgain,
      reasons: ["set_first title", "drop title"]),
    Title(
      testDescription: "another heading is none", policy: .keep,
      heading: "<h1>The last rope walk</h1><h2>How it was built</h2>",
      reasons: ["set_first title", "keep main_content"]),
    Title(
      testDescription: "no heading, but a line that says what the head does", policy: .keep,
      heading: "<p>The last rope walk</p>", reasons: ["set_first title"]),
    Title(
      testDescription: "a link with the words of the title is none", policy: .keep,
      heading: "<p><a href=/rope>The last rope walk</a></p>", reasons: nil),
    Title(
      testDescription: "a line with some of its words is none", policy: .keep,
      heading: "<p>The last rope</p>", reasons: nil),
  ]

  @Test(arguments: titles) func theTitleFollowsOptionAndForm(_ row: Title) {
    let html = """
      <!doctype html><html><head><title>The last rope walk</title></head><body><main><article>
      \(row.heading)\(Self.text.map { "<p>\($0)</p>" }.joined(separator: "\n"))</article></main>
      """
    var options = SelectMainContent.Options()
    options.title = row.policy
    let stage = SelectMainContent(options).following(opensWithTitle: row.opensWithTitle)
    let sample = StageSample(Document(markup: html), through: stage)
    if let reasons = row.reasons {
      #expect(Array(sample.reasons.dropLast(Self.text.count)) == reasons)
    } else {
      #expect(!sample.reasons.contains { $0.hasSuffix(" title") })
    }
  }

  @Test func aPageThatHasOnlyItsTitleHasNoText() {
    let html =
      "<title>The last rope walk</title><h1>The last rope walk</h1><nav><a href=/>Home</a></nav>"
    #expect(!Self.cleaned(html) { $0.title = .keep }.reasons.contains("set_first title"))
  }

  @Test func nothingIsLeftOfAShell() {
    let shell = #"<script src="/main.js"></script><div id="root">Loading…</div>"#
    #expect(Self.cleaned(shell).reasons == ["drop script_shell"])
  }

  @Test func everyReasonHasARow() {
    let given =
      Self.rows.map(\.reasons)
      // The tests above ask for these, and `FlattenedTextTests` for the last.
      + [["main_content", "title", "script_shell", "boilerplate_sentence"]]
    #expect(StageRow.missing(SelectMainContent.Reason.self, in: given) == [])
  }

  @Test func flattenedTextIsLeftAlone() {
    #expect(StageSample("Home\n\nNews\n", through: SelectMainContent(.init())).reasons == [])
  }
}
