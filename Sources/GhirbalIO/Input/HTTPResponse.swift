/// The page in an HTTP response as an archive keeps it (RFC 9112): chunks joined, compression undone.
enum HTTPResponse {
  /// What is compressed more often than this is refused.
  private static let maxEncodings = 4

  struct Body {
    var bytes: [UInt8]
    var contentType: ContentType
  }

  static func body(
    _ message: ArraySlice<UInt8>, maxBytes: Int
  ) throws(PageFault) -> Body {
    guard let lineEnd = message.firstIndex(of: 0x0A) else {
      throw PageFault(.badHTTP, "there is no status line")
    }
    let status = try status(message[..<lineEnd])
    guard (200...299).contains(status) else { throw PageFault(.httpStatus, "\(status)") }
    var headCount = 0
    guard let fields = HeaderFields(message[(lineEnd + 1)...], consuming: &headCount) else {
      throw PageFault(.badHTTP, "the header has no end")
    }
    let contentType = ContentType(fields["content-type"])
    guard !contentType.isNoPage else {
      throw PageFault(.mediaType, contentType.mediaType ?? "")
    }
    var bytes = Array(message[(lineEnd + 1 + headCount)...])
    // Many crawlers keep the field and store the body without the chunks.
    if fields.list("transfer-encoding").contains("chunked"), let joined = try joinedChunks(bytes) {
      bytes = joined
    }
    let encodings = fields.list("content-encoding").filter { $0 != "identity" }
    guard encodings.count <= maxEncodings else {
      throw PageFault(.contentEncoding, encodings.joined(separator: ", "))
    }
    for encoding in encodings.reversed() {
      bytes = try decoded(bytes, encoding, maxBytes: maxBytes)
    }
    guard bytes.count <= maxBytes else { throw PageFault(.pageTooLarge) }
    return Body(bytes: bytes, contentType: contentType)
  }

  private static func status(_ line: ArraySlice<UInt8>) throws(PageFault) -> Int {
    let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard parts.count >= 2, parts[0].hasPrefix("HTTP/") || parts[0] == "ICY",
      let status = Int(parts[1].prefix { $0.isASCII && $0.isNumber })
    else { throw PageFault(.badHTTP, "there is no status line") }
    return status
  }

  // MARK: Chunks

  /// The body without its chunk sizes (section 7.1); nil where it has none.
  private static func joinedChunks(_ bytes: [UInt8]) throws(PageFault) -> [UInt8]? {
    var joined: [UInt8] = []
    var place = 0
    while true {
      guard let end = bytes[place...].prefix(1024).firstIndex(of: 0x0A),
        let count = chunkSize(bytes[place..<end])
      else {
        if place == 0 { return nil }
        throw PageFault(.truncatedRecord, "the chunk at byte \(place) of the body has no size")
      }
      place = end + 1
      if count == 0 { return joined }
      guard count <= bytes.count - place else {
        throw PageFault(
          .truncatedRecord, "the body ends \(count - (bytes.count - place)) bytes before its chunk")
      }
      joined.append(contentsOf: bytes[place..<place + count])
      place += count
      if place < bytes.count, bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }
  }

  /// Hexadecimal digits, perhaps an extension, perhaps a carriage return.
  private static func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    guard !digits.isEmpty, digits.count < 16 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  // MARK: Content encodings

  private static func decoded(
    _ bytes: [UInt8], _ encoding: String, maxBytes: Int
  ) throws(PageFault) -> [UInt8] {
    let decoder: any StreamDecoder
    switch encoding {
    case "gzip", "x-gzip":
      // Crawlers that store the decoded body leave the field as it was.
      guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
      decoder = Inflater(.gzip)
    case "deflate":
      // RFC 9110 says zlib; servers have always sent raw deflate data as well.
      let isZlib =
        bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      if !isZlib, bytes.first == UInt8(ascii: "<") { return bytes }
      decoder = Inflater(isZlib ? .zlib : .raw)
    case "zstd":
      guard bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return bytes }
      decoder = ZstdDecoder()
    case "br":
      // Nothing marks a brotli stream. Its first byte is never "<": a bit in it is reserved.
      if bytes.isEmpty || bytes.first == UInt8(ascii: "<") { return bytes }
      do throws(PageFault) {
        return try decoded(bytes, by: BrotliDecoder(), encoding, maxBytes: maxBytes)
      } catch {
        guard error.reason != .pageTooLarge, startsAsMarkup(bytes) else { throw error }
        return bytes
      }
    default: throw PageFault(.contentEncoding, encoding)
    }
    return try decoded(bytes, by: decoder, encoding, maxBytes: maxBytes)
  }

  /// Whether the first character is "<", white space and a byte order mark passed over.
  private static func startsAsMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
  }

  private static func decoded(
    _ bytes: [UInt8], by decoder: any StreamDecoder, _ encoding: String, maxBytes: Int
  ) throws(PageFault) -> [UInt8] {
    var output: [UInt8] = []
    var place = 0
    while true {
      let count = output.count
      let step: DecodingStep
      do throws(DecodingProblem) {
        step = try decoder.decode(bytes[place...], to: &output)
      } catch {
        throw PageFault(.contentEncoding, "\(encoding): \(error.problem)")
      }
      place += step.consumedCount
      // What stands behind the end is no part of the page.
      if step.isAtEnd { return output }
      guard output.count <= maxBytes else { throw PageFault(.pageTooLarge) }
      guard step.consumedCount > 0 || output.count > count else {
        throw PageFault(.truncatedRecord, "the \(encoding) body ends early")
      }
    }
  }
}
