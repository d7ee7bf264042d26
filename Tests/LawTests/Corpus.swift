import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The sample corpus of the repository, and what pipeline.yml makes of it.
enum Corpus {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let rawFolder = root.appending(path: "corpus-raw").path
  static let cleanFolder = root.appending(path: "corpus-clean").path

  /// The paths of all pages; none where the folder is missing, which `CorpusTests` reports.
  static let paths: [String] = (try? PageFolder.paths(in: rawFolder)) ?? []

  static func page(_ path: String) throws -> Page {
    Page(path: path, bytes: try AtomicFile.read(rawFolder + "/" + path))
  }

  /// A page and what became of it under pipeline.yml.
  static func cleaned(_ path: String) throws -> (page: Page, clean: Pipeline.CleanPage) {
    let page = try page(path)
    return (page, try clean(page))
  }

  static func clean(_ page: Page) throws -> Pipeline.CleanPage {
    try Pipeline(configuration).clean(page)
  }

  /// What pipeline.yml says.
  static let configuration: PipelineConfiguration = {
    let file = root.appending(path: "pipeline.yml").path
    do {
      return try PipelineConfiguration(bytes: AtomicFile.read(file), file: file)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// A page's clean text, cleaned once more as flattened text.
  static func cleanedAgain(_ clean: Pipeline.CleanPage) throws -> Pipeline.CleanPage {
    var configuration = PipelineConfiguration.standard
    configuration.reading.format = .text
    configuration.reading.encoding = "utf-8"
    let again = Page(path: clean.record.source.path, bytes: clean.text)
    return try Pipeline(configuration).clean(again)
  }
}

@Suite struct CorpusTests {
  @Test func hasPages() { #expect(Corpus.paths.count >= 40) }

  @Test(arguments: Corpus.paths) func isReadable(_ path: String) throws {
    _ = try Corpus.cleaned(path)
  }
}
