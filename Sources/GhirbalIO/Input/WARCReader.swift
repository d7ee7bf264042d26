import GhirbalDocument

/// Reads the pages of a WARC file (ISO 28500, versions 1.0 and 1.1), record by record.
///
/// A page is what a `response`, `resource` or `conversion` record holds; it is named by the number of
/// its record in the file, all records counted. Requests, revisits, metadata and the like are no pages
/// and are passed over. What is damaged or breaks off is a fault, and reading goes on where the next
/// record starts.
struct WARCReader: ContainerReader {
  private let input: DecodedInput
  private let names: RecordNames
  private let maxPageBytes: Int
  private var recordNumber = 0
  /// Whether reading goes on in the middle of something, so that a record must be looked for.
  private var isLost = false

  /// A header of a record has some hundred bytes; URLs may be long.
  private static let maxHeaderBytes = 1 << 20
  private static let maxHTTPHeaderBytes = 1 << 20

  init(_ input: DecodedInput, path: String, _ limits: SourceLimits) {
    self.input = input
    names = RecordNames(path)
    maxPageBytes = limits.maxPageBytes
  }

  var consumedByteCount: Int { input.fileOffset }

  mutating func next() -> SourcePage? {
    while true {
      if isLost { findRecord() }
      skipBlankLines()
      guard input.require(1) else {
        // Damage between two records: the one that should be there is lost.
        guard let fault = input.fault else { return nil }
        input.recover()
        recordNumber += 1
        return SourcePage(path: names.path(of: recordNumber), body: .fault(fault))
      }
      recordNumber += 1
      let path = names.path(of: recordNumber)
      do throws(PageFault) {
        guard let page = try record(path) else { continue }
        return SourcePage(path: path, body: .page(page))
      } catch {
        return SourcePage(path: path, body: .fault(error))
      }
    }
  }

  /// Goes to the next line that a record starts with.
  private mutating func findRecord() {
    isLost = false
    while true {
      switch input.line(maxCount: 1 << 16) {
      case .line(let line):
        if Self.isVersion(line) { return }
        input.consume(line.count + 1)
      case .tooLong: input.skipLine()
      case .broken(let line):
        input.consume(line.count)
        return
      case .end: return
      }
    }
  }

  private static func isVersion(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "WARC/".utf8) && line.count <= 12
  }

  private func skipBlankLines() {
    while input.require(1), let byte = input.available.first, byte == 0x0D || byte == 0x0A {
      input.consume(1)
    }
  }

  /// The page of the record that starts here; nil for a record that holds none.
  ///
  /// Throws after having consumed enough to go on behind it.
  private mutating func record(_ path: String) throws(PageFault) -> Page? {
    let place = input.place(of: input.offset)
    let fields = try header(place)
    guard let count = fields["content-length"].flatMap(Int.init), count >= 0 else {
      throw lost(.damagedRecord, "the record has no length, \(place)")
    }
    let type = fields["warc-type"]?.lowercased()
    guard ["response", "resource", "conversion"].contains(type) else {
      guard input.skip(count) else { throw broken("the record", place) }
      return nil
    }
    guard count <= maxPageBytes + Self.maxHTTPHeaderBytes else {
      guard input.skip(count) else { throw broken("the record", place) }
      throw PageFault(.pageTooLarge, "\(count) bytes, \(place)")
    }
    guard input.require(count) else { throw broken("the record", place) }
    // Without a line end behind it the length is not that of this record.
    if input.require(count + 1), let next = input.available.dropFirst(count).first,
      next != 0x0D && next != 0x0A
    {
      throw lost(.damagedRecord, "the record's length is wrong, \(place)")
    }
    let block = Array(input.available.prefix(count))
    input.consume(count)
    if let number = fields["warc-segment-number"], number != "0" {
      throw PageFault(.segmentedRecord, "segment \(number), \(place)")
    }
    return try page(block[...], fields, path)
  }

  private mutating func header(_ place: String) throws(PageFault) -> HeaderFields {
    guard case .line(let version) = input.line(maxCount: 1 << 16) else {
      throw broken("the header", place)
    }
    guard Self.isVersion(version) else {
      throw lost(.damagedRecord, "there is no record \(place)")
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
      guard isWhole else { throw broken("the header", place) }
      guard wanted < Self.maxHeaderBytes else {
        throw lost(.damagedRecord, "the header has no end, \(place)")
      }
      wanted = max(wanted, input.available.count) * 2
    }
  }

  /// The fault of a record that does not hold together: the next one is looked for.
  private mutating func lost(_ reason: PageFault.Reason, _ detail: String) -> PageFault {
    isLost = true
    return PageFault(reason, detail)
  }

  /// The fault of a record at which the input ends, by itself or by damage.
  private mutating func broken(_ what: String, _ place: String) -> PageFault {
    guard let fault = input.fault else {
      // A wrong length may have reached over whole records.
      isLost = true
      return PageFault(.truncatedRecord, "the file ends in \(what) \(place)")
    }
    input.recover()
    return fault
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

/// Names pages by the number of their record in a container: nine digits, so that they sort.
struct RecordNames {
  private let container: String

  init(_ container: String) { self.container = container }

  func path(of number: Int) -> String {
    let digits = String(number)
    return container + "/" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
