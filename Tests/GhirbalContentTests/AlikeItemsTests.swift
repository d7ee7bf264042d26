import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalContent

/// What is made alike in each post of a thread shares one verdict.
@Suite struct AlikeItemsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// Name, likelihood and whether it stays by itself, by item; those of one name are alike.
    let items: [(name: Int, likely: Float, tokens: Int, kept: Bool)]
    /// Whether all end like sentences.
    var areSentences = true
    let kept: [Bool]
    var testDescription: String { label }
  }

  @Test(arguments: [
    Row(
      label: "a short answer among long ones",
      items: [(1, 0.9, 40, true), (1, 0.3, 3, false), (1, 0.8, 60, true)],
      kept: [true, true, true]),
    Row(
      label: "one card of users that looks like text",
      items: [(2, 0.1, 6, false), (2, 0.6, 8, true), (2, 0.1, 7, false)],
      kept: [false, false, false]),
    Row(
      label: "cards of users, likelier than not",
      items: [(2, 0.6, 17, true), (2, 0.6, 18, true), (2, 0.5, 17, true)], areSentences: false,
      kept: [false, false, false]),
    Row(
      label: "a few words that the model is sure of",
      items: [(2, 0.9, 17, true), (2, 0.8, 18, true), (2, 0.3, 1, false)], areSentences: false,
      kept: [true, true, true]),
    Row(
      label: "long lines without a full stop",
      items: [(2, 0.6, 60, true), (2, 0.5, 70, true), (2, 0.5, 40, true)], areSentences: false,
      kept: [true, true, true]),
    Row(
      label: "a pair is alike by chance", items: [(1, 0.9, 40, true), (1, 0.3, 30, false)],
      kept: [true, false]),
    Row(
      label: "what is made in other ways keeps its own verdict",
      items: [(1, 0.9, 40, true), (2, 0.1, 4, false), (3, 0.3, 30, false), (1, 0.9, 9, true)],
      kept: [true, false, false, true]),
    Row(
      label: "a group of one mind stays so, however likely",
      items: [(1, 0.2, 9, true), (1, 0.2, 9, true), (1, 0.2, 9, true)],
      kept: [true, true, true]),
    Row(
      label: "words count, not items",
      items: [(1, 0.9, 200, true), (1, 0.1, 4, false), (1, 0.1, 4, false)],
      kept: [true, true, true]),
  ])
  func shareAVerdict(_ row: Row) {
    let page = Document(markup: "<body>" + String(repeating: "<p>Text", count: row.items.count))
    let items = JudgedItems(
      page.derived(Units.self), row.items.map(\.likely), row.items.map(\.tokens),
      isComment: row.items.map { _ in false })
    #expect(items.probabilities.count == row.items.count)
    let alike = AlikeItems(
      row.items.map(\.name), endsSentence: row.items.map { _ in row.areSentences }, items)
    #expect(alike.agreed(row.items.map(\.kept), items) == row.kept)
  }

  /// The paths of a thread's parts: names of elements and classes, numbers aside, and units as wholes.
  @Test func partsOfPostsAreAlike() {
    let post = { (number: Int) in
      "<div class=post id=p\(number)><b class=user>Ole</b><p class=text\(number)>Rope and lime.</p></div>"
    }
    let page = Document(markup: "<body><h1>Ropes</h1>" + (1...3).map(post).joined())
    let alike = FeatureRows(page)?.alike(page.derived(Units.self))
    #expect(alike == [0, 1, 2, 1, 2, 1, 2])
  }
}
