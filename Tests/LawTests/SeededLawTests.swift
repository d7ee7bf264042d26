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
    } catch PageProblem.notText {
      return nil
    }
  }

  /// Seeds whose clean text is not fixed yet, each for one of the causes in `rows`.
  private static let knownSeeds: Set<UInt64> = [
    0, 8, 20, 31, 38, 42, 52, 55, 66, 74, 76, 80, 81, 87, 102, 112, 125, 126, 128, 136, 154, 161,
    162, 176, 191, 201, 203, 205, 208, 212, 216, 225, 230, 231, 249, 255, 268, 277, 284, 286, 291,
    301, 304, 307, 324, 328, 329, 332, 333, 340, 351, 362, 389, 395, 399, 407, 409, 412, 433, 444,
    454, 456, 458, 469, 471, 472, 493, 500, 507, 508, 510, 512, 522, 526, 529, 544, 559, 563, 567,
    581, 593, 596, 599,
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
    Row(label: "a last line of nothing but what is removed", text: "a\n\u{200B}"),
    Row(label: "a last line of nothing but a bidi control", text: ";\n\u{202C}"),
    Row(label: "a first line of nothing but what is removed", text: "\u{AD}\nm"),
    Row(label: "a first line of a line separator", text: "\u{2028}\nt"),
    Row(label: "a first line of an escaped no-break space", text: "&nbsp;\nm"),
    Row(label: "a no-break space behind leading blank lines", text: "\t\n\u{A0}x"),
    Row(label: "a line of mojibake that stood for nothing", text: "©\nï»¿ï»¿"),
    Row(label: "chrome behind an escaped ampersand", text: "&amp;Advertisement"),
    Row(label: "mojibake that a line separator kept apart", text: "áãäÉ\u{2029}r"),
    Row(label: "a letter whose neighbour was a presentation form", text: "ﻻزیر إ"),
    Row(label: "a line between that is removed", text: "a\n\u{200B}\nb\n", isKnown: false),
    Row(label: "line separators between letters", text: "a\u{2028}\u{2028}b\n", isKnown: false),
    Row(label: "chrome with a no-break space", text: "We use\u{A0}cookies\n", isKnown: false),
    Row(label: "a space alone", text: " "),
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
