import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// What certainly is the site's goes, and nothing between texts of the page's own.
@Suite struct DropSiteTemplateTests {
  /// A page's lines, on how many of ten pages each stands, and whether it goes.
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    let pages: [Int]
    let stays: [Int]
    var options = DropSiteTemplate.Options()
    var testDescription: String { label }
  }

  @Test(arguments: [
    Row(label: "frame at both ends", pages: [10, 9, 0, 1, 0, 10, 10], stays: [2, 3, 4]),
    Row(
      label: "what repeats inside a text", pages: [10, 0, 10, 0, 10, 0, 9], stays: [1, 2, 3, 4, 5]),
    Row(label: "rotating lines between sure ones", pages: [10, 4, 9, 0, 10], stays: [1, 3]),
    Row(label: "the page's own opens", pages: [0, 10, 10, 0], stays: [0, 1, 2, 3]),
    Row(label: "on fewer pages than asked for", pages: [7, 0, 7], stays: [0, 1, 2]),
    Row(label: "a page that is all template", pages: [10, 10, 10], stays: [0, 1, 2]),
    Row(
      label: "as the options say", pages: [7, 0, 5], stays: [1, 2],
      options: {
        var options = DropSiteTemplate.Options()
        options.minShare = 0.6
        return options
      }()),
  ])
  func itsRunsAtTheEndsGo(_ row: Row) {
    let text = row.pages.indices.map { "Line \($0) of the page\n" }.joined()
    let document = Document(flattened: text)
    let evidence = SiteEvidence(
      pageCount: 10,
      blocks: row.pages.map {
        var place = SitePlace()
        place.pageCount = $0
        place.variety = 0.1
        return place
      })
    let edits = DropSiteTemplate(row.options).edits(for: document.knowing(evidence))
    let gone = edits.compactMap(\.block?.index)
    #expect(row.pages.indices.filter { !gone.contains($0) } == row.stays)
  }

  struct TextRow: Sendable, CustomTestStringConvertible {
    let label: String
    let line: String
    var variety: Float = 0.1
    var isKept = false
    let goes: Bool
    var testDescription: String { label }
  }

  @Test(arguments: [
    TextRow(label: "a short line", line: "Lenn Weekly, on paper", goes: true),
    TextRow(
      label: "a sentence, which may be an introduction",
      line: "This series looks at the bridges of the island and at those who keep them.",
      goes: false),
    TextRow(
      label: "a number of its own on each page", line: "Width: 58 cm", variety: 1, goes: false),
    TextRow(label: "what a person keeps", line: "Lenn Weekly, on paper", isKept: true, goes: false),
  ])
  func onlyWhatIsTheSitesGoes(_ row: TextRow) {
    let document = Document(flattened: row.line + "\nThe page's own text\n")
    var place = SitePlace()
    place.pageCount = row.isKept ? 0 : 10
    place.variety = row.variety
    place.isKept = row.isKept
    let evidence = SiteEvidence(pageCount: 10, blocks: [place, SitePlace()])
    let edits = DropSiteTemplate(.init()).edits(for: document.knowing(evidence))
    #expect(edits.isEmpty != row.goes)
  }

  @Test func aSentenceThatAllPagesEndWithGoes() {
    let document = Document(
      flattened:
        "The page's own text\nThis paper is printed on the island, with ink that does not run in the rain.\n"
    )
    var place = SitePlace()
    place.pageCount = 10
    place.variety = 0.1
    let evidence = SiteEvidence(pageCount: 10, blocks: [SitePlace(), place])
    #expect(DropSiteTemplate(.init()).edits(for: document.knowing(evidence)).count == 1)
  }

  @Test func withoutAProfileNothingGoes() {
    #expect(DropSiteTemplate(.init()).edits(for: Document(flattened: "A\nB\n")).isEmpty)
  }
}
