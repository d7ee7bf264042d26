import GhirbalText
import Testing

@Suite struct JSONStringTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let json: String
    let text: String
    var line: String?
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "no escape", json: "plain é", text: "plain é"),
    Row(label: "quotes and slashes", json: #"\"a\" \\ \/"#, text: #""a" \ /"#),
    Row(label: "control characters", json: #"a\n\tb"#, text: "a\n\tb", line: "a  b"),
    Row(label: "a code unit", json: #"\u00e9\u0041"#, text: "éA"),
    Row(label: "a surrogate pair", json: #"\ud83d\uDE00!"#, text: "😀!"),
    Row(label: "half a pair", json: #"\ud83d!"#, text: "\u{FFFD}!"),
    Row(label: "two first halves", json: #"\ud83d\ud83d\ude00"#, text: "\u{FFFD}😀"),
    Row(label: "half a pair at the end", json: #"\ud83d"#, text: "\u{FFFD}"),
    Row(label: "digits that are none", json: #"\u00g0"#, text: "u00g0"),
    Row(label: "an escape that there is not", json: #"\q"#, text: "q"),
    Row(label: "a backslash at the end", json: #"a\"#, text: #"a\"#),
  ]

  @Test(arguments: rows) func escapesAreRead(_ row: Row) {
    let json = Array(row.json.utf8)[...]
    #expect(JSONString.unescaped(json) == Array(row.text.utf8))
    #expect(JSONString.unescaped(json, isOneLine: true) == Array((row.line ?? row.text).utf8))
  }
}
