import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// What other cleaners harm or repair, through the whole default pipeline: each row is a page of text.
///
/// Seen in NFKC, ftfy, shekar, negar, pyarabic, hazm and parsivar: digits and letters of another language
/// put in, decimals, addresses and abbreviations pulled apart, ligatures and emoji lost.
@Suite struct HarmTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let raw: String
    let clean: String

    init(_ label: String, _ raw: String, _ clean: String) {
      self.label = label
      self.raw = raw
      self.clean = clean
    }

    init(_ label: String, stays text: String) { self.init(label, text, text) }

    var testDescription: String { label }
  }

  static let rows: [Row] = [
    .init("yeh of Arabic", stays: "علي"),
    .init("alef maksura", stays: "على"),
    .init("kaf of Arabic", stays: "كتاب"),
    .init("heh with hamza", stays: "خانۀ"),
    .init("heh and hamza above", stays: "خانه\u{654}"),
    .init("teh marbuta", stays: "مدرسة"),
    .init("alef wasla", stays: "ٱلله"),
    .init("a presentation form", "\u{FEFB}", "لا"),
    .init("a word in presentation forms", "\u{FEE3}\u{FEAE}\u{FEA3}\u{FE92}\u{FE8E}", "مرحبا"),
    .init("the ligature Allah", stays: "\u{FDF2}"),
    .init("the ligature of the blessing", stays: "\u{FDFA}"),
    .init("the sign of the rial", stays: "\u{FDFC}"),
    .init("tatweel", stays: "كـــتاب"),
    .init("harakat", stays: "ك\u{64E}ت\u{64E}ب\u{64E}"),
    .init("shadda and tanwin", stays: "مجد\u{64D}\u{651}"),
    .init("Persian digits", stays: "۰۱۲۳۴۵۶"),
    .init("Arabic digits", stays: "٠١٢٣٤٥٦"),
    .init("a year in Latin digits", stays: "سال 2020"),
    .init("a decimal", stays: "12.5 درصد"),
    .init("Arabic separators", stays: "١٬٢٣٤٫٥"),
    .init("Latin comma in Persian", "سلام , خوبی ?", "سلام, خوبی?"),
    .init("straight quotes", stays: "\"سلام\""),
    .init("guillemets with spaces", stays: "« سلام »"),
    .init("a non-joiner", stays: "می\u{200C}شود"),
    .init("two non-joiners", "می\u{200C}\u{200C}شود", "می\u{200C}شود"),
    .init("a non-joiner and a space", "می\u{200C} شود", "می\u{200C}شود"),
    .init("a non-joiner after a letter that never joins", stays: "در\u{200C}آمد"),
    .init("a joiner behind heh", stays: "ه\u{200D}"),
    .init("a byte order mark inside", "a\u{FEFF}b", "ab"),
    .init("a soft hyphen", "in\u{AD}for", "infor"),
    .init("a soft hyphen for a non-joiner", "می\u{AD}شود", "می\u{200C}شود"),
    .init("a no-break space", "a\u{A0}b", "a b"),
    .init("a zero-width space", "a\u{200B}b", "ab"),
    .init("a line separator", "a\u{2028}b", "a b"),
    .init("direction marks around", "\u{200F}سلام\u{200E}", "سلام"),
    .init("an embedding around", "\u{202B}سلام\u{202C}", "سلام"),
    .init("private use", stays: "a\u{E000}b"),
    .init("a replacement character", stays: "a\u{FFFD}b"),
    .init("a control character", "a\u{1}b", "ab"),
    .init("a C1 control", "a\u{85}b", "a…b"),
    .init("a not sign for a non-joiner", stays: "می¬شود"),
    .init("full-width letters", stays: "ＡＢＣ１２"),
    .init("the ligature fi", stays: "ﬁle"),
    .init("a superscript", stays: "x²"),
    .init("a fraction", stays: "½"),
    .init("an ellipsis", stays: "…"),
    .init("a trade mark", stays: "™"),
    .init("a family of emoji", stays: "👨\u{200D}👩\u{200D}👧"),
    .init("a heart with a variation selector", stays: "❤\u{FE0F}"),
    .init("a decomposed letter", "e\u{301}", "é"),
    .init("marks out of order", "ب\u{651}\u{64E}", "ب\u{64E}\u{651}"),
    .init("a decomposed alef", "ا\u{654}", "أ"),
    .init("Urdu", stays: "ہے"),
    .init("Kurdish letters", stays: "ەێ"),
    .init("an address", stays: "https://fa.wikipedia.org/wiki/ایران?a=1&b=2.5"),
    .init("an e-mail address", stays: "info@site.ir"),
    .init("a version", stays: "Python 3.10.2"),
    .init("a time of day", stays: "ساعت 12:30"),
    .init("a letter held on", stays: "سلاااااام"),
    .init("entities escaped twice", "&amp;quot;Tom &amp;amp; Jerry&amp;quot;", "\"Tom & Jerry\""),
    .init("an entity escaped twice", "AT&amp;T", "AT&T"),
    .init("numeric references", "&#1587;&#1604;", "سل"),
    .init("UTF-8 read as windows-1252", "Ø³Ù„Ø§Ù…", "سلام"),
    .init("UTF-8 read as windows-1256", "ط³ظ„ط§ظ…", "سلام"),
    .init("the same twice", "Ã˜Â³Ã™â€žÃ˜Â§Ã™â€¦", "سلام"),
    .init("windows-1256 read as Latin 1", "ÓáÇã", "سلام"),
    .init("quotes read as windows-1252", "â€œquoteâ€\u{9D}", "“quote”"),
    .init("one letter read as windows-1252", "cafÃ©", "café"),
    .init("code", stays: "if (a<b) { x = \"y\"; }"),
    .init("curly quotes", stays: "“Hello”"),
    .init("two hyphens", stays: "a -- b"),
    .init("abbreviations", stays: "U.S. 3.5 p.m."),
  ]

  @Test(arguments: rows) func onlyWhatIsBrokenChanges(_ row: Row) throws {
    let configuration = try PipelineConfiguration(yaml: "reading: {format: text}\n")
    let page = try Pipeline(configuration).clean(
      Page(path: "page.txt", bytes: Array(row.raw.utf8)))
    // By bytes: composed and decomposed letters are one to a String.
    #expect(page.text == Array((row.clean + "\n").utf8))
  }
}
