import Foundation
import Ghirbal
import GhirbalDocument
import Testing

/// Each stage has its article, which names every option and every reason.
@Suite struct DocumentationLawTests {
  private static let stages = StageCatalogue.entries.map(\.name.rawValue)

  @Test(arguments: stages) func theArticleNamesOptionsAndReasons(_ stage: String) throws {
    let file = Corpus.root.appending(path: "docs/stages/\(stage).md")
    let article = try #require(
      try? String(contentsOf: file, encoding: .utf8), "docs/stages/\(stage).md is missing")
    let entry = try #require(StageCatalogue.entry(stage))
    for word in [stage] + entry.defaults.names + entry.reasons {
      #expect(article.contains("`\(word)`"), "docs/stages/\(stage).md does not name `\(word)`")
    }
  }

  @Test func noArticleIsOfAStageThatIsGone() throws {
    let folder = Corpus.root.appending(path: "docs/stages").path
    let articles = try FileManager.default.contentsOfDirectory(atPath: folder)
    for article in articles where article.hasSuffix(".md") && article != "README.md" {
      #expect(Self.stages.contains(String(article.dropLast(3))), "\(article) is of no stage")
    }
  }
}
