package import GhirbalDocument
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
    return pipeline.map { Self.alone(json.utf8, $0) } ?? json.utf8
  }

  /// A record as it was written, for where it stands alone: it says what cleaned the page.
  public static func alone(_ json: [UInt8], _ pipeline: PipelineIdentity) -> [UInt8] {
    // A record has members, so that another one can stand before them.
    Array("{\n\"pipeline\":".utf8) + pipeline.json + [UInt8(ascii: ",")] + json.dropFirst()
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
      if output.frontMatter { $0.trueMember("front_matter") }
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
      if let wordCount { $0.member("word_count", wordCount) }
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
      $0.member("others", entry.others)
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
  /// What was passed over for a fact; no member where there is nothing.
  package mutating func member(_ name: String, _ others: [PassedOver]) {
    guard !others.isEmpty else { return }
    key(name)
    array { json in
      for other in others {
        json.object {
          $0.member("value", other.value)
          $0.member("rule", other.rule)
          $0.key("confidence")
          $0.value(other.confidence)
        }
      }
    }
  }

  /// Where a page came from, as far as its archive or whoever handed it over says so.
  mutating func originMembers(_ url: String?, _ fetchedAt: String?, _ warcRecordID: String?) {
    if let url { member("url", url) }
    if let fetchedAt { member("fetched_at", fetchedAt) }
    if let warcRecordID { member("warc_record_id", warcRecordID) }
  }
}
