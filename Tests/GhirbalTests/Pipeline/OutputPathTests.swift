import Ghirbal
import GhirbalIO
import Testing

@Suite struct OutputPathTests {
  static let rows = [
    ("a.html", "a.html.txt", "a.html.provenance.json"),
    ("news/a.txt", "news/a.txt.txt", "news/a.txt.provenance.json"),
    ("a", "a.txt", "a.provenance.json"),
    ("x.y/خبر", "x.y/خبر.txt", "x.y/خبر.provenance.json"),
  ]

  @Test(arguments: rows)
  func resultsMirrorThePage(_ path: String, _ text: String, _ record: String) {
    #expect(OutputPath.text(for: path) == text)
    #expect(OutputPath.text(for: path, .markdown) == text.dropLast(3) + "md")
    #expect(OutputPath.record(for: path) == record)
  }
}
