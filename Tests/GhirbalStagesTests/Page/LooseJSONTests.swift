import Testing

@testable import GhirbalStages

@Suite struct LooseJSONTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    /// The value of `name` in the first object; nil where there is none.
    let name: String?
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "valid", text: #"{"a": [1, {"name": "x"}], "name": "Ann"}"#, name: "Ann"),
    Row(
      label: "escapes", text: #"{"name": "\u00c9va \"Lee\" \/ \ud83d\ude80"}"#,
      name: "Éva \"Lee\" / 🚀"),
    Row(label: "a pair cut in two", text: #"{"name": "\ud83d!"}"#, name: "\u{FFFD}!"),
    Row(
      label: "quotes left bare", text: #"{"title": "A "new" bridge", "name": "Ann"}"#, name: "Ann"),
    Row(label: "line end in a string", text: "{\"t\": \"a\nb\", \"name\": \"Ann\"}", name: "Ann"),
    Row(label: "a comma too many", text: #"{"t": [1, 2,], "name": "Ann",}"#, name: "Ann"),
    Row(label: "a comma too few", text: "{\"t\": \"a\"\n \"name\": \"Ann\"}", name: "Ann"),
    Row(
      label: "comments", text: "/* <![CDATA[ */ {\"t\": 1, // one\n \"name\": \"Ann\"} //",
      name: "Ann"),
    Row(label: "a value forgotten", text: #"{"t": , "name": "Ann"}"#, name: "Ann"),
    Row(label: "a bracket forgotten", text: #"{"t": [1, "name": "Ann"}"#, name: nil),
    Row(
      label: "a mark inside a string is no end", text: #"{"name": "Ann, {Bo}"}"#, name: "Ann, {Bo}"),
    Row(label: "a name one level down", text: #"{"a": {"name": "x"}}"#, name: nil),
    Row(label: "no object", text: "window.x = 1;", name: nil),
    Row(label: "cut off", text: #"{"name": "An"#, name: "An"),
    Row(label: "nothing", text: "", name: nil),
  ]

  @Test(arguments: rows) func readsWhatPagesHold(_ row: Row) {
    let utf8 = Array(row.text.utf8)
    let json = LooseJSON(utf8, 0..<utf8.count)
    let name = json.roots.first.flatMap { json.member("name", of: $0) }.flatMap(json.string)
    #expect(name == row.name)
  }

  @Test func deepNestsEnd() {
    let utf8 = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(LooseJSON(utf8, 0..<utf8.count).roots.count >= 1)
    let objects = Array(String(repeating: #"{"a":"#, count: 20_000).utf8)
    #expect(LooseJSON(objects, 0..<objects.count).roots.count >= 1)
  }
}
