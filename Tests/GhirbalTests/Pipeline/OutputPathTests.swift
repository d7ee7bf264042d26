import Ghirbal
import GhirbalIO
import Testing

@Suite struct OutputPathTests {
  static let rows = [
    ("a.html", "a.html.txt", "a.html.md"),
    ("news/a.txt", "news/a.txt", "news/a.txt.md"),
    ("news/a.md", "news/a.md.txt", "news/a.md"),
    ("a", "a.txt", "a.md"),
    ("atxt", "atxt.txt", "atxt.md"),
    ("a.TXT", "a.TXT.txt", "a.TXT.md"),
    ("x.y/خبر", "x.y/خبر.txt", "x.y/خبر.md"),
    ("x.txt/خبر", "x.txt/خبر.txt", "x.txt/خبر.md"),
  ]

  @Test(arguments: rows)
  func resultsMirrorThePage(_ path: String, _ text: String, _ markdown: String) {
    #expect(OutputPath.text(for: path) == text)
    #expect(OutputPath.text(for: path, .markdown) == markdown)
    #expect(OutputPath.record(for: path) == path + ".provenance.json")
  }
}
