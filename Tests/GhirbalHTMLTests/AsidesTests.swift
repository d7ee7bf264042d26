import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

/// What stands in a sentence and is none of it does not cut it.
@Suite struct AsidesTests {
  typealias Row = MarkupRow

  static let rows = [
    Row("noscript", "<p>a <noscript>N</noscript> b</p><p>c", "a b\n\nN\n\nc\n"),
    Row("an empty noscript", "<p>a <noscript><img></noscript> b</p><p>c", "a b\n\nc\n"),
    Row("template", "<p>a <template><p>t</p></template> b</p><p>c", "a b\n\nt\n\nc\n"),
    Row(
      "select", "<p>a <select><option>x<option>y</select> b</p><p>c", "a b\n\nx\ny\n\nc\n"),
    Row("textarea", "<p>a <textarea>t\n u</textarea> b</p>", "a b\n\nt\n u\n"),
    Row("iframe", "<p>a <iframe><b>F</b></iframe> b</p>", "a b\n\n<b>F</b>\n"),
    Row("video", "<p>a <video><p>f</p></video> b</p>", "a b\n\nf\n"),
    Row("object that touches", "<p>a<object>f</object>b</p>", "a b\n\nf\n"),
    Row("between paragraphs", "<p>a</p><noscript><p>N</p></noscript><p>b", "a\n\nN\n\nb\n"),
    Row("before the text", "<p><video>f</video>b</p>c", "f\n\nb\n\nc\n"),
    Row("at the end of the text", "<div>a<noscript>N</noscript><p>b</p></div>", "a\n\nN\n\nb\n"),
    Row(
      "inside one another", "<p>a <noscript>N <select><option>x</select> M</noscript> b</p>c",
      "a b\n\nN M\n\nx\n\nc\n"),
    Row(
      "two in a sentence", "<p>a <noscript>N</noscript> b <noscript>M</noscript> c</p>",
      "a b c\n\nN\n\nM\n"),
    Row(
      "in a cell", "<table><tr><td>a <select><option>x</select> b<td>c</table>", "a b x\tc\n"),
    Row("in an item", "<ul><li>a <video>f</video> b<li>c</ul>", "a b\nf\nc\n"),
    Row("never closed", "<p>a <noscript>N", "a\n\nN\n"),
  ]

  static let layouts = [
    Row("inline divisions", "<div>a <div style='display:inline'>b</div> c</div>", "a b c\n"),
    Row("in a number", "<div>$<div style='display: inline;'><b>5.22</b></div> d", "$5.22 d\n"),
    Row("an inline paragraph", "<p>a</p><p style='display:inline'>b</p> c", "a\n\nb c\n"),
    Row("a heading run in", "<div><h3 style='display:inline'>A.</h3> b</div>", "A. b\n"),
    Row("inline-block", "<div>a <div style='display:inline-block'>b</div> c", "a\n\nb\n\nc\n"),
    Row("inline items stay items", "<ul><li style='display:inline'>a<li>b</ul>", "a\nb\n"),
    Row("a span as a block", "<p>a <span style='display:block'>b</span> c", "a\nb\nc\n"),
    Row(
      "two as blocks", "<p><b style='display:block'>a</b><b style='display:block'>b</b></p>c",
      "a\nb\n\nc\n"),
    Row("a hidden one", "<p>a <b style='display:block' hidden>b</b> c", "a b c\n"),
    Row("in a pre", "<pre>a<b style='display:block'>b</b></pre>", "a\nb\n"),
  ]

  @Test(arguments: rows + layouts) func setsText(_ row: Row) {
    #expect(MarkupSample(row.markup).text == row.text)
  }

  @Test func anInlineHeadingIsNone() {
    let sample = MarkupSample("<div><h3 style='display:inline'>A.</h3> b</div>")
    #expect(sample.outline == ["paragraph: A. b"])
  }

  @Test func elementsKnowTheirBlocks() {
    let sample = MarkupSample("<div>a <noscript><p>N</p></noscript> b</div><p>c</p>")
    let elements = sample.document.elements
    let ranges = [Tag.div, .noscript].map { tag in
      elements.blocks(in: elements.elements(tag).first { _ in true }!)
    }
    #expect(ranges == [0..<2, 1..<2])
    #expect(sample.document.blocks.map(\.context) == [[], .noscript, []])
  }

  @Test func sourcesAreInPlace() {
    let sample = MarkupSample("<p>a <noscript>N</noscript> b</p>")
    #expect(sample.sources == ["a <noscript>N</noscript> b", "N"])
  }

  static let framesets = [
    Row(
      "text for browsers without frames",
      "<frameset><frame src=a><noframes><body><h1>T</h1><p>a</p></body></noframes></frameset>",
      "T\n\na\n"),
    Row(
      "noframes of a page with a body", "<body><p>a</p><noframes><p>b</p></noframes>",
      "a\n\n<p>b</p>\n"),
  ]

  @Test(arguments: framesets) func readsFramesets(_ row: Row) {
    #expect(MarkupSample("<html>" + row.markup).text == row.text)
  }

  @Test func aFramesetIsFlagged() {
    #expect(MarkupSample("<frameset><frame src=a></frameset>").flags == [.frameset])
    #expect(MarkupSample("<body>a<frameset></frameset>").flags == [])
  }
}
