import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct DropUnseenTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let markup: String
    /// What is left, block by block.
    let left: [String]
    let reasons: [String]
    var testDescription: String { label }

    init(_ label: String, _ markup: String, _ left: [String], _ reasons: String...) {
      self.label = label
      self.markup = markup
      self.left = left
      self.reasons = reasons
    }
  }

  private static let prose =
    "The ferry across the river runs again since Monday, and 40 people came from both banks."

  static let runs = [
    Row("hidden", "<p>a <i hidden>b</i> c", ["a c"], "replace hidden"),
    Row("before a comma", "<p>a <i hidden>b</i>, c", ["a , c"], "replace hidden"),
    Row("with its own space", "<p>a<i hidden> b</i>, c", ["a, c"], "replace hidden"),
    Row("at the start", "<p><i hidden>b</i> c", ["c"], "replace hidden"),
    Row("at the end", "<p>a <i hidden>b</i>", ["a"], "replace hidden"),
    Row(
      "two at the end", "<p>a <i hidden>b</i> <b hidden>c</b>", ["a"], "replace hidden",
      "replace hidden"),
    Row(
      "one with its own space behind another", "<p>a <i hidden>b</i><b hidden> c</b> d", ["a d"],
      "replace hidden", "replace hidden"),
    Row("in a word", "<p>foo<i hidden>x</i>bar", ["foobar"], "replace hidden"),
    Row("between links", "<p><a>a</a><i hidden>x</i><a>b</a>", ["a b"], "replace hidden"),
    Row("before a line break", "<p>a <i hidden>x</i><br>b", ["a\nb"], "replace hidden"),
    Row("in a pre", "<pre>a <i hidden>x</i> b</pre>", ["a  b"], "replace hidden"),
    Row(
      "against copying", "<p>\(prose)<i style='font-size:0'>J</i><i style='opacity:0'>K</i>",
      [prose],
      "replace hidden", "replace hidden"),
    Row("faded in", "<p><i style='opacity:0'>\(prose)</i>", [prose]),
    Row("the rest of a text", "<p>a<i class=readMore hidden> and more</i>", ["a and more"]),
    Row("a spoiler", "<p>a <i class=spoiler style='visibility:hidden'>b</i>", ["a b"]),
    Row("a formula", "<p>a <i style='display:none'><math>x</math></i>", ["a x"]),
    Row(
      "the only price", "<p>Price: <i hidden>$12.99</i> at the mill", ["Price: $12.99 at the mill"]),
    Row(
      "a price beside another", "<p>Price: <i hidden>$15.00</i> $12.99", ["Price: $12.99"],
      "replace hidden"),
    Row(
      "no price", "<p>Comments <i hidden>12</i> are open", ["Comments are open"], "replace hidden"),
    Row(
      "Persian", "<p>قیمت کتاب<i hidden> (پنهان)</i>، امروز", ["قیمت کتاب، امروز"], "replace hidden"
    ),
  ]

  static let copies = [
    Row(
      "a price said and shown",
      "<p>At <b class=a-offscreen>$12.99</b><b aria-hidden=true><i>$</i><i>12<i>.</i></i><i>99</i></b>.",
      ["At $12.99."], "replace second_copy"),
    Row(
      "the one without its point goes",
      "<p>At <b class=sr-only>$12.99</b><b aria-hidden=true>$12 99</b>.", ["At $12.99."],
      "replace second_copy"),
    Row(
      "a price in another order",
      "<p>At <b aria-hidden=true>$12.99</b> <b class=sr-only>$12.99</b> now", ["At $12.99 now"],
      "replace second_copy"),
    Row(
      "other numbers stay", "<p><b class=sr-only>$12.99</b><b aria-hidden=true>$13.99</b>",
      ["$12.99$13.99"]),
    Row(
      "said beside shown", "<p>Open <b class=sr-only>Open</b> now", ["Open now"],
      "replace second_copy"),
    Row("a longer word beside", "<p>Open<b class=sr-only>Op</b> now", ["OpenOp now"]),
    Row(
      "said alone", "<p>Read more<b class=sr-only> about ferries</b>", ["Read more about ferries"]),
    Row("shown alone", "<p>Rated <b aria-hidden=true>★★★</b> here", ["Rated ★★★ here"]),
    Row(
      "Arabic", "<p>السعر <b class=sr-only>١٢ درهم</b><b aria-hidden=true>١٢ درهم</b> فقط",
      ["السعر ١٢ درهم فقط"], "replace second_copy"),
  ]

  static let controls = [
    Row(
      "an edit link in a heading",
      "<h2>The mill <span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>", ["The mill"],
      "replace control"),
    Row(
      "one beside a heading",
      "<div><h2>تاریخچه</h2><span class=mw-editsection>[<a href=/e>ویرایش</a>]</span></div><p>b",
      ["تاریخچه", "b"], "drop control"),
    Row("the word itself", "<h2>The mill [edit]</h2>", ["The mill [edit]"]),
    Row(
      "a heading's link", "<h1>Eviction <a href=#c>¶</a></h1>", ["Eviction"], "replace place_link"),
    Row("one before it", "<h2><a href=#c>🔗</a> Eviction</h2>", ["Eviction"], "replace place_link"),
    Row(
      "one by its class", "<p>Eviction<a class=headerlink href=#c>☍</a></p>", ["Eviction"],
      "replace place_link"),
    Row("a language", "<h2>Notes on C<a href=/c>#</a></h2>", ["Notes on C#"]),
    Row("a sign that is text", "<h2>The sign ¶</h2>", ["The sign ¶"]),
    Row("a heading that is a link", "<h2><a class=anchor href=#c>Eviction</a></h2>", ["Eviction"]),
    Row("a paragraph's number", "<p>Law <a href=#p>§</a></p>", ["Law §"]),
    Row(
      "a note's way back", "<li>The mill. <a href=#r>↩</a></li>", ["The mill."],
      "replace place_link"),
    Row(
      "one of MediaWiki",
      "<li><span class=mw-cite-backlink>^ <a href=#a>a</a> <a href=#b>b</a></span> Oakes, T.</li>",
      ["Oakes, T."], "replace control"),
    Row(
      "one in Persian", "<li><a href=#r>↑</a> کاشانی، مریم</li>", ["کاشانی، مریم"],
      "replace place_link"),
    Row(
      "one by its role", "<li>The mill. <a href=#r role=doc-backlink>⇐</a></li>", ["The mill."],
      "replace place_link"),
    Row(
      "a note's number", "<li><a href=#r role=doc-backlink>1</a> The mill.</li>", ["1 The mill."]),
    Row("an arrow", "<p>Go up <a href=/u>↑</a> or ↩</p>", ["Go up ↑ or ↩"]),
    Row(
      "numbers beside code",
      "<table><tr><td class=gutter><pre class=lineno>1\n2</pre></td><td><pre>a\n b</pre></td></table>",
      ["a\n b"], "drop line_number"),
    Row(
      "numbers in code",
      "<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span> b</pre>", ["a\n b"],
      "replace line_number", "replace line_number"),
    Row(
      "numbers in code that are not copied with it",
      "<pre><i style='color:red;user-select:none'>1</i>a\n<i style='-webkit-user-select: none'>2</i> b",
      ["a\n b"], "replace line_number", "replace line_number"),
    Row(
      "numbers that are links to their lines",
      "<pre><i style='user-select:none'><a href='#l1'>1</a></i><i>a</i></pre>", ["a"],
      "replace line_number"),
    Row(
      "a prompt that is not copied", "<pre><i style='user-select:none'>$ </i>ls</pre>", ["$ ls"]),
    Row("code that is not copied", "<pre style='user-select:none'>1\n2</pre>", ["1\n2"]),
    Row("a number that may be copied", "<pre><i style='user-select:all'>1</i>a</pre>", ["1a"]),
    Row(
      "a number outside code", "<p><i style='user-select:none'>1</i> boat</p>", ["1 boat"]),
    Row("code with numbers", "<pre class=line-numbers>1\n2</pre>", ["1\n2"]),
    Row("a gutter of a page", "<p class=gutter>1834</p><p>b", ["1834", "b"]),
    Row("words in a gutter", "<pre><b class=gutter>see 1</b>a</pre>", ["see 1a"]),
    Row("a button in code", "<pre>a<button>Copy</button></pre>", ["a"], "replace control"),
    Row(
      "a button beside code", "<div><a class=copy-btn>نسخ</a><pre>a</pre></div>", ["a"],
      "drop control"),
    Row(
      "a button behind a heading", "<h1>Enum <i>Result</i> <button>Copy path</button></h1><p>b",
      ["Enum Result", "b"], "replace control"),
    Row("a heading that unfolds", "<h3><button>متى يفتح؟</button></h3><p>b", ["متى يفتح؟", "b"]),
    Row(
      "one with a number", "<h3>1. <button>Opening hours</button></h3><p>b",
      ["1. Opening hours", "b"]),
    Row(
      "one with a sign", "<h3>+ <button>Opening hours</button> &gt;</h3><p>b",
      ["+ Opening hours >", "b"]),
    Row(
      "a button in a heading", "<h3>Press <button>Start</button> now</h3><p>b",
      ["Press Start now", "b"]),
    Row("a button", "<p>Press <button>Start</button> now", ["Press Start now"]),
  ]

  static let blocks = [
    Row(
      "a tab", "<p>\(prose)</p><div hidden><p>Opening hours of the ferry</p></div>",
      [prose, "Opening hours of the ferry"]),
    Row(
      "a copy for small screens", "<p>\(prose)</p><div style='display:none'><p>\(prose)</p></div>",
      [prose], "drop second_copy"),
    Row(
      "a part of the shown text",
      "<p>\(prose)</p><p hidden>The ferry across the river runs again</p>",
      [prose], "drop second_copy"),
    Row(
      "another number", "<p>\(prose)</p><p hidden>\(prose.replacing("40", with: "50"))</p>",
      [prose, prose.replacing("40", with: "50")]),
    Row("a short one", "<p>Details</p><p hidden>Details</p>", ["Details", "Details"]),
    Row(
      "a tab with one copied line",
      "<p>\(prose)</p><div hidden><p>\(prose)</p><p>Tickets are sold on the pier in summer, and in "
        + "winter at the inn beside the mill.</p></div>",
      [
        prose, prose,
        "Tickets are sold on the pier in summer, and in winter at the inn beside the mill.",
      ]),
    Row(
      "microdata",
      "<p>\(prose)</p><div hidden itemprop=publisher><b itemprop=name>The Lenn Courier</b></div>",
      [prose], "drop microdata"),
    Row(
      "an inline one",
      "<p>\(prose)</p><div><meta itemprop=x content=y><b hidden itemprop=author>Ada</b></div>",
      [prose], "drop microdata"),
    Row(
      "an answer",
      "<p>\(prose)</p><div itemprop=acceptedAnswer style='display:none'><p itemprop=text>At noon.</p></div>",
      [prose, "At noon."]),
    Row(
      "a tab with a fact",
      "<p>\(prose)</p><div hidden><p>Made for the long road by <b itemprop=brand>Acme</b></p></div>",
      [prose, "Made for the long road by Acme"]),
    Row(
      "microformats",
      "<style>.m{display:none}</style><p>\(prose)</p><div class=m><a class=u-url>https://a.example/b</a> "
        + "<b class=p-author>Ada Quill</b></div>",
      [prose], "drop microdata"),
    Row(
      "an iframe", "<p>\(prose)</p><p><iframe><p>No frames here.</p></iframe></p>", [prose],
      "drop fallback_text"),
    Row(
      "a video in a sentence", "<p>\(prose) <video>No video.</video> So it is.</p>",
      [prose + " So it is."], "drop fallback_text"),
    Row(
      "a fenced frame", "<p>\(prose)</p><fencedframe><p>Buy a boat.</p></fencedframe>", [prose],
      "drop fallback_text"),
    Row(
      "for browsers without scripts",
      "<p>\(prose)</p><noscript><p>The list of piers</p></noscript>",
      [prose, "The list of piers"]),
  ]

  static let shown = [
    Row(
      "a copy for the eye alone", "<p>\(prose)</p><aside aria-hidden=true><p>\(prose)</p></aside>",
      [prose, prose]),
    Row(
      "a hidden copy of it", "<div aria-hidden=true><p>\(prose)</p></div><p hidden>\(prose)</p>",
      [prose], "drop second_copy"),
  ]

  static let rows = runs + copies + controls + blocks + shown

  @Test(arguments: rows) func takesOut(_ row: Row) throws {
    let raw = Document(markup: row.markup)
    let stage = DropUnseenText(.init())
    let sample = StageSample(raw, through: stage)
    #expect(sample.lines == row.left)
    #expect(sample.reasons == row.reasons)
    #expect(stage.edits(for: sample.document).isEmpty, "a second run has nothing to do")
    var replayed = raw
    try replayed.replay(sample.ledger)
    #expect(replayed.liveBlocks.map { replayed.string(of: $0) } == row.left)
  }

  @Test func everyReasonHasARow() {
    #expect(StageRow.missing(DropUnseenText.Reason.self, in: Self.rows.map(\.reasons)) == [])
  }
}
