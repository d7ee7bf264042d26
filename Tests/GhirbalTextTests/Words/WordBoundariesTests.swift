import GhirbalText
import Testing

/// In these rows `|` is the place where a space goes in.
struct GlueRow: CustomTestStringConvertible, Sendable {
  let label: String
  let language: Language
  let clean: String
  let page: String

  init(
    _ label: String, _ language: Language, _ clean: String,
    page: String = ""
  ) {
    self.label = label
    self.language = language
    self.clean = clean
    self.page = page
  }

  var testDescription: String { label }

  static let rows: [GlueRow] = [
    // The three seeds.
    .init("a first part that may be joined", .persian, "نویسندهٔ بادانش و قطعه‌های زودتعویض"),
    .init("a word of camel case or two titles", .english, "of educationTeachers in schools"),
    .init("two function words", .english, "It was said of|the north and in|this year."),
    .init("two function words of a name", .english, "Professor Bethe and Toby had been there."),
    .init(
      "a compound of a function word", .english, "the theking said to fromdate and yourpassword"),
    .init("a product", .english, "Best CRM: Freshsales and ActiveCampaign for teams"),
    .init("a scheme of mail addresses", .english, "write to mailto:office@example.org now"),
    .init("code in a line of titles", .english, "Set displayName of HomePage"),
    .init("Italian taken for English", .english, "La funzione torna un valore ofthe tipo intero"),
    .init("Polish taken for English", .english, "Aby otworzyć plik ofthe programu należy kliknąć"),
    .init(
      "a compound in a sentence", .english, "It learns your floorplan as it cleans.",
      page: "floor plan"),
    .init("a class in a line that begins small", .english, "class CommonMiddleware[source]"),
    .init("a company behind a number", .english, "10/50 FirstGroup suffers over lost lines"),
    .init("a class in a title", .english, "Call getElementById here"),
    .init("the end of a name", .english, "CEO Daniel Doctoroff, as he said.", page: "Doctor off"),
    .init("the end of a foreign name", .english, "Asharq al-Awsat reports that it fell."),
    .init("two Persian tags", .persian, "Categories: ایران|جهان", page: "ایران روسیه"),
    .init(
      "two Arabic tags", .arabic, "الجيش الايراني|وزارة الدفاع الروسية",
      page: "وزير الدفاع الإيراني في وزارة الدفاع الإيرانية"),
    .init("page furniture", .english, "Recent Posts|Source link"),
    .init("a form and tags", .english, "Leave A Reply|Categories"),
    .init("a date against a sentence", .persian, "9 ماه ago|به گزارش خبرنگار"),
    .init(
      "nouns written as one are not prose glue", .persian, "رئیس ستادکل نیروهای مسلح",
      page: "ستاد کل"),

    // Labels.
    .init("a vowel sign at two places", .persian, "ایرانَ|جهان ایران|جهانَ"),
    .init("three tags", .persian, "ایران|جهان|اقتصاد", page: "ایران جهان اقتصاد"),
    .init("without the page's words", .persian, "سیاست|اقتصاد"),
    .init("Arabic words of the page", .arabic, "أوكرانيا|الاقتصاد"),
    .init("a Persian compound", .persian, "کتابخوان"),
    .init("a Persian compound of page words", .persian, "صفحه\u{200C}آرایی", page: "صفحه آرایی"),
    .init("a Persian plural", .persian, "رسانه\u{200C}ها", page: "رسانه ها"),
    .init("an Arabic name", .arabic, "عبدالله", page: "عبد الله"),
    .init("an Arabic dual with its pronoun", .arabic, "بلديهما", page: "بلدي هما"),
    .init("و and ال are no words", .arabic, "والدفاع", page: "وال دفاع"),
    .init("names in camel case", .english, "YouTube JavaScript", page: "you tube script"),
    .init(
      "a heading that the page repeats", .english, "The PostsSource of it",
      page: "PostsSource PostsSource"),
    .init("a name of two frequent words", .english, "Subscribe to SportsNews and HomePage"),
    .init("an old word of two function words", .english, "It was said therein and hereto in this."),
    .init("a foreign name in Persian", .persian, "جیانی اینفانتینو رئیس فیفا است."),
    .init("a short name in Persian", .persian, "زبان پشتو در افغانستان و یاتا در اروپا"),
    .init("a short word in Arabic", .arabic, "الذي أنشي عام وصلى الله عليه وسلم"),
    .init("one half unknown", .english, "iPhone McDonald PostsXyzzy"),
    .init("a hashtag", .english, "#SourceLink"),
    .init("in a sentence", .persian, "سیاست|اقتصاد. پایان"),

    // Sentence joints.
    .init("Latin full stop", .english, "the talks.|The end"),
    .init("Latin question mark", .english, "who knows?|Nobody"),
    .init("comma before a function word", .english, "a week ago,|they said"),
    .init("Persian full stop", .persian, "این پایان.|جمله تازه"),
    .init("Arabic question mark", .arabic, "ماذا حدث؟|قال الوزير"),
    .init("Arabic comma", .arabic, "قال الوزير،|وأضاف"),
    .init(
      "a closing quotation mark", .english, "He said \"the talks are over.\"|The end came soon."),
    .init(
      "an opening quotation mark", .english, "He left the talks.|\"The end came,\" she said later."),
    .init("brackets", .english, "the talks (of last spring).|They went on for a week."),
    .init("a curly mark behind the stop", .english, "the talks are over.”|The end came soon."),
    .init("behind a year", .english, "The pier was built in 1997.|The town paid for it."),
    .init("behind a name", .english, "the boats of the Old Harbour.|However, nobody knew it."),
    .init(
      "a first word among many", .english, "leave the mint in the pan.|Bring it to a boil now."),
    .init("a name asked about", .english, "the boats of Argentina?|It is not known."),
    .init("a heading", .english, "Harbour lock to open again|The harbour master said so."),
    .init("a year that ends a heading", .english, "Ferry prices rise in 2024|The company said so."),
    .init("a Persian verb of two letters", .persian, "این مشکل برطرف شد.|حالا همه آمدند"),
    .init("a Persian و", .persian, "به حاشیه خواهد راند.|و بر ظالمان تکیه نکنید"),
    .init(
      "a guillemet behind the stop", .persian, "کار دست پیمانکار است.»|بار اول منظور را نفهمید"),
    .init("behind a Persian year", .persian, "تا سال ۱۳۹۹.|این شهر بزرگ شد"),
    .init("behind an Arabic year", .arabic, "انتهت الحرب سنة 1997.|بعد ذلك عاد الناس"),
    .init("a Latin name before Arabic", .arabic, "تدار بواسطة React.|يمكنك عرض محتوى"),
    .init("a comma behind a quotation mark", .arabic, "الحديد و\"النحاس\"،|واستغلاله سوف يهوي"),
    .init("a module and its class", .english, "use decimal.Decimal here and a pathlib.Path there"),
    .init(
      "a class that derives", .english,
      "class Person(models.Model) is read, as are args: typing.Any"),
    .init(
      "names with capitals", .english, "people on LinkedIn know that ASP.NET and Node.js are old"),
    .init("a name of code in small letters", .english, "then call signIn with a name"),
    .init("numbers of lists and versions", .english, "2.Next and v2.The end"),
    .init("a number of a list", .arabic, "1.العنوان الأول"),
    .init("letters of a foreign name", .persian, "بازی‌های ان.بی. ای و قوانین آر.اف. یو"),
    .init("a reference", .persian, "آن&zwnj;ها می&zwnj;توانند"),
    .init("address", .english, "https://www.example.com/talks.The?a=b.The"),
    .init("bare domain", .english, "see example.com, node.js and Package.swift"),
    .init("e-mail", .english, "write to jane.The@example.org"),
    .init("versions and decimals", .english, "3.10.2, 12.5 and v1.a"),
    .init("times", .english, "at 12:30h and 5:a.m."),
    .init("abbreviations", .english, "the U.S. and e.g.this, i.e.that, Ph.D"),
    .init("initials", .english, "J.R.R.Tolkien and a.The"),
    .init("code", .english, "call System.Out.println, Console.Write or foo.Bar() now"),
    .init("camel case", .english, "the sourceLink and getElementById"),
    .init("ellipsis", .english, "well...The end…The"),
    .init("Arabic abbreviation", .arabic, "د.محمد و ق.م و أ.د.علي"),
    .init("a comma in a number", .arabic, "١٬٢٣٤،٥"),

    // Letters that end a word.
    .init("teh marbuta", .arabic, "الشؤون العسكرية|والرقابة"),
    .init("alef maksura", .arabic, "هذه هي على|الخطوات"),
    .init("teh marbuta in Persian", .persian, "دایرةالمعارف"),
    .init("Egyptian yeh", .arabic, "شىء بطىء"),

    // Scripts.
    .init("Arabic against Latin", .arabic, "شركة الدولة|Google"),
    .init("a Persian ending on Latin", .persian, "CDها و PDFهای"),
    .init("a prefix on Latin", .arabic, "بـGoogle وGoogle الـFBI"),
    .init("a digit", .persian, "۲۰ساله و 5میلیون و A4به"),
  ]
}

/// What `repair_words` does to a block: joints of sentences, then the borders of words.
func wordRepairs(_ raw: [UInt8], _ language: Language, page: PageWords = PageWords())
  -> [Replacement<WordFinding>]
{
  WordBoundaries(page: { page }).repairs(in: raw.span, language: language)
}

@Suite struct WordBoundariesTests {
  @Test(arguments: GlueRow.rows)
  func rowsAreTakenApartOrStay(_ row: GlueRow) {
    var page = PageWords()
    page.add(Array(row.page.utf8).span)
    let raw = Array(row.clean.replacing("|", with: "").utf8)
    let clean = raw.applying(wordRepairs(raw, row.language, page: page))
    #expect(String(decoding: clean, as: UTF8.self) == row.clean.replacing("|", with: " "))
    #expect(wordRepairs(clean, row.language, page: page).isEmpty, "a second run finds nothing")
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
      wordRepairs(raw, .arabic, page: forward) == wordRepairs(raw, .arabic, page: backward))
  }
}
