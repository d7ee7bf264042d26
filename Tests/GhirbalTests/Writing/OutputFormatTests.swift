import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// What holds of every format that a clean text can be written in.
@Suite struct OutputFormatTests {
  private static func clean(_ text: String, _ format: OutputFormat) throws -> (
    page: Page, clean: Pipeline.CleanPage
  ) {
    var configuration = try PipelineConfiguration(yaml: "reading: {format: text}\n")
    configuration.writing.format = format
    let page = Page(path: "news/a.txt", bytes: Array(text.utf8))
    return (page, try Pipeline(configuration).clean(page))
  }

  private static let text = """
    # A line with *signs* | and [brackets] .
    1. Two  spaces, and a cell | of a table.\r

    \tA line that is set in.

    """

  @Test(arguments: OutputFormat.allCases) func itsTextGivesTheRawPageBack(_ format: OutputFormat)
    throws
  {
    let (page, clean) = try Self.clean(Self.text, format)
    #expect(clean.record.output?.format == format)
    #expect(!clean.record.ledger.entries.isEmpty)
    #expect(try PageRestorer.rawBytes(of: clean.text, clean.record) == page.bytes)
    #expect(try Pipeline.replay(clean.record, on: page).text == clean.text)
  }

  @Test(arguments: OutputFormat.allCases) func itsNameTellsIt(_ format: OutputFormat) throws {
    for suffix in format.suffixes { #expect(OutputFormat(path: "a/b.html" + suffix) == format) }
    #expect(OutputFormat(path: OutputPath.text(for: "a/b.html", format)) == format)
    #expect(OutputFormat(rawValue: format.rawValue) == format)
    #expect(format.mediaType.hasPrefix("text/"))
  }

  @Test(arguments: OutputFormat.allCases) func theConfigurationKnowsIt(_ format: OutputFormat)
    throws
  {
    let configuration = try PipelineConfiguration(yaml: "format: \(format.rawValue)\n")
    #expect(configuration.writing.format == format)
    #expect(PipelineConfiguration.jsonSchema.contains("\"\(format.rawValue)\""))
  }

  @Test func noTwoShareAWordOrASuffix() {
    let all = OutputFormat.allCases
    #expect(Set(all.map(\.rawValue)).count == all.count)
    #expect(Set(all.flatMap(\.suffixes)).count == all.flatMap(\.suffixes).count)
    #expect(OutputFormat(path: "a.html") == nil && OutputFormat(rawValue: "pdf") == nil)
  }

  /// Whoever adds a format writes its file, its word in the list, its tests and its article; nothing
  /// else names it.
  @Test func aFormatIsNamedInItsOwnFileAndInTheList() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var naming: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      if text.contains(/\.markdown\b/) || text.contains(/static let markdown\b/) {
        naming.append(file.lastPathComponent)
      }
    }
    for format in OutputFormat.allCases {
      let article = root.appending(path: "docs/writers/\(format.rawValue).md")
      #expect(FileManager.default.fileExists(atPath: article.path), "\(format.rawValue)")
    }
    #expect(naming.sorted() == ["MarkdownFormat.swift", "OutputFormats.swift"])
  }
}
