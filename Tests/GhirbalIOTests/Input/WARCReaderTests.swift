import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

@Suite struct WARCReaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let archive: String
    let pages: [String]
    var testDescription: String { label }

    init(_ label: String, _ archive: String, _ pages: [String]) {
      self.label = label
      self.archive = archive
      self.pages = pages
    }
  }

  private static func record(_ body: String) -> String {
    ArchiveSample.record("response", ArchiveSample.response(body))
  }

  private static func record(
    status: String = "200 OK", _ fields: [String], _ body: String
  ) -> String {
    ArchiveSample.record(
      "response", ArchiveSample.response(body, status: status, fields: fields))
  }

  static let rows = [
    Row("responses", record("one") + record("two"), ["000000001: one", "000000002: two"]),
    Row(
      "only what is a page",
      ArchiveSample.record("warcinfo", "a: b", contentType: "application/warc-fields")
        + ArchiveSample.record("request", "GET / HTTP/1.1\r\n\r\n") + record("one")
        + ArchiveSample.record("metadata", "x: y", contentType: "text/plain")
        + ArchiveSample.record("revisit", ArchiveSample.response("")),
      ["000000003: one"]),
    Row(
      "a resource and a conversion",
      ArchiveSample.record("resource", "<p>r", contentType: "text/html")
        + ArchiveSample.record("conversion", "text", contentType: "text/plain", version: "1.1"),
      ["000000001: <p>r", "000000002: text"]),
    Row(
      "lines that end in LF alone",
      "WARC/1.0\nWARC-Type: resource\nContent-Type: text/html\nContent-Length: 3\n\nabc\n\n",
      ["000000001: abc"]),
    Row(
      "an image, a redirection and an error are no pages",
      record(["Content-Type: image/png"], "x")
        + record(status: "301 Moved", ["Content-Type: text/html"], "x")
        + record(status: "404 Not Found", ["Content-Type: text/html"], "x"),
      ["000000001: media_type", "000000002: http_status", "000000003: http_status"]),
    Row(
      "chunks", record(["Transfer-Encoding: chunked"], "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"),
      ["000000001: abcde"]),
    Row(
      "chunks that somebody joined already",
      record(["Transfer-Encoding: chunked"], "<p>whole"), ["000000001: <p>whole"]),
    Row(
      "chunks that end early", record(["Transfer-Encoding: chunked"], "9\r\nabc\r\n"),
      ["000000001: truncated_record"]),
    Row(
      "compression that is not read", record(["Content-Encoding: dcb"], "abc"),
      ["000000001: content_encoding"]),
    Row(
      "gzip by its name only", record(["Content-Encoding: gzip"], "<p>plain"),
      ["000000001: <p>plain"]),
    Row(
      "no status line", ArchiveSample.record("response", "hello\r\n\r\n"),
      ["000000001: bad_http"]),
    Row(
      "no end of the HTTP header", ArchiveSample.record("response", "HTTP/1.1 200 OK\r\nA: b\r\n"),
      ["000000001: bad_http"]),
    Row(
      "the file ends in a record", record("one") + String(record("two and more").dropLast(9)),
      ["000000001: one", "000000002: truncated_record"]),
    Row(
      "the file ends in a header", record("one") + "WARC/1.0\r\nWARC-Type: resp",
      ["000000001: one", "000000002: truncated_record"]),
    Row(
      "a length that is too small",
      ArchiveSample.record("response", ArchiveSample.response("<p>abcdef"), length: 48)
        + record("two"),
      ["000000001: damaged_record", "000000002: two"]),
    Row(
      "a length that reaches over the next record",
      ArchiveSample.record("response", ArchiveSample.response("one"), length: 90)
        + record("two"),
      ["000000001: damaged_record", "000000002: two"]),
    Row(
      "a length that reaches over the end",
      ArchiveSample.record("response", ArchiveSample.response("one"), length: 9000)
        + record("two"),
      ["000000001: truncated_record", "000000002: two"]),
    Row(
      "no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n" + record("two"),
      ["000000001: damaged_record", "000000002: two"]),
    Row(
      "a length below nothing",
      ArchiveSample.record("response", "abc", length: -5) + record("two"),
      ["000000001: damaged_record", "000000002: two"]),
    Row(
      "garbage between records", record("one") + "garbage\r\nmore\r\n" + record("two"),
      ["000000001: one", "000000002: damaged_record", "000000003: two"]),
    Row("no archive at all", "hello", ["000000001: truncated_record"]),
    Row("an empty file", "", []),
    Row(
      "a segment",
      ArchiveSample.record(
        "response", ArchiveSample.response("one"), fields: ["WARC-Segment-Number: 1"])
        + ArchiveSample.record("continuation", "two", fields: ["WARC-Segment-Number: 2"]),
      ["000000001: segmented_record"]),
    Row(
      "a page that is too large", record(String(repeating: "x", count: 2_200_000)) + record("two"),
      ["000000001: page_too_large", "000000002: two"]),
  ]

  @Test(arguments: rows) func recordsBecomePagesOrFaults(_ row: Row) throws {
    #expect(try ArchiveSample.read(Array(row.archive.utf8), as: "a.warc") == row.pages)
  }

  @Test(.enabled(if: hasTools, "needs gzip and zstd"), arguments: ["gzip", "zstd"])
  func compressedArchivesGiveTheSamePages(_ tool: String) throws {
    for row in Self.rows where !row.archive.isEmpty {
      let bytes = try ArchiveSample.compressed(Array(row.archive.utf8), by: tool)
      let name = tool == "gzip" ? "a.warc.gz" : "a.warc.zst"
      #expect(try ArchiveSample.read(bytes, as: name) == row.pages, "\(row.label)")
    }
  }

  private static let hasTools = SystemTool.exists("gzip", "zstd")

  @Test(.enabled(if: hasTools, "needs gzip and zstd"), arguments: ["gzip", "zstd"])
  func damageLosesOneMember(_ tool: String) throws {
    let bodies = (1...3).map { number in
      (0..<400).map { "\(number) \($0 &* 7919 % 1000) " }.joined()
    }
    let members = try bodies.map {
      try ArchiveSample.compressed(Array(Self.record($0).utf8), by: tool)
    }
    let name = tool == "gzip" ? "a.warc.gz" : "a.warc.zst"
    let whole = try ArchiveSample.read(members.flatMap(\.self), as: name)
    #expect(whole == zip(1..., bodies).map { "00000000\($0): \($1)" })
    var damaged = members
    for index in damaged[1].indices.dropFirst(40).prefix(60) { damaged[1][index] ^= 0x55 }
    let read = try ArchiveSample.read(damaged.flatMap(\.self), as: name)
    #expect(read.first == whole[0])
    #expect(read.last?.hasSuffix(": " + bodies[2]) == true)
    #expect(read.contains { $0.hasSuffix("damaged_record") })
    let clipped = Array(members.flatMap(\.self).dropLast(30))
    #expect(
      try ArchiveSample.read(clipped, as: name)
        == whole.dropLast() + ["000000003: truncated_record"])
    let garbage = members[0] + Array("garbage".utf8) + members[1]
    #expect(
      try ArchiveSample.read(garbage, as: name)
        == [whole[0], "000000002: damaged_record", "000000003: " + bodies[1]])
    let padded = members[0] + [UInt8](repeating: 0, count: 100_000)
    #expect(try ArchiveSample.read(padded, as: name) == [whole[0]])
  }

  @Test(.enabled(if: hasTools, "needs gzip and zstd")) func aBombIsAPageThatIsTooLarge() throws {
    let bomb = try ArchiveSample.compressed([UInt8](repeating: 0x20, count: 8 << 20), by: "gzip")
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
    let record =
      Array(
        """
        WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n\
        Content-Length: \(head.utf8.count + bomb.count)\r\n\r\n\(head)
        """.utf8) + bomb + Array("\r\n\r\n".utf8)
    #expect(try ArchiveSample.read(record, as: "a.warc") == ["000000001: page_too_large"])
  }

  @Test func aPageKnowsWhereItCameFrom() throws {
    let archive = ArchiveSample.record(
      "response",
      ArchiveSample.response("<p>x", fields: ["Content-Type: Text/HTML; Charset=\"windows-1256\""]),
      fields: [
        "WARC-Target-URI: <https://example.org/a>", "WARC-Date: 2024-05-06T07:08:09Z",
        "WARC-Truncated: length",
      ])
    let body = try #require(ArchiveSample.pages(Array(archive.utf8), as: "a.warc").first?.body)
    guard case .page(let page) = body else { throw ArchiveSample.NoPage() }
    #expect(page.url == "https://example.org/a")
    #expect(page.fetchedAt == "2024-05-06T07:08:09Z")
    #expect(page.warcRecordID == "<urn:uuid:1>")
    #expect(page.mediaType == "text/html" && page.transportCharset == "windows-1256")
    #expect(page.flags == ["warc_truncated"])
  }

  static let arcRows = [
    Row(
      "two records and the file's own",
      "filedesc://a.arc 0.0.0.0 20240101000000 text/plain 9\n1 0 IA\nx\n\n"
        + "http://a.org/ 1.2.3.4 20240506070809 text/html 48\n"
        + ArchiveSample.response("one!") + "\n"
        + "http://a.org/b c 1.2.3.4 20240506070809 text/html 48\n"
        + ArchiveSample.response("two!") + "\n",
      ["000000002: one!", "000000003: two!"]),
    Row(
      "garbage, an image and an end that is missing",
      "garbage\nhttp://a.org/ 1.2.3.4 20240506070809 image/png 45\n"
        + ArchiveSample.response("x", fields: ["Content-Type: image/png"]) + "\n"
        + "http://a.org/b 1.2.3.4 20240506070809 text/html 99\n" + ArchiveSample.response("two"),
      ["000000001: damaged_record", "000000002: media_type", "000000003: truncated_record"]),
  ]

  @Test(arguments: arcRows) func arcRecordsBecomePagesOrFaults(_ row: Row) throws {
    #expect(try ArchiveSample.read(Array(row.archive.utf8), as: "a.arc") == row.pages)
  }

  /// Names of files that hold WARC records, and of files that do not.
  @Test(arguments: [
    ("a.warc", true), ("crawl.warc.gz", true), ("CC-MAIN-00000.warc.wet.gz", true),
    ("A.WARC.WET", true), ("a.wet", false), ("a.warc.wet.txt", false), ("warc", false),
  ])
  func namesOfArchives(name: String, isArchive: Bool) {
    #expect((PageContainer(path: name) == .warc) == isArchive)
  }
}
