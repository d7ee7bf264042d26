import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The laws over every page of the sample corpus.
@Suite struct CorpusLawTests {
  @Test(arguments: Corpus.paths) func replayGivesTheCleanPage(_ path: String) throws {
    let (page, clean) = try Corpus.cleaned(path)
    try Laws.replayGivesTheCleanPage(page, clean)
  }

  @Test(arguments: Corpus.paths) func cleanTextIsFixed(_ path: String) throws {
    let clean = try Corpus.cleaned(path).clean
    guard let cause = Self.notFixed[path] else { return try Laws.cleanTextIsFixed(clean) }
    withKnownIssue("\(cause)") { try Laws.cleanTextIsFixed(clean) }
  }

  /// Pages whose clean text changes when it is read again as flattened text, and why.
  private static let notFixed = [
    "documentation/en-quaycache-guide.html":
      "preformatted lines lose their markup in flattened text, and so their indentation",
    "documentation/en-tide-tables.html":
      "preformatted lines lose their markup in flattened text, and so their indentation",
    "lookalike/en-numbers-code-emoji.html":
      "preformatted lines lose their markup in flattened text, and so their indentation",
    "forum/ar-date-cookies.html": "lines of the forum's software are left in the HTML page",
    "encoding/shift-jis.html": "a copyright line is left in the HTML page",
    "lookalike/en-cookie-policy-itself.html":
      "a notice is the page's text by its title, which flattened text has lost",
    "lookalike/en-essay-on-cookie-banners.html":
      "headings that name chrome are told by their markup, which flattened text has lost",
  ]

  @Test(arguments: Corpus.paths) func textIsRestored(_ path: String) throws {
    let (page, clean) = try Corpus.cleaned(path)
    try Laws.textIsRestored(page, clean)
  }

  @Test(arguments: Corpus.paths) func recordSurvivesJSON(_ path: String) throws {
    try Laws.recordSurvivesJSON(Corpus.cleaned(path).clean)
  }

  @Test(arguments: Corpus.paths) func sourceRangesAreInside(_ path: String) throws {
    let (page, clean) = try Corpus.cleaned(path)
    Laws.sourceRangesAreInside(page, clean)
  }

  @Test(arguments: Corpus.paths) func blocksTileTheText(_ path: String) throws {
    let (_, clean) = try Corpus.cleaned(path)
    Laws.blocksTileTheText(clean)
    Laws.outputIsUTF8(clean)
  }

  @Test(arguments: Corpus.paths) func keptTextIsRawText(_ path: String) throws {
    let (page, clean) = try Corpus.cleaned(path)
    try KeptText(page, clean).check()
  }

  @Test(arguments: Corpus.paths) func namesOnlyKnownStagesAndReasons(_ path: String) throws {
    for entry in try Corpus.cleaned(path).clean.record.ledger.entries {
      let stage = try #require(StageCatalogue.entry(entry.stage))
      #expect(stage.reasons.contains(entry.reason), "\(entry.line)")
      #expect((0...1).contains(entry.confidence), "\(entry.line)")
    }
  }
}
