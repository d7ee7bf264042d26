import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The laws over flattened pages put together at random, and over those that once broke one.
@Suite struct SeededLawTests {
  @Test(arguments: 0..<UInt64(600)) func lawsHold(_ seed: UInt64) throws {
    try Self.checkLaws(NastyPage.page(seed: seed))
  }

  static func checkLaws(_ page: Page) throws {
    var configuration = PipelineConfiguration.standard
    configuration.reading.format = .text
    let clean: Pipeline.CleanPage
    do {
      clean = try Pipeline(configuration).clean(page)
    } catch PageProblem.notText {
      return
    }
    try Laws.replayGivesTheCleanPage(page, clean)
    try Laws.textIsRestored(page, clean)
    try Laws.cleanTextIsFixed(clean)
    try Laws.recordSurvivesJSON(clean)
    Laws.sourceRangesAreInside(page, clean)
    Laws.blocksTileTheText(clean)
    Laws.outputIsUTF8(clean)
  }
}
