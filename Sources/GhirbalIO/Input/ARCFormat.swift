import GhirbalDocument

/// The records of an ARC file, WARC's predecessor (Internet Archive, versions 1 and 2).
///
/// A record is a line `URL address date type length` and that many bytes, mostly an HTTP response;
/// the first one describes the file.
struct ARCFormat: RecordFormat {
  private let maxPageBytes: Int

  private static let maxHTTPHeaderBytes = 1 << 20

  init(_ limits: SourceLimits) { maxPageBytes = limits.maxPageBytes }

  func isRecordStart(_ line: ArraySlice<UInt8>) -> Bool { Head(line) != nil }

  /// The line that a record starts with: five fields in version 1, ten in version 2.
  private struct Head {
    let url: String
    let date: String
    let mediaType: String
    let count: Int

    init?(_ line: ArraySlice<UInt8>) {
      let fields = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\r" }
      // Some wrote addresses with spaces in them, so fields are counted from the end.
      guard
        let dateIndex = [fields.count - 3, fields.count - 8].first(where: {
          $0 >= 2 && Self.isDate(fields[$0])
        }), let last = fields.last, let count = Int(last), count >= 0,
        fields[0].contains(":")
      else { return nil }
      url = fields[..<(dateIndex - 1)].joined(separator: "%20")
      (date, mediaType) = (String(fields[dateIndex]), String(fields[dateIndex + 1]))
      self.count = count
    }

    private static func isDate(_ field: Substring) -> Bool {
      (8...14).contains(field.utf8.count) && field.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `20080430204825` as 2008-04-30T20:48:25Z.
    var fetchedAt: String? {
      guard date.utf8.count == 14 else { return nil }
      let digits = Array(date)
      func part(_ range: Range<Int>) -> String { String(digits[range]) }
      return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T"
        + "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    }
  }

  func page(_ path: String, at cursor: inout RecordCursor) throws(PageFault) -> Page? {
    let input = cursor.input
    let place = input.place(of: input.offset)
    guard case .line(let line) = input.line(maxCount: RecordCursor.maxLineBytes) else {
      throw cursor.broken("the header", place)
    }
    guard let head = Head(line) else {
      throw cursor.lost(.damagedRecord, "there is no record \(place)")
    }
    input.consume(line.count + 1)
    guard !head.url.hasPrefix("filedesc:"), head.count <= maxPageBytes + Self.maxHTTPHeaderBytes
    else {
      guard input.skip(head.count) else { throw cursor.broken("the record", place) }
      if head.url.hasPrefix("filedesc:") { return nil }
      throw PageFault(.pageTooLarge, "\(head.count) bytes, \(place)")
    }
    let block = try cursor.block(head.count, place)
    guard head.url.lowercased().hasPrefix("http") else {
      throw PageFault(.mediaType, head.mediaType)
    }
    let body = try HTTPResponse.body(block[...], maxBytes: maxPageBytes)
    return Page(
      path: path, bytes: body.bytes, url: head.url, transportCharset: body.contentType.charset,
      mediaType: body.contentType.mediaType, fetchedAt: head.fetchedAt)
  }
}
