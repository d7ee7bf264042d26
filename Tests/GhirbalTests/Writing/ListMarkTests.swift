import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// What plain text shows of a page's lists, with no stage in between.
@Suite struct ListMarkTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    let markup: String
    let text: String

    init(_ label: String, _ markup: String, _ text: String) {
      self.label = label
      self.markup = markup
      self.text = text
    }

    var testDescription: String { label }
  }

  private static func clean(
    _ bytes: String, _ options: String = ""
  ) throws -> (page: Page, clean: Pipeline.CleanPage) {
    let configuration = try PipelineConfiguration(yaml: "stages: []\n" + options)
    let page = Page(path: "a.html", bytes: Array(bytes.utf8))
    return (page, try Pipeline(configuration).clean(page))
  }

  static let rows = [
    Row("bullets", "<ul><li>a<li>b</ul>", "- a\n- b\n"),
    Row("numbers", "<ol start=9><li>a<li>b</ol>", "9. a\n10. b\n"),
    Row("an item's own number", "<ol><li>a<li value=5>b<li>c</ol>", "1. a\n5. b\n6. c\n"),
    Row("text around a list", "<p>a</p><ul><li>b</ul><p>c", "a\n\n- b\n\nc\n"),
    Row(
      "a list in a list", "<ul><li>a<ol><li>b<li>c</ol><li>d</ul>",
      "- a\n  1. b\n  2. c\n- d\n"),
    Row("below a wide number", "<ol start=10><li>a<ul><li>b</ul></ol>", "10. a\n    - b\n"),
    Row(
      "blocks of one item have one mark", "<ul><li>a<p>b</p><p>c</p><li>d</ul>",
      "- a\n  b\n  c\n- d\n"),
    Row("an item that starts with a list", "<ul><li><ul><li>a<li>b</ul></ul>", "- - a\n  - b\n"),
    Row("a heading in an item", "<ul><li><h3>a</h3>b</ul>", "- a\n  b\n"),
    Row("code in an item", "<ul><li>a<pre>b\n  c</pre></ul>", "- a\nb\n  c\n"),
    Row("Persian", "<ol><li>یکم<li>دوم</ol>", "1. یکم\n2. دوم\n"),
    Row("Arabic", "<ul><li>أولا<li>ثانيا</ul>", "- أولا\n- ثانيا\n"),
    Row(
      "tasks", "<ul><li><input type=checkbox checked disabled> a<li><input type=checkbox> b</ul>",
      "- [x] a\n- [ ] b\n"),
    Row("a bullet of the author's", "<ul><li>• a<li>– b</ul>", "• a\n– b\n"),
    Row("a number of the author's", "<ol><li>1. a<li>2) b<li>3.5 c</ol>", "1. a\n2) b\n3. 3.5 c\n"),
    Row("a range is no number", "<ul><li>-5 a<li>1990. Born</ul>", "- -5 a\n- 1990. Born\n"),
    Row("items in a row of a table", "<table><tr><td>a<td><ul><li>b<li>c</ul></table>", "a\tb c\n"),
    Row(
      "items in the only cell of a row", "<table><tr><td><ul><li>b<li>c</ul></table>", "- b\n- c\n"),
    Row("no list", "<p>a</p><div>b</div>", "a\n\nb\n"),
    Row("definitions are no items", "<dl><dt>a<dd>b</dl>", "a\nb\n"),
  ]

  @Test(arguments: rows) func marks(_ row: Row) throws {
    let (page, clean) = try Self.clean("<!doctype html>" + row.markup)
    #expect(String(decoding: clean.text, as: UTF8.self) == row.text)
    let record = try ProvenanceRecord(json: clean.record.json)
    #expect(record == clean.record)
    #expect(record.output?.listMarks == .keep)
    #expect(try Pipeline.replay(record, on: page).text == clean.text)
    // The marks stand outside of the blocks.
    for block in record.blocks {
      #expect(
        clean.text[block.outputUtf8[0]..<block.outputUtf8[1]]
          .elementsEqual(clean.document.utf8[clean.document.blocks[block.block].content]))
    }
  }

  @Test func noneOnRequest() throws {
    let markup = "<!doctype html><ol><li>a<ul><li>b</ul></ol>"
    let (page, clean) = try Self.clean(markup, "writing: {list_marks: none}\n")
    #expect(String(decoding: clean.text, as: UTF8.self) == "a\nb\n")
    let json = String(decoding: clean.record.json, as: UTF8.self)
    #expect(!json.contains("list_marks"))
    #expect(try Pipeline.replay(clean.record, on: page).text == clean.text)
  }

  @Test func addressesStandBesideThem() throws {
    let (_, clean) = try Self.clean(
      "<!doctype html><ul><li><a href=http://b.c/>a</a></ul>", "writing: {links: inline}\n")
    #expect(String(decoding: clean.text, as: UTF8.self) == "- a (http://b.c/)\n")
  }

  @Test func flattenedTextStandsAsItIs() throws {
    let text = "Shopping\n\n- bread\n  * salt\n1. milk\n"
    let (page, clean) = try Self.clean(text, "reading: {format: text}\n")
    #expect(String(decoding: clean.text, as: UTF8.self) == text)
    #expect(clean.record.output?.listMarks == WritingOptions.ListMarks.none)
    #expect(try PageRestorer.rawBytes(of: clean.text, clean.record) == page.bytes)
  }

  @Test func theConfigurationKeepsTheChoice() throws {
    let yaml = try PipelineConfiguration(yaml: "writing: {list_marks: none}\n").yaml
    #expect(yaml.contains("list_marks: none"))
    #expect(try PipelineConfiguration(yaml: yaml).writing.listMarks == .none)
  }
}
