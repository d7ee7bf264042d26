import GhirbalText
import Testing

/// In these rows `~` is the zero-width non-joiner.
struct NonJoinerRow: CustomTestStringConvertible, Sendable {
  let label: String
  let raw: String
  let clean: String
  let findings: [WordFinding]

  init(_ label: String, _ raw: String, _ clean: String, _ findings: WordFinding...) {
    self.label = label
    self.raw = raw
    self.clean = clean
    self.findings = findings
  }

  /// A row that must stay.
  init(_ label: String, stays text: String) { self.init(label, text, text) }

  /// The row's `~` as non-joiners; by scalars, since a non-joiner is no character of its own.
  static func decoded(_ text: String) -> [UInt8] {
    Array(
      text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
        .joined(separator: "\u{200C}".utf8))
  }

  var testDescription: String { label }

  static let rows: [NonJoinerRow] = [
    // The Persian seed.
    .init("می before a verb", "انجام میشود.", "انجام می~شود.", .lostZWNJ),
    .init("ها and ezafe", "گسترش همکاریهای دو جانبه", "گسترش همکاری~های دو جانبه", .lostZWNJ),
    .init("a spaced plural", "افزایش همکاری های نظامی", "افزایش همکاری~های نظامی", .spacedZWNJ),
    .init("a compound", "دیوان بینالمللی دادگستری", "دیوان بین~المللی دادگستری", .lostZWNJ),
    .init("مقامها", "دیگر مقامهای ارشد", "دیگر مقام~های ارشد", .lostZWNJ),
    .init("تحریمها", "اعمال تحریمهای غرب", "اعمال تحریم~های غرب", .lostZWNJ),
    .init("به and a noun", "علیه روسیه بهدلیل تهاجم", "علیه روسیه به دلیل تهاجم", .missingSpace),
    .init("a plural after ه", "گزارش رسانه های ایران", "گزارش رسانه~های ایران", .spacedZWNJ),
    .init("رسانهها", "حساب رسانههای دولتی", "حساب رسانه~های دولتی", .lostZWNJ),
    .init("an auxiliary", "را انکار کرده اند.", "را انکار کرده~اند.", .spacedZWNJ),
    .init("دولتها", "تحریم دولتهای غربی", "تحریم دولت~های غربی", .lostZWNJ),
    .init("ceasefire", "آتشبس فوری", "آتش~بس فوری", .lostZWNJ),
    .init("a preposition", "این درحالیست که", "این در حالیست که", .missingSpace),
    .init("a preposition written joined", stays: "را درپی داشته است"),
    .init("two nouns run together", stays: "رئیس ستادکل نیروهای مسلح"),
    .init(
      "two tags run together", "Categories: ایرانجهان", "Categories: ایران جهان", .missingSpace),

    // Lost.
    .init("negation", "نمیتواند برود", "نمی~تواند برود", .lostZWNJ),
    .init(
      "prefix and ending", "میرفتهاند", "می~رفته~اند", .lostZWNJ, .lostZWNJ),
    .init("a pronoun on a verb", "میشناسیمش", "می~شناسیمش", .lostZWNJ),
    .init("spoken verb", "اینو میخوام", "اینو می~خوام", .lostZWNJ),
    .init("plural of a compound", "کتابخانههایشان", "کتابخانه~هایشان", .lostZWNJ),
    .init("superlative", "مهمترین خبر", "مهم~ترین خبر", .lostZWNJ),
    .init("ای after ه", "در برنامهای تازه", "در برنامه~ای تازه", .lostZWNJ),
    .init("Arabic ي and ك", "همكاريهاي تازه", "همكاري~هاي تازه", .lostZWNJ),
    .init("without", "این بیانصافی است", "این بی~انصافی است", .lostZWNJ),
    .init("a productive last part", "فضای خفقانآمیز", "فضای خفقان~آمیز", .lostZWNJ),
    .init("a word in quotes", "«همکاریها»", "«همکاری~ها»", .lostZWNJ),

    // Spaced.
    .init("می and a space", "این کار می شود", "این کار می~شود", .spacedZWNJ),
    .init("three pieces", "می رفته اند", "می~رفته~اند", .spacedZWNJ, .spacedZWNJ),
    .init("no-break space", "رسانه\u{A0}های", "رسانه~های", .spacedZWNJ),
    .init("space and non-joiner", "رسانه~ های", "رسانه~های", .spacedZWNJ),
    .init("after a letter that never joins", "کشور های جهان", "کشورهای جهان", .spacedZWNJ),
    .init("comparative", "بزرگ تر از آن", "بزرگ~تر از آن", .spacedZWNJ),
    .init("ی of ezafe", "خانه ی ما", "خانه~ی ما", .spacedZWNJ),
    .init("unknown noun", "کاراوانسیت های تازه", "کاراوانسیت~های تازه", .spacedZWNJ),
    .init("usual compound", "نرم افزار تازه", "نرم~افزار تازه", .spacedZWNJ),

    // Foreign acronyms, spelled letter name by letter name.
    .init("NBC", "شبکه انبیسی گفت", "شبکه ان~بی~سی گفت", .lostZWNJ, .lostZWNJ),
    .init("IBM", "شبکه ایبیام گفت", "شبکه ای~بی~ام گفت", .lostZWNJ, .lostZWNJ),
    .init("USB, a letter that never joins", "درگاه یواسبی", "درگاه یواس~بی", .lostZWNJ),
    .init("letters with spaces, as the author wrote them", stays: "شبکه سی ان ان ترک و بی بی سی"),
    .init("a surname that reads as letters", stays: "آقای اسدیان و امانتی و انبیای الهی"),

    // Names that look like a word and an ending.
    .init("short names", stays: "مسعود بیام و لیلا تیام گفتند"),
    .init("a trainer's name", stays: "سرمربی آلیگیری آمد."),
    .init("a word that has its joint", stays: "آدم هردم~بیل"),

    // Doubled and stranded.
    .init("two in a row", "می~~شود", "می~شود", .doubledZWNJ),
    .init("five in a row", "می~~~~~شود", "می~شود", .doubledZWNJ),
    .init("at a word's end", "کتاب~ خوب", "کتاب خوب", .strandedZWNJ),
    .init("at a word's start", "کتاب ~خوب", "کتاب خوب", .strandedZWNJ),
    .init("before a full stop", "کتاب~.", "کتاب.", .strandedZWNJ),
    .init("at both ends of the block", "~کتاب~", "کتاب", .strandedZWNJ, .strandedZWNJ),
    .init("between spaces", "کتاب ~ خوب", "کتاب  خوب", .strandedZWNJ),

    // Left alone.
    .init("only", stays: "تنها نیستیم، تنهاییم و تنهاست"),
    .init("they, as the author wrote it", stays: "آنها و آن~ها و اینها"),
    .init("spring", stays: "بهار آمد و بهانه نبود"),
    .init("square and fruit", stays: "میدان میوه و میزبان میلاد"),
    .init("a plural in ان that ends like a pronoun", stays: "یکی از متهمان"),
    .init("که before a noun", stays: "گفت که شان او"),
    .init("two readings", stays: "حرفهای"),
    .init("an ending as a word", stays: "های، بیا"),
    .init("ها alone", stays: "ها"),
    .init("no visible place", stays: "کشورهای و نیروهایی و پهپادهای"),
    .init("right already", stays: "می~شود و همکاری~های بین~المللی"),
    .init("non-joiner after a letter that never joins", stays: "کشور~های"),
    .init("digit before a non-joiner", stays: "۲۰~ساله و 5~میلیون"),
    .init("Latin before a non-joiner", stays: "CD~ها و PDF~های"),
    .init("quote before a non-joiner", stays: "«کتاب»~ها"),
    .init("teh marbuta", stays: "دایرةالمعارف بزرگ"),
    .init("address", stays: "https://site.ir/news/همکاریهای-نظامی"),
    .init("address without scheme", stays: "www.site.ir/همکاریها site.ir/همکاریهای-نظامی"),
    .init("hashtag", stays: "#همکاریهای_نظامی و @همکاریها"),
    .init("identifier", stays: "foo_همکاریها"),
    .init("code", stays: "بنویسید `همکاریهای` و بس"),
    .init("harakat", stays: "مَقامهایِ"),
    .init("Arabic", stays: "وقال إنها دولة لها قواتها في أراضيها وحدودها"),
    .init("Urdu", stays: "یہ خبر ہے کہ وہ یہاں نہیں رہتے"),
    .init("Central Kurdish", stays: "ئه‌مه کوردییه و به‌ کوردی ده‌نووسرێت"),
    .init("two spaces", stays: "رسانه  های"),
    .init("a line between", stays: "رسانه\nهای"),
    .init("a preposition before ها", stays: "در ها"),
    .init("English", stays: "The talks ended."),
    .init("nothing", stays: ""),
  ]
}

@Suite struct ZeroWidthNonJoinersTests {
  @Test(arguments: NonJoinerRow.rows)
  func rowsAreRepairedOrStay(_ row: NonJoinerRow) {
    let raw = NonJoinerRow.decoded(row.raw)
    let replacements = WordBoundaries().repairs(in: raw.span, language: .persian)
    let clean = raw.applying(replacements)
    #expect(clean == NonJoinerRow.decoded(row.clean), "\(String(decoding: clean, as: UTF8.self))")
    #expect(replacements.map(\.reason) == row.findings)
    #expect(
      WordBoundaries().repairs(in: clean.span, language: .persian).isEmpty,
      "a second run finds nothing")
  }
}
