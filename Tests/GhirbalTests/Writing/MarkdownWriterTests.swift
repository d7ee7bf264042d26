import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// What a page looks like in Markdown, with no stage in between.
@Suite struct MarkdownWriterTests {
  static let structure = [
    MarkupRow("headings", "<h1>a</h1><h3>b</h3>", "# a\n\n### b\n"),
    MarkupRow("a heading in bold is a heading", "<h2><b>a</b></h2>", "## a\n"),
    MarkupRow("a heading in two lines is in one", "<h2>a<br>b</h2>", "## a b\n"),
    MarkupRow("a heading that ends in #", "<h2>a C# #</h2>", "## a C# \\#\n"),
    MarkupRow("paragraphs", "<p>a</p><p>b</p>", "a\n\nb\n"),
    MarkupRow("a hard line break", "<p>a<br>b</p>", "a\\\nb\n"),
    MarkupRow(
      "a later number under text needs a blank line",
      "<ul><li>a<ol start=3><li>b</ol></ul>", "- a\n\n  3. b\n"),
    MarkupRow("paragraphs of an item", "<ul><li><p>a</p><p>b</p></ul>", "- a\n\n  b\n"),
    MarkupRow("two lists", "<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b\n"),
    MarkupRow("a quotation", "<blockquote><p>a</p><p>b</p></blockquote><p>c", "> a\n>\n> b\n\nc\n"),
    MarkupRow("a box behind text is no task", "<ul><li>a <input type=checkbox>", "- a\n"),
    MarkupRow("a box in a form is no task", "<form><ul><li><input type=checkbox>a</form>", "- a\n"),
    MarkupRow("a rule", "<p>a</p><hr><p>b", "a\n\n* * *\n\nb\n"),
    MarkupRow(
      "a rule in a quotation", "<blockquote><p>a</p><hr><p>b</blockquote>",
      "> a\n>\n> * * *\n>\n> b\n"),
    MarkupRow("rules at the ends are none", "<hr><p>a</p><hr>", "a\n"),
    MarkupRow(
      "a quotation in a quotation", "<blockquote>a<blockquote>b</blockquote></blockquote>",
      "> a\n>\n> > b\n"),
    MarkupRow(
      "a call-out with its title",
      "<div class='admonition tip'><p class='admonition-title'>a</p><p>b</p></div><p>c",
      "> [!tip] a\n>\n> b\n\nc\n"),
    MarkupRow(
      "a call-out without a title", "<aside class='callout callout-warning'>a</aside>",
      "> [!warning]\n> a\n"),
    MarkupRow(
      "a call-out that starts with a list",
      "<div class='markdown-alert markdown-alert-note'><ul><li>هشدار</ul></div>",
      "> [!note]\n>\n> - هشدار\n"),
    MarkupRow("a box that is no call-out", "<div class='callout promo'>a</div>", "a\n"),
    MarkupRow("a note that is no call-out", "<div class=note>a</div>", "a\n"),
    MarkupRow("a fold", "<details><summary>a</summary><p>b</details>", "a\n\nb\n"),
    MarkupRow("a figure", "<figure><img src=x><figcaption>a</figcaption></figure><p>b", "a\n\nb\n"),
    MarkupRow("definitions", "<dl><dt>a<dd>b<dd>c</dl>", "a\n\nb\n\nc\n"),
    MarkupRow(
      "lines of prose are paragraphs", "<div>\(prose)<br>\(prose)</div>", "\(prose)\n\n\(prose)\n"),
    MarkupRow(
      "Persian lines of prose", "<div>\(persianProse)<br>\(persianProse)</div>",
      "\(persianProse)\n\n\(persianProse)\n"),
    MarkupRow(
      "lines of verse are lines", "<p>So we went<br>to the mill.", "So we went\\\nto the mill.\n"),
    MarkupRow(
      "a mark holds lines of prose together", "<p><i>\(prose)<br>\(prose)</i>",
      "*\(prose)\\\n\(prose)*\n"),
    MarkupRow(
      "a list in a quotation", "<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b\n"),
    MarkupRow("code", "<pre>a\n  *b*</pre>", "```\na\n  *b*\n```\n"),
    MarkupRow(
      "code with its language", "<pre><code class='x language-swift'>let a</code></pre>",
      "```swift\nlet a\n```\n"),
    MarkupRow("code with a fence in it", "<pre>```\na</pre>", "````\n```\na\n````\n"),
    MarkupRow("code in a list", "<ul><li><pre>a\n\nb</pre></ul>", "- ```\n  a\n\n  b\n  ```\n"),
    MarkupRow(
      "a table", "<table><tr><th>a<th>b|c<tr><td>1<td>2</table>",
      "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |\n"),
    MarkupRow(
      "a table without a heading row", "<table><tr><td>a<td>1<tr><td>b<td>2</table>",
      "| | |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n"),
    MarkupRow(
      "cells that span", "<table><tr><th>a<th>b<tr><td rowspan=2>c<td>1<tr><td>2</table>",
      "| a | b |\n| --- | --- |\n| c | 1 |\n| | 2 |\n"),
    MarkupRow(
      "a table's caption stands before it",
      "<table><caption>t</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
      "t\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
    MarkupRow(
      "cells of the head are its heading row",
      "<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
    MarkupRow(
      "a list laid out as a table", "<table><tr><td>9.<td>a<tr><td><td>b<tr><td>10.<td>c</table>",
      "9. a\n\n   b\n10. c\n"),
    MarkupRow(
      "numbers that do not count up are cells",
      "<table><tr><td>9.<td>a<tr><td>7.<td>b</table>",
      "| | |\n| --- | --- |\n| 9. | a |\n| 7. | b |\n"),
    MarkupRow(
      "numbers below a head are cells",
      "<table><tr><th>No.<th>Name<tr><td>1.<td>a<tr><td>2.<td>b</table>",
      "| No. | Name |\n| --- | --- |\n| 1. | a |\n| 2. | b |\n"),
    MarkupRow(
      "items and lines in a cell",
      "<table><tr><td>a<td><ul><li>b<li>c</ul><tr><td>d<td>e<br>f</table>",
      "| | |\n| --- | --- |\n| a | b<br>c |\n| d | e f |\n"),
    MarkupRow("one row is no table", "<table><tr><td>a<td>b</table>", "a\n\nb\n"),
    MarkupRow(
      "headings in cells are layout",
      "<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", "## a\n\nb\n\nc\n\nd\n"),
    MarkupRow(
      "a table for presentation is none",
      "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd\n"),
  ]

  static let inline = [
    MarkupRow("emphasis", "<p>a <em>b</em> <strong>c</strong> <s>d</s>", "a *b* **c** ~~d~~\n"),
    MarkupRow("both at once", "<p><b><i>a</i></b> b", "***a*** b\n"),
    MarkupRow("in one word", "<p>un<b>believ</b>able", "un**believ**able\n"),
    MarkupRow("punctuation at its end", "<p><b>a:</b>b", "**a**:b\n"),
    MarkupRow("punctuation at its end before a space", "<p><b>a:</b> b", "**a:** b\n"),
    MarkupRow("punctuation alone beside a word", "<p>a<b><i>?</i></b>", "a?\n"),
    MarkupRow("two marks that end in punctuation", "<p><b>a <i>b!</i></b>c", "a *b*!c\n"),
    MarkupRow("another sign at its start", "<p>a<i><s>b</s></i>", "a~~b~~\n"),
    MarkupRow(
      "wide spaces at its ends", "<p>甲<b>\u{3000}乙\u{3000}</b>丙", "甲\u{3000}**乙**\u{3000}丙\n"),
    MarkupRow("two that touch are one", "<p><b>a</b><strong>b</strong>", "**ab**\n"),
    MarkupRow("one in itself", "<p><b>a <b>b</b></b>", "**a b**\n"),
    MarkupRow("Arabic", "<p>قال <b>«نعم»</b>ثم", "قال **«نعم**»ثم\n"),
    MarkupRow("code", "<p><code>a*b</code> <code>`</code>", "`a*b` `` ` ``\n"),
    MarkupRow(
      "indices", "<p>H<sub>2</sub>O x<sup>2</sup> 3<sup>rd</sup>", "H₂O x² 3<sup>rd</sup>\n"),
    MarkupRow("a link", "<p>a <a href='http://b.c/d'>e</a>", "a [e](http://b.c/d)\n"),
    MarkupRow("a link with brackets", "<p><a href='/b_(c)'>[1]</a>", "[[1]](/b_(c))\n"),
    MarkupRow("a link with one bracket", "<p><a href='/b_(c'>1]</a>", "[1\\]](/b_\\(c)\n"),
    MarkupRow("signs in an address", "<p><a href='/*a*~b~_c_&d=1'>e</a>", "[e](/*a*~b~_c_&d=1)\n"),
    MarkupRow("a link with a space", "<p><a href='a b'>c</a>", "[c](a%20b)\n"),
    MarkupRow("an exclamation before a link", "<p>a!<a href=b>c</a>", "a\\![c](b)\n"),
    MarkupRow("a link in bold", "<p><b><a href=a>b</a></b>", "[**b**](a)\n"),
    MarkupRow("a script is no link", "<p><a href='JavaScript:a()'>b</a>", "b\n"),
    MarkupRow("a place on the page is no link", "<p><a href='#a'>b</a>", "b\n"),
    MarkupRow("a mail address", "<p><a href='mailto:a@b.c'>b</a>", "[b](mailto:a@b.c)\n"),
    MarkupRow(
      "the page's base", "<base href='https://a.b/c/d'><p><a href='../e?f#g'>h</a>",
      "[h](https://a.b/e?f#g)\n"),
    MarkupRow("an image is not in the text", "<p>a <img src=b alt=c>", "a\n"),
  ]

  static let prose =
    "The footbridge over the river was closed on Tuesday, when inspectors found two cracked girders."
  static let persianProse =
    "پل عابر پیاده روی رودخانه روز سه شنبه بسته شد وقتی که بازرسان دو تیر ترک خورده پیدا کردند."

  static let notes = [
    MarkupRow(
      "a footnote in a list",
      "<p>a<sup><a href='#f1'>1</a></sup> b</p><ol><li id=f1>c<p>d</p></li></ol>",
      "a[^1] b\n\n[^1]: c\n\n    d\n"),
    MarkupRow(
      "an item behind a note", "<p>a<sup><a href='#f'>1</a></sup><ol><li id=f>b<li>c</ol>",
      "a[^1]\n\n[^1]: b\n\n2. c\n"),
    MarkupRow(
      "a mark in brackets",
      "<p>a<sup>[<a href='#f'>12</a>]</sup></p><p id=f>c</p>", "a[^12]\n\n[^12]: c\n"),
    MarkupRow(
      "notes of two kinds",
      "<p>a<sup><a href='#f'>1</a></sup> b<sup><a href='#g'>[n 1]</a></sup></p><p id=f>c</p><p id=g>d</p>",
      "a[^1] b[^n1]\n\n[^1]: c\n\n[^n1]: d\n"),
    MarkupRow(
      "a mark that is led back to",
      "<p>a <a id=r href='#f'>[3]</a></p><p><a id=f href='#r'>^</a> c</p>",
      "a [^3]\n\n[^3]: ^ c\n"),
    MarkupRow(
      "Persian digits", "<p>الف<sup><a href='#f'>۱</a></sup></p><div id=f>ب</div>",
      "الف[^1]\n\n[^1]: ب\n"),
    MarkupRow(
      "Arabic text and signs", "<p>كلمة<sup><a href='#f'>*</a></sup></p><p id=f>شرح</p>",
      "كلمة[^1]\n\n[^1]: شرح\n"),
    MarkupRow(
      "two notes of one number are counted",
      "<p>a<sup><a href='#f'>1</a></sup> b<sup><a href='#g'>1</a></sup></p><p id=f>c</p><p id=g>d</p>",
      "a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n"),
    MarkupRow(
      "two marks of one note",
      "<p>a<sup><a href='#f'>1</a></sup> b<sup><a href='#f'>1</a></sup></p><p id=f>c</p>",
      "a[^1] b[^1]\n\n[^1]: c\n"),
    MarkupRow(
      "a number that leads to a section is no mark",
      "<p><a href='#s'>1</a> a</p><h2 id=s>b</h2><p>c", "1 a\n\n## b\n\nc\n"),
    MarkupRow(
      "a raised number that leads nowhere", "<p>a<sup><a href='#x'>1</a></sup></p><p>c",
      "a[1]\n\nc\n"),
    MarkupRow(
      "a link to a paragraph is no mark", "<p><a href='#p'>below</a> a</p><p id=p>b",
      "below a\n\nb\n"),
  ]

  static let escapes = [
    MarkupRow("a star without a partner", "<p>2*3 * 4", "2*3 * 4\n"),
    MarkupRow("stars that could be emphasis", "<p>2*3* 4", "2\\*3\\* 4\n"),
    MarkupRow("a star beside bold text", "<p>2*<b>3</b> * 4", "2\\***3** * 4\n"),
    MarkupRow("underlines", "<p>a_b _c_", "a_b \\_c\\_\n"),
    MarkupRow("underlines inside of words", "<p>a_b_c نوشته_ها_ی", "a_b_c نوشته_ها_ی\n"),
    MarkupRow("an underline without a partner", "<p>_a", "_a\n"),
    MarkupRow("backticks", "<p>`a`", "\\`a\\`\n"),
    MarkupRow("a backtick without a partner", "<p>`a", "`a\n"),
    MarkupRow("a backtick beside code", "<p>`a <code>b</code>", "\\`a `b`\n"),
    MarkupRow("a backslash before punctuation", "<p>a\\b \\*", "a\\b \\\\*\n"),
    MarkupRow("a backslash at a line's end", "<p>a\\ <br>b\\", "a\\\\\\\nb\\\n"),
    MarkupRow("a backslash at a link's end", "<p><a href=b>a\\</a>", "[a\\\\](b)\n"),
    MarkupRow("markup as text", "<p>&lt;b> a &lt; b", "\\<b> a < b\n"),
    MarkupRow("half a tag", "<p>a &lt;b c", "a <b c\n"),
    MarkupRow("half a tag at a line's start", "<p>&lt;div c", "\\<div c\n"),
    MarkupRow("a reference as text", "<p>&amp;amp; a &amp; b", "\\&amp; a & b\n"),
    MarkupRow("a link as text", "<p>[a](b) [1]", "[a\\](b) [1]\n"),
    MarkupRow("brackets without a link", "<p>a] (b) a](c) [d][e]", "a] (b) a](c) [d][e]\n"),
    MarkupRow("a reference's label", "<p>[a]: b", "\\[a]: b\n"),
    MarkupRow("a footnote as text", "<p>a [^1] b", "a \\[^1] b\n"),
    MarkupRow("brackets with a caret", "<p>a [^b c] [^", "a [^b c] [^\n"),
    MarkupRow("a comparison", "<p>a&lt;b:c &lt;1 d>e", "a<b:c <1 d>e\n"),
    MarkupRow(
      "an address in angles", "<p>a &lt;http://b.c> &lt;d+e@f.g>", "a \\<http://b.c> \\<d+e@f.g>\n"),
    MarkupRow("a box as text", "<ul><li>[x] a", "- \\[x] a\n"),
    MarkupRow("a box outside of a list", "<p>[x] a", "[x] a\n"),
    MarkupRow("tildes", "<p>~5 a ~ b", "~5 a ~ b\n"),
    MarkupRow("tildes that could strike out", "<p>a ~5~ ~~6~~", "a \\~5\\~ \\~\\~6\\~\\~\n"),
    MarkupRow("a fence as text", "<p>~~~ a", "\\~~~ a\n"),
    MarkupRow("a heading as text", "<p># a #b", "\\# a #b\n"),
    MarkupRow("a hashtag stays", "<p>#a", "#a\n"),
    MarkupRow("a number sign in a heading", "<h2>a #5 b</h2>", "## a #5 b\n"),
    MarkupRow("a bullet as text", "<p>- a", "\\- a\n"),
    MarkupRow("a star as text", "<p>* a", "\\* a\n"),
    MarkupRow("an option stays", "<p>--c -d", "--c -d\n"),
    MarkupRow("a rule as text", "<p>- - -", "\\- - -\n"),
    MarkupRow("a rule of stars as text", "<p>***", "\\***\n"),
    MarkupRow("a rule of underlines as text", "<p>___", "\\___\n"),
    MarkupRow("a negative number stays", "<p>-5 +5", "-5 +5\n"),
    MarkupRow("a number as text", "<p>1. a", "1\\. a\n"),
    MarkupRow("a number in a heading stays", "<h2>1. a</h2>", "## 1. a\n"),
    MarkupRow("a bullet in a heading stays", "<h3>- a</h3>", "### - a\n"),
    MarkupRow(
      "a number in a cell stays", "<table><tr><th>1. a<th>b<tr><td>- c<td># d</table>",
      "| 1. a | b |\n| --- | --- |\n| - c | # d |\n"),
    MarkupRow("a decimal stays", "<p>1.5", "1.5\n"),
    MarkupRow("in the second line", "<p>a<br>1) b<br>===", "a\\\n1\\) b\\\n\\===\n"),
    MarkupRow("a later number in the second line stays", "<p>a<br>7. b", "a\\\n7. b\n"),
    MarkupRow("an underline's look in the first line stays", "<p>=== a<br>b", "=== a\\\nb\n"),
    MarkupRow("a quotation as text", "<p>> a", "\\> a\n"),
    MarkupRow("a table as text", "<p>|a|b|<br>|-|-|", "|a|b|\\\n\\|-|-|\n"),
    MarkupRow("a pipe stays", "<p>a | b", "a | b\n"),
  ]

  private static func markdown(_ markup: String, _ yaml: String = "") throws -> String {
    try WrittenPage(markup: markup, "format: markdown\n" + yaml).text
  }

  @Test(arguments: structure + inline + notes + escapes) func writesMarkdown(_ row: MarkupRow)
    throws
  {
    #expect(try Self.markdown(row.markup) == row.text)
  }

  // MARK: Options

  /// Wherever the format stands: beside `writing`, not in it.
  @Test(arguments: [
    "format: markdown\nwriting:\n  links: text\n", "writing:\n  links: text\nformat: markdown\n",
  ]) func linksAreLeftOutOnRequest(_ yaml: String) throws {
    let page = try WrittenPage(markup: "<p>a <a href=b>c</a> <b>d</b>", yaml)
    #expect(page.text == "a c **d**\n")
  }

  @Test func alternativeTextsAreReadOnRequest() throws {
    let images = "reading:\n  images: alt\n"
    #expect(
      try Self.markdown("<p>a<img src=b.png alt='c [d] d'>e <img alt=f>", images)
        == "a ![c [d] d](b.png) e f\n")
    let page = try WrittenPage(
      markup: "<figure><img src='data:x' alt=' b\n c'></figure><p>d", "format: markdown\n" + images)
    #expect(page.text == "b c\n\nd\n")
    let caption = page.clean.raw.blocks[0]
    #expect(caption.kind == .caption)
    #expect(
      String(decoding: page.page.bytes[caption.sourceBytes], as: UTF8.self)
        == "<img src='data:x' alt=' b\n c'>")
    try page.checkRecord()
  }

  @Test(arguments: [
    ("", "役所 ada@b.example\n"),
    ("reading: { ruby: annotated, protected_addresses: leave }\n", "役所（やくしょ） [email protected]\n"),
  ]) func aRecordKnowsHowItsPageWasRead(_ options: String, _ text: String) throws {
    let markup =
      "<p><ruby>役所<rt>やくしょ</rt></ruby> "
      + "<span data-cfemail=5a3b3e3b1a38743f223b372a363f>[email protected]</span></p>"
    let page = try WrittenPage(markup: markup, "format: markdown\n" + options)
    #expect(page.text == text)
    try page.checkRecord()
  }

  @Test func relativeLinksStartAtThePage() throws {
    let page = try WrittenPage(
      markup: "<p><a href=c>d</a> <a href='?e'>f</a> <a href='//g/h'>i</a>", "format: markdown\n",
      url: "https://a.b/x/y?z")
    #expect(page.text == "[d](https://a.b/x/c) [f](https://a.b/x/y?e) [i](https://g/h)\n")
    try page.checkRecord()
  }

  @Test func theRecordNamesTheFormat() throws {
    let clean = try WrittenPage(markup: "<p>a", "format: markdown\n").clean
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
    let page = try WrittenPage(text, "format: markdown\nreading:\n  format: text\n")
    #expect(try page.restored() == page.page.bytes)
    try page.checkRecord()
  }
}
