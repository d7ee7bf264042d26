import GhirbalDocument
import Testing

@Suite struct ReferencesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let markup: String
    let text: String
    var testDescription: String { markup }

    init(_ markup: String, _ text: String) {
      self.markup = markup
      self.text = text
    }
  }

  static let rows = [
    Row("&hellip;", "…"),
    Row("&apos;&check;&zwnj;x", "'✓\u{200C}x"),
    Row("&#150;&#x93;q&#X94;", "–“q”"),
    Row("&#129;", "\u{81}"),
    Row("&ampb", "&b"),
    Row("&ampb&ampb", "&b&b"),
    Row("&notit; &notin; &not; &no", "¬it; ∉ ¬ &no"),
    Row("&copy2 &copy", "©2 ©"),
    Row("&amp;copy;", "&copy;"),
    Row("&amp;amp;", "&amp;"),
    Row("&amp;#38;", "&#38;"),
    Row("&#38;amp;", "&amp;"),
    Row("&amp;&amp;", "&&"),
    Row("&&amp;", "&&"),
    Row("&foo&bar;", "&foo&bar;"),
    Row("&foo;&lt;b&gt;", "&foo;<b>"),
    Row("AT&T & so & on", "AT&T & so & on"),
    Row("&", "&"),
    Row("&;", "&;"),
    Row("&#;x", "&#;x"),
    Row("&#xyz", "&#xyz"),
    Row("&#x;y", "&#x;y"),
    Row("&#65b &#x41g", "Ab Ag"),
    Row("&#0;b", "\u{FFFD}b"),
    Row("a&#xD800;b&#x110000;c", "a\u{FFFD}b\u{FFFD}c"),
    Row("&#99999999999999999999;", "\u{FFFD}"),
    Row("&#x1F600;", "😀"),
    Row("&#65;&#66;", "AB"),
    Row("&acE;", "\u{223E}\u{333}"),
    Row("&CounterClockwiseContourIntegral;", "∳"),
    Row("&AMP;&Amp;", "&&Amp;"),
    Row("&nbsp;>&nbsp;x", "\u{A0}>\u{A0}x"),
    Row("<i>a</i>&lt;b", "a<b"),
    Row("a</i>&lt;b", "a<b"),
    Row("<b>a</b>>c", "a>c"),
    Row("<b>></b>/>c", ">/>c"),
    Row("&am<b>p;</b>", "&amp;"),
    Row("a&lt;script&gt;b", "a<script>b"),
  ]

  @Test(arguments: rows) func readsByTheStandard(_ row: Row) {
    #expect(MarkupSample("<p>\(row.markup)</p>").contents == [row.text])
    // Without the tags the parser implies them, and stands elsewhere when it does.
    #expect(MarkupSample(row.markup).contents == [row.text])
  }

  @Test func aReferenceThatTheParserTellsInTwoPiecesIsOne() {
    for filler in 980..<1020 {
      let word = String(repeating: "x", count: filler)
      #expect(MarkupSample("<p>\(word)&hellip;y</p>").contents == [word + "…y"])
      #expect(MarkupSample("<p>\(word)سلام</p>").contents == [word + "سلام"])
    }
  }

  static let attributes = [
    Row("a&amp;b", "a&b"),
    Row("?a=1&copy=2&amp;b", "?a=1&copy=2&b"),
    Row("?x&copy", "?x©"),
    Row("&notit;&lt;", "&notit;<"),
    Row("&hellip;&#150;", "…–"),
    Row("&", "&"),
    Row("سلام&zwnj;", "سلام\u{200C}"),
  ]

  @Test(arguments: attributes) func readsAttributes(_ row: Row) {
    let elements = MarkupSample("<a href='\(row.markup)' title=t>x</a>").document.elements
    #expect(elements.elements(.a).map { elements.attribute(.href, of: $0) } == [row.text])
    #expect(elements.elements(.a).map { elements.attribute(.title, of: $0) } == ["t"])
  }
}
