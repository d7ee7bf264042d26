import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

@Suite struct JSONLReaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let line: String
    let page: String
    var testDescription: String { label }

    init(_ label: String, _ line: String, _ page: String) {
      self.label = label
      self.line = line
      self.page = page
    }
  }

  static let rows = [
    Row("HTML", #"{"id": 1, "html": "<p>x"}"#, "<p>x"),
    Row("text", #"{"text": "x\ny"}"#, "x\ny"),
    Row("base64", #"{"html_base64": "PHA+eA=="}"#, "<p>x"),
    Row("a file in base64", #"{"page_base64": "PHA+eA=="}"#, "<p>x"),
    Row("a file beside a text", #"{"text": "y", "page_base64": "PHA+eA=="}"#, "<p>x"),
    Row("members that nobody knows", #"{"a": [1, {"b": null}], "text": "x", "c": {}}"#, "x"),
    Row("escapes", #"{"text": "\u0633\ud83d\ude00\"\\\/\b\f\r\t"}"#, "س😀\"\\/\u{8}\u{C}\r\t"),
    Row("half a surrogate pair", #"{"text": "\ud83dx\ude00"}"#, "\u{FFFD}x\u{FFFD}"),
    Row("a byte order mark", "\u{FEFF}{\"text\": \"x\"}", "x"),
    Row("a byte order mark behind a space", " \u{FEFF}{\"text\": \"x\"}", "invalid_json"),
    Row("a number that is none", #"{"score": NaN, "text": "x"}"#, "x"),
    Row(
      "numbers without bounds",
      #"{"a": [Infinity, {"b": -Infinity}], "text": "x", "c": NaN}"#, "x"),
    Row("a number that is none as text", #"{"text": NaN}"#, "invalid_member"),
    Row("a number that is none as an id", #"{"id": -Infinity, "text": "x"}"#, "invalid_member"),
    Row("a word that starts as one", #"{"a": NaNo, "text": "x"}"#, "invalid_json"),
    Row("such a number with another sign", #"{"a": +Infinity, "text": "x"}"#, "invalid_json"),
    Row("such a number as a name", #"{NaN: 1, "text": "x"}"#, "invalid_json"),
    Row("a record id that is a number", #"{"warc_record_id": 1, "text": "x"}"#, "invalid_member"),
    Row("an escaped name", #"{"te\u0078t": "x"}"#, "x"),
    Row("a name twice: the last counts", #"{"text": "x", "text": "y"}"#, "y"),
    Row("a null is as if it were not there", #"{"html": null, "text": "x"}"#, "x"),
    Row("empty text is a page", #"{"text": ""}"#, ""),
    Row("no content", #"{"id": 1}"#, "no_content"),
    Row("no object", "[1]", "invalid_json"),
    Row("no JSON", "x", "invalid_json"),
    Row("two objects", #"{"text": "x"}{"text": "y"}"#, "invalid_json"),
    Row("an object that is cut off", #"{"text": "x"#, "invalid_json"),
    Row("a raw control character", "{\"text\": \"a\u{1}\"}", "invalid_json"),
    Row("a number where a text should be", #"{"text": 1}"#, "invalid_member"),
    Row("an address that is a number", #"{"text": "x", "url": 1}"#, "invalid_member"),
    Row("base64 that is none", #"{"html_base64": "%%%"}"#, "invalid_member"),
    Row("an id that is a list", #"{"id": [1], "text": "x"}"#, "invalid_member"),
    Row(
      "deep nesting", "{\"a\": " + String(repeating: "[", count: 1500) + "}", "invalid_json"),
    Row(
      "a page that is too large", "{\"text\": \"\(String(repeating: "x", count: 1001))\"}",
      "page_too_large"),
    Row(
      "a line that is too long", "{\"text\": \"\(String(repeating: "x", count: 3000))\"}",
      "line_too_long"),
  ]

  @Test(arguments: rows) func aLineBecomesAPageOrAFault(_ row: Row) throws {
    // The next line is read whatever this one is.
    let pages = try ArchiveSample.read(
      Array((row.line + "\n\n{\"text\": \"next\"}").utf8), as: "a.jsonl", maxPageBytes: 1000,
      maxLineBytes: 2000)
    #expect(pages == ["000000001: \(row.page)", "000000003: next"])
  }

  @Test func bytesThatAreNotUTF8AreNoJSON() throws {
    let line = Array("{\"text\": \"".utf8) + [0xFF] + Array("\"}\n".utf8)
    #expect(try ArchiveSample.read(line, as: "a.jsonl") == ["000000001: invalid_json"])
  }

  @Test func anIDIsGivenBackAsItStands() throws {
    for id in ["1", "12345678901234567890.50e1", "\"a\\u0062\"", "true"] {
      let line = "{\"id\":\(id), \"text\": \"x\"}"
      let page = try #require(ArchiveSample.pages(Array(line.utf8), as: "a.ndjson").first)
      #expect(page.id.map { String(decoding: $0, as: UTF8.self) } == id)
    }
  }

  /// So that `clean` names its page by the number of its line.
  @Test func anIDThatIsNullIsNone() throws {
    let pages = try ArchiveSample.pages(Array(#"{"id":null, "text": "x"}"#.utf8), as: "a.jsonl")
    #expect(pages.map(\.id) == [nil])
  }

  /// What every line may have, a file has at its start.
  @Test func aFileMayStartWithAByteOrderMark() throws {
    let text = "\u{FEFF}{\"text\": \"x\"}\n\u{FEFF}\n\n{\"text\": \"y\"}"
    #expect(
      try ArchiveSample.read(Array(text.utf8), as: "a.jsonl") == ["000000001: x", "000000004: y"])
  }

  /// JSONTestSuite (Nicolas Seriot): y_ must be taken, n_ refused but for numbers that programs write
  /// nevertheless; each as a member's value.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["GHIRBAL_CONFORMANCE"] != nil,
      "GHIRBAL_CONFORMANCE names no folder"))
  func theGrammarIsThatOfTheStandard() throws {
    let root = try #require(ProcessInfo.processInfo.environment["GHIRBAL_CONFORMANCE"])
    let folder = root + "/jsontestsuite/test_parsing"
    var count = 0
    for path in try PageFolder.paths(in: folder) where path.first == "y" || path.first == "n" {
      var bytes = try AtomicFile.read(folder + "/" + path)
      // A line feed ends the line, and inside a string it is refused anyway.
      guard !bytes.dropLast().contains(0x0A) else { continue }
      if bytes.last == 0x0A { bytes.removeLast() }
      let line = Array("{\"text\": \"x\", \"a\": ".utf8) + bytes + Array("}".utf8)
      let pages = try ArchiveSample.read(line, as: "a.jsonl")
      let isTaken = path.first == "y" || Self.taken.contains(path)
      let wanted = isTaken ? "000000001: x" : "000000001: invalid_json"
      #expect(pages == [wanted], "\(path)")
      count += 1
    }
    #expect(count > 200)
  }

  private static let taken: Set<String> = [
    "n_number_NaN.json", "n_number_infinity.json", "n_number_minus_infinity.json",
  ]
}
