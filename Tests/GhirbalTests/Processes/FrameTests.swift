import GhirbalDocument
import GhirbalIO
import Testing

@testable import Ghirbal

@Suite struct FrameTests {
  static let requests: [(label: String, page: Page)] = [
    ("nothing", Page(path: "", bytes: [])),
    ("bytes that are no text", Page(path: "a/é.html", bytes: [0, 0xFF, 0x0A, 0x80])),
    (
      "everything",
      Page(
        path: "a", bytes: [1], url: "https://a.org/", transportCharset: "x", format: .text,
        mediaType: "text/html", fetchedAt: "2024-01-02T03:04:05Z", warcRecordID: "<urn:uuid:7>",
        flags: ["warc_truncated", ""])
    ),
    ("an empty address is one", Page(path: "a", bytes: [], url: "")),
  ]

  @Test(arguments: requests)
  func aRequestComesOutAsItWentIn(_ label: String, _ page: Page) throws {
    let frame = PageRequest(page, sha256: "abc").frame
    let request = try #require(PageRequest(frame: frame))
    #expect(request.sha256 == "abc")
    #expect(String(describing: request.page) == String(describing: page))
    for count in 0..<frame.count {
      #expect(PageRequest(frame: Array(frame[..<count])) == nil, "\(count) bytes of it")
    }
    #expect(PageRequest(frame: frame + [0]) == nil, "more than it")
  }

  private static let account = PageResult.Account(
    record: PageResult.HashedBytes(bytes: [0x7B], sha256: "2"), editCount: 3, usedRules: [0, 7])

  static let results: [(label: String, result: PageResult)] = [
    (
      "a page",
      .ok(text: PageResult.HashedBytes(bytes: [0x61, 0xFF], sha256: "1"), account)
    ),
    ("a page of which nothing is left", .dropped(reason: "no_text_left", account)),
    ("a failure", .failed("crashed", "the process ended by SIGSEGV")),
    ("a page that is not kept", .skipped("few_words", "3 of 9")),
    ("a failure without detail", .failed("not_text")),
  ]

  @Test(arguments: results)
  func aResultComesOutAsItWentIn(_ label: String, _ result: PageResult) {
    #expect(PageResult(frame: result.frame) == result)
    for count in 0..<result.frame.count {
      #expect(PageResult(frame: Array(result.frame[..<count])) == nil, "\(count) bytes of it")
    }
  }

  /// A process that a page has damaged may say anything.
  @Test func noBytesAreTakenForMoreThanTheyAre() {
    var numbers = SystemRandomNumberGenerator()
    let frame = Self.results[0].result.frame
    for _ in 0..<20_000 {
      var bytes = frame
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &numbers)] = .random(
          in: 0...255, using: &numbers)
      }
      _ = PageResult(frame: bytes)
      _ = PageRequest(frame: bytes)
    }
  }
}
