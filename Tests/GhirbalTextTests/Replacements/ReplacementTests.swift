import GhirbalText
import Testing

@Suite struct ReplacementTests {
  @Test func replacementsInsertRemoveAndReplaceInOnePass() {
    let replacements = [
      Replacement(0..<0, with: ">", 1), Replacement(1..<3, with: "", 2),
      Replacement(4..<5, with: "EE", 3),
    ]
    #expect(Array("abcdef".utf8).applying(replacements) == Array(">adEEf".utf8))
  }
}
