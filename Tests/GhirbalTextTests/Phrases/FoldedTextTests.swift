import GhirbalText
import Testing

@Suite struct FoldedTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let folded: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "case goes", text: "Leave A Reply", folded: "leave a reply"),
    Row(
      label: "Latin diacritics go, composed or not", text: "Ähnliche cafe\u{301}",
      folded: "ahnliche cafe"),
    Row(label: "the Turkish i is one letter", text: "İLGİLİ ılık I", folded: "ilgili ilik i"),
    Row(
      label: "sharp s and ligatures are two letters", text: "Straße Œuvre", folded: "strasse oeuvre"
    ),
    Row(label: "Cyrillic case and ё", text: "ЕЩЁ Новости", folded: "еще новости"),
    Row(label: "Arabic ya and kaf", text: "كتابي على", folded: "کتابی علی"),
    Row(label: "alif with hamza and madda", text: "أإآٱ", folded: "اااا"),
    Row(label: "ta marbuta and the forms of ha", text: "قراءة هہە", folded: "قراءه ههه"),
    Row(label: "harakat and tatweel go", text: "أيضــاً", folded: "ایضا"),
    Row(label: "ZWNJ goes", text: "نوشته\u{200C}های", folded: "نوشتههای"),
    Row(label: "bidi marks and soft hyphens go", text: "\u{200F}ab\u{AD}c\u{FEFF}", folded: "abc"),
    Row(label: "digits of other scripts", text: "۱۲۳ ٤٥٦", folded: "123 456"),
    Row(
      label: "odd spaces become one, and none at the ends", text: "\u{A0} a\u{3000}\t\nb ",
      folded: "a b"),
    Row(label: "curly quotes, dashes, ellipsis", text: "“a”–‘b’…", folded: "\"a\"-'b'..."),
    Row(label: "guillemets stay: they are separators too", text: "«a» › b", folded: "«a» › b"),
    Row(label: "niqqud goes", text: "שָׁלוֹם", folded: "שלום"),
    Row(label: "other scripts stay", text: "関連記事 😀", folded: "関連記事 😀"),
    Row(label: "nothing", text: "", folded: ""),
    Row(label: "only marks", text: "\u{64B}\u{200C} ", folded: ""),
  ]

  @Test(arguments: rows) func folds(_ row: Row) {
    let text = Array(row.text.utf8)
    #expect(String(decoding: foldForMatching(text.span).utf8, as: UTF8.self) == row.folded)
    #expect(row.folded.foldedForMatching == row.folded, "folding twice is folding once")
  }

  @Test func leadsBackToTheOriginal() {
    let original = Array("  «نوشته\u{200C}هاي»  STRAßE ".utf8)
    let folded = FoldedText(original.span)
    let words = folded.words.map { range in
      String(decoding: original[folded.originalRange(of: range)], as: UTF8.self)
    }
    #expect(words == ["نوشته\u{200C}هاي", "STRAßE"])
  }

  @Test func everyRangeOfScalarsLeadsToScalars() {
    let original = Array("aé\u{301} ـكَتب\u{200C}ة… 日本 😀ß\u{A0}".utf8)
    let folded = FoldedText(original.span)
    func isBoundary(_ utf8: [UInt8], _ offset: Int) -> Bool {
      offset == utf8.count || utf8[offset] & 0xC0 != 0x80
    }
    for start in 0...folded.utf8.count where isBoundary(folded.utf8, start) {
      for end in start...folded.utf8.count where isBoundary(folded.utf8, end) {
        let range = folded.originalRange(of: start..<end)
        #expect(isBoundary(original, range.lowerBound) && isBoundary(original, range.upperBound))
      }
    }
  }
}
