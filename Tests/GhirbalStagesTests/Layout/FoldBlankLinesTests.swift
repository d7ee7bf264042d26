import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct FoldBlankLinesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let raw: String
    let clean: String
    let reasons: [String]
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "runs of blank lines become one", raw: "a\n\n\n\nb\n", clean: "a\n\nb\n",
      reasons: ["replace blank_lines"]),
    Row(
      label: "a blank line with spaces is blank", raw: "a\n \t\nb\n", clean: "a\n\nb\n",
      reasons: ["replace blank_lines"]),
    Row(
      label: "CR LF becomes LF", raw: "a\r\nb\r\n", clean: "a\nb\n",
      reasons: ["replace foreign_line_end", "replace end_of_text"]),
    Row(
      label: "a missing line end at the end is added", raw: "a", clean: "a\n",
      reasons: ["replace end_of_text"]),
    Row(
      label: "blank lines at the start go", raw: "\n\n  \n  a\n", clean: "  a\n",
      reasons: ["replace leading_blank_lines"]),
    Row(
      label: "a text of white space is no text", raw: " \n\n", clean: "",
      reasons: ["drop empty_block"]),
    Row(label: "one line end stays", raw: "a\nb\n", clean: "a\nb\n", reasons: []),
    Row(label: "one blank line stays", raw: "a\n\nb\n", clean: "a\n\nb\n", reasons: []),
    Row(label: "an indented first line stays", raw: "  a\n", clean: "  a\n", reasons: []),
  ]

  @Test(arguments: rows) func foldsGapsOnly(_ row: Row) {
    let sample = StageSample(row.raw, through: FoldBlankLines(NoOptions()))
    #expect(sample.text == row.clean)
    #expect(sample.reasons == row.reasons)
  }
}
