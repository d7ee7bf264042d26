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
    try Laws.cleanTextIsFixed(Corpus.cleaned(path).clean)
  }

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
