import Foundation
import GhirbalIO
import TestSupport
import Testing

/// `ghirbal duplicates` from the outside.
@Suite(.serialized) struct DuplicatesCommandTests {
  private static let ferry =
    "The ferry of Lenn leaves the northern pier every morning at six with nobody on board."
  private static let well =
    "The old well in the square gives water again after a winter of waiting."

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let files: [String: String]
    var input = ""
    let arguments: [String]
    var status: Int32 = 0
    let output: String
    var says = ""
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "a folder, by paths that can be typed",
      files: ["t/a.txt": ferry, "t/b.md": ferry, "t/c.txt": well],
      arguments: ["t/"],
      output: #"{"id":"t/b.md","of":"t/a.txt","similarity":1.0,"exact":true}"# + "\n",
      says: "3 documents: 1 the same as another one, 0 nearly"),
    Row(
      label: "a folder of a run: manifest and records are no texts",
      files: [
        "t/manifest.jsonl": #"{"identity":1}"# + "\n", "t/a.html.txt": ferry,
        "t/a.html.provenance.json": "{}", "t/records-00001.jsonl": "{}\n",
        "t/pages-00001.jsonl": line("x", ferry) + #"{"id":"y","status":"dropped","text":null}"#
          + "\n",
      ],
      arguments: ["--all", "t"],
      output: #"{"id":"t/a.html.txt","of":"t/a.html.txt","similarity":1.0,"exact":true}"# + "\n"
        + #"{"id":"x","of":"t/a.html.txt","similarity":1.0,"exact":true}"# + "\n",
      says: "2 documents: 1 the same as another one, 0 nearly; left out without a text: 1"),
    Row(
      label: "lines of standard input; numbers stay numbers", files: [:],
      input: #"{"id":7,"text":"Closed."}"# + "\n" + #"{"id":"é","text":"closed"}"# + "\n"
        + #"{"text":"Closed!"}"# + "\n",
      arguments: ["-"],
      output: #"{"id":"stdin/000000003","of":7,"similarity":1.0,"exact":false}"# + "\n"
        + #"{"id":"é","of":7,"similarity":1.0,"exact":false}"# + "\n"),
    Row(
      label: "what stays", files: ["a.txt": ferry, "b.txt": ferry, "c.txt": well, "d.txt": ""],
      arguments: ["--keep", "first", "b.txt", "d.txt", "c.txt", "a.txt", "a.txt"],
      output: "a.txt\nc.txt\nd.txt\n", says: "4 documents: 1 the same"),
    Row(
      label: "pages of HTML are not compared",
      files: ["a.html": "<p>\(ferry)</p>", "b.txt": ferry],
      arguments: ["a.html", "b.txt"], status: 2, output: "", says: "a.html: left out: it is HTML"),
    Row(
      label: "a file that is not there", files: ["b.txt": ferry], arguments: ["a.txt", "b.txt"],
      status: 2,
      output: "", says: "a.txt: left out: unreadable"),
    Row(
      label: "a line that is none", files: ["a.jsonl": "{\n" + line("x", ferry)],
      arguments: ["a.jsonl"],
      status: 2, output: "", says: "a.jsonl/000000001: left out: invalid_json"),
    Row(
      label: "less than half is not near", files: [:], arguments: ["--min-similarity", "0.4", "-"],
      status: 64, output: "", says: "--min-similarity is from 0.5 to 1"),
    Row(
      label: "two forms of output", files: [:], arguments: ["--all", "--keep", "first", "-"],
      status: 64,
      output: "", says: "exclude each other"),
  ]

  @Test(arguments: rows) func whatIsPrinted(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      try Self.write(row.files, folder)
      let process = try GhirbalProcess(
        ["duplicates"] + row.arguments, in: folder, input: Array(row.input.utf8))
      #expect(process.status == row.status, "\(process.errors)")
      #expect(process.text == row.output)
      #expect(row.says.isEmpty || process.errors.contains(row.says), "\(process.errors)")
    }
  }

  /// The same documents in one file or three, in any order, compressed or not, on one thread or more.
  @Test func theAnswerIsThatOfTheDocuments() throws {
    var invented = InventedTexts(seed: 21)
    var lines: [String] = []
    for group in 0..<40 {
      let text = invented.text(200)
      for copy in 0..<1 + group % 4 {
        let edited = invented.edited(text, edits: copy).joined(separator: " ")
        lines.append(Self.line("\(group)-\(copy)", edited))
      }
    }
    try TemporaryFolder.with { folder in
      func answer(_ shards: [[String]], _ arguments: String...) throws -> String {
        for (number, shard) in shards.enumerated() {
          try Self.write(["\(number).jsonl": shard.joined()], folder)
        }
        let names = shards.indices.map { "\($0).jsonl" }
        let process = try GhirbalProcess(
          ["duplicates", "-q"] + arguments + invented.shuffled(names), in: folder)
        #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
        return process.text
      }
      let whole = try answer([lines], "-j1")
      #expect(whole.split(separator: "\n").count == 60)
      for round in 0..<4 {
        let shuffled = invented.shuffled(lines)
        let shards = [shuffled[..<31], shuffled[31..<32], shuffled[32...]].map(Array.init)
        #expect(try answer(shards, "-j\(1 + round)") == whole)
      }
      let piped = try GhirbalProcess(
        ["duplicates", "-q", "-"], in: folder, input: Array(lines.joined().utf8))
      #expect(piped.text == whole)
    }
  }

  private static func line(_ id: String, _ text: String) -> String {
    #"{"id":"\#(id)","text":"\#(text)"}"# + "\n"
  }

  private static func write(_ files: [String: String], _ folder: String) throws {
    for (path, text) in files {
      let file = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try AtomicFile.write(Array(text.utf8), to: file.path)
    }
  }
}
