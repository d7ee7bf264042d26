import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// Pages that come through a pipe, and what is known of their address.
@Suite(.serialized) struct PipedPageTests {
  private static let warc: [UInt8] = {
    let body = "<!doctype html><p>The men walked backwards all day.</p>"
    let message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
    let header = """
      WARC/1.0\r
      WARC-Type: response\r
      WARC-Target-URI: https://a.example/2024/05/03/rope\r
      WARC-Record-ID: <urn:uuid:1>\r
      Content-Type: application/http; msgtype=response\r
      Content-Length: \(message.utf8.count)\r
      \r

      """
    return Array((header + message + "\r\n\r\n").utf8)
  }()
  private static let page = "<!doctype html><p>The men walked <a href=back>backwards</a> all day."
  private static let line = #"{"id":7,"text":"The men walked backwards all day."}"# + "\n"

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let input: [UInt8]
    var arguments: [String] = []
    let output: String

    init(_ label: String, _ input: String, _ arguments: [String], _ output: String) {
      self.init(label, Array(input.utf8), arguments, output)
    }

    init(_ label: String, _ input: [UInt8], _ arguments: [String], _ output: String) {
      (testDescription, self.input, self.arguments, self.output) = (label, input, arguments, output)
    }
  }

  private static let lineTwice = "\(line)\n\(line)"
  private static let fileLine =
    #"{"page_base64":"\#(Data(text.utf8).base64EncodedString())"}"# + "\n"
  private static let markedLine = "\u{FEFF}\(line)"
  private static let blankLine: [UInt8] = [0x0D, 0x0A]
  private static let twoTexts =
    "The men walked backwards all day.\n\nThe men walked backwards all day.\n"
  private static let text = "The men walked backwards all day.\n"

  static let rows: [Row] = [
    Row("a page", page, [], text),
    Row("a WARC", warc, [], text),
    Row("a WARC after a blank line", blankLine + warc, [], text),
    Row("lines of JSON", lineTwice, [], twoTexts),
    Row("lines of JSON that hold files", fileLine, [], text),
    Row("lines with a byte order mark", markedLine, [], text),
    Row(
      "a brace that opens prose", "{ so it began }\nand went on\n", [],
      "{ so it began }\nand went on\n"
    ),
    Row(
      "JSON over several lines, read as text", "{\"text\":\n\"a\"}\n", ["--read-as", "text"],
      "{\"text\":\n\"a\"}\n"),
    Row("an object that is no page", "{\"a\": 1}\n", ["--read-as", "text"], "{\"a\": 1}\n"),
    Row("a text about archives", "WARC files hold crawls.\n", [], "WARC files hold crawls.\n"),
    Row("lines of JSON that shall be text", line, ["--read-as", "text"], line),
    Row("a filter takes bytes as they are", line, ["--only", "fold_blank_lines"], line),
    Row(
      "a filter that is told what it reads", line,
      ["--only", "fold_blank_lines", "--read-as", "jsonl"], text),
    Row(
      "links by the address", page,
      ["--format", "markdown", "--url", "https://a.example/b/c"],
      "The men walked [backwards](https://a.example/b/back) all day.\n"),
    Row(
      "no address, no claim", page, ["--format", "markdown"],
      "The men walked [backwards](back) all day.\n"),
  ]

  @Test(arguments: rows) func isTakenForWhatItsBytesSay(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(
        ["clean", "--no-config"] + row.arguments + ["-"], in: folder, input: row.input)
      #expect(process.text == row.output, "\(process.errors)")
      #expect(process.status == 0)
    }
  }

  /// JSON that holds no page is said to be none.
  @Test(arguments: ["{\"text\":\n\"a\"}\n", "{\"a\": 1}\n"]) func otherJSONIsSkipped(
    _ input: String
  ) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(
        ["clean", "--no-config", "-"], in: folder, input: Array(input.utf8))
      #expect(process.text == "")
      #expect(process.status == 2 && process.errors.contains("skipped: json"), "\(process.errors)")
    }
  }

  /// Compressed by the commands that people have.
  @Test(
    .enabled(if: SystemTool.exists("gzip", "zstd"), "needs gzip and zstd"),
    arguments: ["gzip", "zstd"])
  func compressionIsUndone(_ tool: String) throws {
    let executable = URL(filePath: try #require(SystemTool.path(tool)))
    try TemporaryFolder.with { folder in
      for input in [Array(Self.page.utf8), Self.warc, Array(Self.line.utf8)] {
        let packed = try GhirbalProcess(
          executable: executable, ["-c"], in: folder, input: input
        ).output
        let process = try GhirbalProcess(["clean", "--no-config", "-"], in: folder, input: packed)
        #expect(process.text.trimmed == Self.text.trimmed, "\(process.errors)")
        let broken = try GhirbalProcess(
          ["clean", "--no-config", "-"], in: folder, input: packed.dropLast(packed.count / 2))
        #expect(broken.status == 2 && broken.errors.contains("_record"), "\(broken.errors)")
      }
    }
  }

  @Test func factsFollowTheAddress() throws {
    try TemporaryFolder.with { folder in
      func line(_ arguments: [String]) throws -> String {
        try GhirbalProcess(
          ["clean", "--no-config", "--to", "jsonl"] + arguments + ["-"], in: folder,
          input: Array(Self.page.utf8)
        ).text
      }
      let known = try line(["--url", "https://a.example/2024/05/03/rope"])
      #expect(known.contains(#""published":"2024-05-03""#))
      #expect(known.contains(#""url":"https://a.example/2024/05/03/rope""#))
      #expect(known.contains(#""canonical_url":null"#))
      let unknown = try line([])
      #expect(unknown.contains(#""published":null"#) && !unknown.contains("\"url\""))
    }
  }

  @Test func aResultKnowsTheAddressAndIsVerified() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try AtomicFile.write(Array(Self.page.utf8), to: folder + "/raw/a.html")
      let address = "https://a.example/2024/05/03/rope"
      let cleaned = try GhirbalProcess(
        ["clean", "--no-config", "--url", address, "-o", "out", "raw/a.html"], in: folder)
      #expect(cleaned.status == 0, "\(cleaned.errors)")
      let record = try ProvenanceRecord(
        json: AtomicFile.read(folder + "/out/a.html.provenance.json"))
      #expect(record.source.url == address)
      #expect(record.metadata[.published] == ["2024-05-03"])
      let verified = try GhirbalProcess(
        ["verify", "--no-config", "--input", "raw", "out"], in: folder)
      #expect(verified.status == 0, "\(verified.errors)")
    }
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let arguments: [String]
    let status: Int32
    let words: String
  }

  static let refusals = [
    Refusal(
      testDescription: "an address", arguments: ["https://a.example/b?c=1"], status: 64,
      words: "curl -L 'https://a.example/b?c=1' | ghirbal clean --url 'https://a.example/b?c=1' -"),
    Refusal(
      testDescription: "an address in capitals", arguments: ["HTTPS://a.example/"], status: 64,
      words: "curl -L HTTPS://a.example/ | ghirbal clean --url HTTPS://a.example/ -"),
    Refusal(
      testDescription: "an address that is none", arguments: ["--url", "a.example", "-"],
      status: 64, words: "--url is a whole address"),
    Refusal(
      testDescription: "an address for two", arguments: ["--url", "https://a.example", "a", "b"],
      status: 64, words: "--url goes with one page."),
    Refusal(
      testDescription: "an address for a folder", arguments: ["--url", "https://a.example", "."],
      status: 64, words: "--url goes with one page."),
    Refusal(
      testDescription: "a form that is none", arguments: ["--read-as", "pdf", "-"], status: 64,
      words: "warc, arc, jsonl, html, text"),
    Refusal(
      testDescription: "no address but a file's name", arguments: ["https"], status: 2,
      words: "https: failed: unreadable"),
  ]

  @Test(arguments: refusals) func saysWhatIsMeant(_ row: Refusal) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(["clean", "--no-config"] + row.arguments, in: folder)
      #expect(process.status == row.status)
      #expect(process.errors.contains(row.words), "\(process.errors)")
    }
  }

  @Test func explainTakesAnAddressAsCleanDoes() throws {
    try TemporaryFolder.with { folder in
      let address = "https://a.example/2024/05/03/rope"
      let refused = try GhirbalProcess(["explain", address], in: folder)
      #expect(refused.status == 64)
      #expect(
        refused.errors.contains("curl -L \(address) | ghirbal explain --url \(address) -"),
        "\(refused.errors)")
      let explained = try GhirbalProcess(
        ["explain", "--no-config", "--url", address, "-"], in: folder, input: Array(Self.page.utf8))
      #expect(explained.text.contains("published  2024-05-03"), "\(explained.text)")
    }
  }

  @Test func aContainerHasAddressesOfItsOwn() throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(
        ["clean", "--no-config", "--url", "https://a.example/", "-"], in: folder, input: Self.warc)
      #expect(process.status == 2 && process.errors.contains("no --url"), "\(process.errors)")
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
