import GhirbalDocument
import GhirbalStages
import GhirbalText
import TestSupport
import Testing

@Suite struct LiftFactsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// The lines of the page; `T` stands for a title, `P1`, `P2`, `P3` for paragraphs, and lines
    /// that must go start with `- `.
    let lines: [String]
    /// "field: value" of each lift but the title's.
    let facts: [String]
    var testDescription: String { label }

    init(_ label: String, _ lines: [String], _ facts: [String]) {
      self.label = label
      self.lines = lines
      self.facts = facts
    }

    private func text(_ line: String) -> String {
      switch line {
      case "T": "The old bridge will be repaired"
      case "P1": "The council met on Monday and agreed to repair the old bridge before winter."
      case "P2": "Work will begin in May, and the ferry will run twice a day until it ends."
      case "P3": "Nobody in the village remembers when the bridge was last closed for so long."
      default: line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
      }
    }

    var raw: String { lines.map(text).joined(separator: "\n\n") }
    var clean: [String] { lines.filter { !$0.hasPrefix("- ") }.map(text) }
  }

  static let rows = [
    // Categories and tags
    Row(
      "categories", ["- Categories: Bridges, Rivers", "T", "P1"],
      ["category: Bridges", "category: Rivers"]),
    Row(
      "categories that ran together", ["- Categories: ایرانجهان", "T", "P1"],
      ["category: ایران", "category: جهان"]),
    Row(
      "filed under", ["T", "P1", "- Filed under: Bridges | Rivers"],
      ["category: Bridges", "category: Rivers"]),
    Row(
      "categories and tags in one line", ["T", "P1", "- دسته‌ها: پل برچسب‌ها: رود، سنگ"],
      ["category: پل", "tag: رود", "tag: سنگ"]),
    Row("a label without values before another", ["T", "P1", "Categories: Tags: rivers"], []),
    Row(
      "a value that is a label's word", ["T", "P1", "- Categories: Tags, Rivers"],
      ["category: Tags", "category: Rivers"]),
    Row(
      "Persian categories", ["T", "P1", "- دسته‌بندی: پل، رود"], ["category: پل", "category: رود"]),
    Row(
      "Arabic categories", ["T", "P1", "- التصنيفات: جسور، أنهار"],
      ["category: جسور", "category: أنهار"]),
    Row(
      "tags", ["T", "P1", "- Tags: bridge, river • #ferry"],
      ["tag: bridge", "tag: river", "tag: ferry"]),
    Row("Persian tags", ["T", "P1", "- برچسب‌ها: پل، رود"], ["tag: پل", "tag: رود"]),
    Row(
      "Persian tags, joint typed as a space", ["T", "P1", "- برچسب ها: پل، رود"],
      ["tag: پل", "tag: رود"]),
    Row(
      "Arabic keywords", ["T", "P1", "- الكلمات المفتاحية: جسر · نهر"], ["tag: جسر", "tag: نهر"]),
    Row(
      "tags glued at a capital",
      [
        "T", "P1", "The town of Montbrasier is far away from the river and its ferry.",
        "- Mots-clés : fanfareMontbrasier",
      ], ["tag: fanfare", "tag: Montbrasier"]),
    Row(
      "names with a capital inside stay whole", ["T", "P1", "- Tags: YouTube, iPhone"],
      ["tag: YouTube", "tag: iPhone"]),
    Row(
      "Urdu tags, by the page's own words",
      [
        "T", "P1", "گھڑی مسجد والے چوک میں ہے اور چاند گڑھ کے لوگ اسے دیکھتے ہیں۔",
        "- ٹیگز: گھڑیچاند گڑھ",
      ], ["tag: گھڑی", "tag: چاند گڑھ"]),
    Row(
      "tags without a label that ran together",
      [
        "T", "وزارة الدفاع في المدينة أعلنت أن الجسر القديم سيغلق قبل الشتاء.",
        "الجيش الإيراني والجيش الروسي يبحثان ترميم الجسر القديم في المدينة.",
        "- الجيش الايرانيوزارة الدفاع الروسية",
      ], ["tag: الجيش الايراني", "tag: وزارة الدفاع الروسية"]),
    Row(
      "a compound in a last line is one word",
      ["T", "کتاب تازه در خانه پدری او نوشته شد و زمستان به پایان رسید.", "P1", "کتابخانه شهر"], []),
    Row(
      "a heading that starts like a label", ["T", "P1", "Tags: a history of graffiti", "P2"], []),
    Row(
      "a sentence that starts like a label",
      ["T", "P1", "Categories: there are three of them in this book, and I like none.", "P2"], []),
    Row(
      "categories without a colon", ["T", "P1", "- Posted in News, Bridges"],
      ["category: News", "category: Bridges"]),
    Row(
      "tags without a colon", ["T", "P1", "- Tagged with bells, masons"],
      ["tag: bells", "tag: masons"]),
    Row("where somebody was posted", ["T", "P1", "Posted in the harbour since May"], []),
    Row("a sentence about a posting", ["T", "P1", "Posted in London, he wrote it down."], []),
    Row(
      "a count of comments among categories", ["T", "P1", "- Filed under: News | 4 Comments »"],
      ["category: News"]),
    Row("a label alone is left for chrome", ["T", "P1", "Tags:"], []),
    Row(
      "data that names a category", ["T", "P1", "{ category: \"Fruits\", price: \"$1\" }"], []),
    Row("data that starts with its category", ["T", "P1", "category: \"Fruits\", stock = 1"], []),
    Row(
      "an event's date below the text",
      ["T", "P1", "P2", "Date: 12 March 2024"], []),
    Row(
      "posts of a forum",
      [
        "T", "Posted March 1, 2024", "P1", "Posted March 2, 2024", "P2", "Posted March 3, 2024",
        "P3", "Posted March 4, 2024",
      ], []),
    // Sections
    Row(
      "a section above the title",
      ["- الخليج والعالم", "افتتاح الجسر القديم في المدينة غدا", "P1"], ["category: الخليج والعالم"]
    ),
    Row("an English section", ["- World", "T", "P1"], ["category: World"]),
    Row(
      "a title that names a section's subject",
      [
        "Economics", "A short walk through the markets",
        "The markets grew because economics is a science of choices, he said.",
      ], []),
    Row("a title of two words", ["مدن وموانئ", "افتتاح الجسر القديم في المدينة غدا", "P1"], []),
    // People
    Row("a byline", ["T", "- By Jane Doe", "P1"], ["author: Jane Doe"]),
    Row(
      "two authors", ["T", "- By Jane Doe and Juan de la Cruz", "P1"],
      ["author: Jane Doe", "author: Juan de la Cruz"]),
    Row("a byline with a role", ["T", "- By Jane Doe, Staff Writer", "P1"], ["author: Jane Doe"]),
    Row(
      "a byline with date and time", ["T", "- von Leopold Anders, 02.07.2022, 17:40 Uhr", "P1"],
      ["author: Leopold Anders", "published: 2022-07-02"]),
    Row("a Russian byline", ["T", "- Текст: Аглая Берестова", "P1"], ["author: Аглая Берестова"]),
    Row(
      "a Persian byline of three",
      ["T", "- نویسنده: مریم کاشانی و رضا دلیری و هادی پارسا", "P1"],
      ["author: مریم کاشانی", "author: رضا دلیری", "author: هادی پارسا"]),
    Row(
      "a Persian byline with offices",
      ["T", "- به قلم: مریم کاشانی، خبرنگار شهری، رضا دلیری", "P1"],
      ["author: مریم کاشانی", "author: رضا دلیری"]),
    Row(
      "an Arabic byline of two", ["T", "- كتب: أحمد العلي وسمير حداد", "P1"],
      ["author: أحمد العلي", "author: سمير حداد"]),
    Row(
      "a byline with offices in the plural",
      ["T", "- By Jane Doe and Bo Day, Staff Writers", "P1"],
      ["author: Jane Doe", "author: Bo Day"]),
    Row("a Persian byline", ["T", "- نویسنده: سارا کریمی", "P1"], ["author: سارا کریمی"]),
    Row("an Arabic byline", ["T", "- بقلم سلمى البحار", "P1"], ["author: سلمى البحار"]),
    Row(
      "a Spanish byline below the text", ["T", "P1", "P2", "- Por Juan Pérez"],
      ["author: Juan Pérez"]),
    Row("a Hebrew byline", ["T", "- מאת: נטע ורדימון", "P1"], ["author: נטע ורדימון"]),
    Row(
      "a sentence that starts with By",
      ["T", "By the end of the year the bridge will be open again, said the mayor.", "P1"], []),
    Row("a heading that starts with By", ["T", "P1", "By The Sea", "P2"], []),
    // Meta lines of several facts
    Row(
      "a byline with an office, dates, and counts",
      [
        "T",
        "- By Perdita Holm, Transport Reporter 13 April 2024, 9:40 am Updated 3:05 pm 4 min read 27 comments",
        "P1",
      ], ["author: Perdita Holm", "published: 2024-04-13"]),
    Row(
      "a date before its author, who has one name", ["T", "- March 3rd, 2010 by Juno", "P1"],
      ["published: 2010-03-03", "author: Juno"]),
    Row(
      "categories, tags, and a date",
      ["T", "- Filed under: Food | Tagged: coffee, trains | 17 June 2016", "P1"],
      ["category: Food", "tag: coffee", "tag: trains", "published: 2016-06-17"]),
    Row(
      "an Arabic line with a lunar date, counts, and buttons",
      [
        "افتتاح الجسر القديم في المدينة غدا",
        "- كتب: هيثم الرملي 22 صفر 1444هـ - 18 سبتمبر 2022 08:15 ص 1,204 مشاهدة مدة القراءة: 3 دقائق حجم الخط أ+أ- طباعة",
        "واحة الزعفران - قرر مجلس المدينة يوم الاثنين ترميم الجسر القديم قبل الشتاء.",
      ], ["author: هيثم الرملي", "published: 2022-09-18"]),
    Row(
      "a Turkish line with both dates",
      [
        "Eski köprü onarılacak",
        "- Giriş: 19.05.2021 - 10:20 Güncelleme: 20.05.2021 - 13:47 Okuma süresi: 2 dk Yazı Boyutu: A+ A- Yorum yap",
        "Belediye meclisi pazartesi günü toplandı ve köprünün kıştan önce onarılmasına karar verdi.",
      ], ["published: 2021-05-19", "modified: 2021-05-20"]),
    Row(
      "a French line with reading time",
      [
        "T", "- Par Maëlle Troadec – Publié le 7 juin 2008 à 18h30 – Temps de lecture : 3 min",
        "P1",
      ],
      ["author: Maëlle Troadec", "published: 2008-06-07"]),
    Row(
      "a place and the author again",
      [
        "افتتاح الجسر القديم في المدينة غدا", "- كتب: هيثم الرملي | 18 سبتمبر 2022",
        "- واحة الزعفران - هيثم الرملي",
        "قرر مجلس المدينة يوم الاثنين ترميم الجسر القديم قبل حلول الشتاء.",
      ], ["author: هيثم الرملي", "published: 2022-09-18"]),
    Row(
      "a meta line of another text",
      ["T", "P1", "P2", "- January 21, 2024 by Fenn Lockwood | 7 Comments", "P3"], []),
    Row(
      "a sentence with a date and a count",
      ["T", "On 13 April 2024 Perdita Holm read 27 comments in 4 minutes.", "P1"], []),
    Row(
      "a short line with a date and a count",
      ["T", "P1", "Opened on 13 April 2024 with 27 comments by bridge builders", "P2"], []),
    Row(
      "a subtitle with a name and a date", ["T", "Letters by Jane Doe from 13 April 2024", "P1"], []
    ),
    Row(
      "a table's dates", ["T", "P1", "Founded 12 March 1924 Closed 3 May 1987", "P2"], []),
    Row(
      "a work and its maker", ["T", "P1", "The Old Bridge, oil on canvas, by Jane Doe", "P2"], []),
    Row(
      "an answer in an interview", ["T", "P1", "Reporter: 13 April 2024?", "P2"], []),
    Row("a heading right below the title", ["T", "By the river", "P1"], []),
    Row("a way from a town", ["T", "Von Berlin nach München", "P1"], []),
    Row("initials", ["T", "P1", "P2", "P3", "- مصی"], ["author: مصی"]),
    Row("Latin initials", ["T", "P1", "P2", "P3", "- JD"], ["author: JD"]),
    Row("the end", ["T", "P1", "P2", "P3", "تمام"], []),
    Row("a small word below the text", ["T", "P1", "P2", "P3", "yes"], []),
    Row(
      "a word of the page below the text",
      ["T", "P1", "P2", "پل شهر ما تا پایان زمستان بسته است و قایق نداریم.", "پل"], []),
    // Datelines stay
    Row(
      "a dateline", ["T", "TEHRAN – The council met on Monday and agreed to repair the bridge."],
      ["dateline: TEHRAN"]),
    Row(
      "a dateline with an agency",
      ["T", "London (Reuters) - The council met on Monday and agreed to repair it."],
      ["dateline: London"]),
    Row(
      "a Persian dateline", ["T", "تهران – شورای شهر روز دوشنبه تصمیم گرفت پل را بازسازی کند."],
      ["dateline: تهران"]),
    Row(
      "an Arabic dateline with an agency",
      ["T", "القاهرة (د ب أ) – قرر مجلس المدينة يوم الاثنين ترميم الجسر القديم."],
      ["dateline: القاهرة"]),
    Row(
      "an alliance",
      ["T", "NATO – the alliance of the bridge builders – met on Monday in the town."], []),
    Row(
      "a dash in a sentence",
      ["T", "The bridge – built in 1871 – will be repaired before winter, he said."], []),
    // Sources
    Row(
      "an address as a source", ["T", "P1", "- Source: https://example.org/bridge"],
      ["source_url: https://example.org/bridge"]),
    Row("a name as a source", ["T", "P1", "- المصدر: وكالات"], ["source: وكالات"]),
    Row(
      "a name of some words", ["T", "P1", "- Source: The Harbour Times"],
      ["source: The Harbour Times"]),
    Row("a source inside the text", ["T", "P1", "Source: Reuters", "P1", "P1"], []),
    Row(
      "a source that is a sentence",
      ["T", "P1", "Source: the notebook of my grandmother, page four."], []),
    Row("a source with a page", ["T", "P1", "Source: Harbour Book, 41"], []),
    // Dates
    Row("a date of numbers", ["T", "- 2024-03-12", "P1"], ["published: 2024-03-12"]),
    Row("a date of words", ["T", "- 12 March 2024", "P1"], ["published: 2024-03-12"]),
    Row(
      "an American date", ["T", "- Tuesday, March 12, 2024 at 10:45 am", "P1"],
      ["published: 2024-03-12"]),
    Row("a labelled date", ["T", "P1", "- Published: 12 March 2024"], ["published: 2024-03-12"]),
    Row(
      "two labelled dates",
      ["T", "- Publié le 14/10/2021 à 08:05 - Mis à jour le 15/10/2021 à 11:30", "P1"],
      ["published: 2021-10-14", "modified: 2021-10-15"]),
    Row(
      "a Solar Hijri date",
      ["تداوم ساخت پل", "- ۲ تیر ۱۳۹۹", "شورای شهر روز دوشنبه تصمیم گرفت پل را بازسازی کند."],
      ["published: 2020-06-22"]),
    Row(
      "a Solar Hijri date in numbers, with its label",
      [
        "تداوم ساخت پل چوبی", "- تاریخ انتشار: ۱۴۰۲/۰۶/۲۸ - ۱۰:۳۰",
        "شورای شهر روز دوشنبه تصمیم گرفت پل را بازسازی کند.",
      ], ["published: 2023-09-19"]),
    Row("a Levantine month", ["T", "- ١٢ آذار ٢٠٢٤", "P1"], ["published: 2024-03-12"]),
    Row("a Kurdish date", ["T", "- ١٧ی ئایاری ٢٠٢١ - ١٠:٣٠", "P1"], ["published: 2021-05-17"]),
    Row("an Urdu date", ["T", "- شائع 12 نومبر 2018 10:45am", "P1"], ["published: 2018-11-12"]),
    Row("a Hebrew date", ["T", "- פורסם ב-7.3.2017 בשעה 09:12", "P1"], ["published: 2017-03-07"]),
    Row("a Japanese date", ["T", "- 2020年6月21日", "P1"], ["published: 2020-06-21"]),
    Row("an English date nobody can tell", ["T", "03/04/2024", "P1"], []),
    Row("a day that is none", ["T", "31.02.2024", "P1"], []),
    Row("a diary", ["T", "12 March 2024", "P1", "13 March 2024", "P2"], []),
    Row("a date below the text", ["T", "P1", "P2", "12 March 2024"], []),
    Row("a letter's date without a title", ["12 March 2024", "Dear Sir,", "P1"], []),
    Row("a title with a date in it", ["The flood of 12 March 2024", "P1"], []),
  ]

  @Test(arguments: rows) func liftsFacts(_ row: Row) {
    let sample = StageSample(row.raw, through: LiftFacts(LiftFacts.Options()))
    #expect(sample.lines == row.clean)
    let facts = sample.ledger.entries.filter { $0.change == .lift && $0.field != .title }.map {
      "\($0.field?.rawValue ?? ""): \($0.after ?? "")"
    }
    #expect(facts == row.facts)
    for entry in sample.ledger.entries where entry.change == .lift {
      if [.author, .tag, .category].contains(entry.field) { #expect(entry.before == entry.after) }
    }
  }

  @Test func everyReasonHasARow() {
    var seen: Set<String> = ["head_metadata"]
    for row in Self.rows {
      let sample = StageSample(row.raw, through: LiftFacts(LiftFacts.Options()))
      seen.formUnion(sample.ledger.entries.map(\.reason))
    }
    #expect(seen == Set(LiftFacts.Reason.allCases.map(\.rawValue)))
  }

  @Test func theTitleIsLiftedAndStays() {
    let sample = StageSample(
      "World\n\nThe old bridge is closed\n\nP one and two and three and four, he said.",
      through: LiftFacts(LiftFacts.Options()))
    #expect(sample.document.metadata[.title] == ["The old bridge is closed"])
    #expect(sample.lines.count == 2)
  }

  @Test(arguments: [
    // label, language, tags, values
    ("known words", "fa", "فرهنگسیاست، ورزش", ["فرهنگ", "سیاست", "ورزش"]),
    ("a compound of two known words", "fa", "کتابخانه، ورزش", ["کتابخانه", "ورزش"]),
    ("names with a capital inside", "en", "YouTube, iPhone", ["YouTube", "iPhone"]),
    (
      "one word in another language", "de", "Donaudampfschiff, Hafen",
      ["Donaudampfschiff", "Hafen"]
    ),
  ]) func theLexiconIsAskedWhereThePageIsSilent(
    _ label: String, _ language: String, _ tags: String, _ values: [String]
  ) {
    let sample = StageSample(
      "Tags: " + tags, through: LiftFacts(LiftFacts.Options()), language: language)
    #expect(sample.document.metadata[.tag] == values, "\(label)")
  }

  @Test func valuesReadAsTheCleanTextDoes() {
    let title = "تداوم  همکاری های علمي در رسانه ها"
    let rules: [any TextRules] = [
      NormaliseUnicode(.init()), RepairWords(.init()), RepairSpacing(.init()),
    ]
    let sample = StageSample(
      title + "\n\n- \n\nشورای شهر روز دوشنبه تصمیم گرفت پل را پیش از زمستان بازسازی کند.",
      through: LiftFacts(LiftFacts.Options()).following(rules), language: "fa")
    #expect(sample.document.metadata[.title] == ["تداوم همکاری‌های علمی در رسانه‌ها"])
    #expect(sample.ledger.entries.first { $0.field == .title }?.before == title)
  }

  @Test func optionsKeepBlocksAndAddSections() {
    var options = LiftFacts.Options()
    options.keepBlocks = true
    options.sectionNames = ["Waterways"]
    let sample = StageSample(
      "Waterways\n\nThe old bridge is closed\n\nP one and two and three and four, he said.",
      through: LiftFacts(options))
    #expect(sample.document.metadata[.category] == ["Waterways"])
    #expect(sample.lines.count == 3)
  }

  @Test func aLexiconTakesApartWhatThePageCannot() {
    let stage = LiftFacts(LiftFacts.Options()) { $0 == "پلرود" ? ["پل", "رود"] : nil }
    let sample = StageSample("Tags: پلرود", through: stage)
    #expect(sample.document.metadata[.tag] == ["پل", "رود"])
  }
}
