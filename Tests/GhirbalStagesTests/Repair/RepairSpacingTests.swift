import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct RepairSpacingTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let raw: String
    let clean: String
    var testDescription: String { label }

    init(_ label: String, _ raw: String, _ clean: String) {
      self.label = label
      self.raw = raw
      self.clean = clean
    }
  }

  static let rows = [
    Row(
      "fenced code", "```swift\nfunc a() {\n    b( c )  // d\n\n}\n```\n",
      "```swift\nfunc a() {\n    b( c )  // d\n\n}\n```\n"),
    Row("between tildes", "~~~\n  a\n~~~\n  b\n", "~~~\n  a\n~~~\nb\n"),
    Row("fences in an item", "- a\n\n  ```\n    b\n  ```\n", "- a\n\n  ```\n    b\n  ```\n"),
    Row("a fence that nothing closes", "```\n  a  b\n", "```\na b\n"),
    Row("code in a line", "``` a\n  b\n``` c ```\n  d\n", "``` a\nb\n``` c ```\nd\n"),
    Row("nested items", "- a\n  - b\n    * c\n- d\n", "- a\n  - b\n    * c\n- d\n"),
    Row("nested numbers", "1. a\n   1) b\n\n2. c\n", "1. a\n   1) b\n\n2. c\n"),
    Row("a paragraph of an item", "- a\n\n  The  ferry .\n", "- a\n\n  The ferry.\n"),
    Row("nested items in Persian", "- پل\n  - رود ، آب\n", "- پل\n  - رود، آب\n"),
    Row("an indented first item", "  - a\n  - b\n", "- a\n- b\n"),
    Row("an indented paragraph", "a\n\n  b\n", "a\n\nb\n"),
    Row("a dash", "-a\n  b\n", "-a\nb\n"),
    Row("text behind a list", "- a\n\nb\n\n  c\n", "- a\n\nb\n\nc\n"),
  ]

  @Test(arguments: rows) func keepsIndentation(_ row: Row) {
    let language = row.label.hasSuffix("Persian") ? "fa" : "en"
    #expect(
      StageSample(row.raw, through: RepairSpacing(.init()), language: language).text == row.clean)
    #expect(
      StageSample(row.clean, through: RepairSpacing(.init()), language: language).text == row.clean)
  }
}
