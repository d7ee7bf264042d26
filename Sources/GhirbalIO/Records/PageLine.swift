public import GhirbalDocument

/// What became of a page, as one line of JSON: {"id", "status", "reason"?, "detail"?, "text",
/// "document", "url"?, "fetched_at"?, "warc_record_id"?, "provenance"?}.
public struct PageLine: Sendable {
  /// The JSON text of the id; nil for `null`.
  public var id: [UInt8]?
  public var row: Manifest.Row
  /// Where the page came from; nil where it could not be read.
  public var page: Page?
  /// Nil where the page failed or was dropped.
  public var text: [UInt8]?
  /// The provenance record as it is written; nil where the page failed.
  public var record: [UInt8]?
  public var includesProvenance: Bool

  public init(
    id: [UInt8]?, row: Manifest.Row, page: Page?, text: [UInt8]?, record: [UInt8]?,
    includesProvenance: Bool
  ) {
    self.id = id
    self.row = row
    self.page = page
    self.text = text
    self.record = record
    self.includesProvenance = includesProvenance
  }

  /// The line, with its line feed.
  public var json: [UInt8] {
    var json = JSONText()
    json.object {
      $0.key("id")
      if let id { $0.literal(id) } else { $0.null() }
      $0.member("status", row.status.rawValue)
      if let reason = row.reason { $0.member("reason", reason) }
      if let detail = row.detail { $0.member("detail", detail) }
      $0.member("text", row.status == .ok ? text.map { String(decoding: $0, as: UTF8.self) } : nil)
      if let document = record.flatMap({ JSONObject.value(of: "document", in: $0) }) {
        $0.key("document")
        $0.literal(document)
      } else {
        $0.member("document", nil as String?)
      }
      if let page { $0.originMembers(page.url, page.fetchedAt, page.warcRecordID) }
      if includesProvenance, let record {
        $0.key("provenance")
        // Between the tokens of a record stand line feeds, in its texts none.
        $0.literal(
          (row.pipeline.map { ProvenanceRecord.alone(record, $0) } ?? record).filter { $0 != 0x0A })
      }
    }
    json.endRecord()
    return json.utf8
  }

  /// The text that a line holds; nil where there is none.
  public static func text(of line: [UInt8]) -> [UInt8]? {
    JSONObject(line)?.text(of: "text").flatMap(JSONObject.unescaped)
  }

  /// A text as the JSON text of an id.
  public static func id(_ text: String) -> [UInt8] {
    var json = JSONText()
    json.value(text)
    return json.utf8
  }
}
