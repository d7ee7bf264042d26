import GhirbalIO
import Testing

@Suite struct ManifestTests {
  private static func row(_ path: String, _ status: Manifest.Row.Status = .ok) -> Manifest.Row {
    Manifest.Row(
      path: path, status: status, reason: status == .ok ? nil : "not_text", sourceSha256: "ab",
      sourceBytes: 10, output: status == .ok ? path + ".txt" : nil,
      outputSha256: status == .ok ? "cd" : nil, outputBytes: status == .ok ? 7 : 0,
      record: status == .failed ? nil : path + ".provenance.json",
      recordSha256: status == .failed ? nil : "ef", edits: 3)
  }

  private static let manifest = Manifest([
    row("b.txt"), row("a \"quoted\".txt", .dropped), row("c\u{1B}.txt", .failed),
  ])

  @Test func readsBackAsItWas() throws {
    let read = try Manifest(jsonl: Self.manifest.jsonl)
    #expect(read == Self.manifest)
    #expect(read.jsonl == Self.manifest.jsonl)
  }

  @Test func rowsAreSortedAndAddedUp() {
    #expect(Self.manifest.rows.map(\.path) == ["a \"quoted\".txt", "b.txt", "c\u{1B}.txt"])
    let totals = Self.manifest.totals
    #expect([totals.pages, totals.ok, totals.dropped, totals.failed] == [3, 1, 1, 1])
    #expect([totals.sourceBytes, totals.outputBytes, totals.edits] == [30, 7, 9])
  }

  @Test func rowsAreSortedByTheirBytes() {
    let paths = ["e\u{301}.txt", "z.txt", "é.txt"]
    #expect(Manifest(paths.reversed().map { Self.row($0) }).rows.map(\.path) == paths)
  }

  @Test func rowsOfOnePathAreSortedByTheirOrigins() throws {
    let rows = ["raw#2", nil, "raw#1"].map { origin in
      var row = Self.row("b.txt")
      row.origin = origin
      return row
    }
    let manifest = Manifest(rows + [Self.row("a.txt")])
    #expect(manifest.rows.map(\.origin) == [nil, nil, "raw#1", "raw#2"])
    #expect(try Manifest(jsonl: manifest.jsonl) == manifest)
    let text = String(decoding: manifest.jsonl, as: UTF8.self)
    #expect(text.hasPrefix(#"{"path":"a.txt","status":"#))
    #expect(text.contains(#"{"path":"b.txt","origin":"raw#1","status":"#))
  }

  @Test func anEmptyRunHasTotals() throws {
    #expect(try Manifest(jsonl: Manifest([]).jsonl).totals.pages == 0)
  }

  struct BadRow: CustomTestStringConvertible, Sendable {
    let label: String
    let change: @Sendable (String) -> String
    let problem: String
    var testDescription: String { label }
  }

  static let badRows = [
    BadRow(
      label: "a row is missing",
      change: { $0.split(separator: "\n").dropFirst().joined(separator: "\n") },
      problem: "the manifest's totals are not the sums of its rows"),
    BadRow(
      label: "a count was changed",
      change: { $0.replacing("\"ok\":1", with: "\"ok\":2") },
      problem: "the manifest's totals are not the sums of its rows"),
    BadRow(
      label: "the totals are missing",
      change: { $0.split(separator: "\n").dropLast().joined(separator: "\n") },
      problem: "the manifest has no totals"),
    BadRow(
      label: "a line is no JSON",
      change: { $0.split(separator: "\n").prefix(1).joined() + "\n{oops\n" },
      problem: "line 2 of the manifest is neither a page nor the totals"),
    BadRow(
      label: "a row lacks its path",
      change: { $0.replacing("\"path\":\"b.txt\"", with: "\"name\":\"b.txt\"") },
      problem: "line 2 of the manifest is neither a page nor the totals"),
    BadRow(
      label: "a status is unknown",
      change: { $0.replacing("\"dropped\",", with: "\"perhaps\",") },
      problem: "line 1 of the manifest is neither a page nor the totals"),
    BadRow(
      label: "the file is empty", change: { _ in "" }, problem: "the manifest has no totals"),
    BadRow(
      label: "a row follows the totals",
      change: { $0 + ($0.split(separator: "\n").first ?? "") + "\n" },
      problem: "the manifest goes on after its totals"),
  ]

  @Test(arguments: badRows) func aBadManifestIsRefused(_ row: BadRow) {
    let text = row.change(String(decoding: Self.manifest.jsonl, as: UTF8.self))
    let problem = #expect(throws: RecordProblem.self) {
      try Manifest(jsonl: Array(text.utf8))
    }
    #expect(problem?.problem == row.problem)
  }
}
