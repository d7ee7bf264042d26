import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// One heading is the title for all stages: `lift_facts` lifts the one that `select_main_content` drops.
@Suite struct PageTitleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    var head = ""
    let headings: String
    /// What is lifted.
    let lifted: String
    /// What `title: drop` takes; nil for nothing.
    let dropped: String?
    var testDescription: String { label }

    var markup: String {
      """
      <html><head>\(head)</head><body>\(headings)
      <p>Two masons and a clockmaker worked on the old stone bridge through the whole winter.</p>
      <p>The town paid for the lime and the ropes, and nobody was hurt until the work was done.</p>
      </body></html>
      """
    }
  }

  static let rows = [
    Row(
      label: "the heading of the first level", headings: "<h1>The bridge is open again</h1>",
      lifted: "The bridge is open again", dropped: "The bridge is open again"),
    Row(
      label: "a heading below the site's name, as the head has it",
      head: "<title>The bridge is open again | Wrenmouth Courier</title>",
      headings: "<h1>Wrenmouth Courier</h1><h2>The bridge is open again</h2>",
      lifted: "The bridge is open again", dropped: "The bridge is open again"),
    Row(
      label: "a headline for networks beside a section's heading",
      head: "<meta property=og:title content='A bridge of seven arches'><title>Courier</title>",
      headings: "<h1>Town and country</h1><h3>A bridge of seven arches</h3>",
      lifted: "A bridge of seven arches", dropped: "A bridge of seven arches"),
    Row(
      label: "a slogan is not the title: the head says it, and no heading goes",
      head:
        "<title>The old stone bridge in winter | Courier</title><meta property=og:title content='The old stone bridge in winter'><meta property=og:site_name content='Courier'><link rel=canonical href='https://courier.example/old-stone-bridge-winter'>",
      headings: "<h1><a href='/'>Welcome, dear neighbours</a></h1>",
      lifted: "The old stone bridge in winter",
      dropped: nil),
    Row(
      label: "two headings of the first level, and a head that names neither",
      head: "<title>Courier</title>",
      headings: "<h1>The bridge is open again</h1><h1>The harbour bell rings</h1>",
      lifted: "The bridge is open again", dropped: "The bridge is open again"),
  ]

  @Test(arguments: rows)
  func liftedAndDroppedAreOne(_ row: Row) {
    let document = Document(markup: row.markup)
    let lifted = StageSample(document, through: LiftFacts(.init())).document.metadata
    #expect(lifted[.title] == [row.lifted])
    var options = SelectMainContent.Options()
    options.title = .drop
    options.minConfidence = 0
    let sample = StageSample(document, through: SelectMainContent(options))
    let dropped = sample.ledger.entries.filter { $0.change == .drop && $0.reason == "title" }
      .compactMap { $0.block.map { document.string(of: document[$0]) } }
    #expect(dropped == [row.dropped].compactMap { $0 })
  }

  /// The same document after other stages: the title is that of the text as it stands.
  @Test func followsTheText() {
    let document = Document(
      markup: "<body><h1>The bridge is open</h1><h1>The harbour bell rings</h1><p>Some text.</p>")
    func title(_ document: Document) -> String? {
      document.derived(PageTitle.self).block.map { document.string(of: document[$0]) }
    }
    #expect(title(document) == "The bridge is open")
    let rest = document.with { document.string(of: $0) != "The bridge is open" }
    #expect(title(rest) == "The harbour bell rings")
    #expect(title(document) == "The bridge is open")
  }

  /// Shapes and lines that were read before a change are not those after it.
  @Test func linesFollowTheText() {
    let document = Document(flattened: "One line of words\n\nAnother line here\n")
    #expect(PageReading(document).entries.map(\.shape.wordCount) == [4, 3])
    var changed = document
    var ledger = Ledger()
    changed.apply(
      [
        Edit<LiftFacts.Reason>.replace(BlockID(0), 0..<4, with: "", .byline)
      ], of: "test", to: &ledger)
    #expect(PageReading(changed).entries.map(\.shape.wordCount) == [3, 3])
    #expect(PageReading(document).entries.map(\.shape.wordCount) == [4, 3])
    let rest = changed.with { $0.id.index == 1 }
    #expect(PageReading(rest).entries.map(\.block.id.index) == [1])
    #expect(PageReading(rest).entries.map(\.shape.wordCount) == [3])
  }
}
