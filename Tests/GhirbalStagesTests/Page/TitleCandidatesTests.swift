import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// What may be a page's title, and who says it.
@Suite struct TitleCandidatesTests {
  private static func page(head: String, body: String) -> Document {
    Document(markup: "<html><head>\(head)</head><body>\(body)</body></html>")
  }

  @Test func sourcesOfOneTitleAreOneCandidate() throws {
    let page = Self.page(
      head:
        "<title>The Old Bridge | Courier</title><meta property=og:title content='The old bridge'>",
      body: "<h1>The old bridge</h1><p>Some text.</p>")
    let all = TitleCandidates(page).all
    #expect(all.map(\.text) == ["The old bridge", "Courier", "The Old Bridge | Courier"])
    let bridge = try #require(all.first)
    #expect(bridge.sources == [.openGraph, .first, .beforeLast, .heading1])
    #expect(bridge.cut == nil, "a whole title is not cut")
    #expect(bridge.inHead?.rule == "meta.og:title")
    #expect(bridge.block == BlockID(0))
    #expect(all[1].cut?.text == "The Old Bridge")
  }

  @Test func aBlockThatIsNoHeadingMaySayTheTitle() throws {
    let page = Self.page(
      head: "<title>The old stone bridge</title>",
      body: "<nav>The old stone bridge</nav><div>The old stone bridge</div><p>Some text.</p>")
    let first = try #require(TitleCandidates(page).all.first)
    #expect(first.headings.isEmpty)
    #expect(first.shown == BlockID(1), "one of the navigation may not")
    #expect(first.blockCount == 2)
  }

  @Test func manyPartsAreNone() {
    let words = (1...12).map { "word\($0)" }.joined(separator: " | ")
    #expect(TitleCandidates(Self.page(head: "<title>\(words)</title>", body: "")).all.count == 1)
  }

  @Test func aPageWithoutAnyHasNoTitle() {
    let page = Self.page(head: "<title> </title>", body: "<p>Some text.</p>")
    #expect(TitleCandidates(page).all.isEmpty)
    let title = page.derived(PageTitle.self)
    #expect(title.block == nil && title.inHead == nil && title.others.isEmpty)
  }

  /// What was passed over stands beside the title in the ledger.
  @Test func runnersUpStandInTheLedger() throws {
    let page = Self.page(
      head: "<title>A bridge of seven arches | Courier</title>",
      body: "<h1>The old bridge</h1><p>The old bridge was mended in the winter of the year.</p>")
    let sample = StageSample(page, through: LiftFacts(.init()))
    let entry = try #require(sample.ledger.entries.first { $0.field == .title })
    #expect(sample.document.metadata.title == "The old bridge")
    #expect(entry.others.first?.value == "A bridge of seven arches")
    #expect(entry.others.count <= 3)
  }
}
