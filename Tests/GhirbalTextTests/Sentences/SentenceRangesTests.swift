import GhirbalText
import Testing

/// Where the sentences of a line end, and what only looks like an end.
@Suite struct SentenceRangesTests {
  static let rows: [(line: String, sentences: [String])] = [
    ("The town sold it. The council agreed!", ["The town sold it.", "The council agreed!"]),
    ("“Sold?” he asked. “Sold.” They left.", ["“Sold?”", "he asked.", "“Sold.”", "They left."]),
    ("باع المجلس السوق. وافق الجميع؟ نعم.", ["باع المجلس السوق.", "وافق الجميع؟", "نعم."]),
    ("بازار فروخته شد۔ سب راضی تھے۔", ["بازار فروخته شد۔", "سب راضی تھے۔"]),
    ("市場は売られた。皆が賛成した。", ["市場は売られた。", "皆が賛成した。"]),
    ("बाज़ार बिक गया। सब राज़ी थे।", ["बाज़ार बिक गया।", "सब राज़ी थे।"]),
    // What parts the items of menus.
    ("Home | News » Sport • Contact us", ["Home", "News", "Sport", "Contact us"]),
    ("Home\tNews  Sport", ["Home", "News", "Sport"]),
    // A point inside of a sentence.
    (
      "J. R. Hartley paid 3.50 at example.com today.",
      ["J. R. Hartley paid 3.50 at example.com today."]
    ),
    ("see p. 12 of the list", ["see p. 12 of the list"]),
    ("It cost (so they say.) a lot.", ["It cost (so they say.)", "a lot."]),
    ("no end at all", ["no end at all"]),
    ("   ", []),
    ("", []),
    (" . ", ["."]),
  ]

  @Test(arguments: rows)
  func sentences(_ row: (line: String, sentences: [String])) {
    let utf8 = Array(row.line.utf8)
    let found = sentenceRanges(in: utf8.span).map { String(decoding: utf8[$0], as: UTF8.self) }
    #expect(found == row.sentences)
  }
}
