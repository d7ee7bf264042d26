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
    Row(
      "an item with a number of its own", "<ol><li>a<li value=7>b<li>c</ol>", "1. a\n7. b\n8. c\n"),
    Row(
      "items with boxes",
      "<ul><li><input type=checkbox checked> a<li><label><input type=checkbox>b",
      "- [x] a\n- [ ] b\n"),
    Row("a box behind text is no task", "<ul><li>a <input type=checkbox>", "- a\n"),
    Row("a box in a form is no task", "<form><ul><li><input type=checkbox>a</form>", "- a\n"),
    Row("a rule", "<p>a</p><hr><p>b", "a\n\n* * *\n\nb\n"),
    Row(
      "a rule in a quotation", "<blockquote><p>a</p><hr><p>b</blockquote>",
      "> a\n>\n> * * *\n>\n> b\n"),
    Row("rules at the ends are none", "<hr><p>a</p><hr>", "a\n"),
    Row(
      "a quotation in a quotation", "<blockquote>a<blockquote>b</blockquote></blockquote>",
      "> a\n>\n> > b\n"),
    Row(
      "a call-out with its title",
      "<div class='admonition tip'><p class='admonition-title'>a</p><p>b</p></div><p>c",
      "> [!tip] a\n>\n> b\n\nc\n"),
    Row(
      "a call-out without a title", "<aside class='callout callout-warning'>a</aside>",
      "> [!warning]\n> a\n"),
    Row(
      "a call-out that starts with a list",
      "<div class='markdown-alert markdown-alert-note'><ul><li>هشدار</ul></div>",
      "> [!note]\n>\n> - هشدار\n"),
    Row("a box that is no call-out", "<div class='callout promo'>a</div>", "a\n"),
    Row("a note that is no call-out", "<div class=note>a</div>", "a\n"),
    Row("a fold", "<details><summary>a</summary><p>b</details>", "a\n\nb\n"),
    Row("a figure", "<figure><img src=x><figcaption>a</figcaption></figure><p>b", "a\n\nb\n"),
    Row("definitions", "<dl><dt>a<dd>b<dd>c</dl>", "a\n\nb\n\nc\n"),
    Row(
      "lines of prose are paragraphs", "<div>\(prose)<br>\(prose)</div>", "\(prose)\n\n\(prose)\n"),
    Row(
      "Persian lines of prose", "<div>\(persianProse)<br>\(persianProse)</div>",
      "\(persianProse)\n\n\(persianProse)\n"),
    Row(
      "lines of verse are lines", "<p>So we went<br>to the mill.", "So we went\\\nto the mill.\n"),
    Row(
      "a mark holds lines of prose together", "<p><i>\(prose)<br>\(prose)</i>",
      "*\(prose)\\\n\(prose)*\n"),
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
    Row(
      "cells of the head are its heading row",
      "<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
    Row(
      "a list laid out as a table", "<table><tr><td>9.<td>a<tr><td><td>b<tr><td>10.<td>c</table>",
      "9. a\n\n   b\n10. c\n"),
    Row(
      "numbers that do not count up are cells",
      "<table><tr><td>9.<td>a<tr><td>7.<td>b</table>",
      "| | |\n| --- | --- |\n| 9. | a |\n| 7. | b |\n"),
    Row(
      "numbers below a head are cells",
      "<table><tr><th>No.<th>Name<tr><td>1.<td>a<tr><td>2.<td>b</table>",
      "| No. | Name |\n| --- | --- |\n| 1. | a |\n| 2. | b |\n"),
    Row(
      "items and lines in a cell",
      "<table><tr><td>a<td><ul><li>b<li>c</ul><tr><td>d<td>e<br>f</table>",
      "| | |\n| --- | --- |\n| a | b<br>c |\n| d | e f |\n"),
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
    Row("a link with brackets", "<p><a href='/b_(c)'>[1]</a>", "[[1]](/b_(c))\n"),
    Row("a link with one bracket", "<p><a href='/b_(c'>1]</a>", "[1\\]](/b_\\(c)\n"),
    Row("signs in an address", "<p><a href='/*a*~b~_c_&d=1'>e</a>", "[e](/*a*~b~_c_&d=1)\n"),
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

  static let prose =
    "The footbridge over the river was closed on Tuesday, when inspectors found two cracked girders."
  static let persianProse =
    "پل عابر پیاده روی رودخانه روز سه شنبه بسته شد وقتی که بازرسان دو تیر ترک خورده پیدا کردند."

  static let notes = [
    Row(
      "a footnote in a list",
      "<p>a<sup><a href='#f1'>1</a></sup> b</p><ol><li id=f1>c<p>d</p></li></ol>",
      "a[^1] b\n\n[^1]: c\n\n    d\n"),
    Row(
      "a mark in brackets",
      "<p>a<sup>[<a href='#f'>12</a>]</sup></p><p id=f>c</p>", "a[^12]\n\n[^12]: c\n"),
    Row(
      "a mark that is led back to",
      "<p>a <a id=r href='#f'>[3]</a></p><p><a id=f href='#r'>^</a> c</p>",
      "a [^3]\n\n[^3]: ^ c\n"),
    Row(
      "Persian digits", "<p>الف<sup><a href='#f'>۱</a></sup></p><div id=f>ب</div>",
      "الف[^1]\n\n[^1]: ب\n"),
    Row(
      "Arabic text and signs", "<p>كلمة<sup><a href='#f'>*</a></sup></p><p id=f>شرح</p>",
      "كلمة[^1]\n\n[^1]: شرح\n"),
    Row(
      "two notes of one number are counted",
      "<p>a<sup><a href='#f'>1</a></sup> b<sup><a href='#g'>1</a></sup></p><p id=f>c</p><p id=g>d</p>",
      "a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n"),
    Row(
      "two marks of one note",
      "<p>a<sup><a href='#f'>1</a></sup> b<sup><a href='#f'>1</a></sup></p><p id=f>c</p>",
      "a[^1] b[^1]\n\n[^1]: c\n"),
    Row(
      "a number that leads to a section is no mark",
      "<p><a href='#s'>1</a> a</p><h2 id=s>b</h2><p>c", "1 a\n\n## b\n\nc\n"),
    Row(
      "a raised number that leads nowhere", "<p>a<sup><a href='#x'>1</a></sup></p><p>c",
      "a[1]\n\nc\n"),
    Row(
      "a link to a paragraph is no mark", "<p><a href='#p'>below</a> a</p><p id=p>b",
      "below a\n\nb\n"),
  ]

  static let escapes = [
    Row("a star without a partner", "<p>2*3 * 4", "2*3 * 4\n"),
    Row("stars that could be emphasis", "<p>2*3* 4", "2\\*3\\* 4\n"),
    Row("a star beside bold text", "<p>2*<b>3</b> * 4", "2\\***3** * 4\n"),
    Row("underlines", "<p>a_b _c_", "a_b \\_c\\_\n"),
    Row("underlines inside of words", "<p>a_b_c نوشته_ها_ی", "a_b_c نوشته_ها_ی\n"),
    Row("an underline without a partner", "<p>_a", "_a\n"),
    Row("backticks", "<p>`a`", "\\`a\\`\n"),
    Row("a backtick without a partner", "<p>`a", "`a\n"),
    Row("a backtick beside code", "<p>`a <code>b</code>", "\\`a `b`\n"),
    Row("a backslash before punctuation", "<p>a\\b \\*", "a\\b \\\\*\n"),
    Row("a backslash at a line's end", "<p>a\\ <br>b\\", "a\\\\\\\nb\\\n"),
    Row("a backslash at a link's end", "<p><a href=b>a\\</a>", "[a\\\\](b)\n"),
    Row("markup as text", "<p>&lt;b> a &lt; b", "\\<b> a < b\n"),
    Row("half a tag", "<p>a &lt;b c", "a <b c\n"),
    Row("half a tag at a line's start", "<p>&lt;div c", "\\<div c\n"),
    Row("a reference as text", "<p>&amp;amp; a &amp; b", "\\&amp; a & b\n"),
    Row("a link as text", "<p>[a](b) [1]", "[a\\](b) [1]\n"),
    Row("brackets without a link", "<p>a] (b) a](c) [d][e]", "a] (b) a](c) [d][e]\n"),
    Row("a reference's label", "<p>[a]: b", "\\[a]: b\n"),
    Row("a footnote as text", "<p>a [^1] b", "a \\[^1] b\n"),
    Row("a box as text", "<ul><li>[x] a", "- \\[x] a\n"),
    Row("a box outside of a list", "<p>[x] a", "[x] a\n"),
    Row("tildes", "<p>~5 a ~ b", "~5 a ~ b\n"),
    Row("tildes that could strike out", "<p>a ~5~ ~~6~~", "a \\~5\\~ \\~\\~6\\~\\~\n"),
    Row("a fence as text", "<p>~~~ a", "\\~~~ a\n"),
    Row("a heading as text", "<p># a #b", "\\# a #b\n"),
    Row("a hashtag stays", "<p>#a", "#a\n"),
    Row("a number sign in a heading", "<h2>a #5 b</h2>", "## a #5 b\n"),
    Row("a bullet as text", "<p>- a", "\\- a\n"),
    Row("a star as text", "<p>* a", "\\* a\n"),
    Row("an option stays", "<p>--c -d", "--c -d\n"),
    Row("a rule as text", "<p>- - -", "\\- - -\n"),
    Row("a rule of stars as text", "<p>***", "\\***\n"),
    Row("a rule of underlines as text", "<p>___", "\\___\n"),
    Row("a negative number stays", "<p>-5 +5", "-5 +5\n"),
    Row("a number as text", "<p>1. a", "1\\. a\n"),
    Row("a number in a heading stays", "<h2>1. a</h2>", "## 1. a\n"),
    Row("a bullet in a heading stays", "<h3>- a</h3>", "### - a\n"),
    Row(
      "a number in a cell stays", "<table><tr><th>1. a<th>b<tr><td>- c<td># d</table>",
      "| 1. a | b |\n| --- | --- |\n| - c | # d |\n"),
    Row("a decimal stays", "<p>1.5", "1.5\n"),
    Row("in the second line", "<p>a<br>1) b<br>===", "a\\\n1\\) b\\\n\\===\n"),
    Row("a later number in the second line stays", "<p>a<br>7. b", "a\\\n7. b\n"),
    Row("an underline's look in the first line stays", "<p>=== a<br>b", "=== a\\\nb\n"),
    Row("a quotation as text", "<p>> a", "\\> a\n"),
    Row("a table as text", "<p>|a|b|<br>|-|-|", "|a|b|\\\n\\|-|-|\n"),
    Row("a pipe stays", "<p>a | b", "a | b\n"),
  ]

  @Test(arguments: structure + inline + notes + escapes) func writesMarkdown(_ row: Row) throws {
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
        == "a ![c [d] d](b.png) e f\n")
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
