import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

@testable import Ghirbal

@Suite struct PhraseSourceTests {
  private static let file = "language en\n\nchrome follow_bar line\n  listen on zorbo\n"
  private static let page = """
    The council met on Monday and agreed to repair the old bridge before winter.

    Work will begin in May, and the ferry will run twice a day until it ends.

    Listen on Zorbo

    Nobody has asked the ferryman yet what he thinks of all that.

    """

  private static func configuration(
    _ files: [String: String], _ yaml: String = "phrases: [own.txt]\n"
  ) throws -> PipelineConfiguration {
    try TemporaryFolder.with { folder in
      for (name, text) in files {
        try AtomicFile.write(Array(text.utf8), to: folder + "/" + name)
      }
      return try PipelineConfiguration(yaml: yaml, file: folder + "/pipeline.yml")
    }
  }

  private static func clean(_ configuration: PipelineConfiguration) throws -> String {
    let page = Page(path: "a.txt", bytes: Array(page.utf8))
    return String(decoding: try Pipeline(configuration).clean(page).text, as: UTF8.self)
  }

  @Test func aFilesRowsDropWhatTheySayAndAreNamed() throws {
    #expect(try Self.clean(.standard).contains("Zorbo"))
    let configuration = try Self.configuration(["own.txt": Self.file])
    #expect(try Self.clean(configuration).contains("Zorbo") == false)
    let page = Page(path: "a.txt", bytes: Array(Self.page.utf8))
    let entries = try Pipeline(configuration).clean(page).record.ledger.entries
    #expect(entries.contains { $0.rule == "en/follow_bar: \"listen on zorbo\"" })
  }

  @Test func theirWordsAreAPartOfTheConfigurationsIdentity() throws {
    let one = try Self.configuration(["own.txt": Self.file])
    let other = try Self.configuration(["own.txt": Self.file + "  listen on podsea\n"])
    let named = try Self.configuration(["b.txt": Self.file], "phrases: [b.txt]\n")
    #expect(one.sha256 != PipelineConfiguration.standard.sha256)
    #expect(one.sha256 != other.sha256)
    #expect(one.sha256 == named.sha256)
  }

  @Test func aWorkerCleansByTheSameWords() throws {
    let one = try Self.configuration(["own.txt": Self.file])
    let again = try #require(PageWorker.configuration(of: PageWorker.greeting(one), []))
    #expect(again.sha256 == one.sha256)
    #expect(try Self.clean(again) == Self.clean(one))
  }

  struct BadRow: Sendable, CustomTestStringConvertible {
    let label: String
    var files: [String: String] = [:]
    var yaml = "phrases: [own.txt]\n"
    var file = "pipeline.yml"
    var line: Int? = 1
    let says: String
    var testDescription: String { label }
  }

  static let badRows: [BadRow] = [
    BadRow(label: "no such file", says: "cannot be read"),
    BadRow(label: "no list", yaml: "phrases: own.txt\n", says: "is a list"),
    BadRow(label: "a file elsewhere", yaml: "phrases: [../own.txt]\n", says: "outside"),
    BadRow(label: "a file by its full path", yaml: "phrases: [/etc/hosts]\n", says: "outside"),
    BadRow(
      label: "a word that there is not",
      files: ["own.txt": "language en\n\nchrome follow_bars line\n  a\n"], file: "own.txt", line: 3,
      says: "unknown word \"follow_bars\""),
    BadRow(
      label: "a group that is not for such files",
      files: ["own.txt": "language en\n\nlabel author\n  a\n"], file: "own.txt", line: 3,
      says: "chrome only"),
    BadRow(
      label: "a phrase behind one blank",
      files: ["own.txt": "language en\n\nchrome follow_bar line\n a\n"], file: "own.txt", line: 4,
      says: "behind two blanks"),
    BadRow(
      label: "no text", files: ["own.txt": "language en\n# \0\n"], file: "own.txt", line: nil,
      says: "U+0"),
  ]

  @Test(arguments: badRows) func whatIsWrongIsNamedWithItsFileAndLine(_ row: BadRow) {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try Self.configuration(row.files, row.yaml)
    }
    #expect(problem?.file.hasSuffix("/" + row.file) ?? false, "\(String(describing: problem))")
    #expect(problem?.line == row.line)
    #expect(problem?.problem.contains(row.says) ?? false, "\(String(describing: problem))")
  }
}
