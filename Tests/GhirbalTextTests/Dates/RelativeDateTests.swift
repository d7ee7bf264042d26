import GhirbalText
import Testing

@Suite struct RelativeDateTests {
  static let rows: [(text: String, finding: RelativeDate.Finding?)] = [
    ("3 days ago", .sure), ("2h ago", .sure), ("vor 2 Tagen", .sure), ("منذ 3 أيام", .sure),
    ("۲ساعت پیش", .sure), ("9 ماه ago", .sure),
    // The dual says its number itself.
    ("منذ يومين", .sure),
    // A title may read like these.
    ("two years ago", .weak), ("yesterday", .weak), ("gestern", .weak),
    // A unit without its mark, a mark without a unit, more than a date, and nothing.
    ("3 days", nil), ("ago", nil), ("3 days in May", nil), ("5 comments ago", nil), ("", nil),
    ("12", nil),
  ]

  @Test(arguments: rows) func isTold(_ text: String, _ finding: RelativeDate.Finding?) {
    let folded = String(decoding: foldForMatching(Array(text.utf8).span).utf8, as: UTF8.self)
    let words = folded.split(separator: " ").map(String.init)
    #expect(RelativeDate.finding(in: words) == finding, "\(words)")
  }

  @Test func onlyAShortLineIsOne() {
    let words = Array(repeating: "3", count: 7) + ["days", "ago"]
    #expect(RelativeDate.finding(in: words) == nil)
    #expect(RelativeDate.finding(in: Array(words.suffix(8))) == .sure)
  }
}
