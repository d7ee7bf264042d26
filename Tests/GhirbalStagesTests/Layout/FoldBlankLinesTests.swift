import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct FoldBlankLinesTests {
  static let rows = [
    StageRow("runs of blank lines become one", "a\n\n\n\nb\n", "a\n\nb\n", "replace blank_lines"),
    StageRow("a blank line with spaces is blank", "a\n \t\nb\n", "a\n\nb\n", "replace blank_lines"),
    StageRow(
      "CR LF becomes LF", "a\r\nb\r\n", "a\nb\n", "replace foreign_line_end",
      "replace end_of_text"),
    StageRow("a missing line end at the end is added", "a", "a\n", "replace end_of_text"),
    StageRow(
      "blank lines at the start go", "\n\n  \n  a\n", "  a\n", "replace leading_blank_lines"),
    StageRow("a text of white space is no text", " \n\n", "", "drop empty_block"),
    .stays("one line end", "a\nb\n"),
    .stays("one blank line", "a\n\nb\n"),
    .stays("an indented first line", "  a\n"),
  ]

  @Test(arguments: rows) func foldsGapsOnly(_ row: StageRow) {
    let sample = StageSample(row.raw, through: FoldBlankLines(NoOptions()))
    #expect(sample.text == row.clean)
    #expect(sample.reasons == row.reasons)
  }

  @Test func everyReasonHasARow() {
    #expect(StageRow.missing(FoldBlankLines.Reason.self, in: Self.rows.map(\.reasons)) == [])
  }
}
