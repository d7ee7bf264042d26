import GhirbalDocument
import Testing

@testable import Ghirbal

@Suite struct PageExplanationTests {
  private static func explanation(of text: String) throws -> PageExplanation {
    let pipeline = Pipeline(.standard)
    let page = try pipeline.clean(Page(path: "a.txt", bytes: Array(text.utf8)))
    return PageExplanation(page, pipeline)
  }

  struct ChangeRow: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let says: [String]
    var testDescription: String { label }
  }

  static let changeRows = [
    ChangeRow(
      label: "a word alone, not its line",
      text: "جشنواره بینالمللی موسیقی رودخانه در شهر گشایش یافته است.",
      says: ["lost_zwnj: بینالمللی → بین\u{200C}المللی"]),
    ChangeRow(
      label: "both words where a space goes", text: "کتابخانه از فردا باز می شود.",
      says: ["spaced_zwnj: می شود. → می\u{200C}شود."]),
    ChangeRow(
      label: "a word that several changes touch is one",
      text: "اين كتاب درباره پل چوبي است و همه آن را خواندند.",
      says: [
        "arabic_yeh: اين → این", "arabic_kaf: كتاب → کتاب", "arabic_yeh: چوبي → چوبی",
      ]),
    ChangeRow(
      label: "the words around doubled spaces", text: "The boat is  late and nobody knows why.",
      says: ["doubled_space: is  late → is late"]),
    ChangeRow(
      label: "a later stage sees what an earlier one left",
      text: "The roof ofthe boathouse\u{200B} was mended , and nobody noticed.",
      says: [
        "zero_width_space: boathouse\u{200B} → boathouse", "missing_space: ofthe → of the",
        "space_before_punctuation: mended , → mended,",
      ]),
    ChangeRow(
      label: "line ends are no words", text: "A line of prose stands here.\n\n\n\nAnd one more.\n",
      says: []),
  ]

  @Test(arguments: changeRows) func aChangeIsAWord(_ row: ChangeRow) throws {
    let explanation = try Self.explanation(of: row.text)
    #expect(
      explanation.blocks.flatMap(\.changes).map { "\($0.reason): \($0.before) → \($0.after)" }
        == row.says)
  }

  @Test func allChangesOfABlockLeadFromTheRawToTheCleanOne() throws {
    let text = "این كتاب  ها را بخوان و کتابهای دیگر را ببین . The roof ofthe boathouse .\n"
    let explanation = try Self.explanation(of: text)
    let last = try #require(explanation.blocks.first)
    // The last change of a word shows it as the page has it in the end.
    let clean = String(decoding: explanation.page.text, as: UTF8.self)
    #expect(!last.changes.isEmpty)
    for change in last.changes.suffix(1) { #expect(clean.contains(change.after)) }
  }

  private static let prose =
    "<p>The ferry across the river runs again since Monday, and people came from both banks to see "
    + "it. It lay at the yard below the weir for eleven weeks, and nobody knew why.</p>"
  private static let page =
    "<!doctype html><title>The ferry</title><body><nav><ul><li><a href=/a>Home</a><li><a href=/b>"
    + "News</a><li><a href=/c>Sport</a></ul></nav><main><h1>The ferry</h1>"
    + String(repeating: prose, count: 4) + "</main><footer><p>About us</p></footer>"

  @Test func whatWentSideBySideForOneReasonIsOneRun() throws {
    let pipeline = Pipeline(.standard)
    let page = try pipeline.clean(Page(path: "a.html", bytes: Array(Self.page.utf8)))
    let explanation = PageExplanation(page, pipeline)
    let first = try #require(explanation.runs.first)
    #expect(first == 0..<3)
    #expect(explanation.sentences(against: first, count: 2).contains("stands in navigation"))
    #expect(explanation.runs.flatMap { Array($0) } == Array(explanation.blocks.indices))
    #expect(explanation.wordCounts.raw > explanation.wordCounts.kept)
    #expect(
      explanation.counts(of: .drop).map(\.count).reduce(0, +) == 8 - explanation.keptBlockCount + 1)
  }

  @Test func closeCallsAreThoseNearestToWhereTheModelParts() throws {
    let pipeline = Pipeline(.standard)
    let page = try pipeline.clean(Page(path: "a.html", bytes: Array(Self.page.utf8)))
    let calls = CloseCalls(PageExplanation(page, pipeline).blocks, count: 10)
    let dividing = try #require(calls.dividing)
    let distances = calls.calls.map { abs($0.probability - dividing) }
    #expect(distances == distances.sorted())
    // Here the model's verdicts have no exceptions.
    for call in calls.calls { #expect(call.isKept == (call.probability > dividing)) }
    #expect(CloseCalls([], count: 10).calls.isEmpty)
  }
}
