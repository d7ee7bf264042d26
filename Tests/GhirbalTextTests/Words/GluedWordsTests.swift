import GhirbalText
import Testing

/// In these rows `|` is the place where a space goes in.
struct GlueRow: CustomTestStringConvertible, Sendable {
  let label: String
  let language: Language
  let setting: GlueSetting
  let clean: String
  let page: String

  init(
    _ label: String, _ language: Language, _ setting: GlueSetting, _ clean: String,
    page: String = ""
  ) {
    self.label = label
    self.language = language
    self.setting = setting
    self.clean = clean
    self.page = page
  }

  var testDescription: String { label }

  static let rows: [GlueRow] = [
    // The three seeds.
    .init("two Persian tags", .persian, .labels, "Categories: ایران|جهان", page: "ایران روسیه"),
    .init(
      "two Arabic tags", .arabic, .labels, "الجيش الايراني|وزارة الدفاع الروسية",
      page: "وزير الدفاع الإيراني في وزارة الدفاع الإيرانية"),
    .init("page furniture", .english, .labels, "Recent Posts|Source link"),
    .init("a form and tags", .english, .labels, "Leave A Reply|Categories"),
    .init("a date against a sentence", .persian, .prose, "9 ماه ago|به گزارش خبرنگار"),
    .init(
      "nouns written as one are not prose glue", .persian, .prose, "رئیس ستادکل نیروهای مسلح",
      page: "ستاد کل"),

    // Labels.
    .init("three tags", .persian, .labels, "ایران|جهان|اقتصاد", page: "ایران جهان اقتصاد"),
    .init("without the page's words", .persian, .labels, "سیاست|اقتصاد"),
    .init("Arabic words of the page", .arabic, .labels, "أوكرانيا|الاقتصاد"),
    .init("a Persian compound", .persian, .labels, "کتابخوان"),
    .init("a Persian compound of page words", .persian, .labels, "صفحهآرایی", page: "صفحه آرایی"),
    .init("a Persian plural", .persian, .labels, "رسانهها", page: "رسانه ها"),
    .init("an Arabic name", .arabic, .labels, "عبدالله", page: "عبد الله"),
    .init("an Arabic dual with its pronoun", .arabic, .labels, "بلديهما", page: "بلدي هما"),
    .init("و and ال are no words", .arabic, .labels, "والدفاع", page: "وال دفاع"),
    .init("names in camel case", .english, .labels, "YouTube JavaScript", page: "you tube script"),
    .init("a name that the page repeats", .english, .labels, "NewsTime", page: "NewsTime NewsTime"),
    .init("one half unknown", .english, .labels, "iPhone McDonald PostsXyzzy"),
    .init("a hashtag", .english, .labels, "#SourceLink"),
    .init("a long line is prose", .persian, .labels, "سیاستاقتصاد. پایان"),

    // Sentence joints.
    .init("Latin full stop", .english, .prose, "the talks.|The end"),
    .init("Latin question mark", .english, .prose, "who knows?|Nobody"),
    .init("comma before a function word", .english, .prose, "a week ago,|they said"),
    .init("Persian full stop", .persian, .prose, "این پایان.|جمله تازه"),
    .init("Arabic question mark", .arabic, .prose, "ماذا حدث؟|قال الوزير"),
    .init("Arabic comma", .arabic, .prose, "قال الوزير،|وأضاف"),
    .init("address", .english, .prose, "https://www.example.com/talks.The?a=b.The"),
    .init("bare domain", .english, .prose, "see example.com, node.js and Package.swift"),
    .init("e-mail", .english, .prose, "write to jane.The@example.org"),
    .init("versions and decimals", .english, .prose, "3.10.2, 12.5 and v1.a"),
    .init("times", .english, .prose, "at 12:30h and 5:a.m."),
    .init("abbreviations", .english, .prose, "the U.S. and e.g.this, i.e.that, Ph.D"),
    .init("initials", .english, .prose, "J.R.R.Tolkien and a.The"),
    .init("code", .english, .prose, "call System.Out.println, Console.Write or foo.Bar() now"),
    .init("camel case", .english, .prose, "the sourceLink and PostsSource"),
    .init("ellipsis", .english, .prose, "well...The end…The"),
    .init("Arabic abbreviation", .arabic, .prose, "د.محمد و ق.م و أ.د.علي"),
    .init("a comma in a number", .arabic, .prose, "١٬٢٣٤،٥"),

    // Letters that end a word.
    .init("teh marbuta", .arabic, .prose, "الشؤون العسكرية|والرقابة"),
    .init("alef maksura", .arabic, .prose, "هذه هي على|الخطوات"),
    .init("teh marbuta in Persian", .persian, .prose, "دایرةالمعارف"),
    .init("Egyptian yeh", .arabic, .prose, "شىء بطىء"),

    // Scripts.
    .init("Arabic against Latin", .arabic, .prose, "شركة الدولة|Google"),
    .init("a Persian ending on Latin", .persian, .prose, "CDها و PDFهای"),
    .init("a prefix on Latin", .arabic, .prose, "بـGoogle وGoogle الـFBI"),
    .init("a digit", .persian, .prose, "۲۰ساله و 5میلیون و A4به"),
  ]
}

@Suite struct GluedWordsTests {
  @Test(arguments: GlueRow.rows)
  func rowsAreTakenApartOrStay(_ row: GlueRow) {
    var page = PageWords()
    page.add(Array(row.page.utf8).span)
    let raw = Array(row.clean.replacing("|", with: "").utf8)
    let replacements = gluedWords(
      in: raw.span, language: row.language, page: page, setting: row.setting)
    let clean = raw.applying(replacements)
    #expect(String(decoding: clean, as: UTF8.self) == row.clean.replacing("|", with: " "))
    let again = gluedWords(
      in: clean.span, language: row.language, page: page, setting: row.setting)
    #expect(again.isEmpty, "a second run finds nothing")
  }

  @Test func pageWordsDoNotDependOnOrder() {
    let blocks = ["الجيش الإيراني", "وزارة الدفاع", "Source link"].map { Array($0.utf8) }
    var forward = PageWords()
    for block in blocks { forward.add(block.span) }
    var backward = PageWords()
    for block in blocks.reversed() { backward.add(block.span) }
    let raw = Array("الايرانيوزارة".utf8)
    #expect(forward.count == 6)
    #expect(
      gluedWords(in: raw.span, language: .arabic, page: forward, setting: .labels)
        == gluedWords(in: raw.span, language: .arabic, page: backward, setting: .labels))
  }
}
