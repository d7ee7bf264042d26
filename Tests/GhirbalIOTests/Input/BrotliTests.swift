import Foundation
import GhirbalIO
import Testing

/// HTTP bodies with `Content-Encoding: br`.
@Suite struct BrotliTests {
  /// `<p>brotli سلام</p>`, compressed by the reference implementation 1.2.
  private static let small: [UInt8] = [
    0x8B, 0x0A, 0x80, 0x3C, 0x70, 0x3E, 0x62, 0x72, 0x6F, 0x74, 0x6C, 0x69, 0x20, 0xD8, 0xB3, 0xD9,
    0x84, 0xD8, 0xA7, 0xD9, 0x85, 0x3C, 0x2F, 0x70, 0x3E, 0x03,
  ]
  /// 50,000,000 times the letter a.
  private static let bomb: [UInt8] = [
    0xCB, 0xFF, 0xFF, 0x3F, 0xF8, 0x25, 0xC2, 0xE2, 0xB1, 0x40, 0x20, 0xF7, 0xFE, 0x8F, 0xFF, 0xFF,
    0x7F, 0xF0, 0x4B, 0x00, 0xC4, 0x61, 0x11, 0x80, 0xEE, 0xFD, 0x1F, 0xFF, 0xFF, 0xFF, 0xE0, 0x97,
    0x00, 0x88, 0xC3, 0x02, 0x00, 0xDD, 0xFB, 0x3F, 0xFE, 0xFF, 0xFF, 0xC1, 0x2F, 0x01, 0x10, 0x87,
    0x05, 0x00, 0xBA, 0xF7, 0x7F, 0xFC, 0xFF, 0xFF, 0x83, 0x5F, 0x02, 0x20, 0x0E, 0x0B, 0x00, 0x74,
    0xEF, 0xFF, 0xF2, 0x0F, 0x5E, 0x0F, 0xBF, 0x04, 0x40, 0x1C, 0x16, 0x00, 0xE8, 0xA0, 0xEB, 0x01,
  ]

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    var encodings = "br"
    let body: [UInt8]
    let page: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a stream", body: small, page: "<p>brotli سلام</p>"),
    Row(label: "its name in capitals", encodings: "BR", body: small, page: "<p>brotli سلام</p>"),
    Row(
      label: "what stands behind the end", body: small + [0, 1, 2], page: "<p>brotli سلام</p>"),
    Row(label: "nothing, compressed", body: [0x3B], page: ""),
    Row(label: "nothing at all", body: [], page: ""),
    Row(label: "half a stream", body: Array(small.dropLast(9)), page: "truncated_record"),
    Row(
      label: "damage", body: [0x1C] + small, page: "content_encoding"),
    Row(label: "another thing", body: Array("abc".utf8), page: "truncated_record"),
    Row(
      label: "a page that a crawler decoded, behind lines", body: Array("\n\n<p>plain".utf8),
      page: "\n\n<p>plain"),
    Row(
      label: "a page that a crawler decoded", body: Array("<p>plain".utf8), page: "<p>plain"),
    Row(
      label: "the same behind a byte order mark and lines",
      body: Array("\u{FEFF}\r\n\n <!doctype html><p>plain".utf8),
      page: "\u{FEFF}\r\n\n <!doctype html><p>plain"),
    Row(label: "a bomb", body: bomb, page: "page_too_large"),
    Row(
      label: "twice by its name, once in truth", encodings: "br, br", body: small,
      page: "<p>brotli سلام</p>"),
  ]

  @Test(arguments: rows) func bodiesAreDecoded(_ row: Row) throws {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(row.encodings)\r\n\r\n"
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
      + "Content-Length: \(head.utf8.count + row.body.count)\r\n\r\n" + head
    let pages = try ArchiveSample.read(
      Array(record.utf8) + row.body + Array("\r\n\r\n".utf8), as: "a.warc")
    #expect(pages == ["000000001: \(row.page)"])
  }

  /// Many bodies of four bytes: decoded or refused, never worse.
  @Test func anyShortBodyIsAPageOrAFault() throws {
    var archive: [UInt8] = []
    for number in 0..<4096 {
      let body = [UInt8(number >> 4), UInt8(number & 15) &* 17, 0x5A, 0xA5]
      let head = "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n"
      archive += Array(
        ("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
          + "Content-Length: \(head.utf8.count + body.count)\r\n\r\n" + head).utf8)
      archive += body + Array("\r\n\r\n".utf8)
    }
    #expect(try ArchiveSample.read(archive, as: "a.warc").count == 4096)
  }
}
