import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct LineTitleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// The lines above the paragraphs; M stands for the lines of a menu.
    let head: [String]
    let title: String?
    var testDescription: String { label }

    init(_ label: String, _ head: [String], _ title: String?) {
      (self.label, self.head, self.title) = (label, head, title)
    }

    var text: String {
      (head.flatMap { $0 == "M" ? Self.menu : [$0] } + Self.paragraphs).joined(separator: "\n")
    }

    private static let menu = [
      "Opening hours", "Fish and chips", "Tide tables", "Lost property", "Our patrons",
      "Lantern shop",
      "Write to us",
    ]
    private static let paragraphs = [
      "The council met on Monday and agreed to repair the old bridge before winter.",
      "Work will begin in May, and the ferry will run twice a day until it ends.",
      "Nobody in the village remembers when the bridge was last closed for so long.",
    ]
  }

  @Test(arguments: [
    Row("the first line of a text alone", ["A crossing in verse"], "A crossing in verse"),
    Row("below a menu", ["M", "Council to repair old bridge"], "Council to repair old bridge"),
    Row(
      "below a menu, with a byline and a share bar between",
      ["M", "Council to repair old bridge", "By Jane Doe", "Share this", "Harbour desk"],
      "Council to repair old bridge"),
    Row("a menu alone", ["M"], nil),
    Row("a title that the text says nothing of, below a menu", ["M", "A crossing in verse"], nil),
    Row(
      "a heading of the first rank", ["M", "# A crossing in verse", "Harbour desk"],
      "A crossing in verse"),
    Row("of one word", ["M", "# Crossing"], "Crossing"),
    Row(
      "that is a link", ["M", "# [A crossing in verse](/crossing)", "Harbour desk"],
      "A crossing in verse"),
    Row(
      "in the page's head", ["A crossing in verse | Lantern", "M", "A crossing in verse"],
      "A crossing in verse"),
    Row("an item of a list", ["M", "* Council to repair old bridge"], nil),
    Row("a link of a list", ["M", "  * [Council to repair old bridge](/bridge)"], nil),
    Row("somebody's words", ["M", "\"Council to repair old bridge\""], nil),
    Row("a caption that ends like a sentence", ["M", "The council at the old bridge."], nil),
    Row(
      "of two that fit the one that fits best",
      ["M", "Council to repair old bridge before winter", "The village bridge closed"],
      "Council to repair old bridge before winter"),
  ])
  func theTitleIs(_ row: Row) {
    let sample = StageSample(row.text, through: LiftFacts(LiftFacts.Options()))
    #expect(sample.document.metadata[.title].first == row.title)
  }
}
