import GhirbalText
import TestSupport
import Testing

@Suite struct PhraseMatcherTests {
  static let phrases = [
    "recent posts", "posts", "cent", "اقرأ أيضاً", "نوشته\u{200C}های تازه", "©", "関連記事", "a",
  ]
  static let matcher = PhraseMatcher(phrases)

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let found: [String]
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "a phrase and one that ends it", text: "Recent Posts",
      found: ["recent posts", "posts"]),
    Row(label: "in other letters of the same script", text: "إقرا أيضا:", found: ["اقرأ أيضاً"]),
    Row(label: "with the joint dropped", text: "نوشتههای تازه", found: ["نوشته\u{200C}های تازه"]),
    Row(label: "a sign needs no boundary", text: "x©y", found: ["©"]),
    Row(label: "no boundary is asked for between ideographs", text: "前関連記事後", found: ["関連記事"]),
    Row(label: "not inside a word", text: "percentage outposts recentposts", found: []),
    Row(label: "not where a word goes on", text: "recent postscript", found: []),
    Row(label: "across odd spaces", text: "recent\u{A0} posts", found: ["recent posts", "posts"]),
    Row(label: "one letter", text: "a b á", found: ["a", "a"]),
    Row(label: "in an empty text", text: "", found: []),
  ]

  @Test(arguments: rows) func finds(_ row: Row) {
    let text = Array(row.text.utf8)
    let folded = foldForMatching(text.span)
    let found = Self.matcher.matches(in: folded.utf8.span).map { Self.phrases[$0.phrase] }
    #expect(found == row.found)
  }

  @Test func coverTakesTheLongestFromTheLeft() {
    let text = Array("Recent Posts posts".utf8)
    let cover = PhraseMatcher.cover(Self.matcher.matches(in: foldForMatching(text.span).utf8.span))
    #expect(cover.map { Self.phrases[$0.phrase] } == ["recent posts", "posts"])
  }

  /// Against a search that looks for each phrase at each place.
  @Test func agreesWithAPlainSearch() {
    var random = SplitMix(seed: 7)
    let alphabet: [UInt8] = Array("ab ".utf8)
    for _ in 0..<300 {
      let phrases = (0..<4).map { _ in
        String(
          decoding: (0...random.below(4)).map { _ in alphabet[random.below(2)] }, as: UTF8.self)
      }
      let text = (0..<40).map { _ in random.one(of: alphabet) }
      let found = Set(
        PhraseMatcher(phrases).matches(in: text.span).map { "\($0.phrase) \($0.utf8Range)" })
      var expected: Set<String> = []
      for (index, phrase) in phrases.enumerated() where phrases.firstIndex(of: phrase) == index {
        let utf8 = Array(phrase.utf8)
        for start in 0...(text.count - utf8.count) {
          let end = start + utf8.count
          guard text[start..<end].elementsEqual(utf8), start == 0 || text[start - 1] == 0x20,
            end == text.count || text[end] == 0x20
          else { continue }
          expected.insert("\(index) \(start..<end)")
        }
      }
      #expect(found == expected)
    }
  }
}
