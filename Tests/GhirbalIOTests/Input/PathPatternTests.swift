import Testing

@testable import GhirbalIO

@Suite struct PathPatternTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let pattern: String
    let path: String
    let matches: Bool
    var testDescription: String { "\(pattern) \(matches ? "matches" : "does not match") \(path)" }
  }

  static let rows = [
    Row(pattern: "news/a.txt", path: "news/a.txt", matches: true),
    Row(pattern: "news/a.txt", path: "old/news/a.txt", matches: false),
    Row(pattern: "/news/a.txt", path: "news/a.txt", matches: true),
    Row(pattern: "a.txt", path: "old/news/a.txt", matches: true),
    Row(pattern: "a.txt", path: "old/news/ba.txt", matches: false),
    Row(pattern: "*.txt", path: "news/a.txt", matches: true),
    Row(pattern: "*.txt", path: "a.txt/b", matches: false),
    Row(pattern: "news/*.txt", path: "news/a.txt", matches: true),
    Row(pattern: "news/*.txt", path: "news/b/a.txt", matches: false),
    Row(pattern: "news/**", path: "news/b/a.txt", matches: true),
    Row(pattern: "news/**", path: "newsletter/a.txt", matches: false),
    Row(pattern: "news/", path: "news/b/a.txt", matches: true),
    Row(pattern: "**/a.txt", path: "a.txt", matches: true),
    Row(pattern: "**/a.txt", path: "x/y/a.txt", matches: true),
    Row(pattern: "**/a.txt", path: "x/ya.txt", matches: false),
    Row(pattern: "x/**/a.txt", path: "x/a.txt", matches: true),
    Row(pattern: "x/**/a.txt", path: "x/y/z/a.txt", matches: true),
    Row(pattern: "?.txt", path: "a.txt", matches: true),
    Row(pattern: "?.txt", path: "ab.txt", matches: false),
    Row(pattern: "x/?", path: "x//", matches: false),
    Row(pattern: "[a].txt", path: "a.txt", matches: true),
    Row(pattern: "اخبار/*", path: "اخبار/یک.txt", matches: true),
    Row(pattern: "**", path: "a/b", matches: true),
    Row(pattern: "", path: "a", matches: false),
    Row(pattern: "[a-c].txt", path: "x/b.txt", matches: true),
    Row(pattern: "[a-c].txt", path: "d.txt", matches: false),
    Row(pattern: "[!a-c].txt", path: "d.txt", matches: true),
    Row(pattern: "[^a-c].txt", path: "b.txt", matches: false),
    Row(pattern: "[]]", path: "]", matches: true),
    Row(pattern: "a[b", path: "a[b", matches: true),
    Row(pattern: "a[/]b", path: "a/b", matches: false),
    Row(pattern: "\\*.txt", path: "*.txt", matches: true),
    Row(pattern: "\\*.txt", path: "a.txt", matches: false),
    Row(pattern: "[\\]]", path: "]", matches: true),
    Row(pattern: "*.خبر", path: "x/a.خبر", matches: true),
    Row(pattern: "*.txt", path: "a.txt/b", matches: false),
  ]

  @Test(arguments: rows) func aPatternMatches(_ row: Row) {
    #expect(PathPattern(row.pattern).matches(row.path) == row.matches)
  }

  /// Patterns that send a backtracking matcher into exponential time.
  @Test func manyStarsTakeLinearSteps() {
    let pattern = PathPattern(String(repeating: "*a", count: 100) + "b/x")
    #expect(!pattern.matches(String(repeating: "a", count: 4000)))
  }
}
