import GhirbalDocument
import Testing

@Suite struct KeptTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let markup: String
    let tag: GhirbalDocument.Tag
    let text: String?
    var testDescription: String { markup }

    init(_ markup: String, _ tag: GhirbalDocument.Tag, _ text: String?) {
      self.markup = markup
      self.tag = tag
      self.text = text
    }
  }

  static let rows = [
    Row("<title>a &amp; b &#150; <i>c</i></title>x", .title, "a & b – <i>c</i>"),
    Row("<title>سلام</title>", .title, "سلام"),
    Row("<title></title>", .title, nil),
    Row(
      "<script type='application/ld+json'>{\"a\": \"b&c\u{1}\"}</script>", .script,
      "{\"a\": \"b&c\u{1}\"}"),
    Row("<script>var a</script>", .script, nil),
    Row("<style>b{}</style>", .style, nil),
  ]

  @Test(arguments: rows) func keepsTextThatIsNoBlock(_ row: Row) throws {
    let elements = MarkupSample(row.markup).document.elements
    let element = try #require(elements.elements(row.tag).first { _ in true })
    #expect(elements.text(of: element) == row.text)
  }

  @Test func anSVGsTitleIsNotThePages() {
    let sample = MarkupSample("<title>Page</title><svg><title>Icon</title><path/></svg>text")
    let elements = sample.document.elements
    #expect(elements.elements(.title).map { elements.text(of: $0) } == ["Page"])
    #expect(sample.contents == ["text"])
  }

  @Test func aLongScriptComesInOnePiece() {
    let json = "[" + (0..<3000).map { "\"\($0)&\"" }.joined(separator: ",") + "]"
    let elements = MarkupSample("<script type=application/ld+json>\(json)</script>x").document
      .elements
    #expect(elements.elements(.script).map { elements.text(of: $0) } == [json])
  }
}
