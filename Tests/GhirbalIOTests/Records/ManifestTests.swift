import GhirbalIO
import Testing

@Suite struct ManifestTests {
  private static func identity(_ config: String) -> PipelineIdentity {
    PipelineIdentity(
      ghirbal: "0.1.0", configSha256: config, rulesSha256: "02", modelSha256: "03", libxml2: "2.9",
      stages: ["a", "b"])
  }

  private static func row(
    _ path: String, _ status: Manifest.Row.Status = .ok, config: String? = "01"
  ) -> Manifest.Row {
    var row = Manifest.Row(
      path: path, status: status, reason: status == .ok ? nil : "not_text", sourceSha256: "ab",
      sourceBytes: 10, pipeline: config.map { identity($0) })
    if status == .ok { (row.output, row.outputSha256, row.outputBytes) = (path + ".txt", "cd", 7) }
    if status != .failed {
      (row.record, row.recordSha256) = (path + ".provenance.json", "ef")
    }
    row.edits = 3
    return row
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
    #expect(text.contains("\n" + #"{"path":"a.txt","status":"#))
    #expect(text.contains(#"{"path":"b.txt","origin":"raw#1","status":"#))
  }

  /// Rows in the order of their paths, each by the configuration that cleaned it, and the numbers they
  /// get.
  static let numberedRows: [(String, configs: [String?], numbers: [Int?], head: [String])] = [
    ("one for all", ["01", "01"], [1, 1], ["01"]),
    ("two, by the rows that name them first", ["02", "01", "02"], [1, 2, 1], ["02", "01"]),
    ("one that nobody knows", [nil, "01"], [nil, 1], ["01"]),
    ("no rows", [], [], []),
  ]

  @Test(arguments: numberedRows) func aManifestBeginsWithWhatItsRowsName(
    _ label: String, _ configs: [String?], _ numbers: [Int?], _ head: [String]
  ) throws {
    let rows = configs.enumerated().map { Self.row("\($0.offset)", config: $0.element) }
    let manifest = Manifest(rows.reversed())
    let lines = String(decoding: manifest.jsonl, as: UTF8.self).split(separator: "\n")
    let expected =
      head.enumerated().map {
        #"{"identity":\#($0.offset + 1),"pipeline":{"ghirbal":"0.1.0","config_sha256":"\#($0.element)","rules_sha256":"02","model_sha256":"03","libxml2":"2.9","stages":["a","b"]}}"#
      }
    #expect(lines.prefix(head.count).map(String.init) == expected, "\(label)")
    for (line, number) in zip(lines.dropFirst(head.count), numbers) {
      #expect(line.hasSuffix(#","identity":\#(number.map(String.init) ?? "null")}"#), "\(label)")
    }
    #expect(try Manifest(jsonl: manifest.jsonl) == manifest, "\(label)")
    // What a journal has written whenever it breaks off is read by the same reader.
    var journal = ManifestWriter()
    let written = manifest.rows.flatMap { journal.journalLines($0) } + manifest.totals.jsonl
    #expect(try Manifest(jsonl: written) == manifest, "\(label)")
    #expect(journal.hasHead == (written == manifest.jsonl), "\(label)")
  }

  @Test func whatVersion010WroteIsRead() throws {
    let text = String(decoding: Self.manifest.jsonl, as: UTF8.self)
    let lines = text.replacing(#","identity":1}"#, with: "}").split(separator: "\n").dropFirst()
    let manifest = try Manifest(jsonl: Array(lines.joined(separator: "\n").utf8))
    #expect(manifest.rows.map(\.path) == Self.manifest.rows.map(\.path))
    #expect(manifest.rows.allSatisfy { $0.pipeline == nil })
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
      change: { text in
        text.split(separator: "\n").filter { !$0.contains("b.txt") }.joined(separator: "\n")
      },
      problem: "the manifest's totals are not the sums of its rows"),
    BadRow(
      label: "an identity is missing",
      change: { $0.split(separator: "\n").dropFirst().joined(separator: "\n") },
      problem: "line 1 of the manifest names identity 1, which is not there"),
    BadRow(
      label: "an identity lacks a hash",
      change: { $0.replacing("\"rules_sha256\":\"02\",", with: "") },
      problem: "line 1 of the manifest is no identity, no page and not the totals"),
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
      problem: "line 2 of the manifest is no identity, no page and not the totals"),
    BadRow(
      label: "a row lacks its path",
      change: { $0.replacing("\"path\":\"b.txt\"", with: "\"name\":\"b.txt\"") },
      problem: "line 3 of the manifest is no identity, no page and not the totals"),
    BadRow(
      label: "a status is unknown",
      change: { $0.replacing("\"dropped\",", with: "\"perhaps\",") },
      problem: "line 2 of the manifest is no identity, no page and not the totals"),
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
