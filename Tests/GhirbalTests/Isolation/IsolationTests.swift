import Foundation
import Ghirbal
import GhirbalIO
import TestSupport
import Testing

/// Pages that crash, hang or take too much, between pages that do not.
@Suite(.serialized) struct IsolationTests {
  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static let faults = ["GHIRBAL_TEST_FAULT": "1"]

  private static let configuration = """
    input: raw
    output: clean
    limits:
      max_page_seconds: 3
      max_page_memory_bytes: 300000000

    """

  struct FaultRow: CustomTestStringConvertible, Sendable {
    let marker: String
    let reason: String
    let detail: String
    var testDescription: String { marker }
  }

  static let faultRows = [
    FaultRow(
      marker: "GHIRBAL-FAULT-CRASH", reason: "crashed", detail: "the process ended by SIGABRT"),
    FaultRow(
      marker: "GHIRBAL-FAULT-EXIT", reason: "crashed",
      detail: "the process ended with exit code 3"),
    FaultRow(
      marker: "GHIRBAL-FAULT-HANG", reason: "time_limit",
      detail: "more than 3 s of processor time"),
    FaultRow(
      marker: "GHIRBAL-FAULT-MEMORY", reason: "memory_limit", detail: "more than 300000000 bytes"),
  ]

  @Test(arguments: faultRows) func aFaultIsTheRowOfItsPageAlone(_ row: FaultRow) throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write(Self.configuration, folder + "/pipeline.yml")
      for name in ["a", "c", "d"] { try Self.write("A line of prose .\n", folder + "/raw/" + name) }
      try Self.write("A line with \(row.marker) in it.\n", folder + "/raw/b")
      let run = try GhirbalProcess(
        ["run", "-j1", "--resume"], in: folder, environment: Self.faults)
      #expect(run.status == 2)
      #expect(run.errors.contains("b: failed: \(row.reason) (\(row.detail))"), "\(run.errors)")
      #expect(run.errors.contains("4 pages: 3 ok, 0 dropped, 1 failed"), "\(run.errors)")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
      let lines = ["A line .", row.marker, "B line ."].enumerated().map {
        "{\"id\":\($0),\"text\":\"\($1)\"}\n"
      }
      let stream = try GhirbalProcess(
        ["stream", "-j2"], in: folder, input: Array(lines.joined().utf8),
        environment: Self.faults)
      #expect(stream.status == 0 && stream.errors.isEmpty, "\(stream.errors)")
      let out = stream.text.split(separator: "\n")
      #expect(out.count == 3)
      #expect(out[0].hasPrefix(#"{"id":0,"status":"ok","text":"A line.\n""#))
      #expect(
        out[1] == """
          {"id":1,"status":"failed","reason":"\(row.reason)","detail":"\(row.detail)","text":null,\
          "document":null}
          """)
      #expect(out[2].hasPrefix(#"{"id":2,"status":"ok","text":"B line.\n""#))
      let clean = try GhirbalProcess(["clean", "raw"], in: folder, environment: Self.faults)
      #expect(clean.status == 2 && clean.text.split(separator: "\n").count == 3)
      // Nothing is the matter with the page: the next run takes it up again.
      let next = try GhirbalProcess(["run", "--resume"], in: folder)
      #expect(next.status == 0)
      #expect(next.errors.contains("4 pages (3 as they were): 4 ok"), "\(next.errors)")
    }
  }

  @Test func theSameIsWrittenWithoutIsolation() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write(
        """
        input: raw
        output: clean
        stages:
          - select_main_content:
              drop: [.gone, .never]
          - repair_spacing

        """, folder + "/pipeline.yml")
      try Self.write("<!doctype html><p class=gone>A<p>A line .", folder + "/raw/a.html")
      try Self.write("A line \u{FEFF}of prose .\r\n", folder + "/raw/b.txt")
      try AtomicFile.write([0xFF, 0, 1, 2, 3], to: folder + "/raw/c")
      var seen: [[String: [UInt8]]] = []
      for flag in ["--isolation", "--no-isolation"] {
        let run = try GhirbalProcess(["run", "--no-resume", "-j2", flag], in: folder)
        var files = ["errors": Array(run.errors.utf8)]
        for path in try PageFolder.paths(in: folder + "/clean") {
          files[path] = try AtomicFile.read(folder + "/clean/" + path)
        }
        for form in ["text", "jsonl", "warc"] {
          files[form] = try GhirbalProcess(["clean", "raw", "--to", form, flag], in: folder).output
        }
        let stream = try GhirbalProcess(
          ["stream", "--provenance", flag], in: folder,
          input: Array(#"{"id":1,"html":"<p>A line .","url":"https://a.org/"}"#.utf8))
        files["stream"] = stream.output
        seen.append(files)
      }
      #expect(seen[0] == seen[1])
      #expect(seen[0].count > 8)
      let errors = String(decoding: seen[0]["errors"] ?? [], as: UTF8.self)
      #expect(errors.contains("\".never\" matched no text") && !errors.contains("\".gone\""))
    }
  }

  static let programs: [(label: String, command: [String], problem: String)] = [
    ("a file that is not there", ["/nowhere/ghirbal"], "No such file or directory"),
    ("a folder", ["/"], "Permission denied"),
    ("a program that ends", ["/bin/false"], "it ended with exit code 1 before any page"),
    ("a program that says nothing", ["/bin/true"], "it ended with exit code 0 before any page"),
    (
      "a program that says something else",
      ["/bin/sh", "-c", #"printf '\3\0\0\0\0\0\0\0abc' >&0; sleep 1"#], "it is another version"
    ),
    (
      "a program that says too much",
      ["/bin/sh", "-c", #"printf '\3\0\0\0\0\0\0\7abc' >&0; sleep 1"#], "it ended by SIGKILL"
    ),
  ]

  @Test(arguments: programs)
  func aProgramThatDoesNotStartEndsTheRun(
    _ label: String, _ command: [String], _ problem: String
  ) async throws {
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/ghirbal-tests-\(UUID().uuidString)"
    try AtomicFile.makeFolder(folder + "/raw")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in 0..<20 { try Self.write("A line.\n", folder + "/raw/\(name)") }
    let runner = BatchRunner(
      .standard, source: .folder(folder + "/raw"), output: folder + "/clean",
      isolation: Isolation(executable: command[0], arguments: Array(command.dropFirst())))
    let error = await #expect(throws: FileProblem.self) { try await runner.run(jobs: 2) }
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(try PageFolder.paths(in: folder + "/clean").isEmpty)
  }

  @Test func aWorkerIsNotForPeople() throws {
    try TemporaryFolder.with { folder in
      let worker = try GhirbalProcess(["worker"], in: folder)
      #expect(worker.status == 64)
      #expect(try !GhirbalProcess(["--help"], in: folder).text.contains("worker"))
    }
  }
}
