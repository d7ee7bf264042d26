import GhirbalText
import Testing

/// One count of words for all options that name one.
@Suite struct TextLengthTests {
  static let rows: [(label: String, text: String, words: Int, scalars: Int)] = [
    ("nothing", "", 0, 0),
    ("white space", " \t\n\u{A0}", 0, 4),
    ("words between white space", "two  words\n", 2, 11),
    ("a no-break space parts words", "10\u{A0}km", 2, 5),
    ("a hyphen parts none", "well-known", 1, 10),
    ("a dash by itself is one", "a – b", 3, 5),
    ("Arabic", "سلام دنیا", 2, 9),
    ("two ideographs are a word", "日本語版", 2, 4),
    ("an odd one counts nothing", "日本語", 1, 3),
    ("Thai", "ภาษาไทย", 3, 7),
    ("Lao", "ພາສາ", 2, 4),
    ("looks like Thai but is Devanagari", "हिन्दी भाषा", 2, 11),
    ("Hangul is written in words", "한국어 위키", 2, 6),
    ("both scripts", "Swift 言語 6", 3, 10),
  ]

  @Test(arguments: rows)
  func textsAreMeasured(_ label: String, _ text: String, _ words: Int, _ scalars: Int) {
    let length = TextLength(Array(text.utf8).span)
    #expect(length.wordCount == words, "\(label)")
    #expect(length.scalarCount == scalars, "\(label)")
  }
}
