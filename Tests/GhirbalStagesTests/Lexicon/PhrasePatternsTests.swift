import GhirbalText
import Testing

@testable import GhirbalStages

@Suite struct PhrasePatternsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let phrase: String
    let takes: [String]
    let leaves: [String]
    var testDescription: String { phrase }
  }

  static let rows = [
    Row(
      phrase: "Join our channel", takes: ["Join our channel", "• JOIN our channel!"],
      leaves: ["Join our channel today", "Please join our channel"]),
    Row(
      phrase: "Join our channel…",
      takes: ["Join our channel", "Join our channel on Telegram", "join our channel: news at six"],
      leaves: ["Joint our channel", "Please join our channel", "Join our"]),
    Row(
      phrase: "Photo by * *", takes: ["Photo by Mara Lind", "Photo: by Mara Lind."],
      leaves: ["Photo by Mara", "Photo by Mara Lind and others", "The photo by Mara Lind"]),
    Row(
      phrase: "* wrote this…", takes: ["Mara wrote this", "Mara wrote this on a train."],
      leaves: ["wrote this", "Mara Lind wrote this"]),
    Row(phrase: "کانال ما در *", takes: ["كانال ما در ایتا"], leaves: ["کانال ما در ایتا و بله"]),
    Row(phrase: "a*b", takes: ["a*b"], leaves: ["a c b", "acb"]),
  ]

  @Test(arguments: rows) func aPhraseTakesAWholeBlock(_ row: Row) {
    let patterns = PhrasePatterns([row.phrase, "Nothing at *"])
    for text in row.takes {
      #expect(patterns.phrase(of: FoldedText(Array(text.utf8).span)) == row.phrase, "\(text)")
    }
    for text in row.leaves {
      #expect(patterns.phrase(of: FoldedText(Array(text.utf8).span)) == nil, "\(text)")
    }
  }

  @Test func aPhraseHasAWordOfItsOwnAndAllHaveABound() {
    #expect(PhrasePatterns.problem(of: ["Join…", "* us"]) == nil)
    for phrase in ["*", "* *", "…", "..."] {
      #expect(PhrasePatterns.problem(of: [phrase]) != nil, "\(phrase)")
    }
    let many = (0..<2000).map { "* word\($0)" }
    #expect(PhrasePatterns.problem(of: many) != nil)
    #expect(PhrasePatterns.problem(of: many.map { $0.replacing("* ", with: "") }) == nil)
  }
}
