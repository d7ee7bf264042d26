import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// Lifted values are written as the text beside them: by the configured rules and no others.
@Suite struct LiftedValueTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// Under `stages:`.
    let stages: String
    let title: String
    let lifted: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "digits", stages: "[lift_facts, {normalise_unicode: {digits: true}}]",
      title: "پل کهنه پس از ۳۰ سال", lifted: "پل کهنه پس از 30 سال"),
    Row(
      label: "digits, where the rules stand before",
      stages: "[{normalise_unicode: {digits: true}}, lift_facts]",
      title: "پل کهنه پس از ۳۰ سال", lifted: "پل کهنه پس از 30 سال"),
    Row(
      label: "digits stay where nobody asked", stages: "[lift_facts, normalise_unicode]",
      title: "پل کهنه پس از ۳۰ سال", lifted: "پل کهنه پس از ۳۰ سال"),
    Row(
      label: "letters of the language", stages: "[lift_facts, normalise_unicode]",
      title: "پل كهنه و رود بزرگي", lifted: "پل کهنه و رود بزرگی"),
    Row(
      label: "letters stay where no stage repairs them", stages: "[lift_facts]",
      title: "پل كهنه و رود بزرگي", lifted: "پل كهنه و رود بزرگي"),
    Row(
      label: "spaces", stages: "[lift_facts, repair_spacing]",
      title: "پل کهنه ، و رود بزرگ", lifted: "پل کهنه، و رود بزرگ"),
    Row(
      label: "spaces stay where no stage repairs them", stages: "[lift_facts, normalise_unicode]",
      title: "پل کهنه ، و رود بزرگ", lifted: "پل کهنه ، و رود بزرگ"),
    Row(
      label: "words", stages: "[lift_facts, repair_words]",
      title: "استادان میگویند پل باز است", lifted: "استادان می‌گویند پل باز است"),
    Row(
      label: "words stay where no stage repairs them", stages: "[lift_facts, repair_spacing]",
      title: "استادان میگویند پل باز است", lifted: "استادان میگویند پل باز است"),
  ]

  @Test(arguments: rows)
  func areWrittenByTheConfiguredRules(_ row: Row) throws {
    let configuration = try PipelineConfiguration(
      yaml: "reading: {format: html}\nstages: \(row.stages)\n")
    #expect(try Self.title(row.title, configuration) == [row.lifted])
  }

  @Test func aloneTheStageRewritesNoLetter() throws {
    let title = "پل كهنه ، پس از ۳۰ سال"
    let alone = try PipelineConfiguration.standard.restricted(to: ["lift_facts"])
    #expect(try Self.title(title, alone) == [title])
    #expect(try Self.title(title, .standard) == ["پل کهنه، پس از ۳۰ سال"])
  }

  /// What is lifted from a page with a heading.
  private static func title(
    _ title: String, _ configuration: PipelineConfiguration
  ) throws -> [String] {
    let html = """
      <!doctype html><html lang=fa><body><h1>\(title)</h1>
      <p>دو سنگ‌تراش و یک ساعت‌ساز همهٔ زمستان روی این پل کار کردند و شهر هزینهٔ آهک را پرداخت.</p>
      <p>هیچ‌کس تا پایان کار آسیب ندید و کودکان از همان روز نخست روی پل دویدند.</p></body></html>
      """
    let page = try Pipeline(configuration).clean(Page(path: "page.html", bytes: Array(html.utf8)))
    return page.document.metadata[.title]
  }
}
