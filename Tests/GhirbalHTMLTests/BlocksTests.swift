import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

@Suite struct BlocksTests {
  typealias Row = MarkupRow

  static let seams = [
    Row("links that touch are two words", "<a>ایران</a><a>جهان</a>", "ایران جهان\n"),
    Row("links with a space between keep it", "<a>ایران</a> <a>جهان</a>", "ایران جهان\n"),
    Row("a link that starts a word is in it", "<a>Iran</a>ian", "Iranian\n"),
    Row("a link that ends a word is in it", "non<a>sense</a>", "nonsense\n"),
    Row("links that touch in code", "<pre><a>foo</a><a>Bar</a></pre>", "fooBar\n"),
    Row("bold inside a word", "<b>un</b>able", "unable\n"),
    Row("bold beside italics inside a word", "<b>un</b><i>able</i>", "unable\n"),
    Row("a link in bold beside one", "<b><a>one</a></b><a>two</a>", "one two\n"),
    Row("links and a span between", "<a>one</a><span><a>two</a></span>", "one two\n"),
    Row("a link beside punctuation", "<a>one</a><a>, two</a>", "one, two\n"),
    Row("a superscript", "x<sup>2</sup>y", "x²y\n"),
    Row("a footnote's link", "word<sup><a>1</a></sup><a>more</a>", "word¹more\n"),
    Row("buttons that touch", "<button>Save</button><button>Print</button>", "Save Print\n"),
    Row("a time beside a link", "<time>May 3</time><a>News</a>", "May 3 News\n"),
    Row("an image between letters", "one<img src=x>two", "one two\n"),
    Row("an image at the start", "<img src=x>two", "two\n"),
    Row("a wbr is no space", "foo<wbr>bar", "foobar\n"),
    Row("a soft hyphen stays", "foo&shy;bar", "foo\u{AD}bar\n"),
    Row("a comment is no space", "foo<!-- x -->bar", "foobar\n"),
    Row("ZWNJ between links stays", "<a>می</a>&zwnj;<a>رود</a>", "می\u{200C}رود\n"),
    Row("items that touch", "<ul><li>one</li><li>two</li></ul>", "one\ntwo\n"),
    Row("cells that touch", "<table><tr><td>one</td><td>two</td></tr></table>", "one\ttwo\n"),
    Row("a ruby", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢\n"),
    Row("an unknown element is inline", "<my-word>un</my-word>able", "unable\n"),
    Row("a stray end tag changes nothing", "un</i>able", "unable\n"),
  ]

  static let lines = [
    Row("br is a line break", "one<br>two", "one\ntwo\n"),
    Row("br takes the space beside it", "one <br> two", "one\ntwo\n"),
    Row("two br part paragraphs", "one<br><br>two", "one\n\ntwo\n"),
    Row("two br with a space between", "one<br/> <br/>two", "one\n\ntwo\n"),
    Row("three br are no more than two", "one<br><br><br>two", "one\n\ntwo\n"),
    Row("br at the start and end is nothing", "<p><br>one<br></p><p>two", "one\n\ntwo\n"),
    Row("white space folds", "<p> one \n\t two  </p>", "one two\n"),
    Row("white space in a pre stays", "<pre>\n a\n\n  b\t\n</pre>", " a\n\n  b\t\n"),
    Row("CR in a pre", "<pre>a\r\nb\rc</pre>", "a\nb\nc\n"),
    Row("no-break spaces stay", "<p>a&nbsp; b</p>", "a\u{A0} b\n"),
    Row("paragraphs", "<p>one</p><p>two</p>", "one\n\ntwo\n"),
    Row("paragraphs without end tags", "<p>one<p>two<div>three", "one\n\ntwo\n\nthree\n"),
    Row("a block inside inline", "<b>one<div>two</div>three</b>", "one\n\ntwo\n\nthree\n"),
    Row("nested items", "<ul><li>a<ul><li>b</ul><li>c</ul>", "a\nb\nc\n"),
    Row("a list after text", "<p>a</p><ul><li>b</ul><p>c", "a\n\nb\n\nc\n"),
    Row("rows", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td\n"),
    Row(
      "a long cell stands on its own lines",
      "<table><tr><td>\(String(repeating: "long ", count: 40))<td>b</table>",
      String(repeating: "long ", count: 39) + "long\nb\n"),
    Row("definitions", "<dl><dt>a<dd>b<dt>c</dl>", "a\nb\nc\n"),
    Row("an hr parts", "one<hr>two", "one\n\ntwo\n"),
    Row("an empty page", "", ""),
    Row("white space only", " \n\t ", ""),
    Row("tags only", "<p></p><div><br></div>", ""),
  ]

  static let cells = [
    Row(
      "items in a cell keep the row", "<table><tr><td>a<td><ul><li>b<li>c</ul><td>d</table>",
      "a\tb c\td\n"),
    Row(
      "paragraphs and lines in a cell",
      "<table><tr><td>a<td><p>b</p><p>c</p><tr><td>d<br>e<td>f</table>", "a\tb c\nd e\tf\n"),
    Row(
      "a cell beside one that reaches down",
      "<table><tr><th rowspan=2>a<td>b<tr><td>c<br>d</table>", "a\tb\nc d\n"),
    Row(
      "Persian cells", "<table><tr><td>شنبه<td><div>۸ تا ۱۶</div><div>تعطیل</div></table>",
      "شنبه\t۸ تا ۱۶ تعطیل\n"),
    Row("one cell keeps its lines", "<table><tr><td>a<br>b<p>c</p></table>", "a\nb\n\nc\n"),
    Row(
      "long text in a cell keeps its lines",
      "<table><tr><td>a<td>b<br>\(String(repeating: "long ", count: 40))</table>",
      "a\tb\n\(String(repeating: "long ", count: 39))long\n"),
    Row(
      "a heading in a cell keeps its lines", "<table><tr><td>a<td><h3>b</h3>c</table>", "a\tb\nc\n"),
    Row(
      "code in a cell keeps its lines", "<table><tr><td>1<td><pre>b\nc</pre></table>", "1\tb\nc\n"),
    Row(
      "a table in a cell",
      "<table><tr><td>a<br>b<table><tr><td>c<td>d<br>e</table><td>f</table>",
      "a\nb\nc\td e\nf\n"),
    Row(
      "groups of rows are a line apart",
      "<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>", "a\tb\nc\td\n"),
  ]

  @Test(arguments: seams + lines + cells) func setsText(_ row: Row) {
    #expect(MarkupSample(row.markup).text == row.text)
  }

  struct KindRow: CustomTestStringConvertible, Sendable {
    let markup: String
    let outline: [String]
    var testDescription: String { markup }

    init(_ markup: String, _ outline: String...) {
      self.markup = markup
      self.outline = outline
    }
  }

  static let kinds = [
    KindRow("<p>a", "paragraph: a"),
    KindRow("a", "paragraph: a"),
    KindRow("<h1>a</h1><h3>b<br>c</h3>d", "heading1: a", "heading3: b\nc", "paragraph: d"),
    KindRow("<ol><li>a<p>b</p></li></ol>c", "list_item: a", "list_item: b", "paragraph: c"),
    KindRow("<dl><dt>a<dd>b</dl>", "definition: a", "definition: b"),
    KindRow(
      "<table><caption>t</caption><tr><th>a<td>b</table>", "caption: t", "table_cell: a",
      "table_cell: b"),
    KindRow("<table><tr><td><p>a</p><p>b</p></table>", "paragraph: a", "paragraph: b"),
    KindRow("<blockquote>a<p>b</blockquote>c", "quotation: a", "quotation: b", "paragraph: c"),
    KindRow("<pre>a</pre><textarea>b</textarea>", "preformatted: a", "preformatted: b"),
    KindRow("<figure><img><figcaption>a</figcaption></figure>", "caption: a"),
    KindRow("<h2>a", "heading2: a"),
  ]

  @Test(arguments: kinds) func namesKinds(_ row: KindRow) {
    #expect(MarkupSample(row.markup).outline == row.outline)
  }

  @Test func linksAreRangesOfTheirBlock() {
    let sample = MarkupSample("<p>x</p><p>see <a href=1>this</a>, <a href=2>that<b>one</b></a>.")
    let block = sample.document.blocks[1]
    #expect(
      block.links.map { sample.document.string(in: block, $0.utf8Range) } == ["this", "thatone"])
    #expect(
      block.links.map { sample.document.elements.attribute(.href, of: $0.element) } == ["1", "2"])
    #expect(abs(block.linkDensity - 11.0 / 18) < 1e-9)
  }

  @Test func aLinkAroundBlocksIsInEachOfThem() {
    let sample = MarkupSample("<a href=1><div>one</div><div>two</div></a>")
    #expect(sample.contents == ["one", "two"])
    #expect(sample.document.blocks.map(\.linkDensity) == [1, 1])
  }

  @Test func linksDoNotNest() {
    let sample = MarkupSample("<a href=1>one <div><a href=2>two</a> three</div></a>")
    let links = sample.document.blocks.map { block in
      block.links.map { sample.document.string(in: block, $0.utf8Range) }
    }
    #expect(links == [["one"], ["two", "three"]])
  }

  struct MarkRow: Sendable, CustomTestStringConvertible {
    let label: String
    let markup: String
    /// "tag: text" of each mark, block by block.
    let marks: [[String]]

    init(_ label: String, _ markup: String, _ marks: [String]...) {
      self.label = label
      self.markup = markup
      self.marks = marks
    }

    var testDescription: String { label }
  }

  static let marks = [
    MarkRow("none", "<p>a <span>b</span> <u>c</u>", []),
    MarkRow("two beside each other", "<p><b>a</b> b <code>c</code>", ["b: a", "code: c"]),
    MarkRow("the inner one first", "<p>a <b>b <i>c</i></b> d", ["i: c", "b: b c"]),
    MarkRow("no white space at its ends", "<p>a<b> b </b>c", ["b: b"]),
    MarkRow("without text", "<p>a <i class=icon></i> <b> </b> b", []),
    MarkRow("around blocks", "<b><div>a</div><div>b</div></b>c", ["b: a"], ["b: b"], []),
    MarkRow(
      "around text and a block", "<div>a <b>b<div>c</div>d</b></div>", ["b: b"], ["b: c"], ["b: d"]),
    MarkRow("over a line break", "<p><em>a<br>b</em>", ["em: a\nb"]),
    MarkRow("over two line breaks", "<p><em>a<br><br>b</em>", ["em: a"], ["em: b"]),
    MarkRow("in preformatted text", "<pre><code>\n a\n</code>\n</pre>", ["code:  a"]),
    MarkRow("a reference at its start", "<p><s>&amp;a</s>", ["s: &a"]),
    MarkRow(
      "nested too deep", String(repeating: "<b>", count: 20) + "a" + "<i>b</i></b>c",
      [String](repeating: "b: abc", count: 8)),
  ]

  @Test(arguments: marks) func marksAreRangesOfTheirBlock(_ row: MarkRow) {
    let sample = MarkupSample(row.markup)
    let marks = sample.document.blocks.map { block in
      block.marks.map {
        sample.document.elements.tag(of: $0.element).name + ": "
          + sample.document.string(in: block, $0.utf8Range)
      }
    }
    #expect(marks == row.marks)
  }

  @Test func closedRowsKnowTheirSource() {
    let sample = MarkupSample(
      "<table><tr><td>a<td><p>b &amp; <a href=1>c</a></p>\n\n<p><b>d</b><br>e</p></table>")
    let document = sample.document
    #expect(sample.text == "a\tb & c d e\n")
    #expect(document.blocks.map { document.string(of: $0) } == ["a", "b & c", "d e"])
    #expect(
      document.blocks.map { String(decoding: sample.markup[$0.sourceBytes], as: UTF8.self) }
        == ["a", "b &amp; <a href=1>c", "d</b><br>e"])
    #expect(document.string(in: document.blocks[1], document.blocks[1].links[0].utf8Range) == "c")
    #expect(document.string(in: document.blocks[2], document.blocks[2].marks[0].utf8Range) == "d")
  }

  @Test func elementsKnowTheirBlocks() {
    let sample = MarkupSample("<p>x</p><div>a<p>b</p>c</div><p>y</p>")
    let elements = sample.document.elements
    let div = elements.elements(.div).first { _ in true }!
    #expect(elements.firstBlocks[div.index] == 1)
    #expect(elements.endBlocks[div.index] == 4)
    let owners = sample.document.blocks.map { $0.element.map { elements.tag(of: $0) } }
    #expect(owners == [.p, .div, .p, .div, .p])
  }
}
