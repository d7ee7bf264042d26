import GhirbalDocument
import GhirbalHTML
import Testing

/// Where HTML 5 and libxml2's HTML 4 read differently, or tags are broken.
@Suite struct SyntaxTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let markup: String
    let contents: [String]
    var testDescription: String { label }

    init(_ label: String, _ markup: String, _ contents: String...) {
      self.label = label
      self.markup = markup
      self.contents = contents
    }
  }

  static let comments = [
    Row("an empty comment", "<p>a<!-->b<!--->c-->d", "abc-->d"),
    Row("a comment that ends in --!>", "a<!-- x --!>b", "ab"),
    Row("a comment with tags", "a<!-- <p>x</p> -->b", "ab"),
    Row("a comment with dashes", "a<!-- x -- y --->b", "ab"),
    Row("a comment that never ends", "<p>a</p><!-- <p>b</p>", "a"),
    Row("<!foo> is a comment", "a<!foo bar>b", "ab"),
    Row("<!– is a comment, whatever letter", "a<!– x –>b<p>سلام", "ab", "سلام"),
    Row("</ and no letter is a comment", "a<//p>b</ p>c</3>d", "abcd"),
    Row("</ and an Arabic letter is a comment", "a</س>b<p>سلام", "ab", "سلام"),
    Row("CDATA outside SVG is a comment", "a<![CDATA[x<y>z]]>b", "az]]>b"),
    Row("a processing instruction ends at >", "a<?php echo 1>2; ?>b", "a2; ?>b"),
    Row("an XML declaration", "<?xml version='1.0'?><p>a", "a"),
    Row("a tag that starts in a comment", "a</<style>b<p>c</style>d", "ab", "cd"),
    Row("a tag that starts in an end tag", "<b>a</b<style>c<p>d</style>e", "ac", "de"),
    Row("</> is nothing", "a</>b", "ab"),
  ]

  static let rawTexts = [
    Row("a script", "<script>if(a<b){'</p>'}</script><p>a", "a"),
    Row(
      "a script in a comment in a script", "<script><!-- <script> </script> --></script><p>a", "a"),
    Row("a script in a comment that is none", "<script><!-- x --> </script><p>a", "a"),
    Row("a style", "<style>a>b{content:'</p><'}</style><p>a", "a"),
    Row("tags in a textarea are text", "<textarea><p>x</p></textarea><p>a", "<p>x</p>", "a"),
    Row("references in a textarea are read", "<textarea>&lt;p></textarea>", "<p>"),
    Row("tags in an xmp are text", "<xmp><b>x</b></xmp>y", "<b>x</b>", "y"),
    Row("tags in a title are text", "<title>a <b>x</b></title><p>y", "y"),
    Row("a title without an end loses no page", "<title>x<p>a</p><p>b</p>", "x", "a", "b"),
    Row("a script without text", "<script src=x></script>a", "a"),
    Row("a script in capitals", "<SCRIPT>x</script >a", "a"),
    Row("a word that starts like a script", "<scripted>a</scripted>b", "ab"),
  ]

  static let broken = [
    Row("a < that is text", "1 < 2 and 3 <4 <a>x</a>", "1 < 2 and 3 <4 x"),
    Row("a < at the end", "<p>hello <", "hello <"),
    Row("a </ at the end", "<p>hello </", "hello </"),
    Row("a < before a _", "a<_b>c", "a<_b>c"),
    Row("a tag that never ends", "<p>hello</p><p>you <a href=\"x", "hello", "you"),
    Row("a page after </html>", "<html><body><p>a</p></body></html><p>b</p>c", "a", "b", "c"),
    Row("<html></html> and the page after it", "<html lang=fa></html><body><p>a", "a"),
    Row("two bodies", "<body><p>a</body><body><p>b</body>", "a", "b"),
    Row("nothing closed", "<div><b><i><p>a<ul><li>b<table><tr><td>c", "a", "b", "c"),
    Row("closed in the wrong order", "<b><i>a</b></i>c<p>d</b>e</p>f", "ac", "de", "f"),
    Row("> in an attribute", "<a title=\"a>b\">k</a>", "k"),
    Row("<!-- in an attribute", "<a title='<!--'>a</a><p>b<!-- --></p>c", "a", "b", "c"),
    Row("<script> in an attribute", "<p title=\"<script>\">a<p>b<script></script>c", "a", "bc"),
    Row("> in a script's tag", "<script data-x='>'>x</script>a", "a"),
    Row("a quote in a bare value", "<p title=a='b>c</p>d'", "c", "d'"),
    Row("a quote where a name belongs", "<p 'b>c</p>d'", "c", "d'"),
    Row("a quote that never ends", "<p>a</p><a title=\"x>b</a><p>c</p>", "a"),
    Row("text between rows", "<table>a<tr>b<td>c</td></tr></table>", "a", "b", "c"),
    Row("text in the head", "<head>a<title>t</title></head><body>b", "a", "b"),
    Row("NUL in text", "<p>a\u{0}b", "a\u{0}b"),
    Row("NUL in a tag loses nothing", "<p cl\u{0}ass=x>ab</p><p>c", "ab", "c"),
    Row("NUL in a script", "<script>a\u{0}b</script><p>c", "c"),
    Row(
      "control bytes in text stay", "<p>a\u{1}b\u{B}c\u{7F}d\u{1B}", "a\u{1}b\u{B}c\u{7F}d\u{1B}"),
    Row("a form feed folds", "<p>a\u{C}b", "a b"),
    Row("C1 controls stay", "<p>a\u{85}b\u{9F}c", "a\u{85}b\u{9F}c"),
    Row("noncharacters stay", "<p>a\u{FFFE}b\u{FFFF}c\u{1FFFE}d", "a\u{FFFE}b\u{FFFF}c\u{1FFFE}d"),
    Row("U+FEFF stays", "<p>\u{FEFF}a\u{FEFF}", "\u{FEFF}a\u{FEFF}"),
    Row("a DEL that was there stays", "<p>a\u{7F}b&amp;\u{7F}", "a\u{7F}b&\u{7F}"),
    Row("SVG's title is no text", "<p>a<svg><title>T</title></svg>b", "a b"),
    Row("a frameset", "<frameset><frame></frameset><noframes>x</noframes>", "x"),
  ]

  @Test(arguments: comments + rawTexts + broken) func keepsText(_ row: Row) {
    #expect(MarkupSample(row.markup).contents == row.contents)
  }

  @Test(arguments: [255, 256, 3000, 20_000]) func nestsDeeply(_ depth: Int) {
    let markup =
      String(repeating: "<div>", count: depth) + "deep" + String(repeating: "</div>", count: depth)
    #expect(MarkupSample(markup + "<p>after").contents == ["deep", "after"])
  }

  @Test func whatIsNestedPastTheLimitKeepsItsText() {
    let depth = HTMLReader.maxDepth
    let deep =
      String(repeating: "<div>", count: depth + 5) + "<p>one <a href=x>two</a><img src=y alt=z></p>"
      + "<script>no()</script><p>three"
    let sample = MarkupSample(deep)
    #expect(sample.contents == ["one two", "three"])
    #expect(sample.flags == [.nestedTooDeeply])
    #expect(sample.document.elements.count <= depth)
    #expect(sample.document.blocks.allSatisfy { $0.links.isEmpty })
    #expect(MarkupSample(String(repeating: "<div>", count: depth - 10) + "one").flags.isEmpty)
  }

  @Test func attributesPastTheLimitAreLeftOutAndFlagged() {
    let many = (0..<5000).map { "a\($0)='>'" }.joined(separator: " ")
    let sample = MarkupSample("<p id=x \(many) title=late>a</p><p>b")
    #expect(sample.contents == ["a", "b"])
    #expect(sample.flags == [.tooManyAttributes])
    let elements = sample.document.elements
    let first = elements.elements(.p).first { _ in true }!
    #expect(elements.attribute(.id, of: first) == "x")
    #expect(elements.attribute(.title, of: first) == nil)
    #expect(elements.count == MarkupSample("<p>a</p><p>b").document.elements.count)
  }

  @Test func manyShortTagsAreNotFlagged() {
    #expect(MarkupSample(String(repeating: "<b a=1>x</b> ", count: 3000)).flags.isEmpty)
    let long = "<img src='data:\(String(repeating: "A", count: 20_000))' alt=x>"
    #expect(MarkupSample(long + "y").flags.isEmpty)
  }
}
