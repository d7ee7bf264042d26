import GhirbalDocument
import GhirbalStages
import GhirbalText
import TestSupport
import Testing

@Suite struct NormaliseUnicodeTests {
  static let rows = [
    StageRow("decomposed é", "cafe\u{301}\n", "café\n", "replace uncomposed"),
    StageRow("glyphs of positions", "ﻣﺮﺣﺒﺎ\n", "مرحبا\n", "replace presentation_form"),
    StageRow("a byte order mark inside", "a\u{FEFF}b\n", "ab\n", "replace byte_order_mark"),
    StageRow("a zero-width space", "a\u{200B}b\n", "ab\n", "replace zero_width_space"),
    StageRow("a word joiner", "a\u{2060}b\n", "ab\n", "replace word_joiner"),
    StageRow("a control", "a\u{1}b\n", "ab\n", "replace control_character"),
    StageRow("a soft hyphen", "infor\u{AD}mation\n", "information\n", "replace soft_hyphen"),
    StageRow("a no-break space", "a\u{A0}b\n", "a b\n", "replace no_break_space"),
    StageRow("an em space", "a\u{2003}b\n", "a b\n", "replace odd_space"),
    StageRow("a line separator", "one\u{2028}two\n", "one two\n", "replace line_separator"),
    StageRow(
      "a joiner twice", "می\u{200C}\u{200C}شود\n", "می\u{200C}شود\n",
      "replace doubled_zero_width_non_joiner"),
    StageRow(
      "a joiner before a stop", "کتاب\u{200C}.\n", "کتاب.\n",
      "replace stranded_zero_width_non_joiner"),
    StageRow(
      "an embedding without its end", "\u{202B}سلام\n", "سلام\n", "replace unpaired_bidi_control"),
    StageRow(
      "an embedding around its own direction", "\u{202B}سلام دنیا\u{202C}\n", "سلام دنیا\n",
      "replace unneeded_bidi_control", "replace unneeded_bidi_control"),
    StageRow(
      "a mark inside a word", "سل\u{200E}ام\n", "سلام\n", "replace unneeded_direction_mark"),
    StageRow("an entity", "AT&amp;T\n", "AT&T\n", "replace escaped_entity"),
    StageRow(
      "Arabic letters in Persian", "كتابي\n", "کتابی\n", "replace arabic_kaf",
      "replace arabic_yeh", in: "fa"),
    StageRow(
      "Persian letters in Arabic", "کتاب الوزیر\n", "كتاب الوزير\n", "replace persian_kaf",
      "replace persian_yeh", in: "ar"),
    .stays("letters whose language nobody told", "كتابي\n"),
    .stays("the same letters in Urdu", "یہ کتاب ہے\n", in: "ur"),
    .stays("a joiner inside a word", "می\u{200C}شود\n", in: "fa"),
    .stays("an embedding against its line", "زبان \u{202A}C++ 17\u{202C} خوب است\n", in: "fa"),
    .stays("what only options ask for", "كَتَبَ كـــتاب ٣٤ “so” ﬁle مدرسة\n", in: "ar"),
  ]

  /// Each option, a text that it changes, and one that it leaves.
  static let optional:
    [(ask: @Sendable (inout UnicodeOptions) -> Void, row: StageRow, stays: String)] = [
      (
        { $0.harakat = true }, StageRow("harakat", "كَتب\n", "كتب\n", "replace vowel_sign"),
        "خانهٔ ما\n"
      ),
      (
        { $0.tatweel = true }, StageRow("tatweel", "كـتاب\n", "كتاب\n", "replace tatweel"),
        "_ - ‐\n"
      ),
      (
        { $0.digits = true }, StageRow("digits", "٣ a\n", "3 a\n", "replace arabic_digit"),
        "३ 3 ²\n"
      ),
      (
        { $0.quotes = true }, StageRow("quotes", "it’s\n", "it's\n", "replace curly_quote"),
        "«so»\n"
      ),
      (
        { $0.compatibility = true },
        StageRow("compatibility", "ﬁle\n", "file\n", "replace compatibility_character"),
        "H₂O 10⁻³\n"
      ),
      (
        { $0.tehMarbuta = true },
        StageRow("teh marbuta", "مدرسة\n", "مدرسه\n", "replace teh_marbuta"),
        "مدرسه\n"
      ),
    ]

  @Test(arguments: rows) func writesInOneWay(_ row: StageRow) {
    let sample = StageSample(row.raw, through: NormaliseUnicode(.init()), language: row.language)
    #expect(sample.text.unicodeScalars.elementsEqual(row.clean.unicodeScalars))
    #expect(sample.reasons == row.reasons)
  }

  @Test(arguments: optional.indices) func optionsAskForMore(_ index: Int) {
    let (ask, row, stays) = Self.optional[index]
    var options = UnicodeOptions()
    ask(&options)
    let sample = StageSample(row.raw, through: NormaliseUnicode(options))
    #expect(sample.text == row.clean, "\(row)")
    #expect(sample.reasons == row.reasons, "\(row)")
    #expect(StageSample(stays, through: NormaliseUnicode(options)).reasons == [], "\(row)")
    #expect(StageSample(row.raw, through: NormaliseUnicode(.init())).reasons == [], "\(row)")
  }

  @Test func everyReasonHasARow() {
    let given = Self.rows.map(\.reasons) + Self.optional.map(\.row.reasons)
    #expect(StageRow.missing(NormaliseUnicode.Reason.self, in: given) == [])
  }

  @Test func codeStays() {
    let page = Document(markup: "<pre>a\u{A0}b</pre><p>a\u{A0}b</p>")
    #expect(StageSample(page, through: NormaliseUnicode(.init())).lines == ["a\u{A0}b", "a b"])
  }
}
