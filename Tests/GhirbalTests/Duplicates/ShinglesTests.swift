import GhirbalText
import Testing

@testable import Ghirbal

@Suite struct ShinglesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let other: String
    let isSame: Bool
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "case, punctuation and white space say nothing", text: "The ferry sails again, today!",
      other: "the Ferry — sails\n\n again today", isSame: true),
    Row(
      label: "Persian with its joiners and without", text: "او می‌گوید كه کتاب‌های تازه رسیده است",
      other: "او میگوید که کتابهای تازه رسیده است", isSame: true),
    Row(
      label: "Arabic with vowel marks and without", text: "كَتَبَ الوَلَدُ الدَّرْسَ فِي البَيْتِ",
      other: "كتب الولد الدرس في البيت", isSame: true),
    Row(
      label: "Chinese with other punctuation", text: "今天，渡船又开了。大家都很高兴",
      other: "今天渡船又开了！大家都很高兴。", isSame: true),
    Row(
      label: "other numbers", text: "it costs 12 coins now", other: "it costs 13 coins now",
      isSame: false),
    Row(
      label: "the same words in another order", text: "one two three four five six",
      other: "six five four three two one", isSame: false),
    Row(
      label: "short texts, one of which holds the other", text: "Read more", other: "Read",
      isSame: false),
  ]

  @Test(arguments: rows) func whatIsTheSame(_ row: Row) {
    #expect((Self.hashes(row.text) == Self.hashes(row.other)) == row.isSame)
  }

  @Test(arguments: [
    ("", 0), (" —\n…", 0), ("one", 1), ("one two three four five", 1),
    ("one two three four five six", 2),
    ("今天渡船又开", 2), ("渡船", 1), ("เรือข้าม", 4), ("ferry 渡船又开", 1),
  ]) func howManyThereAre(_ text: String, _ count: Int) {
    #expect(Self.hashes(text).count == count)
  }

  /// Parts of an index may be made on different machines.
  @Test func hashesNeverChange() {
    #expect(Self.hashes("The ferry sails again, today!") == [16_613_418_367_682_162_702])
  }

  private static func hashes(_ text: String) -> [UInt64] {
    let utf8 = Array(text.utf8)
    return Shingles(FoldedText(utf8.span)).hashes
  }
}
