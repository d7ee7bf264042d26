import GhirbalDocument
import GhirbalIO
import GhirbalText
import Testing

@Suite struct ProvenanceRecordTests {
  static let record = ProvenanceRecord(
    source: ProvenanceRecord.Source(
      path: "news/a.txt", url: "https://example.org/a", sha256: "ab", bytes: 40, format: "text",
      encoding: "windows-1256", encodingEvidence: "letters", blocks: 3,
      irreversible: [.init(utf8Range: 5..<8, sourceRange: 3..<4, bytes: [0x81])]),
    output: ProvenanceRecord.Output(path: "news/a.txt", sha256: "cd", bytes: 20),
    metadata: Metadata([
      .title: ["A title"], .author: ["One", "Two"], .siteName: ["The site"],
      .canonicalURL: ["https://example.org/a"], .sourceURL: ["https://example.org/s"],
      .category: ["ایران", "جهان"], .dateline: ["TEHRAN"],
    ]),
    language: "fa", direction: "rtl", wordCount: 5,
    flags: ["depth"],
    blocks: [
      .init(
        block: 0, kind: "heading", outputUtf8: 0..<9, sourceBytes: 0..<9, language: "fa",
        direction: "rtl", approximate: true),
      .init(
        block: 1, kind: "paragraph", outputUtf8: 10..<19, sourceBytes: 10..<20, language: nil,
        direction: nil, approximate: nil),
    ],
    ledger: Ledger(
      entries: [
        entry(.keep, block: 0),
        entry(.replace, block: 1, range: 2..<4, before: "ab", after: "\u{1B}"),
        entry(.drop, block: 2, before: "Recent \"posts\"\n", region: 0),
        entry(.lift, block: 1, range: 0..<2, before: "On", after: "One", field: .author),
        entry(.lift, block: nil, after: "The site", field: .siteName),
        passing(
          entry(.lift, block: nil, after: "2024-05-03", field: .published),
          PassedOver(value: "2024-05-04", rule: "meta.date", confidence: 0.25)),
      ],
      regions: [
        LedgerRegion(
          stage: "s", heading: "Recent posts", firstBlock: BlockID(2), lastBlock: BlockID(2),
          sourceBytes: 20..<40)
      ]))

  private static func passing(_ entry: LedgerEntry, _ other: PassedOver) -> LedgerEntry {
    var entry = entry
    entry.others = [other]
    return entry
  }

  private static func entry(
    _ change: LedgerEntry.Change, block: Int?, range: Range<Int>? = nil, before: String = "",
    after: String? = nil, field: MetadataField? = nil, region: Int? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      stage: "s", reason: "found", rule: change == .drop ? "row" : nil, change: change,
      block: block.map(BlockID.init), blockUTF8: range, sourceBytes: 20..<40, before: before,
      after: after, field: field, region: region, confidence: 0.875)
  }

  @Test func readsBackAsItWas() throws {
    let read = try ProvenanceRecord(json: Self.record.json)
    #expect(read == Self.record)
    #expect(read.json == Self.record.json)
  }

  @Test func aDroppedPageReadsBackAsItWas() throws {
    var record = Self.record
    record.output = nil
    record.source.url = nil
    record.language = nil
    record.direction = nil
    record.blocks = []
    record.flags = []
    record.metadata = Metadata()
    record.ledger = Ledger()
    let read = try ProvenanceRecord(json: record.json)
    #expect(read == record)
    #expect(read.json == record.json)
  }

  private static let pipeline = PipelineIdentity(
    ghirbal: "0.1.0", configSha256: "01", rulesSha256: "02", modelSha256: "03", profile: "04",
    libxml2: "2.9", stages: ["a", "b"])

  @Test func aRecordThatStandsAloneSaysWhatCleanedItsPage() throws {
    let alone = ProvenanceRecord.alone(Self.record.json, Self.pipeline)
    var record = Self.record
    record.pipeline = Self.pipeline
    #expect(try ProvenanceRecord(json: alone) == record)
    #expect(record.json == alone)
    #expect(!Self.record.json.contains(Array("pipeline".utf8)), "in an output the manifest says it")
  }

  @Test func aRecordOfTheSchemaBeforeIsRead() throws {
    let text = String(decoding: Self.record.json, as: UTF8.self)
      .replacing("ghirbal/provenance/3", with: "ghirbal/provenance/2")
      .replacing(#","word_count":5"#, with: "").replacing(#""publisher":null,"#, with: "")
      .replacing(#""hostname":null,"description":null,"image":null,"#, with: "")
    var known = Self.record
    known.wordCount = nil
    #expect(try ProvenanceRecord(json: Array(text.utf8)) == known)
    #expect(!text.contains("publisher") && !text.contains("image") && !text.contains("word"))
  }

  @Test func whatVersion010WroteIsRead() throws {
    let alone = ProvenanceRecord.alone(Self.record.json, Self.pipeline)
    let text = String(decoding: alone, as: UTF8.self)
      .replacing("ghirbal/provenance/3", with: "ghirbal/provenance/1")
      .replacing(#""model_sha256":"03","profile":"04","#, with: "")
    let read = try ProvenanceRecord(json: Array(text.utf8))
    #expect(read.pipeline?.rulesSha256 == "02" && read.pipeline?.modelSha256 == nil)
    #expect(read.ledger == Self.record.ledger)
  }

  /// The same record in other words, and what is none.
  static let sourceRows: [(String, change: @Sendable (String) -> String, isRead: Bool)] = [
    ("as it is written", { $0 }, true),
    ("on one line", { $0.replacing("\n", with: "") }, true),
    ("with spaces", { $0.replacing(":", with: " : ").replacing("https : ", with: "https:") }, true),
    ("behind another member", { "{\"a\":{\"source\":[\"}\"]}," + $0.dropFirst() }, true),
    ("cut short behind it", { String($0.split(separator: "\"output\"")[0]) }, true),
    ("cut short in it", { String($0.prefix(100)) }, false),
    ("under another name", { $0.replacing("\"source\"", with: "\"sources\"") }, false),
    ("no object", { _ in "[]" }, false), ("nothing", { _ in "" }, false),
  ]

  @Test(arguments: sourceRows) func theSourceOfARecordIsReadWithoutTheRest(
    _ label: String, _ change: @Sendable (String) -> String, _ isRead: Bool
  ) throws {
    let text = change(String(decoding: Self.record.json, as: UTF8.self))
    let source = ProvenanceRecord.Source(ofRecord: Array(text.utf8))
    #expect(source == (isRead ? Self.record.source : nil), "\(label): \(text)")
  }

  static let pageRows: [(String, change: @Sendable (inout ProvenanceRecord.Source) -> Void)] = [
    ("another path", { $0.path += "x" }), ("other bytes", { $0.sha256 = "ba" }),
    ("another address", { $0.url = nil }), ("another media type", { $0.mediaType = "text/html" }),
    ("fetched at another time", { $0.fetchedAt = "2024" }),
    ("another record of the archive", { $0.warcRecordId = "<urn:uuid:7>" }),
  ]

  @Test(arguments: pageRows) func aSourceIsOfThePageWithItsHeaders(
    _ label: String, _ change: @Sendable (inout ProvenanceRecord.Source) -> Void
  ) {
    let page = Page(path: "news/a.txt", bytes: [], url: "https://example.org/a")
    var source = Self.record.source
    #expect(source.isOf(page, sha256: "ab"))
    change(&source)
    #expect(!source.isOf(page, sha256: "ab"), "\(label)")
  }

  struct BadRow: CustomTestStringConvertible, Sendable {
    let label: String
    let old: String
    let new: String
    let problem: String
    var testDescription: String { label }
  }

  private static let badRange = "a range in it is not two ascending numbers"

  static let badRows = [
    BadRow(
      label: "another schema", old: "ghirbal/provenance/3", new: "ghirbal/provenance/4",
      problem: "its schema is ghirbal/provenance/4, this version reads ghirbal/provenance/3, "
        + "ghirbal/provenance/2, ghirbal/provenance/1"),
    BadRow(
      label: "no schema", old: "\"schema\"", new: "\"scheme\"",
      problem: "it is no provenance record: there is no \"schema\""),
    BadRow(
      label: "no hash of the source", old: "\"sha256\":\"ab\",", new: "",
      problem: "it is no provenance record: there is no \"sha256\""),
    BadRow(
      label: "no list of authors", old: "\"authors\":[\"One\",\"Two\"],", new: "",
      problem: "it is no provenance record: there is no \"authors\""),
    BadRow(
      label: "a count in words", old: "\"bytes\":40", new: "\"bytes\":\"forty\"",
      problem: "it is no provenance record: source.bytes has another type"),
    BadRow(
      label: "edits are no list", old: "\"flags\":[\"depth\"]", new: "\"flags\":\"depth\"",
      problem: "it is no provenance record: flags has another type"),
    BadRow(
      label: "an unknown change", old: "\"change\":\"drop\"", new: "\"change\":\"prune\"",
      problem: "it is no provenance record: edits.2.change has an unknown value"),
    BadRow(
      label: "an unknown field", old: "\"field\":\"author\"", new: "\"field\":\"writer\"",
      problem: "it is no provenance record: edits.3.field has an unknown value"),
    BadRow(
      label: "a range that runs backwards", old: "\"block_utf8\":[2,4]",
      new: "\"block_utf8\":[4,2]",
      problem: badRange),
    BadRow(
      label: "a range below 0", old: "\"block_utf8\":[2,4]", new: "\"block_utf8\":[-2,4]",
      problem: badRange),
    BadRow(
      label: "a range of one number", old: "\"output_utf8\":[10,19]", new: "\"output_utf8\":[10]",
      problem: badRange),
    BadRow(
      label: "a range of three numbers", old: "\"decoded_utf8\":[5,8]",
      new: "\"decoded_utf8\":[5,8,9]",
      problem:
        "it is no provenance record: source.irreversible.0.decodedUtf8 has an unknown value"),
    BadRow(
      label: "a block's source that runs backwards", old: "\"source_bytes\":[10,20]",
      new: "\"source_bytes\":[20,10]", problem: badRange),
    BadRow(
      label: "a block below 0", old: "\"block\":1,\"block_utf8\":[2,4]",
      new: "\"block\":-1,\"block_utf8\":[2,4]", problem: "a block in it is below 0"),
    BadRow(
      label: "a region that is not there", old: "\"region\":0", new: "\"region\":1",
      problem: "an edit in it names a region that is not there"),
    BadRow(
      label: "no JSON at all", old: "{\n\"schema\"", new: "schema",
      problem: "it is no provenance record: it is not valid JSON"),
  ]

  @Test(arguments: badRows) func aBadRecordIsRefused(_ row: BadRow) throws {
    let text = String(decoding: Self.record.json, as: UTF8.self)
    #expect(text.contains(row.old), "the row changes something")
    let changed = text.replacing(row.old, with: row.new)
    let problem = #expect(throws: RecordProblem.self) {
      try ProvenanceRecord(json: Array(changed.utf8))
    }
    #expect(problem?.problem == row.problem)
  }

  static let noRecords: [(String, [UInt8])] = [
    ("nothing", []), ("a number", Array("1".utf8)), ("a list", Array("[]".utf8)),
    ("no UTF-8", [0xFF, 0xFE, 0x00]), ("cut short", Array(record.json.dropLast(9))),
    ("deeply nested", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
  ]

  @Test(arguments: noRecords) func whatIsNoRecordIsRefused(_ label: String, _ bytes: [UInt8]) {
    let problem = #expect(throws: RecordProblem.self, "\(label)") {
      try ProvenanceRecord(json: bytes)
    }
    #expect(problem?.problem.hasPrefix("it is no provenance record: ") == true)
  }
}
