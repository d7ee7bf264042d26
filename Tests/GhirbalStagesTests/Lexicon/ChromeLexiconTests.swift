import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct ChromeLexiconTests {
  /// Each row is chrome where its phrase is a line of its own, its slots filled.
  @Test func everyRowIsItsLine() {
    let reader = ChromeReader()
    for row in ChromeLexicon.builtIn.rows {
      let line = row.governs == .pattern ? row.phrase.filled : row.phrase
      guard row.governs != .sentence else { continue }
      let reading = PageReading(Document(flattened: line))
      #expect(reader.hit(0, in: reading) != nil, "\(row.name) \(line)")
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

extension String {
  /// This pattern as a page has it.
  fileprivate var filled: String {
    replacing("…", with: " Marin Finch ").replacing("#", with: "12")
      .replacing("@", with: "12.03.2024")
  }
}
