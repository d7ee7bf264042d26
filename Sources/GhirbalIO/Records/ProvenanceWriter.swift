public import GhirbalDocument
import GhirbalText

extension ProvenanceRecord {
  /// The record as JSON, one line for each block, region and edit.
  public var json: [UInt8] {
    var json = JSONText()
    json.object {
      $0.breakLine()
      $0.member("schema", Self.schema)
      $0.breakLine()
      write(source, &$0)
      $0.breakLine()
      write(output, &$0)
      $0.breakLine()
      writeDocument(&$0)
      $0.breakLine()
      Self.write(pipeline, &$0)
      $0.breakLine()
      $0.member("flags", flags)
      $0.breakLine()
      Self.writeRows("blocks", blocks, &$0, Self.write)
      $0.breakLine()
      Self.writeRows("regions", ledger.regions, &$0, Self.write)
      $0.breakLine()
      Self.writeRows("edits", ledger.entries, &$0, Self.write)
      $0.newLine()
    }
    json.newLine()
    return json.utf8
  }

  /// Whether a record as it lies in a file was written by this pipeline of this page, and so would
  /// be written again: looks at two of its first lines, which hold no line feed of their own.
  public static func states(
    _ json: [UInt8], page: Page, sha256: String, _ pipeline: PipelineIdentity
  ) -> Bool {
    let lines = json.split(separator: 0x0A, maxSplits: 6)
    guard lines.count > 5 else { return false }
    var source = JSONText()
    source.key("source")
    source.object { writeOpening(page, sha256, &$0) }
    var identity = JSONText()
    write(pipeline, &identity)
    return lines[2].starts(with: source.utf8.dropLast())
      && lines[5].dropLast() == identity.utf8[...]
  }

  /// The value of `document` in a record as it was written: on a line of its own, behind its name and
  /// before a comma.
  static func document(_ json: [UInt8]) -> [UInt8]? {
    let name = Array("\"document\":".utf8)
    let lines = json.split(separator: 0x0A, maxSplits: 5)
    guard lines.count > 5, lines[4].starts(with: name) else { return nil }
    return Array(lines[4].dropFirst(name.count).dropLast())
  }

  /// What stands in the record of a page before the page is read.
  private static func writeOpening(_ page: Page, _ sha256: String, _ json: inout JSONText) {
    json.member("path", page.path)
    json.member("url", page.url)
    if let mediaType = page.mediaType { json.member("media_type", mediaType) }
    json.originMembers(nil, page.fetchedAt, page.warcRecordID)
    json.member("sha256", sha256)
    json.member("bytes", page.bytes.count)
  }

  private func write(_ source: Source, _ json: inout JSONText) {
    json.key("source")
    json.object {
      $0.member("path", source.path)
      $0.member("url", source.url)
      if let mediaType = source.mediaType { $0.member("media_type", mediaType) }
      $0.originMembers(nil, source.fetchedAt, source.warcRecordId)
      $0.member("sha256", source.sha256)
      $0.member("bytes", source.bytes)
      $0.member("format", source.format)
      $0.member("encoding", source.encoding)
      $0.member("encoding_evidence", source.encodingEvidence)
      $0.member("blocks", source.blocks)
      if source.markup.images != .none { $0.member("images", source.markup.images.rawValue) }
      if source.markup.ruby != .base { $0.member("ruby", source.markup.ruby.rawValue) }
      if source.markup.protectedAddresses != .decode {
        $0.member("protected_addresses", source.markup.protectedAddresses.rawValue)
      }
      $0.key("irreversible")
      $0.array {
        for piece in source.irreversible {
          $0.object {
            $0.member("source_bytes", piece.sourceRange)
            $0.member("decoded_utf8", piece.utf8Range)
            $0.member("hex", piece.bytes.hexadecimal)
          }
        }
      }
    }
  }

  private func write(_ output: Output?, _ json: inout JSONText) {
    json.key("output")
    guard let output else {
      json.null()
      return
    }
    json.object {
      $0.member("path", output.path)
      $0.member("format", output.format.rawValue)
      $0.member("links", output.links.rawValue)
      if output.listMarks != .none { $0.member("list_marks", output.listMarks.rawValue) }
      $0.member("sha256", output.sha256)
      $0.member("bytes", output.bytes)
    }
  }

  func writeDocument(_ json: inout JSONText) {
    json.key("document")
    json.object {
      for field in MetadataField.allCases {
        let values = metadata[field]
        if field.isList {
          $0.member(field.recordName, values)
        } else {
          $0.member(field.recordName, values.first)
        }
      }
      $0.member("language", language)
      $0.member("direction", direction)
    }
  }

  private static func write(_ pipeline: PipelineIdentity, _ json: inout JSONText) {
    json.key("pipeline")
    json.object {
      $0.member("ghirbal", pipeline.ghirbal)
      $0.member("config_sha256", pipeline.configSha256)
      $0.member("rules_sha256", pipeline.rulesSha256)
      $0.member("libxml2", pipeline.libxml2)
      $0.member("stages", pipeline.stages)
    }
  }

  private static func writeRows<Row>(
    _ name: String, _ rows: [Row], _ json: inout JSONText, _ write: (Row, inout JSONText) -> Void
  ) {
    json.key(name)
    json.array {
      for row in rows {
        $0.breakLine()
        write(row, &$0)
      }
      if !rows.isEmpty { $0.newLine() }
    }
  }

  private static func write(_ row: WrittenBlock, _ json: inout JSONText) {
    json.object {
      $0.member("block", row.block)
      $0.member("kind", row.kind)
      $0.member("output_utf8", row.outputUtf8[0]..<row.outputUtf8[1])
      $0.member("source_bytes", row.sourceBytes[0]..<row.sourceBytes[1])
      $0.member("language", row.language)
      $0.member("direction", row.direction)
      if row.approximate == true { $0.trueMember("approximate") }
      if let gap = row.gap { $0.member("gap", gap) }
      if let content = row.content { $0.member("content", content) }
    }
  }

  private static func write(_ region: LedgerRegion, _ json: inout JSONText) {
    json.object {
      $0.member("stage", region.stage)
      $0.member("heading", region.heading)
      $0.member("first_block", region.firstBlock.index)
      $0.member("last_block", region.lastBlock.index)
      $0.member("source_bytes", region.sourceBytes)
    }
  }

  private static func write(_ entry: LedgerEntry, _ json: inout JSONText) {
    json.object {
      $0.member("stage", entry.stage)
      $0.member("reason", entry.reason)
      if let rule = entry.rule { $0.member("rule", rule) }
      $0.member("change", entry.change.rawValue)
      if let block = entry.block { $0.member("block", block.index) }
      if let range = entry.blockUTF8 { $0.member("block_utf8", range) }
      $0.member("source_bytes", entry.sourceBytes)
      if let field = entry.field { $0.member("field", field.rawValue) }
      if entry.change.standing == nil { $0.member("before", entry.before) }
      if let after = entry.after { $0.member("after", after) }
      if let region = entry.region { $0.member("region", region) }
      $0.key("confidence")
      $0.value(entry.confidence)
    }
  }
}

extension MetadataField {
  /// The name of the field in a record's `document`: a list is in the plural.
  var recordName: String {
    switch self {
    case .author: "authors"
    case .category: "categories"
    case .tag: "tags"
    default: rawValue
    }
  }
}

extension JSONText {
  /// Where a page came from, as far as its archive or whoever handed it over says so.
  mutating func originMembers(_ url: String?, _ fetchedAt: String?, _ warcRecordID: String?) {
    if let url { member("url", url) }
    if let fetchedAt { member("fetched_at", fetchedAt) }
    if let warcRecordID { member("warc_record_id", warcRecordID) }
  }
}
