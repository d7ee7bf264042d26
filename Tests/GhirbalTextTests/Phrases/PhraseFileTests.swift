import GhirbalText
import Testing

@Suite struct PhraseFileTests {
  @Test func aFileIsReadByRows() throws {
    let text = """
      # Turkish.
      language tr verb_last

      chrome related_links line weak
        ayrıca bakınız
        benzer
      # Words.
      relative unit
        gün

      """
    let rows = try PhraseFile(Array(text.utf8).span).rows
    #expect(rows.map(\.group) == [.chrome, .relative])
    #expect(rows.map(\.words) == [["related_links", "line", "weak"], ["unit"]])
    #expect(rows.map(\.phrases) == [["ayrıca bakınız", "benzer"], ["gün"]])
    #expect(rows.map(\.line) == [4, 8])
    #expect(rows[0].language == PhraseLanguage(tag: "tr", traits: [.verbLast]))
  }

  @Test func lineEndsOfTwoBytesAreReadAndAFileMayHaveNoRow() throws {
    let text = "language en\r\n\r\nnetwork name\r\n  x\r\n"
    #expect(try PhraseFile(Array(text.utf8).span).rows.first?.phrases == ["x"])
    #expect(try PhraseFile(Array("# nothing\n".utf8).span).rows.isEmpty)
  }

  struct BadRow: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let says: String
    var testDescription: String { says }
  }

  static let badRows = [
    BadRow(text: "network name\n  x\n", line: 1, says: "begins with its language"),
    BadRow(text: "language english\n", line: 1, says: "two or three letters"),
    BadRow(text: "language en upper\n", line: 1, says: "unknown word \"upper\""),
    BadRow(text: "language en\nnames all\n  x\n", line: 2, says: "unknown word \"names\""),
    BadRow(text: "language en\n  x\n", line: 2, says: "below the head of its row"),
    BadRow(text: "language en\nnetwork name\n\n", line: 2, says: "has no phrase"),
    BadRow(text: "language en\nnetwork name\nnetwork name\n  x\n", line: 2, says: "no phrase"),
    BadRow(text: "language en\nnetwork  name\n  x\n", line: 2, says: "one blank between"),
    BadRow(text: "language en\nNetwork name\n  x\n", line: 2, says: "small letters"),
    BadRow(text: "language en\nnetwork name\n   x\n", line: 3, says: "behind two blanks"),
    BadRow(text: "language en\nnetwork name\n  x \n", line: 3, says: "none at its end"),
    BadRow(text: "language en\nnetwork name\n  \n", line: 3, says: "behind two blanks"),
  ]

  @Test(arguments: badRows) func whatIsWrongIsNamedWithItsLine(_ row: BadRow) {
    let problem = #expect(throws: PhraseProblem.self) {
      try PhraseFile(Array(row.text.utf8).span)
    }
    #expect(problem?.line == row.line)
    #expect(problem?.problem.contains(row.says) ?? false, "\(String(describing: problem))")
  }
}
