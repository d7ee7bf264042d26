import GhirbalDocument
import GhirbalHTML
import GhirbalText
import Testing

@Suite struct RubyTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let markup: String
    let base: String
    let annotated: String
    var testDescription: String { label }

    init(_ label: String, _ markup: String, _ base: String, _ annotated: String) {
      self.label = label
      self.markup = markup
      self.base = base
      self.annotated = annotated
    }
  }

  static let rows = [
    Row("one word", "<ruby>役所<rt>やくしょ</rt></ruby>は", "役所は", "役所（やくしょ）は"),
    Row("with brackets", "<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>は", "橋は", "橋（はし）は"),
    Row("without end tags", "<ruby>橋<rp>(<rt>はし<rp>)</ruby>は", "橋は", "橋（はし）は"),
    Row(
      "letter by letter", "<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", "東京", "東（とう）京（きょう）"),
    Row("with rb", "<ruby><rb>川</rb><rt>かわ</rt></ruby>", "川", "川（かわ）"),
    Row("in a link", "<a href=/x><ruby>木<rt>き</rt></ruby></a>が", "木が", "木（き）が"),
    Row("without a reading", "<ruby>木</ruby>が", "木が", "木が"),
    Row("without a word", "<ruby><rt>き</rt></ruby>が", "きが", "きが"),
  ]

  @Test(arguments: rows) func readsTheWords(_ row: Row) {
    #expect(MarkupSample("<p>\(row.markup)").contents == [row.base])
    let utf8 = Array("<p>\(row.markup)".utf8)
    var reading = MarkupReading()
    reading.ruby = .annotated
    let document = HTMLReader.document(
      utf8, source: DecodingMap(identity: utf8.count), reading: reading
    ).document
    #expect(document.blocks.map { document.string(of: $0) } == [row.annotated])
  }
}
