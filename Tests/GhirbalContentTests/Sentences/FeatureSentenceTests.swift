import Testing

@testable import GhirbalContent

@Suite struct FeatureSentenceTests {
  @Test func everyFeatureHasItsSentenceAndEverySentenceItsFeature() {
    #expect(FeatureSentences.ofBlocks.defects == [])
    #expect(FeatureSentences.ofLines.defects == [])
    #expect(FeatureSentences([], ["a"]).defects == ["a"])
    #expect(FeatureSentences([FeatureSentence("a", "is")], []).defects == ["a"])
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    var isOfLines = false
    let feature: String
    let value: Float
    let says: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a count", feature: "words", value: 12, says: "has 12 words"),
    Row(label: "one", feature: "words", value: 1, says: "has 1 word"),
    Row(label: "none", feature: "links", value: 0, says: "has no links"),
    Row(label: "a share", feature: "density", value: 0.62, says: "62% of its text is in links"),
    Row(label: "a whole share", feature: "density", value: 1, says: "all of its text is in links"),
    Row(
      label: "a small share", feature: "density", value: 0.003,
      says: "under 1% of its text is in links"),
    Row(label: "there", feature: "in_nav", value: 1, says: "stands in navigation"),
    Row(label: "not there", feature: "in_nav", value: 0, says: "does not stand in navigation"),
    Row(
      label: "its own name before that of many", feature: "page_in_nav_", value: 0,
      says: "no words of the page stand in nav_"),
    Row(
      label: "nowhere", feature: "last_heading_distance", value: 9999,
      says: "no heading comes before it"),
    Row(
      label: "somewhere", feature: "last_heading_distance", value: 2,
      says: "the last heading is 2 blocks before it"),
    Row(
      label: "an element", feature: "neighbour-1_tag", value: 2,
      says: "the block before it stands in <li>"),
    Row(
      label: "no block there", feature: "neighbour1_tag", value: -1,
      says: "the block after it stands in another element"),
    Row(
      label: "a kind", isOfLines: true, feature: "phrase_kind", value: 5,
      says: "has a phrase of copyright"),
    Row(
      label: "a kind that is not", isOfLines: true, feature: "phrase_kind", value: 99,
      says: "has a phrase of site chrome"),
    Row(
      label: "of a line, not of a block", isOfLines: true, feature: "index", value: 3,
      says: "3 lines come before it"),
  ]

  @Test(arguments: rows) func aValueIsASentence(_ row: Row) {
    let table = row.isOfLines ? FeatureSentence.ofLines : FeatureSentence.ofBlocks
    #expect(FeatureSentences(table, [row.feature]).sentence(row.feature, row.value) == row.says)
  }

  @Test func noSentenceBreaksOnAnyValueOrNamesItsFeature() {
    for (table, names) in [
      (FeatureSentences.ofBlocks, FeatureRows.names), (.ofLines, LineRows.names),
    ] {
      for name in names {
        for value in [-1, -0.5, 0, 0.004, 0.5, 1, 2, 7, 999, 9999, .infinity, .nan] as [Float] {
          let sentence = table.sentence(name, value)
          #expect(!sentence.isEmpty && !sentence.contains("{"), "\(name) \(value): \(sentence)")
          #expect(!sentence.contains("_"), "\(name) \(value): \(sentence)")
          #expect(value > 9999 || sentence.count <= 80, "\(name) \(value): \(sentence)")
        }
      }
    }
  }
}
