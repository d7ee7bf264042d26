import Ghirbal
import Testing

@Suite struct FailureLimitTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let limit: FailureLimit?
    var testDescription: String { text }
  }

  static let rows = [
    Row(text: "0", limit: .count(0)), Row(text: "20", limit: .count(20)),
    Row(text: "5%", limit: .share(0.05)), Row(text: "0.5%", limit: .share(0.005)),
    Row(text: "100%", limit: .share(1)), Row(text: "-1", limit: nil), Row(text: "", limit: nil),
    Row(text: "%", limit: nil), Row(text: "101%", limit: nil), Row(text: "nan%", limit: nil),
    Row(text: "5 %", limit: nil), Row(text: "many", limit: nil),
  ]

  @Test(arguments: rows) func aLimitIsANumberOrAShare(_ row: Row) {
    #expect(FailureLimit(row.text) == row.limit)
  }
}
