import Testing

@testable import GhirbalContent

@Suite struct RegionLexiconTests {
  @Test(
    "a class names regions",
    arguments: [
      ("a whole word", "nav", Region.navigation, true),
      ("between others", "site nav wide", .navigation, true),
      ("parted by a hyphen", "main-nav", .navigation, true),
      ("parted by a capital", "mainNav", .navigation, true),
      ("in capitals", "NAV", .navigation, true),
      ("no word of its own", "navy", .navigation, false),
      ("inside another", "unavailable", .navigation, false),
      ("anywhere in a word", "postcomments", .comment, true),
      ("the beginning of a word", "related-posts", .related, true),
      ("the same letters later in a word", "uncorrelated", .related, false),
      ("empty", "", .navigation, false),
      ("other scripts", "منو", .navigation, false),
    ])
  func regions(label: String, value: String, region: Region, isNamed: Bool) {
    let bytes = Array(value.utf8)
    let found = bytes.withUnsafeBufferPointer {
      RegionLexicon.shared.regions(in: $0, 0..<$0.count)
    }
    #expect(found.contains(region) == isNamed, "\(label)")
  }
}
