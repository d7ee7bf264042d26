import GhirbalText
import TestSupport
import Testing

@Suite struct UnicodeFaultsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let language: Language?
    let text: String
    let expected: String
    let findings: [UnicodeFinding]
    var testDescription: String { label }

    /// A text that must change.
    init(
      _ label: String, _ language: Language?, _ text: String, _ expected: String,
      _ findings: UnicodeFinding...
    ) {
      self.init(label, language, text, expected, findings)
    }

    init(_ label: String, _ text: String, _ expected: String, _ findings: UnicodeFinding...) {
      self.init(label, nil, text, expected, findings)
    }

    private init(
      _ label: String, _ language: Language?, _ text: String, _ expected: String,
      _ findings: [UnicodeFinding]
    ) {
      self.label = label
      self.language = language
      self.text = text
      self.expected = expected
      self.findings = findings
    }

    /// A text that looks like a fault and is none.
    static func stays(_ label: String, _ text: String, _ language: Language? = nil) -> Row {
      Row(label, language, text, text, [])
    }
  }

  static let composition: [Row] = [
    Row("decomposed é", "cafe\u{301}", "café", .uncomposed),
    Row("only the mark's base is replaced", "xe\u{301}y", "xéy", .uncomposed),
    Row("decomposed alef with hamza", "\u{627}\u{654}خبار", "أخبار", .uncomposed),
    Row("shadda before fatha", "ب\u{651}\u{64E}", "ب\u{64E}\u{651}", .uncomposed),
    Row("marks of a Latin letter out of order", "a\u{301}\u{316}", "á\u{316}", .uncomposed),
    Row("kelvin sign", "5 \u{212A}", "5 K", .uncomposed),
    Row("jamo of one syllable", "\u{1100}\u{1161}\u{11A8}", "각", .uncomposed),
    Row("kana with a loose voicing mark", "か\u{3099}", "が", .uncomposed),
    .stays("heh with hamza above, as Persian writes it", "خانهٔ ما"),
    .stays("ۀ is composed", "خانۀ ما"),
    .stays("vocalised Arabic in order", "كَتَبَ الوَلَدُ الدَّرْسَ"),
    .stays("Qur'anic text with its signs", "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَـٰلَمِينَ ۝", .arabic),
    .stays("Hindi nukta that has no composed form in NFC", "क\u{93C}लम"),
    .stays("Tamil vowel sign", "கா வா"),
    .stays("old Hangul syllable and a jamo behind it", "\u{1100}\u{AC01}"),
    .stays("superscript, fraction, ellipsis", "x² ½ … ™ ﬁle"),
  ]

  static let forms: [Row] = [
    Row(
      "a word of presentation forms", "ﻣﺮﺣﺒﺎ ﺑﻜﻢ", "مرحبا بكم", .presentationForm, .presentationForm
    ),
    Row("lam-alef in logical order", "سﻻم", "سلام", .presentationForm),
    Row("Persian letters of FB50", "ﭘﮋﻭﻫﺶ", "پژوهش", .presentationForm),
    Row("Persian yeh from an Arabic form", .persian, "ﻋﻠﻲ", "علی", .presentationForm),
    Row("lam-alef and a loose madda compose", "ﻻ\u{653}", "لآ", .presentationForm, .uncomposed),
    Row("spacing fathatan on a letter", "كتاباﹰ", "كتاباً", .presentationForm),
    .stays("the blessing ﷺ", "محمد ﷺ رسول", .arabic),
    .stays("Allah as one sign", "ﷲ"), .stays("rial sign", "۵۰۰۰ ﷼", .persian),
    .stays("basmala as one sign", "﷽"), .stays("ornate parentheses", "﴾ آية ﴿"),
    .stays("heh for Hijri, written for its shape", "1445ﻫ", .arabic),
    .stays("vowel sign with no letter", " ﹰ "),
  ]

  static let invisible: [Row] = [
    Row("byte order mark inside", "a\u{FEFF}b", "ab", .byteOrderMark),
    Row("zero-width space", "کتاب\u{200B} خوب", "کتاب خوب", .zeroWidthSpace),
    Row("word joiner", "a\u{2060}b", "ab", .wordJoiner),
    Row("NUL and SOH", "a\u{0}b\u{1}c", "abc", .controlCharacter, .controlCharacter),
    Row("DEL and C1", "a\u{7F}b\u{9D}", "ab", .controlCharacter, .controlCharacter),
    Row("form feed parts words", "one\u{C}two", "one two", .controlCharacter),
    Row(
      "separators in a row leave one space", "a\u{B}\u{C}b", "a b", .controlCharacter,
      .controlCharacter),
    Row("soft hyphen", "in\u{AD}for\u{AD}mation", "information", .softHyphen, .softHyphen),
    Row("soft hyphen written for ZWNJ", .persian, "می\u{AD}شود", "می\u{200C}شود", .softHyphen),
    Row("zero-width space before a loose mark", "e\u{200B}\u{301}", "é", .uncomposed),
    .stays("zero-width space between Khmer words", "ភាសា\u{200B}ខ្មែរ"),
    .stays("tab and line ends", "a\tb\r\nc\n"),
    .stays("private use and U+FFFD", "a\u{E000}b\u{FFFD}"),
    .stays("family emoji", "👨‍👩‍👧 ❤️ 🏳️‍🌈 🇮🇷"),
    .stays("zero-width joiner behind heh", "ه\u{200D}", .persian),
  ]

  static let spaces: [Row] = [
    Row("no-break space", "a\u{A0}b", "a b", .noBreakSpace),
    Row(
      "en, em, thin and figure space", "a\u{2002}b\u{2003}c\u{2009}d\u{2007}e", "a b c d e",
      .oddSpace, .oddSpace, .oddSpace, .oddSpace),
    Row("wide space between Latin words", "a\u{3000}b", "a b", .oddSpace),
    Row("line separator", "one\u{2028}two", "one two", .lineSeparator),
    Row("line separator beside a space", "one \u{2028}two", "one two", .lineSeparator),
    Row("paragraph separator", "one\u{2029}two", "one\ntwo", .lineSeparator),
    Row("no-break space in French prose", .french, "il\u{A0}y a", "il y a", .noBreakSpace),
    .stays("French question", "Vraiment\u{202F}? Oui\u{A0}!", .french),
    .stays("French guillemets", "«\u{A0}bonjour\u{A0}»", .french),
    .stays("wide space after Chinese", "你好\u{3000}世界", .chinese),
    .stays("wide indent of a Chinese paragraph", "\u{3000}\u{3000}你好"),
    .stays("space that groups digits", "12\u{202F}500 et 1\u{A0}250\u{A0}000"),
    .stays("Mongolian suffix", "ᠮᠣᠩᠭᠣᠯ\u{202F}ᠤᠨ"),
  ]

  static let joiners: [Row] = [
    Row("doubled ZWNJ", "می\u{200C}\u{200C}شود", "می\u{200C}شود", .doubledNonJoiner),
    Row("ZWNJ before a space", "می\u{200C} شود", "می شود", .strandedNonJoiner),
    Row(
      "ZWNJ before a no-break space", "می\u{200C}\u{A0}شود", "می شود", .strandedNonJoiner,
      .noBreakSpace),
    Row("ZWNJ before a full stop", "کتاب‌ها\u{200C}.", "کتاب‌ها.", .strandedNonJoiner),
    Row(
      "ZWNJ at both ends", "\u{200C}کتاب\u{200C}", "کتاب", .strandedNonJoiner, .strandedNonJoiner),
    Row("ZWNJ behind an opening guillemet", "«\u{200C}کتاب»", "«کتاب»", .strandedNonJoiner),
    .stays("ZWNJ inside a word", "می‌شود کتاب‌ها", .persian),
    .stays("ZWNJ behind a letter that does not join", "در\u{200C}آمد", .persian),
    .stays("suffix on a bracket", "رابط (API)‌ها و «کتاب»‌ها و `x`‌ها", .persian),
    .stays("ZWNJ that ends a Malayalam word", "അവന്\u{200C} വന്നു"),
    .stays("ZWNJ between Latin letters", "Auf\u{200C}lage"),
  ]

  static let bidi: [Row] = [
    Row(
      "marks at both ends", "\u{200F}سلام\u{200E}", "سلام", .unneededDirectionMark,
      .unneededDirectionMark),
    Row(
      "embedding around a whole line", "\u{202B}سلام دنیا\u{202C}", "سلام دنیا",
      .unneededBidiControl, .unneededBidiControl),
    Row("embedding that is never closed", "\u{202B}سلام", "سلام", .unpairedBidiControl),
    Row("close without opening", "abc\u{202C} d", "abc d", .unpairedBidiControl),
    Row(
      "isolate closed on the next line", "\u{2067}سلام\nabc\u{2069}", "سلام\nabc",
      .unpairedBidiControl, .unpairedBidiControl),
    Row(
      "isolate around Latin in Latin", "see \u{2068}Tehran\u{2069} now", "see Tehran now",
      .unneededBidiControl, .unneededBidiControl),
    Row("mark between letters of one direction", "سل\u{200E}ام", "سلام", .unneededDirectionMark),
    Row("doubled mark", "سلام \u{200F}\u{200F}(abc)", "سلام \u{200F}(abc)", .unneededDirectionMark),
    .stays("embedding of Latin in Persian", "زبان \u{202A}C++ 17\u{202C} خوب است", .persian),
    .stays("override against the line", "abc \u{202E}שלום abc\u{202C} def"),
    .stays("mark between Latin and Arabic", "C++\u{200F} زبان"),
    .stays("mark behind a bracket", "سلام (abc)\u{200F} دنیا"),
  ]

  static let entities: [Row] = [
    Row(
      "quotes escaped twice", "&amp;quot;Tom &amp;amp; Jerry&amp;quot;", "\"Tom & Jerry\"",
      .escapedEntity, .escapedEntity, .escapedEntity),
    Row("ampersand", "AT&amp;T and R&amp;D", "AT&T and R&D", .escapedEntity, .escapedEntity),
    Row("no-break space", "ten&nbsp;years", "ten years", .escapedEntity),
    Row(
      "numbers for Arabic letters", "&#1587;&#1604;&#1575;&#1605;", "سلام",
      .escapedEntity, .escapedEntity, .escapedEntity, .escapedEntity),
    Row(
      "hexadecimal and windows-1252 numbers", "it&#x2019;s &#147;so&#148;", "it’s “so”",
      .escapedEntity, .escapedEntity, .escapedEntity),
    Row("less-than between spaces", "5 &lt; 6", "5 < 6", .escapedEntity),
    Row("zwnj", "می&zwnj;شود", "می\u{200C}شود", .escapedEntity),
    Row("soft hyphen goes at once", "in&shy;for", "infor", .escapedEntity),
    .stays("AT&T", "AT&T, &c, R&D; Q&A"), .stays("no semicolon", "&copy 2024 &nbsp"),
    .stays("query string", "https://a.example/?q=1&lt;=2&amp;copy;=3"),
    .stays("code", "if (a &lt; b) { c &amp;&amp; d }"), .stays("ticks", "use `&nbsp;` here"),
    .stays("spoken about", "the reference \"&nbsp;\" (&amp;) is"),
    .stays("escaped tag", "the &lt;b&gt; tag"), .stays("unknown name", "&foo; &T;"),
    .stays("number of a control", "&#0; &#1; &#55296; &#1114112;"),
    .stays("letters by number", "&#109;&#97;&#105;&#108;"),
  ]

  static let orthography: [Row] = [
    Row("Arabic yeh and kaf in Persian", .persian, "كتابي", "کتابی", .arabicKaf, .arabicYeh),
    Row(
      "alef maksura that ends a Persian word", .persian, "موسى‌ها على", "موسی‌ها علی", .arabicYeh,
      .arabicYeh),
    Row(
      "Persian yeh in an Arabic word", .arabic, "تابع وزیر الدفاع", "تابع وزير الدفاع", .persianYeh),
    Row("Persian kaf in Arabic", .arabic, "کتاب", "كتاب", .persianKaf),
    Row("final ی of a noun", .arabic, "الروسی فی", "الروسي في", .persianYeh, .persianYeh),
    Row(
      "final ی of a preposition", .arabic, "علی إلی حتی والأخری المستوی",
      "على إلى حتى والأخرى المستوى",
      .persianYeh, .persianYeh, .persianYeh, .persianYeh, .persianYeh),
    .stays("Egyptian final yeh", "فى الذى", .arabic),
    .stays("letters of names", "گيلان چاد پاكستان", .arabic),
    .stays("Persian word in Arabic text", "گیلان", .arabic),
    .stays("Urdu", "یہ کتاب ہے", .urdu), .stays("Sorani", "کوردی", .centralKurdish),
    .stays("Pashto", "يې دی كتاب", .pashto), .stays("unknown language", "كتابي وزیر"),
    .stays("teh marbuta in Persian", "دایرةالمعارف", .persian),
    .stays("vocalised quotation in Persian", "فرمود: إِنَّمَا يُرِيدُ", .persian),
    .stays("URL", "https://fa.wikipedia.org/wiki/علي?a=1&b=2.5", .persian),
    .stays("e-mail and handle", "علي@site.ir @علي", .persian), .stays("file", "علي.pdf", .persian),
    .stays("shortened path", "site.ir/كتاب", .persian),
  ]

  static let numbers: [Row] = [
    .stays("decimal", "12.5 درصد", .persian), .stays("version", "Python 3.10.2"),
    .stays("abbreviation", "U.S. 3.5 p.m. e.g. Dr."), .stays("Arabic separators", "١٬٢٣٤٫٥ ۱۲٫۵"),
    .stays("time", "ساعت 12:30"), .stays("tatweel", "كـــتاب", .arabic),
    .stays("lengthened", "سلاااااام"), .stays("curly quotes and dashes", "“Hello” a -- b – c"),
    .stays("fullwidth", "ＡＢＣ１２"), .stays("not-sign", "می¬شود", .persian),
    .stays("empty", ""), .stays("Bulleted", "• یک\n• دو", .persian),
    .stays("URL of Latin letters", "https://fa.example.org/a?b=1&c=2.5"),
  ]

  static let rows =
    composition + forms + invisible + spaces + joiners + bidi + entities + orthography + numbers

  @Test(arguments: rows)
  func textBecomes(_ row: Row) {
    let text = Array(row.text.utf8)
    let faults = unicodeFaults(in: text.span, language: row.language)
    #expect(
      String(decoding: text.applying(faults), as: UTF8.self).unicodeScalars.elementsEqual(
        row.expected.unicodeScalars), "\(faults)")
    if row.text.unicodeScalars.elementsEqual(row.expected.unicodeScalars) {
      #expect(faults.isEmpty)
    } else {
      #expect(Set(faults.map(\.reason)).isSubset(of: row.findings), "\(faults)")
    }
  }

  @Test func replacementsAreMinimal() {
    let text = Array("xe\u{301}y a\u{A0}b".utf8)
    let faults = unicodeFaults(in: text.span, language: nil)
    #expect(faults.map(\.utf8Range) == [1..<4, 7..<9])
  }

  static let optional: [(String, @Sendable (inout UnicodeOptions) -> Void, String, String)] = [
    ("harakat", { $0.harakat = true }, "كَتَبَ مُحَمَّدٌ", "كتب محمد"),
    ("tatweel", { $0.tatweel = true }, "كـــتاب", "كتاب"),
    ("digits", { $0.digits = true }, "۱۲٫۵ و ٣٤", "12٫5 و 34"),
    ("quotes", { $0.quotes = true }, "“it’s” «so»", "\"it's\" «so»"),
    (
      "compatibility", { $0.compatibility = true }, "ﬁle x² ＡＢ ﷺ 10⁻³ H₂O xᵢ ½",
      "file x² AB صلى الله عليه وسلم 10⁻³ H₂O xᵢ 1⁄2"
    ),
    ("teh marbuta", { $0.tehMarbuta = true }, "مدرسة", "مدرسه"),
  ]

  @Test(arguments: optional)
  func optionsChangeMoreOnlyWhenAsked(
    _ label: String, _ ask: @Sendable (inout UnicodeOptions) -> Void, _ text: String,
    _ expected: String
  ) {
    let bytes = Array(text.utf8)
    #expect(unicodeFaults(in: bytes.span, language: nil).isEmpty)
    var options = UnicodeOptions()
    ask(&options)
    let faults = unicodeFaults(in: bytes.span, language: nil, options: options)
    #expect(String(decoding: bytes.applying(faults), as: UTF8.self) == expected)
  }

  /// Nothing is left to find in what comes out, and it is valid UTF-8.
  @Test(arguments: [Language?.none, .persian, .arabic, .french, .chinese])
  func whatComesOutIsRight(_ language: Language?) {
    var random = SplitMix(seed: 42)
    for round in 0..<6_000 {
      let text =
        round % 4 == 0 ? random.scalars(most: 12) : random.text(of: NastyText.pieces, most: 14)
      let bytes = Array(text.utf8)
      let out = bytes.applying(unicodeFaults(in: bytes.span, language: language))
      #expect(String(validating: out, as: UTF8.self) != nil, "\(text.debugDescription)")
      let again = unicodeFaults(in: out.span, language: language)
      #expect(again.isEmpty, "\(text.debugDescription) \(again)")
    }
  }
}
