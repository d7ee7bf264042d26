import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The laws over flattened pages put together at random, and over the smallest that broke one.
@Suite struct SeededLawTests {
  private static let seeds = 0..<UInt64(600)

  @Test(arguments: seeds) func lawsHold(_ seed: UInt64) throws {
    let page = NastyPage.page(seed: seed)
    guard let clean = try Self.clean(page) else { return }
    try Laws.replayGivesTheCleanPage(page, clean)
    try Laws.textIsRestored(page, clean)
    try Laws.recordSurvivesJSON(clean)
    Laws.sourceRangesAreInside(page, clean)
    Laws.blocksTileTheText(clean)
    Laws.outputIsUTF8(clean)
  }

  @Test(arguments: seeds) func cleanTextIsFixed(_ seed: UInt64) throws {
    guard let clean = try Self.clean(NastyPage.page(seed: seed)) else { return }
    guard Self.knownSeeds.contains(seed) else { return try Laws.cleanTextIsFixed(clean) }
    withKnownIssue("one of the causes in `rows`") { try Laws.cleanTextIsFixed(clean) }
  }

  /// A page read as flattened text; nil for one that is no text.
  private static func clean(_ page: Page) throws -> Pipeline.CleanPage? {
    var configuration = PipelineConfiguration.standard
    configuration.reading.format = .text
    do {
      return try Pipeline(configuration).clean(page)
    } catch PageFailure.unread(.notText) {
      return nil
    }
  }

  /// Seeds whose clean text is not fixed yet, each for one of the causes in `rows`.
  private static let knownSeeds: Set<UInt64> = [
    0, 20, 69, 76, 77, 79, 88, 119, 149, 150, 205, 230, 235, 245, 255, 284, 285, 304, 328, 332,
    410, 454, 484, 500, 529, 553, 559,
  ]

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    /// Whether the text is known to break the law.
    var isKnown = true
    var testDescription: String { label }
  }

  /// The smallest texts for each cause that the seeds have brought up.
  static let rows = [
    Row(label: "a last line of nothing but what is removed", text: "a\n\u{200B}", isKnown: false),
    Row(label: "a last line of nothing but a bidi control", text: ";\n\u{202C}", isKnown: false),
    Row(label: "a first line of nothing but what is removed", text: "\u{AD}\nm", isKnown: false),
    Row(label: "a first line of a line separator", text: "\u{2028}\nt", isKnown: false),
    Row(label: "a first line of an escaped no-break space", text: "&nbsp;\nm", isKnown: false),
    Row(label: "a no-break space behind leading blank lines", text: "\t\n\u{A0}x"),
    Row(label: "a line of mojibake that stood for nothing", text: "©\nï»¿ï»¿", isKnown: false),
    Row(label: "chrome behind an escaped ampersand", text: "&amp;Advertisement"),
    Row(label: "mojibake that a line separator kept apart", text: "áãäÉ\u{2029}r"),
    Row(label: "a letter whose neighbour was a presentation form", text: "ﻻزیر إ", isKnown: false),
    Row(label: "a line between that is removed", text: "a\n\u{200B}\nb\n", isKnown: false),
    Row(label: "line separators between letters", text: "a\u{2028}\u{2028}b\n", isKnown: false),
    Row(label: "chrome with a no-break space", text: "We use\u{A0}cookies\n", isKnown: false),
    Row(
      label: "a name that the page repeats until its twin is dropped",
      text: "Posted in NewsShare this:\nBy A. Writer\nPosted in NewsShare this:",
      isKnown: false),
    Row(label: "a space alone", text: " ", isKnown: false),
  ]

  @Test(arguments: rows) func textOfARowIsFixed(_ row: Row) throws {
    let page = Page(path: "row.txt", bytes: Array(row.text.utf8))
    let clean = try #require(try Self.clean(page))
    try Laws.replayGivesTheCleanPage(page, clean)
    try Laws.textIsRestored(page, clean)
    guard row.isKnown else { return try Laws.cleanTextIsFixed(clean) }
    withKnownIssue { try Laws.cleanTextIsFixed(clean) }
  }
}
