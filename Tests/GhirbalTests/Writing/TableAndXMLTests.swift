import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// `clean --to csv` and `--to xml`.
@Suite struct TableAndXMLTests {
  private static let lines = """
    {"id": "a", "url": "https://a.example/b", "html": "<!doctype html><title>Ropes, and \\"hemp\\"</title><meta name=author content='Ann Lee'><h1>Ropes, and \\"hemp\\"</h1><p>The men walked backwards all day, paying out hemp & tar from their belts.</p><ul><li>a boy turned the wheel of the old shed<li>two women spun the yarn for all of them</ul><p>When the last master died, the town bought the shed and opened it to visitors in summer.</p>"}
    {"id": 7, "text": "A first line\\nand \\u0001 a second one < the third"}
    {"id": "none", "html": ""}

    """

  private static func output(_ form: String) throws -> GhirbalProcess {
    try TemporaryFolder.with { folder in
      try GhirbalProcess(
        ["clean", "--no-config", "--to", form, "-"], in: folder, input: Array(lines.utf8))
    }
  }

  @Test func rowsAreThoseOfRFC4180() throws {
    let rows = try Self.output("csv").text
    #expect(
      rows.hasPrefix("id,status,reason,url,title,authors,date,site_name,tags,language,text\r\n"))
    #expect(
      rows.contains(
        "a,ok,,https://a.example/b,\"Ropes, and \"\"hemp\"\"\",Ann Lee,,,,en,\"The men walked"))
    #expect(rows.contains("7,ok,,,,,,,,en,\"A first line\nand  a second one < the third\n\"\r\n"))
    #expect(rows.hasSuffix("\r\nnone,dropped,no_text_left,,,,,,,,\r\n"))
  }

  static let values: [(label: String, value: String, written: String)] = [
    ("plain", "a b", "a b"), ("a comma", "a,b", "\"a,b\""), ("quotes", "\"a\"", "\"\"\"a\"\"\""),
    ("a line end", "a\nb", "\"a\nb\""), ("spaces at its ends", " a", "\" a\""),
    ("a semicolon is no comma", "a;b", "a;b"), ("nothing", "", ""),
    ("two scalars that are one letter", "e\u{301},\u{301}", "\"e\u{301},\u{301}\""),
    ("a quote with a mark on it", "a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ("Persian", "می‌رود، باز", "می‌رود، باز"),
  ]

  @Test(arguments: values.indices) func quotes(_ index: Int) throws {
    let (label, value, written) = Self.values[index]
    let row = Manifest.Row(
      path: "a", status: .dropped, reason: nil, sourceSha256: nil, sourceBytes: 0, pipeline: nil)
    let line = CSVRow(id: value, row: row, url: nil, text: nil, record: nil).utf8
    #expect(String(decoding: line, as: UTF8.self) == "\(written),dropped,,,,,,,,,\r\n", "\(label)")
  }

  @Test func blocksAreElements() throws {
    let xml = try Self.output("xml").text
    #expect(
      xml.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pages>\n<doc id=\"a\" url="))
    #expect(xml.hasSuffix("</doc>\n</pages>\n"))
    #expect(xml.contains("title=\"Ropes, and &quot;hemp&quot;\" author=\"Ann Lee\""))
    #expect(xml.contains("paying out hemp &amp; tar"))
    #expect(
      xml.contains(
        "<list>\n<item>a boy turned the wheel of the old shed</item>\n"
          + "<item>two women spun the yarn for all of them</item>\n</list>\n<p>When"))
    #expect(xml.contains("a second one &lt; the third") && !xml.contains("\u{1}"))
    #expect(!xml.contains("none"))
  }
}
