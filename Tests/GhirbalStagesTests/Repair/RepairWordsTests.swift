import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct RepairWordsTests {
  static let rows = [
    StageRow(
      "two words that the page has apart", "سیاستاقتصاد\nسیاست و اقتصاد\n",
      "سیاست اقتصاد\nسیاست و اقتصاد\n", "replace missing_space", in: "fa"),
    StageRow(
      "a sentence right behind another", "He crossed the bridge.The ferry waited.\n",
      "He crossed the bridge. The ferry waited.\n", "replace sentence_joint", in: "en"),
    StageRow(
      "a space inside a word", "The ferry woul d not wait.\n", "The ferry would not wait.\n",
      "replace split_word", in: "en"),
    StageRow("a joiner that was lost", "میشود\n", "می\u{200C}شود\n", "replace lost_zwnj", in: "fa"),
    StageRow(
      "a joiner that became a space", "همکاری های\n", "همکاری\u{200C}های\n", "replace spaced_zwnj",
      in: "fa"),
    StageRow(
      "a joiner twice", "کتاب\u{200C}\u{200C}ها\n", "کتاب\u{200C}ها\n", "replace doubled_zwnj",
      in: "fa"),
    StageRow(
      "a joiner behind the last letter", "کتاب\u{200C} خوب\n", "کتاب خوب\n",
      "replace stranded_zwnj", in: "fa"),
    .stays("a compound", "کتابخوان\n", in: "fa"),
    .stays("a domain and a version", "see example.com and Package.swift 3.10.2\n", in: "en"),
    .stays("a name in camel case", "YouTube and getElementById\n", in: "en"),
    .stays("text whose language nobody told", "میشود\n"),
    .stays("a language without rules", "میشود\n", in: "ur"),
  ]

  @Test(arguments: rows) func setsBorders(_ row: StageRow) {
    let sample = StageSample(row.raw, through: RepairWords(.init()), language: row.language)
    #expect(sample.text.unicodeScalars.elementsEqual(row.clean.unicodeScalars))
    #expect(sample.reasons == row.reasons)
  }

  @Test func everyReasonHasARow() {
    #expect(StageRow.missing(RepairWords.Reason.self, in: Self.rows.map(\.reasons)) == [])
  }

  @Test func codeStays() {
    let code = "print(a.The)"
    let page = Document(markup: "<pre>\(code)</pre>")
    #expect(StageSample(page, through: RepairWords(.init())).lines == [code])
  }

  /// Words that one page has taught do not show on the next.
  @Test func pagesDoNotDependOnEachOther() {
    let stage = RepairWords(.init())
    func reasons(_ page: String) -> [String] {
      StageSample(page, through: stage, language: "fa").reasons
    }
    let alone = reasons("سیاستاقتصاد\n")
    _ = reasons("سیاستاقتصاد\nسیاست و اقتصاد\n")
    #expect(reasons("سیاستاقتصاد\n") == alone)
  }
}
