import Testing

@testable import GhirbalText

/// Words of a site are taken apart where nothing parts them; whatever may be another word stays.
@Suite struct SiteWordsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let words: [String]
    let line: String
    let language: Language?
    let outcome: String
    let touching: [Int]
    let sentence: String

    init(
      _ label: String, _ words: [String], _ line: String, in language: Language?, _ outcome: String,
      touching: [Int] = [], sentence: String = ""
    ) {
      (self.label, self.words, self.line, self.language) = (label, words, line, language)
      (self.outcome, self.touching, self.sentence) = (outcome, touching, sentence)
    }

    var testDescription: String { label }
  }

  @Test(arguments: [
    Row("Persian tags", ["ایران", "جهان"], "ایرانجهان", in: .persian, "ایران جهان"),
    Row(
      "behind a label", ["ایران", "جهان"], "Categories: ایرانجهان", in: .persian,
      "Categories: ایران جهان"),
    Row(
      "tags of several words", ["جمهوری اسلامی", "سیاست خارجی", "اقتصاد"],
      "جمهوری اسلامیسیاست خارجیاقتصاد", in: .persian, "جمهوری اسلامی سیاست خارجی اقتصاد"),
    Row(
      "a lost non-joiner", ["راه\u{200C}آهن", "باغ\u{200C}ها"], "راهآهنباغها", in: .persian,
      "راهآهن باغها"),
    Row("Arabic tags", ["برمجة", "تعليم"], "تعليمبرمجة", in: .arabic, "تعليم برمجة"),
    Row("Russian tags", ["Иран", "Мир"], "ИранМир", in: .russian, "Иран Мир"),
    Row("in a language that nobody knows", ["Иран", "Мир"], "ИранМир", in: nil, "Иран Мир"),
    Row(
      "Russian tags in small letters", ["сортировка", "алгоритмы сортировка"],
      "сортировкаалгоритмы сортировка", in: .russian, "сортировка алгоритмы сортировка"),
    Row(
      "English tags", ["Politics", "Sport", "Business"], "PoliticsSportBusiness", in: .english,
      "Politics Sport Business"),
    Row(
      "a breadcrumb", ["Home", "World", "Middle East"], "HomeWorldMiddle East", in: .english,
      "Home World Middle East"),
    Row(
      "English tags in small letters", ["dinner", "fake meat", "recipe"], "dinnerfake meatrecipe",
      in: .english, "dinner fake meat recipe"),
    Row(
      "Turkish tags", ["Sağlık", "İnternet", "Bilim"], "Sağlıkİnternet Bilim", in: .turkish,
      "Sağlık İnternet Bilim"),
    Row(
      "German tags", ["Politik", "Wirtschaft"], "PolitikWirtschaft", in: .german,
      "Politik Wirtschaft"),
    Row("capitals", ["USA", "Iran"], "USAIran", in: .english, "USA Iran"),
    Row(
      "links that touch", ["sport", "politik"], "sportpolitik", in: .german, "sport politik",
      touching: [5]),
  ])
  func areTakenApart(_ row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "a German compound", ["Sport", "Politik", "politik"], "Sportpolitik", in: .german,
      "Sportpolitik"),
    Row(
      "a compound in small letters", ["fußball", "bundesliga"], "fußballbundesliga", in: .german,
      "fußballbundesliga"),
    Row(
      "the same where nobody knows the language", ["voetbal", "nieuws"], "voetbalnieuws", in: nil,
      "voetbalnieuws"),
    Row("a Persian compound", ["کتاب", "خانه"], "کتابخانه", in: .persian, "کتابخانه"),
    Row("an English compound", ["home", "page"], "homepage", in: .english, "homepage"),
    Row("a name with a capital inside", ["You", "Tube"], "YouTube", in: .english, "YouTube"),
    Row(
      "a word that the site writes whole", ["Java", "Script", "JavaScript"], "JavaScript",
      in: .russian, "JavaScript"),
    Row(
      "a word that the page's sentences have", ["Фото", "Клуб"], "ФотоКлуб", in: .russian,
      "ФотоКлуб", sentence: "Наш ФотоКлуб открыт."),
    Row(
      "a sentence", ["Iran", "World"], "He said that IranWorld was a name for them all.",
      in: .english, "He said that IranWorld was a name for them all."),
    Row(
      "a line of other words", ["Iran", "World"], "Yesterday somebody founded IranWorld",
      in: .english, "Yesterday somebody founded IranWorld"),
    Row("an address", ["Iran", "World"], "@IranWorld", in: .english, "@IranWorld"),
    Row("a path", ["Iran", "World"], "IranWorld/IranWorld", in: .english, "IranWorld/IranWorld"),
    Row("Chinese", ["政治", "体育"], "政治体育", in: .chinese, "政治体育"),
    Row(
      "two ways to part it", ["باغبان", "وحشی", "باغ", "بانوحشی"], "باغبانوحشی", in: .persian,
      "باغبانوحشی"),
    Row("half a word", ["Iran", "Wor"], "IranWorld", in: .english, "IranWorld"),
  ])
  func otherWordsStay(_ row: Row) { check(row) }

  private func check(_ row: Row) {
    let words = SiteWords(row.words.map { SiteWords.Word($0, isCertain: true) })
    var sentences = PageWords()
    sentences.add(Array(row.sentence.utf8).span)
    let glue = SiteGlue(words) { sentences }
    let raw = Array(row.line.utf8)
    let repairs = glue.repairs(in: raw.span, language: row.language, touching: row.touching)
    let clean = raw.applying(repairs)
    #expect(String(decoding: clean, as: UTF8.self) == row.outcome)
    #expect(glue.repairs(in: clean.span, language: row.language, touching: []).isEmpty)
  }

  @Test(arguments: [
    ("ایرانجهان", true), ("ИранМир", true), ("PoliticsSport", true), ("JavaScript", false),
    ("Sportpolitik", false), ("کتابخانه", false), ("Иран", false),
  ])
  func whatRanTogetherIsNoWord(_ word: String, _ isGlued: Bool) {
    let others = [
      "ایران", "جهان", "Иран", "Мир", "Politics", "Sport", "Java", "Script", "Politik", "کتاب",
      "خانه",
    ]
    let words = SiteWords((others + [word]).map { SiteWords.Word($0, isCertain: true) })
    #expect(words.isGlued(word) == isGlued)
  }

  /// What the model would part, or join, stays where the site writes it so on several pages.
  @Test(arguments: [true, false])
  func whatTheSiteWritesWholeStays(_ isCertain: Bool) {
    let text = Array("شرکت ایرانجهان امروز کتابخانه‌ای در شهر باز کرد.".utf8)
    let words = SiteWords([SiteWords.Word("ایرانجهان", isCertain: isCertain)])
    let repairs = WordBoundaries(site: words).repairs(in: text.span, language: .persian)
    #expect(repairs.contains { $0.reason == .missingSpace } == !isCertain)
  }

  @Test(arguments: [
    ("Politics (12)", "Politics"), (" fake  meat ", "fake meat"), ("C++", nil),
    ("iOS 17", "iOS 17"),
    ("a", nil), ("Read more…", nil), ("This is a full title", nil), ("Why?", nil), ("政治", nil),
    ("2024", nil), ("name@example.org", nil),
  ])
  func isLabel(_ text: String, _ label: String?) {
    #expect(SiteLabel.label(Array(text.utf8).span) == label)
  }

  @Test func aLineOfTagsIsItsTags() {
    #expect(
      SiteLabel.labels(ofLine: Array("Tags: ایران، جهان، خاورمیانه".utf8).span)
        == ["ایران", "جهان", "خاورمیانه"])
    #expect(
      SiteLabel.labels(ofLine: Array("Home › World › Iran".utf8).span) == ["Home", "World", "Iran"])
    #expect(
      SiteLabel.labels(ofLine: Array("He came, he saw the whole of it, and left".utf8).span).isEmpty
    )
  }
}
