import Testing

@testable import Ghirbal

@Suite struct InputOriginTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let way: [String]
    let name: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a folder beside the output", way: ["..", "raw"], name: "raw/x.txt"),
    Row(label: "a folder elsewhere", way: ["..", "..", "b", "raw"], name: "raw/x.txt"),
    Row(label: "a folder with a sign in its name", way: ["..", "c#"], name: "c#/x.txt"),
    Row(label: "a folder above the output", way: ["..", ".."], name: "x.txt"),
    Row(label: "a folder in the output", way: ["raw"], name: "raw/x.txt"),
  ]

  @Test(arguments: rows) func anOriginNamesItsFolderOnly(_ row: Row) {
    let token = InputOrigin.token(way: row.way)
    #expect(InputOrigin.name("x.txt", token) == row.name)
    #expect(!token.contains("/") && token == InputOrigin.token(way: row.way))
  }

  @Test func eachWayHasAnOriginOfItsOwn() {
    #expect(Set(Self.rows.map { InputOrigin.token(way: $0.way) }).count == Self.rows.count)
  }

  @Test func theRootAndTheConfiguredInputAreNamed() {
    #expect(InputOrigin.name("x.txt", InputOrigin.root) == "/x.txt")
    #expect(InputOrigin.name("x.txt", nil) == "x.txt of the configured input")
  }
}
