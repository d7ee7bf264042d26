import Foundation
import GhirbalIO
import TestSupport
import Testing

/// How `run`, `clean` and `stream` take what comes, from arguments to exit code. What takes long is
/// proved by `script/soak`.
@Suite(.serialized) struct RunningTests {
  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  /// A folder with two pages of text.
  private static func withPages<R>(_ body: (String) throws -> R) throws -> R {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw/b")
      try write("input: raw\noutput: clean\n", folder + "/pipeline.yml")
      try write("A first line of prose .\n", folder + "/raw/a.txt")
      try write("A second line of prose.\n", folder + "/raw/b/c.txt")
      return try body(folder)
    }
  }

  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      tree[path] = (try? AtomicFile.read(folder + "/" + path)) ?? []
    }
    return tree
  }

  // MARK: Resuming

  struct ChangeRow: CustomTestStringConvertible, Sendable {
    let label: String
    /// What is done between two runs: a path, and what it then holds; nil to remove it.
    let path: String
    let text: String?
    /// How many of the two pages the second run leaves as they were.
    let kept: Int
    var testDescription: String { label }
  }

  static let changeRows = [
    ChangeRow(label: "nothing", path: "unrelated", text: "", kept: 2),
    ChangeRow(label: "a raw page", path: "raw/a.txt", text: "Another line.\n", kept: 1),
    ChangeRow(label: "a text that is missing", path: "clean/a.txt", text: nil, kept: 1),
    ChangeRow(label: "a text that is not whole", path: "clean/a.txt", text: "A", kept: 1),
    ChangeRow(
      label: "a record that was changed", path: "clean/a.txt.provenance.json", text: "{}",
      kept: 1),
    ChangeRow(
      label: "a manifest that is missing", path: "clean/manifest.jsonl", text: nil, kept: 0),
    ChangeRow(
      label: "a manifest that is none", path: "clean/manifest.jsonl", text: "x\n{", kept: 0),
    ChangeRow(
      label: "the configuration", path: "pipeline.yml",
      text: "input: raw\noutput: clean\nstages: [fold_blank_lines]\n", kept: 0),
    ChangeRow(
      label: "where the configuration comes from only", path: "pipeline.yml",
      text: "# the same\noutput: clean\ninput: raw\n", kept: 2),
    ChangeRow(
      label: "what a killed run left", path: "clean/b/.ghirbal-1-1~", text: "part", kept: 2),
    ChangeRow(
      label: "a result of a page that is gone", path: "clean/z.txt.provenance.json",
      text: "{}", kept: 2),
  ]

  @Test(arguments: changeRows) func aResumedRunGivesTheCleanTree(_ row: ChangeRow) throws {
    try Self.withPages { folder in
      #expect(try GhirbalProcess(["run", "--resume"], in: folder).status == 0)
      if let text = row.text {
        try Self.write(text, folder + "/" + row.path)
      } else {
        try FileManager.default.removeItem(atPath: folder + "/" + row.path)
      }
      let run = try GhirbalProcess(["run", "--resume"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.errors.contains(row.kept == 0 ? "2 pages: 2 ok" : "2 pages (\(row.kept) as they were)"),
        "\(run.errors)")
      let resumed = try Self.tree(folder + "/clean")
      try FileManager.default.removeItem(atPath: folder + "/clean")
      _ = try GhirbalProcess(["run", "--no-resume"], in: folder)
      #expect(try Self.tree(folder + "/clean") == resumed)
    }
  }

  @Test func aRunThatBreaksOffLeavesWhatTheNextOneGoesOnFrom() throws {
    try Self.withPages { folder in
      try AtomicFile.write([UInt8](repeating: 1, count: 100), to: folder + "/raw/a-bad.txt")
      let run = try GhirbalProcess(["run", "-j1", "--resume", "--max-failures", "0"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("stopped: 1 of 1 page failed"), "\(run.errors)")
      #expect(try PageFolder.paths(in: folder + "/clean").allSatisfy { $0 != "manifest.jsonl" })
      let share = try GhirbalProcess(["run", "--resume", "--max-failures", "20%"], in: folder)
      #expect(share.status == 2 && share.errors.contains("stopped: 1 of 3"), "\(share.errors)")
      let enough = try GhirbalProcess(["run", "--resume", "--max-failures", "1"], in: folder)
      #expect(enough.status == 2)
      #expect(
        enough.errors.contains("3 pages (2 as they were): 2 ok, 0 dropped, 1 failed"),
        "\(enough.errors)")
    }
  }

  struct PlaceRow: CustomTestStringConvertible, Sendable {
    let label: String
    let output: String
    let isRefused: Bool
    var testDescription: String { label }
  }

  static let placeRows = [
    PlaceRow(label: "the input itself", output: "raw", isRefused: true),
    PlaceRow(label: "a folder in the input", output: "raw/clean/new", isRefused: true),
    PlaceRow(label: "the input by another way", output: "raw/../raw/b", isRefused: true),
    PlaceRow(label: "the input behind a link", output: "link/new", isRefused: true),
    PlaceRow(label: "a name that starts as the input's does", output: "raw2", isRefused: false),
    PlaceRow(label: "the folder above the input", output: ".", isRefused: false),
  ]

  @Test(arguments: placeRows) func resultsDoNotLieAmongThePages(_ row: PlaceRow) throws {
    try Self.withPages { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "raw")
      try Self.write("input: raw\noutput: \(row.output)\n", folder + "/pipeline.yml")
      let before = try Self.tree(folder)
      let run = try GhirbalProcess(["run"], in: folder)
      let clean = try GhirbalProcess(["clean", "-o", row.output, "raw"], in: folder)
      #expect(run.status == (row.isRefused ? 78 : 0), "\(run.errors)")
      #expect(clean.status == (row.isRefused ? 64 : 0), "\(clean.errors)")
      #expect(!row.isRefused || run.errors.contains("output lies in the input"), "\(run.errors)")
      #expect(try !row.isRefused || Self.tree(folder) == before, "nothing was written")
    }
  }

  @Test func aLinkInTheOutputLeadsNobodyOut() throws {
    try Self.withPages { folder in
      try AtomicFile.makeFolder(folder + "/elsewhere")
      try AtomicFile.makeFolder(folder + "/clean")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/clean/b", withDestinationPath: folder + "/elsewhere")
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("b/c.txt: failed: name_collision"), "\(run.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/elsewhere") == [])
    }
  }

  @Test func progressIsJSONWhereItIsWanted() throws {
    try Self.withPages { folder in
      let run = try GhirbalProcess(["run", "--progress", "json"], in: folder)
      // A slow machine writes lines before the last.
      let line = try #require(Self.lines(run.errors).last { $0.hasPrefix("{") })
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["pages"] as? Int == 2 && object["failed"] as? Int == 0)
      for arguments in [["run"], ["run", "--progress", "none"]] {
        let run = try GhirbalProcess(arguments, in: folder)
        #expect(Self.lines(run.errors).count == 1, "standard error is no terminal")
      }
    }
  }

  // MARK: Inputs

  @Test func filesComeFromAList() throws {
    try Self.withPages { folder in
      let list = "raw/b/c.txt\0raw/none\0../x/../raw/a.txt\0"
      let run = try GhirbalProcess(
        ["run", "--files-from", "-", "-0"], in: folder, input: Array(list.utf8))
      #expect(run.status == 2)
      #expect(run.errors.contains("raw/none: failed: unreadable (No such file or directory)"))
      #expect(
        try PageFolder.paths(in: folder + "/clean").contains("raw/b/c.txt"), "\(run.errors)")
      let verify = try GhirbalProcess(
        ["verify", "--files-from", "-", "-0"], in: folder, input: Array(list.utf8))
      #expect(verify.status == 0, "\(verify.errors)")
    }
  }

  @Test func aContainerStandsForItsPages() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write("input: raw\noutput: clean\n", folder + "/pipeline.yml")
      try Self.write(
        "{\"url\":\"https://a.org/\",\"text\":\"One line .\"}\n{\n", folder + "/raw/a.jsonl")
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("a.jsonl/000000002: failed: invalid_json"))
      #expect(
        try AtomicFile.read(folder + "/clean/a.jsonl/000000001.txt") == Array("One line.\n".utf8))
      let record = try ProvenanceRecord(
        json: AtomicFile.read(folder + "/clean/a.jsonl/000000001.provenance.json"))
      #expect(record.source.url == "https://a.org/")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
      try Self.write("{\"text\":\"Two.\"}\n{\n", folder + "/raw/a.jsonl")
      let verify = try GhirbalProcess(["verify"], in: folder)
      #expect(verify.errors.contains("a.jsonl/000000001: the raw page is not the one"))
    }
  }

  // MARK: Outputs

  @Test func cleanWritesLinesAndRecords() throws {
    try Self.withPages { folder in
      let lines = try GhirbalProcess(["clean", "raw", "--to", "jsonl", "-j2"], in: folder)
      #expect(lines.status == 0)
      #expect(Self.lines(lines.text).count == 2)
      #expect(
        lines.text.hasPrefix(
          "{\"id\":\"a.txt\",\"status\":\"ok\",\"text\":\"A first line of prose.\\n\",\"document\":{"
        ))
      let archive = try GhirbalProcess(["clean", "raw", "--to", "warc"], in: folder)
      try AtomicFile.write(archive.output, to: folder + "/wet.warc")
      let back = try GhirbalProcess(["clean", "wet.warc"], in: folder)
      #expect(back.status == 0, "\(back.errors)")
      #expect(back.text == "A first line of prose.\n\nA second line of prose.\n")
    }
  }

  @Test func aRecordRefersToThePageItCameFrom() throws {
    try TemporaryFolder.with { folder in
      let block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nOne line."
      try Self.write(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:7>\r\n"
          + "WARC-Target-URI: https://a.org/ b\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
          + "Content-Type: application/http\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n",
        folder + "/a.warc")
      let archive = try GhirbalProcess(["clean", "a.warc", "--to", "warc"], in: folder).text
      for field in [
        "WARC-Type: conversion", "WARC-Refers-To: <urn:uuid:7>",
        "WARC-Target-URI: https://a.org/%20b", "WARC-Date: 2024-05-06T07:08:09Z",
        "Content-Length: 10",
      ] {
        #expect(archive.contains("\r\n\(field)\r\n"), "\(field)")
      }
      #expect(
        try GhirbalProcess(["clean", "a.warc", "--to", "warc", "-j2"], in: folder).text == archive)
    }
  }

  // MARK: stream

  struct StreamRow: CustomTestStringConvertible, Sendable {
    let label: String
    let line: String
    let starts: String
    var testDescription: String { label }
  }

  static let streamRows = [
    StreamRow(
      label: "a page", line: #"{"id": 1, "text": "A line ."}"#,
      starts: #"{"id":1,"status":"ok","text":"A line.\n","document":{"title":null"#),
    StreamRow(
      label: "a page with nothing left", line: #"{"id": "x", "html": "<nav>Home</nav>"}"#,
      starts: #"{"id":"x","status":"dropped","reason":"no_text_left","text":null,"document":{"#),
    StreamRow(
      label: "bytes that are no text", line: #"{"id": "y", "text": "\u0001\u0001\u0001"}"#,
      starts: #"{"id":"y","status":"#),
    StreamRow(
      label: "poison", line: "\u{1}{{{",
      starts: #"{"id":null,"status":"failed","reason":"invalid_json","text":null,"document":null}"#),
    StreamRow(
      label: "a blank line", line: " ",
      starts: #"{"id":null,"status":"failed","reason":"invalid_json""#),
    StreamRow(
      label: "a bad member keeps the id", line: #"{"id": 7, "text": []}"#,
      starts: #"{"id":7,"status":"failed","reason":"invalid_member""#),
    StreamRow(
      label: "a line that is too long",
      line: "{\"id\": 1, \"text\": \"\(String(repeating: "x", count: 500))\"}",
      starts: #"{"id":null,"status":"failed","reason":"line_too_long","text":null,"document":null}"#
    ),
  ]

  @Test func oneLineComesOutForEachLineInTheSameOrder() throws {
    try TemporaryFolder.with { folder in
      let rows = (0..<40).flatMap { _ in Self.streamRows }
      let input = Array(rows.map(\.line).joined(separator: "\n").utf8)
      let stream = try GhirbalProcess(
        ["stream", "-j3", "--max-line-bytes", "200"], in: folder, input: input)
      #expect(stream.status == 0 && stream.errors.isEmpty, "\(stream.errors)")
      let lines = stream.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count == rows.count)
      for (line, row) in zip(lines, rows) {
        #expect(line.hasPrefix(row.starts), "\(row.label): \(line)")
      }
      let empty = try GhirbalProcess(["stream"], in: folder)
      #expect(empty.status == 0 && empty.output.isEmpty)
    }
  }

  @Test func aLineComesOutBeforeTheNextGoesIn() throws {
    let process = Process()
    process.executableURL = GhirbalProcess.executable
    process.arguments = ["stream"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    for number in 1...3 {
      input.fileHandleForWriting.write(Data("{\"id\":\(number),\"text\":\"x\"}\n".utf8))
      // This would wait for ever if the line were held back.
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(line.hasPrefix("{\"id\":\(number),") && line.hasSuffix("\n"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  static let origin =
    #""url":"https://a.org/x","fetched_at":"2024-03-01T10:00:00Z","warc_record_id":"<urn:uuid:7>""#

  /// What a page came with comes out again, from archives and from lines.
  @Test func eachLineSaysWhereItsPageCameFrom() throws {
    try TemporaryFolder.with { folder in
      for body in [#""text":"A line.""#, #""text":" ""#, #""text":"\u0001\u0001""#] {
        let line = "{\"id\":1,\(Self.origin),\(body)}\n"
        let stream = try GhirbalProcess(["stream"], in: folder, input: Array(line.utf8))
        #expect(stream.text.contains(",\(Self.origin)}\n"), "\(stream.text)")
        try Self.write(line, folder + "/a.jsonl")
        let lines = try GhirbalProcess(["clean", "--to", "jsonl", "a.jsonl"], in: folder)
        #expect(lines.text == stream.text)
      }
      try Self.write("{\"id\":1,\(Self.origin),\"text\":\"A line.\"}\n", folder + "/a.jsonl")
      let archive = try GhirbalProcess(["clean", "--to", "warc", "a.jsonl"], in: folder)
      try AtomicFile.write(archive.output, to: folder + "/a.warc")
      let lines = try GhirbalProcess(["clean", "--to", "jsonl", "a.warc"], in: folder).text
      #expect(lines.contains(#""url":"https://a.org/x","fetched_at":"2024-03-01T10:00:00Z""#))
      #expect(lines.contains(#""warc_record_id":"<urn:uuid:"#))
      let dolma = try GhirbalProcess(["clean", "--to", "dolma", "a.jsonl"], in: folder).text
      #expect(
        dolma.contains(#""fetched_at":"2024-03-01T10:00:00Z","warc_record_id":"<urn:uuid:7>""#))
      #expect(dolma.contains(#""url":"https://a.org/x""#))
    }
  }

  @Test func aDroppedPageIsNamedInEveryForm() throws {
    try Self.withPages { folder in
      try Self.write(" ", folder + "/raw/empty.txt")
      for arguments in [
        ["clean", "raw"], ["clean", "raw", "--to", "jsonl"], ["clean", "raw", "--to", "warc"],
        ["clean", "raw", "--to", "dolma"], ["clean", "raw", "-o", "other"],
      ] {
        let clean = try GhirbalProcess(arguments, in: folder)
        #expect(clean.status == 0)
        #expect(clean.errors == "ghirbal: empty.txt: dropped: no_text_left\n", "\(arguments)")
        let quiet = try GhirbalProcess(arguments + ["--quiet"], in: folder)
        #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(arguments)")
      }
      let input = try GhirbalProcess(["clean", "-"], in: folder, input: [0x20])
      #expect(input.errors == "ghirbal: stdin: dropped: no_text_left\n")
    }
  }

  @Test func aStreamCarriesProvenanceOnRequest() throws {
    try TemporaryFolder.with { folder in
      let stream = try GhirbalProcess(
        ["stream", "--provenance"], in: folder, input: Array(#"{"id":1,"text":"A ."}"#.utf8))
      let line = try JSONSerialization.jsonObject(with: Data(stream.output)) as? [String: Any]
      let record = try #require(line?["provenance"] as? [String: Any])
      #expect(record["schema"] as? String == ProvenanceRecord.schema)
    }
  }
}
