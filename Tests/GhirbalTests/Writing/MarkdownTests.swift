import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// What a page looks like in Markdown, with no stage in between.
@Suite struct MarkdownTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    let markup: String
    let markdown: String

    init(_ label: String, _ markup: String, _ markdown: String) {
      self.label = label
      self.markup = markup
      self.markdown = markdown
    }

    var testDescription: String { label }
  }

  static func page(
    _ bytes: String, options: String = "", url: String? = nil
  ) throws -> (page: Page, clean: Pipeline.CleanPage) {
    let configuration = try PipelineConfiguration(
      yaml: "format: markdown\nstages: []\n" + options)
    let page = Page(path: "a.html", bytes: Array(bytes.utf8), url: url)
    return (page, try Pipeline(configuration).clean(page))
  }

  static func markdown(_ markup: String, options: String = "") throws -> String {
    let clean = try page("<!doctype html>" + markup, options: options).clean
    return String(decoding: clean.text, as: UTF8.self)
  }

  static let structure = [
    Row("headings", "<h1>a</h1><h3>b</h3>", "# a\n\n### b\n"),
    Row("a heading in bold is a heading", "<h2><b>a</b></h2>", "## a\n"),
    Row("a heading in two lines is in one", "<h2>a<br>b</h2>", "## a b\n"),
    Row("a heading that ends in #", "<h2>a C# #</h2>", "## a C# \\#\n"),
    Row("paragraphs", "<p>a</p><p>b</p>", "a\n\nb\n"),
    Row("a hard line break", "<p>a<br>b</p>", "a\\\nb\n"),
    Row("a list", "<ul><li>a<li>b</ul>", "- a\n- b\n"),
    Row("a numbered list", "<ol><li>a<li>b</ol>", "1. a\n2. b\n"),
    Row("a numbered list that starts later", "<ol start=9><li>a<li>b</ol>", "9. a\n10. b\n"),
    Row("a list in a list", "<ul><li>a<ul><li>b<li>c</ul><li>d</ul>", "- a\n  - b\n  - c\n- d\n"),
    Row(
      "a later number under text needs a blank line",
      "<ul><li>a<ol start=3><li>b</ol></ul>", "- a\n\n  3. b\n"),
    Row("paragraphs of an item", "<ul><li><p>a</p><p>b</p></ul>", "- a\n\n  b\n"),
    Row("two lists", "<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b\n"),
    Row("a quotation", "<blockquote><p>a</p><p>b</p></blockquote><p>c", "> a\n>\n> b\n\nc\n"),
    Row("a list in a quotation", "<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b\n"),
    Row("code", "<pre>a\n  *b*</pre>", "```\na\n  *b*\n```\n"),
    Row(
      "code with its language", "<pre><code class='x language-swift'>let a</code></pre>",
      "```swift\nlet a\n```\n"),
    Row("code with a fence in it", "<pre>```\na</pre>", "````\n```\na\n````\n"),
    Row("code in a list", "<ul><li><pre>a\n\nb</pre></ul>", "- ```\n  a\n\n  b\n  ```\n"),
    Row(
      "a table", "<table><tr><th>a<th>b|c<tr><td>1<td>2</table>",
      "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |\n"),
    Row(
      "a table without a heading row", "<table><tr><td>a<td>1<tr><td>b<td>2</table>",
      "| | |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n"),
    Row(
      "cells that span", "<table><tr><th>a<th>b<tr><td rowspan=2>c<td>1<tr><td>2</table>",
      "| a | b |\n| --- | --- |\n| c | 1 |\n| | 2 |\n"),
    Row(
      "a table's caption stands before it",
      "<table><caption>t</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
      "t\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
    Row("one row is no table", "<table><tr><td>a<td>b</table>", "a\n\nb\n"),
    Row(
      "headings in cells are layout",
      "<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", "## a\n\nb\n\nc\n\nd\n"),
    Row(
      "a table for presentation is none",
      "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd\n"),
  ]

  static let inline = [
    Row("emphasis", "<p>a <em>b</em> <strong>c</strong> <s>d</s>", "a *b* **c** ~~d~~\n"),
    Row("both at once", "<p><b><i>a</i></b> b", "***a*** b\n"),
    Row("in one word", "<p>un<b>believ</b>able", "un**believ**able\n"),
    Row("punctuation at its end", "<p><b>a:</b>b", "**a**:b\n"),
    Row("punctuation at its end before a space", "<p><b>a:</b> b", "**a:** b\n"),
    Row("two that touch are one", "<p><b>a</b><strong>b</strong>", "**ab**\n"),
    Row("one in itself", "<p><b>a <b>b</b></b>", "**a b**\n"),
    Row("Arabic", "<p>قال <b>«نعم»</b>ثم", "قال **«نعم**»ثم\n"),
    Row("code", "<p><code>a*b</code> <code>`</code>", "`a*b` `` ` ``\n"),
    Row("indices", "<p>H<sub>2</sub>O x<sup>2</sup> 3<sup>rd</sup>", "H₂O x² 3<sup>rd</sup>\n"),
    Row("a link", "<p>a <a href='http://b.c/d'>e</a>", "a [e](http://b.c/d)\n"),
    Row("a link with brackets", "<p><a href='/b_(c)'>[1]</a>", "[\\[1\\]](/b_\\(c\\))\n"),
    Row("a link with a space", "<p><a href='a b'>c</a>", "[c](a%20b)\n"),
    Row("an exclamation before a link", "<p>a!<a href=b>c</a>", "a\\![c](b)\n"),
    Row("a link in bold", "<p><b><a href=a>b</a></b>", "[**b**](a)\n"),
    Row("a script is no link", "<p><a href='JavaScript:a()'>b</a>", "b\n"),
    Row("a place on the page is no link", "<p><a href='#a'>b</a>", "b\n"),
    Row("a mail address", "<p><a href='mailto:a@b.c'>b</a>", "[b](mailto:a@b.c)\n"),
    Row(
      "the page's base", "<base href='https://a.b/c/d'><p><a href='../e?f#g'>h</a>",
      "[h](https://a.b/e?f#g)\n"),
    Row("an image is not in the text", "<p>a <img src=b alt=c>", "a\n"),
  ]

  static let escapes = [
    Row("stars", "<p>2*3 * 4", "2\\*3 \\* 4\n"),
    Row("underlines", "<p>a_b _c_", "a_b \\_c\\_\n"),
    Row("backticks", "<p>`a`", "\\`a\\`\n"),
    Row("a backslash before punctuation", "<p>a\\b \\*", "a\\b \\\\\\*\n"),
    Row("markup as text", "<p>&lt;b> a &lt; b", "\\<b> a < b\n"),
    Row("a reference as text", "<p>&amp;amp; a &amp; b", "\\&amp; a & b\n"),
    Row("a link as text", "<p>[a](b) [1]", "[a\\](b) [1]\n"),
    Row("a box as text", "<p>[x] a", "\\[x] a\n"),
    Row("one tilde", "<p>~5", "\\~5\n"),
    Row("two tildes", "<p>a ~5 ~6", "a \\~5 \\~6\n"),
    Row("a heading as text", "<p># a #b", "\\# a #b\n"),
    Row("a hashtag stays", "<p>#a", "#a\n"),
    Row("a bullet as text", "<p>- a", "\\- a\n"),
    Row("a negative number stays", "<p>-5 +5", "-5 +5\n"),
    Row("a number as text", "<p>1. a", "1\\. a\n"),
    Row("a decimal stays", "<p>1.5", "1.5\n"),
    Row("in the second line", "<p>a<br>1) b<br>===", "a\\\n1\\) b\\\n\\===\n"),
    Row("a quotation as text", "<p>> a", "\\> a\n"),
    Row("a table as text", "<p>|a|b|<br>|-|-|", "\\|a|b|\\\n\\|-|-|\n"),
    Row("a pipe stays", "<p>a | b", "a | b\n"),
  ]

  @Test(arguments: structure + inline + escapes) func writesMarkdown(_ row: Row) throws {
    #expect(try Self.markdown(row.markup) == row.markdown)
  }

  // MARK: Options

  @Test func linksAreLeftOutOnRequest() throws {
    let markdown = try Self.markdown(
      "<p>a <a href=b>c</a> <b>d</b>", options: "writing:\n  links: text\n")
    #expect(markdown == "a c **d**\n")
  }

  @Test func plainTextNamesAddressesOnRequest() throws {
    let configuration = try PipelineConfiguration(yaml: "stages: []\nwriting: {links: inline}\n")
    let markup = "<!doctype html><p>a <a href=http://b.c/>d</a>, <a href=http://e>http://e</a>"
    let page = Page(path: "a.html", bytes: Array(markup.utf8))
    let clean = try Pipeline(configuration).clean(page)
    #expect(String(decoding: clean.text, as: UTF8.self) == "a d (http://b.c/), http://e\n")
    #expect(try Pipeline.replay(clean.record, on: page).text == clean.text)
  }

  @Test func alternativeTextsAreReadOnRequest() throws {
    let images = "reading:\n  images: alt\n"
    #expect(
      try Self.markdown("<p>a<img src=b.png alt='c [d] d'>e <img alt=f>", options: images)
        == "a ![c \\[d\\] d](b.png) e f\n")
    let (page, clean) = try Self.page(
      "<!doctype html><figure><img src='data:x' alt=' b\n c'></figure><p>d", options: images)
    #expect(String(decoding: clean.text, as: UTF8.self) == "b c\n\nd\n")
    #expect(clean.raw.blocks[0].kind == .caption)
    #expect(
      String(decoding: page.bytes[clean.raw.blocks[0].sourceBytes], as: UTF8.self)
        == "<img src='data:x' alt=' b\n c'>")
    let record = try ProvenanceRecord(json: clean.record.json)
    #expect(record == clean.record)
    #expect(try Pipeline.replay(record, on: page).text == clean.text)
  }

  @Test(arguments: [
    ("", "役所 ada@b.example\n"),
    ("reading: { ruby: annotated, protected_addresses: leave }\n", "役所（やくしょ） [email protected]\n"),
  ]) func aRecordKnowsHowItsPageWasRead(_ options: String, _ text: String) throws {
    let markup =
      "<!doctype html><p><ruby>役所<rt>やくしょ</rt></ruby> "
      + "<span data-cfemail=5a3b3e3b1a38743f223b372a363f>[email protected]</span></p>"
    let (page, clean) = try Self.page(markup, options: options)
    #expect(String(decoding: clean.text, as: UTF8.self) == text)
    let record = try ProvenanceRecord(json: clean.record.json)
    #expect(record == clean.record)
    #expect(try Pipeline.replay(record, on: page).text == clean.text)
  }

  @Test func relativeLinksStartAtThePage() throws {
    let (page, clean) = try Self.page(
      "<!doctype html><p><a href=c>d</a> <a href='?e'>f</a> <a href='//g/h'>i</a>",
      url: "https://a.b/x/y?z")
    #expect(
      String(decoding: clean.text, as: UTF8.self)
        == "[d](https://a.b/x/c) [f](https://a.b/x/y?e) [i](https://g/h)\n")
    #expect(try Pipeline.replay(clean.record, on: page).text == clean.text)
  }

  @Test func theRecordNamesTheFormat() throws {
    let clean = try Self.page("<!doctype html><p>a").clean
    #expect(clean.record.output?.path == "a.html.md")
    #expect(clean.record.output?.format == .markdown)
    #expect(clean.record.output?.sha256 != nil)
    #expect(clean.record.blocks.map(\.outputUtf8) == [[0, 1]])
  }

  // MARK: Flattened text

  static let flattened = [
    "a\n", "", "  * a\n\n\n1. b  \r\nc\\*d\n", "\n \n# a\n\tb_c_\n> d", "\\\\ \\a `x` ~y~\n",
    "العنوان\n\nهذا سطر أول. \n",
  ]

  /// What was text comes back from its Markdown and its record.
  @Test(arguments: flattened) func flattenedTextIsRestored(_ text: String) throws {
    let (page, clean) = try Self.page(text, options: "reading:\n  format: text\n")
    let record = try ProvenanceRecord(json: clean.record.json)
    #expect(try PageRestorer.rawBytes(of: clean.text, record) == page.bytes)
    #expect(try Pipeline.replay(record, on: page).text == clean.text)
  }
}
