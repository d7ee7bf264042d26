import GhirbalDocument

/// Reads the pages of an ARC file, WARC's predecessor (Internet Archive, versions 1 and 2).
///
/// A record is a line `URL address date type length` and that many bytes, mostly an HTTP response;
/// the first one describes the file. Pages are named by the number of their record.
struct ARCReader: ContainerReader {
  private let input: DecodedInput
  private let names: RecordNames
  private let maxPageBytes: Int
  private var recordNumber = 0
  private var isLost = false

  private static let maxLineBytes = 1 << 16
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
      while input.require(1), let byte = input.available.first, byte == 0x0D || byte == 0x0A {
        input.consume(1)
      }
      guard input.require(1) else {
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

  private mutating func findRecord() {
    isLost = false
    while true {
      switch input.line(maxCount: Self.maxLineBytes) {
      case .line(let line):
        if Head(line) != nil { return }
        input.consume(line.count + 1)
      case .tooLong: input.skipLine()
      case .broken(let line): input.consume(line.count)
      case .end: return
      }
    }
  }

  private mutating func record(_ path: String) throws(PageFault) -> Page? {
    let place = input.place(of: input.offset)
    guard case .line(let line) = input.line(maxCount: Self.maxLineBytes) else {
      throw broken("the header", place)
    }
    guard let head = Head(line) else {
      isLost = true
      throw PageFault(.damagedRecord, "there is no record \(place)")
    }
    input.consume(line.count + 1)
    guard !head.url.hasPrefix("filedesc:"), head.count <= maxPageBytes + Self.maxHTTPHeaderBytes
    else {
      guard input.skip(head.count) else { throw broken("the record", place) }
      if head.url.hasPrefix("filedesc:") { return nil }
      throw PageFault(.pageTooLarge, "\(head.count) bytes, \(place)")
    }
    guard input.require(head.count) else { throw broken("the record", place) }
    if input.require(head.count + 1), let next = input.available.dropFirst(head.count).first,
      next != 0x0D && next != 0x0A
    {
      isLost = true
      throw PageFault(.damagedRecord, "the record's length is wrong, \(place)")
    }
    let block = Array(input.available.prefix(head.count))
    input.consume(head.count)
    guard head.url.lowercased().hasPrefix("http") else {
      throw PageFault(.mediaType, head.mediaType)
    }
    let body = try HTTPResponse.body(block[...], maxBytes: maxPageBytes)
    return Page(
      path: path, bytes: body.bytes, url: head.url, transportCharset: body.contentType.charset,
      mediaType: body.contentType.mediaType, fetchedAt: head.fetchedAt)
  }

  /// The fault of a record at which the input ends, by itself or by damage.
  private mutating func broken(_ what: String, _ place: String) -> PageFault {
    guard let fault = input.fault else {
      isLost = true
      return PageFault(.truncatedRecord, "the file ends in \(what) \(place)")
    }
    input.recover()
    return fault
  }
}
