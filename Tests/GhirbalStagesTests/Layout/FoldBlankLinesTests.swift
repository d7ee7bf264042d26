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

  /// The wider of the gaps around a dropped block stays.
  @Test func whatADroppedBlockLeavesIsWidened() {
    var document = Document(flattened: "a\nb\n\nc\n")
    var ledger = Ledger()
    document.apply(
      [Edit<FoldBlankLines.Reason>.drop(BlockID(1), .emptyBlock)], of: "another", to: &ledger)
    let sample = StageSample(document, through: FoldBlankLines(NoOptions()))
    #expect(sample.text == "a\n\nc\n")
    #expect(sample.reasons == ["replace gap_of_dropped_block"])
  }

  @Test func everyReasonHasARow() {
    // The test above has the gap of a dropped block.
    let given = Self.rows.map(\.reasons) + [["gap_of_dropped_block"]]
    #expect(StageRow.missing(FoldBlankLines.Reason.self, in: given) == [])
  }
}
