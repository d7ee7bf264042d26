import Foundation
import Ghirbal
import Testing

/// What follows from the declaration of a key: what is shown, what is hashed, and docs/configuration.md.
@Suite struct ConfigurationKeyTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let yaml: String
    /// Whether it decides over what is written.
    let decides: Bool
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a folder", yaml: "input: x\n", decides: false),
    Row(label: "what is input", yaml: "include: ['*.html']\nexclude: [a/, '!b']\n", decides: false),
    Row(
      label: "which pages are kept", yaml: "keep_pages: {languages: [fa], min_words: 9}\n",
      decides: true),
    Row(label: "all pages are kept", yaml: "keep_pages: {languages: []}\n", decides: false),
    Row(label: "names for all systems", yaml: "portable_names: true\n", decides: false),
    Row(label: "a limit", yaml: "limits: {max_page_seconds: 7}\n", decides: false),
    Row(label: "a check", yaml: "check: {forbidden: [x]}\n", decides: false),
    Row(label: "another form", yaml: "format: markdown\n", decides: true),
    Row(
      label: "another form before how it is written",
      yaml: "format: markdown\nwriting: {links: text}\n",
      decides: true),
    Row(label: "a format of pages", yaml: "reading: {format: text}\n", decides: true),
    Row(label: "a size of pages", yaml: "reading: {max_page_bytes: 9}\n", decides: true),
    Row(label: "a size of blocks", yaml: "reading: {max_block_bytes: 9}\n", decides: true),
    Row(label: "images", yaml: "reading: {images: alt}\n", decides: true),
    Row(label: "links", yaml: "writing: {links: inline}\n", decides: true),
    Row(label: "marks of lists", yaml: "writing: {list_marks: none}\n", decides: true),
    Row(
      label: "an option of a stage", yaml: "stages: {repair_words: {level: full}}\n",
      decides: true),
    Row(label: "a default that is written down", yaml: "reading: {images: none}\n", decides: false),
    Row(label: "no limit, written down", yaml: "reading: {max_block_bytes: ~}\n", decides: false),
  ]

  @Test(arguments: rows) func theHashChangesWithWhatDecides(_ row: Row) throws {
    let configuration = try PipelineConfiguration(yaml: row.yaml)
    #expect((configuration.sha256 != PipelineConfiguration.standard.sha256) == row.decides)
    #expect(try PipelineConfiguration(yaml: configuration.yaml).sha256 == configuration.sha256)
  }

  @Test func everyKeyIsShown() {
    let shown = PipelineConfiguration.standard.yaml.split(separator: "\n")
    for key in PipelineConfiguration.keyDescriptions where !key.path.contains("[") {
      let parts = key.path.split(separator: ".")
      let line = String(repeating: "  ", count: parts.count - 1) + (parts.last ?? "") + ":"
      #expect(shown.contains { $0.hasPrefix(line) }, "\(key.path)")
    }
  }

  private static let article = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/configuration.md")

  @Test func theArticleHasExactlyTheKeysThereAre() throws {
    let rows = try String(contentsOf: Self.article, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.map(String.init)
    let keys = PipelineConfiguration.keyDescriptions.map { key in
      let standard = key.standard.isEmpty ? "" : "`\(key.standard)`"
      return "| `\(key.path)` | \(key.values) | \(standard) | \(key.meaning) |"
    }
    #expect(rows == keys, "the table is:\n\(keys.joined(separator: "\n"))")
  }
}
