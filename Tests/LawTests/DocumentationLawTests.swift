import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// Each stage has its article, which names every option and every reason.
@Suite struct DocumentationLawTests {
  private static let stages = StageCatalogue.entries.map(\.name.rawValue)
  /// That of one that needs more than its defaults is tried in a test of its own.
  private static let all = stages + StageCatalogue.onRequest.map(\.name.rawValue)

  @Test(arguments: all) func theArticleNamesOptionsAndReasons(_ stage: String) throws {
    let file = Corpus.root.appending(path: "docs/stages/\(stage).md")
    let article = try #require(
      try? String(contentsOf: file, encoding: .utf8), "docs/stages/\(stage).md is missing")
    let entry = try #require(StageCatalogue.entry(stage))
    #expect(article.hasPrefix("# \(stage)\n"))
    for word in entry.defaults.names + entry.reasons {
      #expect(article.contains("`\(word)`"), "docs/stages/\(stage).md does not name `\(word)`")
    }
  }

  /// The example is what the stage does alone, with its defaults.
  @Test(arguments: stages) func theExampleHolds(_ stage: String) throws {
    let file = Corpus.root.appending(path: "docs/stages/\(stage).md")
    let article = try String(contentsOf: file, encoding: .utf8)
    var configuration = try PipelineConfiguration.standard.restricted(to: [stage])
    let format: PageFormat = article.contains("```raw html\n") ? .html : .text
    configuration.reading.format = format
    let raw = try #require(Self.fence("raw \(format.rawValue)", in: article))
    if let profile = Self.fence("profile", in: article) {
      configuration.profile = try ProfileSource(text: profile, file: "docs/stages/\(stage).md")
    }
    let clean = try Pipeline(configuration).clean(
      Page(path: "lenn/example", bytes: Array(raw.utf8)))
    #expect(String(decoding: clean.text, as: UTF8.self) == Self.fence("clean", in: article))
    let line = try #require(Self.fence("ledger", in: article)).dropLast()
    #expect(String(decoding: clean.record.json, as: UTF8.self).contains("\n\(line)"))
  }

  /// What people copy from the README is not worse than no configuration at all.
  @Test func theSampleInTheReadmeRunsEveryStage() throws {
    let readme = try String(contentsOf: Corpus.root.appending(path: "README.md"), encoding: .utf8)
    let sample = try #require(Self.fence("yaml", in: readme))
    let configuration = try PipelineConfiguration(yaml: sample, file: "README.md")
    #expect(configuration.leftOutStages.isEmpty)
    #expect(configuration.stages.map(\.name) == PipelineConfiguration.standard.stages.map(\.name))
  }

  /// What stands between a fence with an info string and the next one.
  private static func fence(_ info: String, in article: String) -> String? {
    guard let start = article.range(of: "```\(info)\n")?.upperBound,
      let end = article.range(of: "```", range: start..<article.endIndex)?.lowerBound
    else { return nil }
    return String(article[start..<end])
  }

  @Test func noArticleIsOfAStageThatIsGone() throws {
    let folder = Corpus.root.appending(path: "docs/stages").path
    let articles = try FileManager.default.contentsOfDirectory(atPath: folder)
    for article in articles where article.hasSuffix(".md") && article != "README.md" {
      #expect(Self.all.contains(String(article.dropLast(3))), "\(article) is of no stage")
    }
  }
}
