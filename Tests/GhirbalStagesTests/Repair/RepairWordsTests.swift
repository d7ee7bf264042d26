import GhirbalDocument
import GhirbalStages
import GhirbalText
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
      "a space inside a word", "The ferry left as soon as poss ible.\n",
      "The ferry left as soon as possible.\n",
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

  /// Of a site that writes these words alone.
  static let siteWords = ["ایران", "جهان", "Иран", "Мир", "Sport", "Politik", "PostsSource"]
  static let siteRows = [
    StageRow("Persian tags", "ایرانجهان\n", "ایران جهان\n", "replace site_words", in: "fa"),
    StageRow(
      "tags in a language without rules", "ИранМир\n", "Иран Мир\n", "replace site_words", in: "ru"),
    .stays("a compound of two of them", "Sportpolitik\n", in: "de"),
    .stays("a name that is taken apart elsewhere", "Recent PostsSource link\n", in: "en"),
  ]

  @Test(arguments: siteRows) func knowsTheWordsOfTheSite(_ row: StageRow) {
    let language = row.language.flatMap { Language(rawValue: $0) }
    var page = Document(flattened: row.raw)
    page.identifyLanguages(
      document: language, where: { _ in true }, block: { _, _ in (language, nil) })
    let words = SiteWords(Self.siteWords.map { SiteWords.Word($0, isCertain: true) })
    page = page.knowing(
      SiteEvidence(pageCount: 9, blocks: page.blocks.map { _ in SitePlace() }, words: words))
    let sample = StageSample(page, through: RepairWords(.init()))
    #expect(sample.text == row.clean)
    #expect(sample.reasons == row.reasons)
  }

  @Test func linksThatTouchAreTwoWords() {
    let page = Document(
      markup: "<p><a href='a'>sport</a><a href='b'>politik</a></p><p>sportpolitik</p>")
    let words = SiteWords(["sport", "politik"].map { SiteWords.Word($0, isCertain: false) })
    let known = page.knowing(
      SiteEvidence(pageCount: 9, blocks: page.blocks.map { _ in SitePlace() }, words: words))
    #expect(
      StageSample(known, through: RepairWords(.init())).lines == ["sport politik", "sportpolitik"])
  }

  @Test func everyReasonHasARow() {
    #expect(
      StageRow.missing(
        RepairWords.Reason.self, in: (Self.rows + Self.siteRows).map(\.reasons)) == [])
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
