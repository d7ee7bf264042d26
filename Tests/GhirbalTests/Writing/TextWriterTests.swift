import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// What plain text shows of a page's lists and links, with no stage in between.
@Suite struct TextWriterTests {
  /// Lists that look the same in plain text and in Markdown.
  static let alike = [
    MarkupRow("bullets", "<ul><li>a<li>b</ul>", "- a\n- b\n"),
    MarkupRow("numbers", "<ol start=9><li>a<li>b</ol>", "9. a\n10. b\n"),
    MarkupRow("an item's own number", "<ol><li>a<li value=5>b<li>c</ol>", "1. a\n5. b\n6. c\n"),
    MarkupRow("text around a list", "<p>a</p><ul><li>b</ul><p>c", "a\n\n- b\n\nc\n"),
    MarkupRow(
      "a list in a list", "<ul><li>a<ol><li>b<li>c</ol><li>d</ul>",
      "- a\n  1. b\n  2. c\n- d\n"),
    MarkupRow(
      "tasks", "<ul><li><input type=checkbox checked disabled> a<li><input type=checkbox> b</ul>",
      "- [x] a\n- [ ] b\n"),
    MarkupRow("Persian", "<ol><li>یکم<li>دوم</ol>", "1. یکم\n2. دوم\n"),
    MarkupRow("Arabic", "<ul><li>أولا<li>ثانيا</ul>", "- أولا\n- ثانيا\n"),
  ]

  static let ofText = [
    MarkupRow("below a wide number", "<ol start=10><li>a<ul><li>b</ul></ol>", "10. a\n    - b\n"),
    MarkupRow(
      "blocks of one item have one mark", "<ul><li>a<p>b</p><p>c</p><li>d</ul>",
      "- a\n  b\n  c\n- d\n"),
    MarkupRow(
      "an item that starts with a list", "<ul><li><ul><li>a<li>b</ul></ul>", "- - a\n  - b\n"),
    MarkupRow("a heading in an item", "<ul><li><h3>a</h3>b</ul>", "- a\n  b\n"),
    MarkupRow("code in an item", "<ul><li>a<pre>b\n  c</pre></ul>", "- a\nb\n  c\n"),
    MarkupRow("a bullet of the author's", "<ul><li>• a<li>– b</ul>", "• a\n– b\n"),
    MarkupRow(
      "a number of the author's", "<ol><li>1. a<li>2) b<li>3.5 c</ol>", "1. a\n2) b\n3. 3.5 c\n"),
    MarkupRow("a range is no number", "<ul><li>-5 a<li>1990. Born</ul>", "- -5 a\n- 1990. Born\n"),
    MarkupRow(
      "items in a row of a table", "<table><tr><td>a<td><ul><li>b<li>c</ul></table>", "a\tb c\n"),
    MarkupRow(
      "items in the only cell of a row", "<table><tr><td><ul><li>b<li>c</ul></table>", "- b\n- c\n"),
    MarkupRow("no list", "<p>a</p><div>b</div>", "a\n\nb\n"),
    MarkupRow("definitions are no items", "<dl><dt>a<dd>b</dl>", "a\nb\n"),
  ]

  @Test(arguments: alike + ofText) func marks(_ row: MarkupRow) throws {
    let page = try WrittenPage(markup: row.markup)
    #expect(page.text == row.text)
    try page.checkRecord()
    let record = page.clean.record
    #expect(record.output?.listMarks == .keep)
    // The marks stand outside of the blocks.
    for block in record.blocks {
      #expect(
        page.clean.text[block.outputUtf8[0]..<block.outputUtf8[1]]
          .elementsEqual(page.clean.document.utf8[page.clean.document.blocks[block.block].content]))
    }
  }

  @Test(arguments: alike) func markdownHasTheSame(_ row: MarkupRow) throws {
    #expect(try WrittenPage(markup: row.markup, "format: markdown\n").text == row.text)
  }

  @Test func noneOnRequest() throws {
    let page = try WrittenPage(
      markup: "<ol><li>a<ul><li>b</ul></ol>", "writing: {list_marks: none}\n")
    #expect(page.text == "a\nb\n")
    #expect(!String(decoding: page.clean.record.json, as: UTF8.self).contains("list_marks"))
    try page.checkRecord()
  }

  @Test func addressesStandBesideThem() throws {
    let page = try WrittenPage(
      markup: "<ul><li><a href=http://b.c/>a</a></ul>", "writing: {links: inline}\n")
    #expect(page.text == "- a (http://b.c/)\n")
  }

  @Test func addressesStandBehindTheirWords() throws {
    let page = try WrittenPage(
      markup: "<p>a <a href=http://b.c/>d</a>, <a href=http://e>http://e</a>",
      "writing: {links: inline}\n")
    #expect(page.text == "a d (http://b.c/), http://e\n")
    try page.checkRecord()
  }

  @Test func flattenedTextStandsAsItIs() throws {
    let text = "Shopping\n\n- bread\n  * salt\n1. milk\n"
    let page = try WrittenPage(text, "reading: {format: text}\n")
    #expect(page.text == text)
    #expect(page.clean.record.output?.listMarks == WritingOptions.ListMarks.none)
    #expect(try page.restored() == page.page.bytes)
  }

  @Test func theConfigurationKeepsTheChoice() throws {
    let yaml = try PipelineConfiguration(yaml: "writing: {list_marks: none}\n").yaml
    #expect(yaml.contains("list_marks: none"))
    #expect(try PipelineConfiguration(yaml: yaml).writing.listMarks == .none)
  }
}
