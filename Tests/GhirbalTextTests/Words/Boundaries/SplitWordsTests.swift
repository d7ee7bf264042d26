import GhirbalText
import Testing

/// In these rows `_` is a space that goes.
struct SplitWordRow: CustomTestStringConvertible, Sendable {
  let label: String
  let language: Language
  let text: String
  let page: String

  init(_ label: String, _ language: Language, _ text: String, page: String = "") {
    self.label = label
    self.language = language
    self.text = text
    self.page = page
  }

  var testDescription: String { label }

  static let rows: [SplitWordRow] = [
    .init("the last letter", .english, "the ferry woul_d not wait for us"),
    .init("the middle", .english, "as soon as poss_ible, said the pilot"),
    .init("before a mark", .english, "nobody in the govern_ment."),
    .init("Persian", .persian, "مردم ایرا_ن در خیابان بودند"),
    .init("Arabic", .arabic, "اجتمعت الحكو_مة يوم الاثنين"),
    .init("the Arabic article", .arabic, "وصلت ال_سيارة إلى المدينة"),
    .init(
      "two words that are one elsewhere", .english, "to day and every one, a web site, an other"),
    .init("a name", .english, "Al Gore and De Niro met Mc Donald"),
    .init("initials", .english, "George W Bush and Malcolm X came"),
    .init("both sides stand on the page", .english, "a poss ible", page: "poss ible poss ible"),
    .init("the article before a Latin name", .arabic, "صفحة ال HTML القديمة"),
    .init("drawn-out letters", .arabic, "قال ــــ بما يكفي ــــ ذلك"),
    .init("Persian و and parts with a joiner", .persian, "کتاب و خانه و آب و هوا"),
    .init("a name of two words", .persian, "گنبد کاووس و مراوه تپه"),
  ]
}

@Suite struct SplitWordsTests {
  @Test(arguments: SplitWordRow.rows)
  func wordsAreJoinedOrStay(_ row: SplitWordRow) {
    var page = PageWords()
    page.add(Array(row.page.utf8).span)
    let raw = Array(row.text.replacing("_", with: " ").utf8)
    let repairs = wordRepairs(raw, row.language, page: page)
    let clean = raw.applying(repairs)
    #expect(String(decoding: clean, as: UTF8.self) == row.text.replacing("_", with: ""))
    #expect(repairs.allSatisfy { $0.reason == .splitWord })
    #expect(wordRepairs(clean, row.language, page: page).isEmpty, "a second run finds nothing")
  }

  /// `ایرا ن` is no `ای را ن`.
  @Test func partsOfWordsStayWhole() {
    let raw = Array("صفحه‌ی کتابخا نه".utf8)
    let repairs = wordRepairs(raw, .persian)
    #expect(repairs.allSatisfy { $0.reason != .missingSpace })
  }
}
