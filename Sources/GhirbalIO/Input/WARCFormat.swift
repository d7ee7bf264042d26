import GhirbalDocument

/// The records of a WARC file (ISO 28500, versions 1.0 and 1.1).
///
/// A page is what a `response`, `resource` or `conversion` record holds. Requests, revisits, metadata
/// and the like are no pages and are passed over.
struct WARCFormat: RecordFormat {
  private let maxPageBytes: Int

  /// A header of a record has some hundred bytes; URLs may be long.
  private static let maxHeaderBytes = 1 << 20
  private static let maxHTTPHeaderBytes = 1 << 20

  init(_ limits: SourceLimits) { maxPageBytes = limits.maxPageBytes }

  func isRecordStart(_ line: ArraySlice<UInt8>) -> Bool { Self.isVersion(line) }

  private static func isVersion(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "WARC/".utf8) && line.count <= 12
  }

  func page(_ path: String, at cursor: inout RecordCursor) throws(PageFault) -> Page? {
    let input = cursor.input
    let place = input.place(of: input.offset)
    let fields = try header(place, &cursor)
    guard let count = fields["content-length"].flatMap(Int.init), count >= 0 else {
      throw cursor.lost(.damagedRecord, "the record has no length, \(place)")
    }
    let type = fields["warc-type"]?.lowercased()
    guard ["response", "resource", "conversion"].contains(type) else {
      guard input.skip(count) else { throw cursor.broken("the record", place) }
      return nil
    }
    guard count <= maxPageBytes + Self.maxHTTPHeaderBytes else {
      guard input.skip(count) else { throw cursor.broken("the record", place) }
      throw PageFault(.pageTooLarge, "\(count) bytes, \(place)")
    }
    let block = try cursor.block(count, place)
    if let number = fields["warc-segment-number"], number != "0" {
      throw PageFault(.segmentedRecord, "segment \(number), \(place)")
    }
    return try page(block[...], fields, path)
  }

  private func header(
    _ place: String, _ cursor: inout RecordCursor
  ) throws(PageFault) -> HeaderFields {
    let input = cursor.input
    guard case .line(let version) = input.line(maxCount: RecordCursor.maxLineBytes) else {
      throw cursor.broken("the header", place)
    }
    guard Self.isVersion(version) else {
      throw cursor.lost(.damagedRecord, "there is no record \(place)")
    }
    input.consume(version.count + 1)
    var wanted = 1 << 10
    while true {
      let isWhole = input.require(wanted)
      var count = 0
      if let fields = HeaderFields(
        input.available.prefix(Self.maxHeaderBytes), consuming: &count)
      {
        input.consume(count)
        return fields
      }
      guard isWhole else { throw cursor.broken("the header", place) }
      guard wanted < Self.maxHeaderBytes else {
        throw cursor.lost(.damagedRecord, "the header has no end, \(place)")
      }
      wanted = max(wanted, input.available.count) * 2
    }
  }

  private func page(
    _ block: ArraySlice<UInt8>, _ fields: HeaderFields, _ path: String
  ) throws(PageFault) -> Page {
    var contentType = ContentType(fields["content-type"])
    var bytes: [UInt8]
    if contentType.mediaType == "application/http" {
      let body = try HTTPResponse.body(block, maxBytes: maxPageBytes)
      bytes = body.bytes
      contentType = body.contentType
    } else {
      guard !contentType.isNoPage else {
        throw PageFault(.mediaType, contentType.mediaType ?? "")
      }
      bytes = Array(block)
      guard bytes.count <= maxPageBytes else { throw PageFault(.pageTooLarge) }
    }
    return Page(
      path: path, bytes: bytes, url: fields["warc-target-uri"].map(Self.withoutBrackets),
      transportCharset: contentType.charset,
      format: fields["warc-type"]?.lowercased() == "conversion" ? .text : nil,
      mediaType: contentType.mediaType, fetchedAt: fields["warc-date"],
      warcRecordID: fields["warc-record-id"],
      flags: fields["warc-truncated"] == nil ? [] : ["warc_truncated"])
  }

  /// WARC 1.0 was read by some to want `<…>` around addresses.
  private static func withoutBrackets(_ address: String) -> String {
    address.hasPrefix("<") && address.hasSuffix(">")
      ? String(address.dropFirst().dropLast()) : address
  }
}
