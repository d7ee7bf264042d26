import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct RepairSpacingTests {
  static let rows = [
    StageRow(
      "spaces at both ends", "  a b \n", "a b\n", "replace leading_space", "replace trailing_space"),
    StageRow("two spaces", "a  b\n", "a b\n", "replace doubled_space"),
    StageRow(
      "a space before a full stop", "We went home after that .\n", "We went home after that.\n",
      "replace space_before_punctuation"),
    StageRow(
      "a full stop behind another", "It is in Iran. .\n", "It is in Iran.\n",
      "replace stranded_full_stop"),
    StageRow(
      "spaces inside guillemets", "« کتاب » را خواندم\n", "«کتاب» را خواندم\n",
      "replace space_inside_bracket", "replace space_inside_bracket", in: "fa"),
    StageRow(
      "no space behind a comma", "قال الوزير،وأضاف\n", "قال الوزير، وأضاف\n",
      "replace missing_space_after_punctuation", in: "ar"),
    StageRow(
      "a quotation mark on the wrong side", "“We shall work in that regard, ”Bagheri said.\n",
      "“We shall work in that regard,” Bagheri said.\n", "replace quote_on_wrong_side"),
    .stays("a smiley and a language", "yes :) and C ++\n"),
    .stays("an ellipsis of spaced dots", "and so . . . on\n"),
    .stays("a decimal without its zero", "1,000 .5\n"),
    .stays("French signs", "Vraiment ? « Oui »\n", in: "fr"),
  ]

  @Test(arguments: rows) func setsSpaces(_ row: StageRow) {
    let sample = StageSample(
      row.raw, through: RepairSpacing(.init()), language: row.language ?? "en")
    #expect(sample.text == row.clean)
    #expect(sample.reasons == row.reasons)
  }

  /// A block of several lines: only a builder makes one with spaces before its line ends.
  @Test func spacesBeforeALineEndGo() {
    var page = DocumentBuilder()
    page.element(.p) { $0.block(("one  \ntwo", nil)) }
    let sample = StageSample(page, through: RepairSpacing(.init()))
    #expect(sample.lines == ["one\ntwo"])
    #expect(sample.reasons == ["replace space_before_line_end"])
  }

  @Test func fullLinesAreJoined() {
    let raw = """
      The harbour master said that the old lock would open again before
      the end of spring, after the repairs to its gates had taken a year
      longer than anyone in the town had been ready to expect, and that
      the first boats would be let through on a Monday.

      """
    let sample = StageSample(raw, through: RepairSpacing(.init()), language: "en")
    #expect(sample.lines.count == 4)
    #expect(sample.text == raw.dropLast().replacing("\n", with: " ") + "\n")
    #expect(sample.reasons == Array(repeating: "replace hard_wrap", count: 3))
  }

  @Test func everyReasonHasARow() {
    // The two tests above have a reason each.
    let given = Self.rows.map(\.reasons) + [["space_before_line_end", "hard_wrap"]]
    #expect(StageRow.missing(RepairSpacing.Reason.self, in: given) == [])
  }

  /// White space that means something, or not, in text with the marks of Markdown.
  static let indentation = [
    StageRow(
      "fenced code", "```swift\nfunc a() {\n    b( c )  // d\n\n}\n```\n",
      "```swift\nfunc a() {\n    b( c )  // d\n\n}\n```\n"),
    StageRow("between tildes", "~~~\n  a\n~~~\n  b\n", "~~~\n  a\n~~~\nb\n"),
    StageRow("fences in an item", "- a\n\n  ```\n    b\n  ```\n", "- a\n\n  ```\n    b\n  ```\n"),
    StageRow("a fence that nothing closes", "```\n  a  b\n", "```\na b\n"),
    StageRow("code in a line", "``` a\n  b\n``` c ```\n  d\n", "``` a\nb\n``` c ```\nd\n"),
    StageRow("nested items", "- a\n  - b\n    * c\n- d\n", "- a\n  - b\n    * c\n- d\n"),
    StageRow("nested numbers", "1. a\n   1) b\n\n2. c\n", "1. a\n   1) b\n\n2. c\n"),
    StageRow("a paragraph of an item", "- a\n\n  The  ferry .\n", "- a\n\n  The ferry.\n"),
    StageRow("nested items in Persian", "- پل\n  - رود ، آب\n", "- پل\n  - رود، آب\n", in: "fa"),
    StageRow("an indented first item", "  - a\n  - b\n", "- a\n- b\n"),
    StageRow("an indented paragraph", "a\n\n  b\n", "a\n\nb\n"),
    StageRow("a dash", "-a\n  b\n", "-a\nb\n"),
    StageRow("text behind a list", "- a\n\nb\n\n  c\n", "- a\n\nb\n\nc\n"),
  ]

  @Test(arguments: indentation) func keepsIndentation(_ row: StageRow) {
    let language = row.language ?? "en"
    #expect(
      StageSample(row.raw, through: RepairSpacing(.init()), language: language).text == row.clean)
    #expect(
      StageSample(row.clean, through: RepairSpacing(.init()), language: language).text == row.clean)
  }
}
