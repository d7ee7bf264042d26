import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct ChromeLexiconTests {
  /// Each row, alone below a text, drops its own phrase and nothing else.
  @Test func everyRowDropsItsPhraseStandingAlone() {
    let text = """
      The council met on Monday and agreed to repair the old bridge before winter.
      Work will begin in May, and the ferry will run twice a day until it ends.
      """
    let stage = DropSiteChrome(DropSiteChrome.Options())
    for row in ChromeLexicon.builtIn.rows {
      let sample = StageSample(text + "\n" + row.phrase, through: stage)
      #expect(sample.ledger.entries.map(\.before) == [row.phrase], "\(row.name) \(row.phrase)")
      #expect(sample.lines.count == 2, "\(row.name) \(row.phrase)")
    }
  }

  @Test func rowsHoldText() {
    for row in ChromeLexicon.builtIn.rows {
      #expect(row.phrase.contains { !$0.isWhitespace }, "\(row.name)")
    }
  }

  /// Clean texts of three languages, a line a block: nothing in them is chrome.
  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"),
    arguments: [
      "en.xquad.txt", "en.ewt.dev.txt", "ar.xquad.txt", "ar.arcd.train.txt", "fa.seraji.dev.txt",
      "fa.perdt.dev.txt", "fa.perdt.train.txt", "fa.docs.train.txt",
    ])
  func cleanTextsStay(_ file: String) throws {
    let text = try SharedFolder.text("data/text/" + file)
    let dropped = StageSample(text, through: DropSiteChrome(DropSiteChrome.Options())).ledger
      .entries
    let lifted = StageSample(text, through: LiftFacts(LiftFacts.Options())).ledger.entries.filter {
      $0.change == .drop
    }
    #expect((dropped + lifted).map { "\($0.rule ?? "") \($0.before.prefix(120))" } == [])
  }
}
