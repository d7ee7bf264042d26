import Foundation
public import GhirbalDocument
public import GhirbalText

extension ProvenanceRecord {
  /// Reads a record from JSON as `json` writes it.
  public init(json: [UInt8]) throws(RecordProblem) {
    var rows: RecordRows
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      rows = try decoder.decode(RecordRows.self, from: Data(json))
    } catch {
      throw RecordProblem("it is no provenance record: \(Self.describe(error))")
    }
    let readable = [Self.schema] + Self.earlierSchemas
    guard readable.contains(rows.schema) else {
      throw RecordProblem(
        "its schema is \(rows.schema), this version reads \(readable.joined(separator: ", "))")
    }
    guard rows.blocks.allSatisfy({ Self.isRange($0.outputUtf8) && Self.isRange($0.sourceBytes) })
    else { throw RecordProblem("a range in it is not two ascending numbers") }
    guard rows.blockNumbers.allSatisfy({ $0 >= 0 }) else {
      throw RecordProblem("a block in it is below 0")
    }
    guard rows.edits.allSatisfy({ $0.region.map(rows.regions.indices.contains) ?? true }) else {
      throw RecordProblem("an edit in it names a region that is not there")
    }
    if rows.schema == Self.earlierSchemas.last { rows.edits = rows.edits.map(\.ofEarlierSchema) }
    let entries = rows.edits.compactMap(\.entry)
    let regions = rows.regions.compactMap(\.region)
    guard entries.count == rows.edits.count, regions.count == rows.regions.count else {
      throw RecordProblem("a range in it is not two ascending numbers")
    }
    self.init(
      source: rows.source, output: rows.output, metadata: rows.document.metadata,
      language: rows.document.language, direction: rows.document.direction,
      wordCount: rows.document.wordCount,
      pipeline: rows.pipeline, flags: rows.flags, blocks: rows.blocks,
      ledger: Ledger(entries: entries, regions: regions))
  }

  private static func isRange(_ numbers: [Int]) -> Bool { Range(record: numbers) != nil }

  private static func describe(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "there is no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(path(context)) has another type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(path(context)) has an unknown value"
    default: "it is not valid JSON"
    }
  }

  /// Where in the record an error lies: `edits.2.change`, counted from 0.
  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      .joined(separator: ".")
  }
}

extension Range<Int> {
  /// A range as a record writes it: two ascending numbers, none below 0.
  fileprivate init?(record numbers: [Int]) {
    guard numbers.count == 2, numbers[0] >= 0, numbers[0] <= numbers[1] else { return nil }
    self = numbers[0]..<numbers[1]
  }
}

/// The record as it lies in JSON.
private struct RecordRows: Decodable {
  var schema: String
  var source: ProvenanceRecord.Source
  var output: ProvenanceRecord.Output?
  var document: DocumentRow
  var pipeline: PipelineIdentity?
  var flags: [String]
  var blocks: [WrittenBlock]
  var regions: [RegionRow]
  var edits: [EditRow]

  var blockNumbers: [Int] {
    [source.blocks] + blocks.map(\.block) + edits.compactMap(\.block)
      + regions.flatMap { [$0.firstBlock, $0.lastBlock] }
  }
}

private struct DocumentRow: Decodable {
  var metadata: Metadata
  var language: String?
  var direction: String?
  var wordCount: Int?

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    var lifted: [MetadataField: [String]] = [:]
    for field in MetadataField.allCases {
      // The decoder has turned the record's snake_case into camelCase.
      let key = Key(stringValue: field.recordName.camelCased)
      lifted[field] =
        field.isList
        ? try values.decode([String].self, forKey: key)
        : try values.decodeIfPresent(String.self, forKey: key).map { [$0] } ?? []
    }
    metadata = Metadata(lifted)
    language = try values.decode(String?.self, forKey: Key(stringValue: "language"))
    direction = try values.decode(String?.self, forKey: Key(stringValue: "direction"))
    wordCount = try values.decodeIfPresent(Int.self, forKey: Key(stringValue: "wordCount"))
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension String {
  /// `site_name` as `siteName`, by the rule of `JSONDecoder.convertFromSnakeCase`.
  fileprivate var camelCased: String {
    let words = split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalized }
  }
}

private struct RegionRow: Decodable {
  var stage: String
  var heading: String
  var firstBlock: Int
  var lastBlock: Int
  var sourceBytes: [Int]

  var region: LedgerRegion? {
    Range(record: sourceBytes).map {
      LedgerRegion(
        stage: stage, heading: heading, firstBlock: BlockID(firstBlock),
        lastBlock: BlockID(lastBlock), sourceBytes: $0)
    }
  }
}

private struct EditRow: Decodable {
  var stage: String
  var reason: String
  var rule: String?
  var change: LedgerEntry.Change
  var block: Int?
  var blockUtf8: [Int]?
  var sourceBytes: [Int]
  var before: String?
  var after: String?
  var field: MetadataField?
  var region: Int?
  var confidence: Double
  var others: [PassedOver]?

  /// The same as it is written now. Version 0.1.0 kept comments that stand apart for this reason.
  var ofEarlierSchema: EditRow {
    guard change == .keep, reason == "separate_comment" else { return self }
    var row = self
    row.change = .setApart
    return row
  }

  var entry: LedgerEntry? {
    guard let source = Range(record: sourceBytes),
      (blockUtf8.map { Range(record: $0) != nil }) ?? true
    else { return nil }
    return LedgerEntry(
      stage: stage, reason: reason, rule: rule, change: change, block: block.map(BlockID.init),
      blockUTF8: blockUtf8.flatMap { Range(record: $0) }, sourceBytes: source, before: before ?? "",
      after: after, field: field, region: region, confidence: confidence,
      others: others ?? [])
  }
}

extension ProvenanceRecord.Output {
  /// Records of version 0.1.0 do not say their format: all texts were plain. A record says that lists
  /// are marked only where they are.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      path: try values.decode(String.self, forKey: .path),
      format: try values.decodeIfPresent(OutputFormat.self, forKey: .format) ?? .text,
      links: try values.decodeIfPresent(WritingOptions.Links.self, forKey: .links) ?? .text,
      listMarks: try values.decodeIfPresent(WritingOptions.ListMarks.self, forKey: .listMarks)
        ?? .none,
      frontMatter: try values.decodeIfPresent(Bool.self, forKey: .frontMatter) ?? false,
      sha256: try values.decode(String.self, forKey: .sha256),
      bytes: try values.decode(Int.self, forKey: .bytes))
  }
}

extension ProvenanceRecord.Source {
  /// The source that a record states, without looking at what follows it; nil where there is none.
  public init?(ofRecord json: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let source = JSONObject.value(of: "source", in: json),
      let read = try? decoder.decode(Self.self, from: Data(source))
    else { return nil }
    self = read
  }

  /// Whether this is the page, by its bytes and by what came with them.
  public func isOf(_ page: Page, sha256: String) -> Bool {
    path.utf8.elementsEqual(page.path.utf8) && self.sha256 == sha256 && url == page.url
      && mediaType == page.mediaType && fetchedAt == page.fetchedAt
      && warcRecordId == page.warcRecordID
  }

  /// A record says what was read of the markup only where that is not the usual.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    var markup = MarkupReading()
    markup.images = try values.decodeIfPresent(ImageReading.self, forKey: .images) ?? markup.images
    markup.ruby = try values.decodeIfPresent(RubyReading.self, forKey: .ruby) ?? markup.ruby
    markup.protectedAddresses =
      try values.decodeIfPresent(ProtectedAddressReading.self, forKey: .protectedAddresses)
      ?? markup.protectedAddresses
    self.init(
      path: try values.decode(String.self, forKey: .path),
      url: try values.decodeIfPresent(String.self, forKey: .url),
      sha256: try values.decode(String.self, forKey: .sha256),
      bytes: try values.decode(Int.self, forKey: .bytes),
      format: try values.decode(String.self, forKey: .format),
      encoding: try values.decode(String.self, forKey: .encoding),
      encodingEvidence: try values.decode(String.self, forKey: .encodingEvidence),
      blocks: try values.decode(Int.self, forKey: .blocks),
      irreversible: try values.decode([RawPiece].self, forKey: .irreversible),
      markup: markup,
      mediaType: try values.decodeIfPresent(String.self, forKey: .mediaType),
      fetchedAt: try values.decodeIfPresent(String.self, forKey: .fetchedAt),
      warcRecordId: try values.decodeIfPresent(String.self, forKey: .warcRecordId))
  }
}

extension RawPiece: Decodable {
  private enum CodingKeys: CodingKey { case sourceBytes, decodedUtf8, hex }

  /// Reads a piece as a record holds it.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func range(_ key: CodingKeys) throws -> Range<Int> {
      guard let range = Range(record: try values.decode([Int].self, forKey: key)) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "no two ascending numbers")
      }
      return range
    }
    guard let bytes = [UInt8](hexadecimal: try values.decode(String.self, forKey: .hex)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .hex, in: values, debugDescription: "no hexadecimal digits")
    }
    self.init(
      utf8Range: try range(.decodedUtf8), sourceRange: try range(.sourceBytes), bytes: bytes)
  }
}
