import Testing

@testable import GhirbalContent

@Suite struct TextScannerTests {
  private static func scan(_ text: String) -> TextTraits {
    var scanner = TextScanner()
    return Array(text.utf8).withUnsafeBufferPointer { scanner.scan($0, 0..<$0.count, links: []) }
  }

  @Test(
    "counts of letters, words and tokens",
    arguments: [
      ("English", "The cat, it sat.", 11, 4, 4), ("Arabic", "كتب الولد الدرس.", 13, 3, 3),
      ("Persian", "سلام دنیا؟", 8, 2, 2), ("Japanese", "日本語", 3, 0, 3),
      ("Thai", "ไทย", 3, 0, 3), ("emoji are no letters", "ok 👍🏽", 2, 2, 1),
      ("digits are no letters", "12 km", 2, 2, 2), ("empty", "", 0, 0, 0),
    ])
  func counts(label: String, text: String, letters: Int, plainWords: Int, tokens: Int) {
    let traits = Self.scan(text)
    #expect(traits.letters == letters, "\(label)")
    #expect(traits.plainWords == plainWords, "\(label)")
    #expect(traits.tokens == tokens, "\(label)")
  }

  @Test(
    "dates and clocks by shape",
    arguments: [
      ("a day", "12.5.2024", true, false), ("a year", "in 1999", true, false),
      ("hours", "at 14:30", false, true), ("a price", "12,50", false, false),
      ("a ratio", "16:9", false, false), ("a long number", "19991999", false, false),
      ("Persian digits", "۱۴:۳۰", false, true),
    ])
  func digits(label: String, text: String, isDate: Bool, isClock: Bool) {
    let signs = Self.scan(text).signs
    #expect(signs.contains(.date) == isDate, "\(label)")
    #expect(signs.contains(.clock) == isClock, "\(label)")
  }
}
