import Foundation
import Ghirbal
import GhirbalIO
import TestSupport
import Testing

/// Programs that a stage `external` asks, well-behaved and not.
@Suite(
  .serialized, .timeLimit(.minutes(Patience.minutes)),
  .enabled(if: PythonProgram.isThere, "needs python3"))
struct ExternalStageTests {
  private static let text = "The ferry runs again.\n\nPhoto: A. Reader\n\nنوشتهٔ تازه email دارد.\n"

  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  /// A project with pages `a`, `b` and `c` and a program as its last stage.
  private static func withProject(
    _ program: String, options: String = "", pages: [String] = [text, text, text],
    _ body: (_ folder: String) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      for (name, page) in zip(["a", "b", "c"], pages) { try write(page, folder + "/raw/\(name)") }
      try write(program, folder + "/stage.py")
      try write(configuration(options), folder + "/pipeline.yml")
      try body(folder)
    }
  }

  private static func configuration(_ options: String) -> String {
    """
    input: raw
    output: clean
    limits: { max_page_memory_bytes: 300000000 }
    stages:
      external: { command: [python3, stage.py]\(options) }

    """
  }

  private static func pipeline(_ folder: String) throws -> Pipeline {
    let bytes = try AtomicFile.read(folder + "/pipeline.yml")
    return Pipeline(try PipelineConfiguration(bytes: bytes).allowingExternal(in: folder))
  }

  private static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  // MARK: Good programs

  struct EditRow: CustomTestStringConvertible, Sendable {
    let label: String
    /// JSON of the edits.
    let edits: String
    /// What is left of `text`.
    let clean: String
    var testDescription: String { label }
  }

  private static let credit = "Photo: A. Reader\n\n"

  static let editRows = [
    EditRow(label: "no edits", edits: "[]", clean: text),
    EditRow(
      label: "a drop", edits: #"[{"block":1,"change":"drop","reason":"credit"}]"#,
      clean: text.replacing(credit, with: "")),
    EditRow(
      label: "bytes",
      edits: #"[{"block":0,"change":"replace","reason":"x","utf8":[4,9],"with":"boat"}]"#,
      clean: text.replacing("ferry", with: "boat")),
    EditRow(
      label: "characters behind Persian",
      edits: #"[{"block":2,"change":"replace","reason":"x","scalars":[12,17],"with":"رایانامه"}]"#,
      clean: text.replacing("email", with: "رایانامه")),
    EditRow(
      label: "an insertion at the end",
      edits:
        #"[{"block":0,"change":"replace","reason":"x","utf8":[21,21],"with":" \ud83d\ude00"}]"#,
      clean: text.replacing("again.", with: "again. 😀")),
    EditRow(
      label: "two in a block",
      edits: #"""
        [{"block":0,"change":"replace","reason":"x","utf8":[0,3],"with":"A"},
        {"block":0,"change":"replace","reason":"x","utf8":[4,9],"with":"boat"}]
        """#.replacing("\n", with: ""),
      clean: text.replacing("The ferry", with: "A boat")),
    EditRow(
      label: "a fact",
      edits: #"""
        [{"block":1,"change":"lift","reason":"x","field":"author","value":"A. Reader","utf8":[7,16]}]
        """#, clean: text),
    EditRow(
      label: "all of it",
      edits: #"""
        [{"block":0,"change":"drop","reason":"x"},{"block":1,"change":"drop","reason":"x"},
        {"block":2,"change":"drop","reason":"x"}]
        """#.replacing("\n", with: ""), clean: ""),
    EditRow(
      label: "all of a text",
      edits: #"[{"block":0,"change":"replace","reason":"x","utf8":[0,21],"with":""}]"#,
      clean: text.replacing("The ferry runs again.", with: "")),
  ]

  /// The laws of the stages that are built in: what is written follows from page and ledger.
  @Test(arguments: editRows) func whatFitsIsMadeAndRecorded(_ row: EditRow) throws {
    try Self.withProject(PythonProgram.answering(row.edits)) { folder in
      let pipeline = try Self.pipeline(folder)
      let page = Page(text: Self.text)
      let clean = try pipeline.clean(page)
      #expect(clean.string.split(separator: "\n") == row.clean.split(separator: "\n"))
      #expect(clean.ledger.entries.contains { $0.stage == "external" } == (row.edits != "[]"))
      let replayed = try Pipeline.replay(clean.record, on: page)
      #expect(replayed.text == clean.text && replayed.document.metadata == clean.document.metadata)
      #expect(try ProvenanceRecord(json: clean.record.json).ledger == clean.ledger)
      #expect(try PageRestorer.rawBytes(of: clean.text, clean.record) == Array(Self.text.utf8))
    }
  }

  /// The same through the commands, in processes of their own and here.
  @Test func theCommandsCleanWithIt() throws {
    let edits = """
      [{"block":0,"change":"replace","reason":"x","utf8":[4,9],"with":"boat"},\
      {"block":1,"change":"drop","reason":"credit"},\
      {"block":2,"change":"replace","reason":"x","scalars":[12,17],"with":"رایانامه"}]
      """
    try Self.withProject(PythonProgram.answering(edits)) { folder in
      let run = try GhirbalProcess(["run", "-j2", "--allow-external"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
      let clean = try AtomicFile.read(folder + "/clean/a.txt")
      #expect(
        String(decoding: clean, as: UTF8.self).hasPrefix(
          "The boat runs again.\n\nنوشتهٔ تازه رایانامه"))
      let restored = try GhirbalProcess(["restore", "clean/a.provenance.json"], in: folder)
      #expect(restored.text == Self.text, "\(restored.errors)")
      let here = try GhirbalProcess(
        ["run", "--no-resume", "--no-isolation", "-j2", "--allow-external"], in: folder)
      #expect(here.status == 0, "\(here.errors)")
      #expect(try AtomicFile.read(folder + "/clean/a.txt") == clean)
      #expect(try GhirbalProcess(["diff", "--allow-external"], in: folder).status == 0)
      let piped = try GhirbalProcess(["clean", "--allow-external", "raw/a"], in: folder)
      #expect(piped.output == clean, "\(piped.errors)")
    }
  }

  // MARK: Bad programs

  struct FaultRow: CustomTestStringConvertible, Sendable {
    let label: String
    let program: String
    let reason: String
    /// A part of the detail.
    let says: String
    var options = ""
    /// Pages that fail; the text of `b` alone says so otherwise.
    var pages = ["a", "b", "c"]
    var testDescription: String { label }
  }

  private static func edits(_ label: String, _ edits: String, says: String) -> FaultRow {
    FaultRow(
      label: label, program: PythonProgram.answering(edits), reason: "unfit_edit", says: says)
  }

  private static func answers(_ label: String, _ code: String, says: String) -> FaultRow {
    FaultRow(
      label: label, program: PythonProgram.loop(code), reason: "external_bad_answer", says: says)
  }

  static let faultRows = [
    FaultRow(
      label: "ends at once", program: "", reason: "external_ended",
      says: "the program ended with exit code 0"),
    FaultRow(
      label: "ends with an error", program: PythonProgram.loop("page['nothing']"),
      reason: "external_ended", says: "exit code 1: KeyError: 'nothing'"),
    FaultRow(
      label: "no Python", program: "}{", reason: "external_ended", says: "exit code 1: SyntaxError"),
    FaultRow(
      label: "ends by a signal", program: PythonProgram.loop("os.kill(os.getpid(), 11)"),
      reason: "external_ended", says: "ended by SIGSEGV"),
    FaultRow(
      label: "crashes on one page",
      program: PythonProgram.loop(
        "if page['page'] == 'b': os.abort()\n  answer([])"),
      reason: "external_ended", says: "ended by SIGABRT", pages: ["b"]),
    FaultRow(
      label: "crashes on one page, as it stands in the text",
      program: PythonProgram.loop(
        "if page['page'] == 'b': say('{\"id\":'); os._exit(3)\n  answer([])"),
      reason: "external_ended", says: "ended with exit code 3 in the middle of a line", pages: ["b"]
    ),
    FaultRow(
      label: "closes its input", program: "import os, time\nos.close(0)\ntime.sleep(60)",
      reason: "external_", says: "", options: ", max_seconds: 1"),
    FaultRow(
      label: "closes its output", program: "import os, time\nos.close(1)\ntime.sleep(60)",
      reason: "external_ended", says: "the program closed its files"),
    FaultRow(
      label: "hangs", program: "import time\ntime.sleep(60)", reason: "external_time_limit",
      says: "no answer in 1 s", options: ", max_seconds: 1", pages: ["a", "b", "c"]),
    FaultRow(
      label: "does not flush",
      program: """
        import sys
        sys.stdout = open(1, 'w', buffering=65536)
        for line in sys.stdin:
            print('{"id":1,"edits":[]}')
        """, reason: "external_time_limit", says: "no answer in 1 s", options: ", max_seconds: 1"),
    FaultRow(
      label: "floods its output",
      program: "import os\nwhile True: os.write(1, b'x' * 65536)", reason: "external_bad_answer",
      says: "the answer is longer than"),
    FaultRow(
      label: "floods its error output",
      program: "import os\nwhile True: os.write(2, b'x' * 65536)", reason: "external_time_limit",
      says: "no answer in 1 s", options: ", max_seconds: 1"),
    FaultRow(
      label: "takes too much memory",
      program: "import time\nheld = b'x' * 600_000_000\ntime.sleep(60)",
      reason: "external_memory_limit", says: "more than 300000000 bytes"),
    FaultRow(
      label: "forks and leaves",
      program: "import os, time\nif os.fork(): os._exit(0)\ntime.sleep(60)",
      reason: "external_ended", says: "the program ended with exit code 0"),
    answers("garbage", "say('hello\\n')", says: "the answer is no JSON"),
    answers("an empty line", "say('\\n')", says: "the answer is no JSON"),
    answers("no object", "say('[]\\n')", says: "the answer is no JSON object"),
    answers(
      "invalid UTF-8", "os.write(1, b'{\"id\":1,\"edits\":[],\"error\":\"\\xff\"}\\n')",
      says: "is not UTF-8"),
    answers("half a pair", "say('{\"id\":1,\"error\":\"\\\\ud800\"}\\n')", says: ""),
    answers("deeper than anybody reads", "say('[' * 100000 + '\\n')", says: "no JSON"),
    answers(
      "another line's answer", "say('{\"id\":7,\"edits\":[]}\\n')", says: "to line 7, not to 1"),
    answers("no id", "say('{\"edits\":[]}\\n')", says: "id is missing"),
    answers("no edits", "say('{\"id\":1}\\n')", says: "edits is missing"),
    answers(
      "a member that is not known", "say('{\"id\":1,\"edits\":[],\"edit\":1}\\n')",
      says: "edit is not known; known: id, edits, error"),
    answers(
      "a number that is none", "answer([{'block': 'one', 'change': 'drop', 'reason': 'x'}])",
      says: "edits[0].block is of another type"),
    answers(
      "a number beyond all", "say('{\"id\":1e999,\"edits\":[]}\\n')", says: ""),
    answers(
      "a change that is not known", "answer([{'block': 1, 'change': 'delete', 'reason': 'x'}])",
      says: "edits[0].change is no value of those it takes"),
    answers(
      "a reason that is none", "answer([{'block': 1, 'change': 'drop', 'reason': 'Really?'}])",
      says: "edits[0].reason is no word"),
    answers(
      "a replacement of nothing", "answer([{'block': 1, 'change': 'replace', 'reason': 'x'}])",
      says: "edits[0].a replace has other members"),
    answers(
      "a place that runs backwards",
      "answer([{'block': 0, 'change': 'replace', 'reason': 'x', 'utf8': [3, 1], 'with': ''}])",
      says: "edits[0].utf8 is no [start, end]"),
    answers(
      "a confidence above 1",
      "answer([{'block': 1, 'change': 'drop', 'reason': 'x', 'confidence': 2}])",
      says: "confidence is not in 0...1"),
    FaultRow(
      label: "gives up",
      program: PythonProgram.loop(
        "say(json.dumps({'id': page['id'], 'error': 'no\\x1b[31m model\\nhere'}) + '\\n')"),
      reason: "external_error", says: "no [31m model here"),
    edits(
      "no such block", #"[{"block":3,"change":"drop","reason":"x"}]"#,
      says: "edit 1 of external: there is no block 3"),
    edits(
      "a block below 0", #"[{"block":-1,"change":"drop","reason":"x"}]"#,
      says: "there is no block -1"),
    edits(
      "bytes that are not there",
      #"[{"block":1,"change":"replace","reason":"x","utf8":[0,17],"with":""}]"#,
      says: "bytes 0 to 17 of block 1 are not there: it has 16"),
    edits(
      "characters that are not there",
      #"[{"block":2,"change":"replace","reason":"x","scalars":[0,99],"with":""}]"#,
      says: "characters 0 to 99 of block 2 are not there"),
    edits(
      "half a letter", #"[{"block":2,"change":"replace","reason":"x","utf8":[0,1],"with":""}]"#,
      says: "bytes 0 to 1 of block 2 cut a character"),
    edits(
      "edits that overlap",
      #"[{"block":0,"change":"replace","reason":"x","utf8":[0,4],"with":""},{"block":0,"change":"replace","reason":"x","utf8":[3,5],"with":""}]"#,
      says: "edit 2 of external: replacements in block 0 overlap"),
    edits(
      "blocks that go backwards",
      #"[{"block":1,"change":"drop","reason":"x"},{"block":0,"change":"drop","reason":"x"}]"#,
      says: "edits are ordered by block"),
    edits(
      "a block dropped twice",
      #"[{"block":1,"change":"drop","reason":"x"},{"block":1,"change":"drop","reason":"x"}]"#,
      says: "block 1 is dropped and takes no more edits"),
    edits(
      "replaced in and dropped",
      #"[{"block":1,"change":"replace","reason":"x","utf8":[0,1],"with":""},{"block":1,"change":"drop","reason":"x"}]"#,
      says: "block 1 is replaced in and dropped"),
  ]

  @Test(arguments: faultRows) func aFaultIsAFailedPageWithItsReason(_ row: FaultRow) throws {
    try Self.withProject(row.program, options: row.options) { folder in
      /// The failures of the three pages; nil for one that is clean.
      func failures() throws -> [PageFailure?] {
        let pipeline = try Self.pipeline(folder)
        return ["a", "b", "c"].map { name in
          do throws(PageFailure) {
            _ = try pipeline.clean(Page(text: Self.text, path: name))
            return nil
          } catch {
            return error
          }
        }
      }
      let found = try failures()
      #expect(zip(["a", "b", "c"], found).filter { $1 != nil }.map(\.0) == row.pages)
      for failure in found.compactMap(\.self) {
        #expect(failure.reason.hasPrefix(row.reason), "\(failure)")
        #expect(failure.detail?.contains(row.says) == true || row.says.isEmpty, "\(failure)")
      }
      #expect(try failures() == found)
    }
  }

  /// A row of the manifest, and the other pages are cleaned.
  @Test(arguments: [["--isolation"], ["--no-isolation"]])
  func aFaultIsARowOfTheManifest(_ isolation: [String]) throws {
    let program = PythonProgram.loop("if page['page'] == 'b': os.abort()\n  answer([])")
    try Self.withProject(program) { folder in
      let run = try GhirbalProcess(["run", "-j2", "--allow-external"] + isolation, in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors.contains("b: failed: external_ended (the program ended by SIGABRT)"),
        "\(run.errors)")
      #expect(run.errors.contains("3 pages: 2 ok, 0 dropped, 1 failed"), "\(run.errors)")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
    }
  }

  /// What a process keeps of the pages before is not the next page's failure.
  @Test func aProcessThatIsOutOfStepIsReplaced() throws {
    for program in [
      PythonProgram.loop("answer([])\n  break"),
      PythonProgram.loop("answer([])\n  say('more\\n')"),
      PythonProgram.loop("answer([])\n  answer([])"),
      PythonProgram.loop("answer([])\n  os.close(0)"),
      PythonProgram.loop("answer([]) if page['id'] == 1 else os.abort()"),
    ] {
      try Self.withProject(program) { folder in
        let pipeline = try Self.pipeline(folder)
        for name in ["a", "b", "c"] {
          #expect(throws: Never.self, "\(program)") {
            try pipeline.clean(Page(text: Self.text, path: name))
          }
        }
      }
    }
  }

  @Test(arguments: [["--isolation"], ["--no-isolation"]])
  func nothingOfAProgramIsLeftBehind(_ isolation: [String]) throws {
    let marker = "left-behind-\(UUID().uuidString)"
    let program = """
      import os, sys, time
      if os.fork() == 0:
          os.execvp('sleep', ['sleep', '61', '\(marker)'] [:2])
      open('\(marker)-' + str(os.getpgid(0)), 'w').close()
      time.sleep(61)
      """
    try Self.withProject(program, options: ", max_seconds: 1", pages: [Self.text]) { folder in
      let run = try GhirbalProcess(["run", "--allow-external"] + isolation, in: folder)
      #expect(run.status == 2, "\(run.errors)")
      let groups = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix(marker) }.compactMap { pid_t($0.dropFirst(marker.count + 1)) }
      #expect(groups.count == 1)
      for group in groups {
        // A moment for the system to take away what was ended.
        for _ in 0..<100 where kill(-group, 0) == 0 { usleep(20_000) }
        #expect(kill(-group, 0) != 0, "group \(group) still runs")
      }
    }
  }

  // MARK: Permission

  @Test func aConfigurationAloneStartsNothing() throws {
    let program = "open('started', 'w').close()"
    try Self.withProject(program) { folder in
      try AtomicFile.makeFolder(folder + "/clean")
      try Self.write("A line.\n", folder + "/page")
      for arguments in [
        ["run"], ["diff"], ["check"], ["clean", "page"], ["stream"], ["explain", "page"],
        ["run", "--stay-inside", "--allow-external"],
        ["diff", "--stay-inside", "--allow-external"],
        ["check", "--stay-inside", "--allow-external"],
        ["check", "--stay-inside", "--allow-external", "page"],
        ["verify", "--stay-inside", "--allow-external"],
      ] {
        let refused = try GhirbalProcess(arguments, in: folder)
        #expect(refused.status == 78, "\(arguments): \(refused.errors)")
        #expect(
          refused.errors.contains(
            "pipeline.yml:5: external would start a program (python3 stage.py); "),
          "\(arguments): \(refused.errors)")
      }
      for arguments in [["config", "show"], ["config", "validate"], ["stages", "external"]] {
        let shown = try GhirbalProcess(arguments, in: folder)
        #expect(shown.status == 0, "\(arguments): \(shown.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/started"))
    }
  }

  struct WrongRow: Sendable {
    let stages: String
    let says: String
  }

  static let wrongRows = [
    WrongRow(stages: "  external:\n", says: "command of external names no program"),
    WrongRow(stages: "  external: { command: [] }\n", says: "command of external names no program"),
    WrongRow(stages: "  external: { command: python3 }\n", says: "command of external"),
    WrongRow(
      stages: "  external: { command: [nobody-has-this] }\n",
      says: "names nobody-has-this, and there is no such program"),
    WrongRow(
      stages: "  external: { command: [./stage.py] }\n",
      says: "names ./stage.py, and there is no such program"),
    WrongRow(
      stages: "  external: { command: [python3], max_seconds: 0 }\n",
      says: "max_seconds of external"),
    WrongRow(stages: "  external: { comand: [python3] }\n", says: "did you mean command?"),
    WrongRow(
      stages: "  - external: { command: [python3] }\n  - external: { command: [python3] }\n",
      says: "stands in the list twice"),
  ]

  @Test(arguments: wrongRows) func whatIsWrongIsSaidWithItsLine(_ row: WrongRow) throws {
    try Self.withProject("") { folder in
      try Self.write("input: raw\nstages:\n\(row.stages)", folder + "/pipeline.yml")
      let run = try GhirbalProcess(["run", "--allow-external"], in: folder)
      #expect(run.status == 78)
      #expect(
        run.errors.contains("pipeline.yml:3: ") || run.errors.contains("pipeline.yml:4: ")
          || row.stages.hasSuffix("external:\n"), "\(run.errors)")
      #expect(run.errors.contains(row.says), "\(run.errors)")
    }
  }

  // MARK: Resume

  /// The command and the bytes of the files that it names decide over what is taken up again.
  @Test func anotherProgramIsAnotherPipeline() throws {
    try Self.withProject(PythonProgram.answering("[]")) { folder in
      func kept() throws -> Bool {
        let run = try GhirbalProcess(["run", "--resume", "--allow-external"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.errors.contains("3 as they were")
      }
      #expect(try !kept())
      #expect(try kept())
      try Self.write(
        PythonProgram.answering(#"[{"block":1,"change":"drop","reason":"credit"}]"#),
        folder + "/stage.py")
      #expect(try !kept())
      #expect(try kept())
      try Self.write(
        Self.configuration("").replacing("stage.py", with: "stage.py, -x"), folder + "/pipeline.yml"
      )
      #expect(try !kept())
    }
  }

  /// A list says where it runs, a mapping puts it last; `--only` runs it alone.
  @Test func itsPlaceIsThatOfTheConfiguration() throws {
    let program = PythonProgram.loop(
      """
      answer([{'block': b['block'], 'change': 'keep', 'reason': 'seen', 'rule': b['text']} for b in page['blocks']])
      """)
    let dirty = "The  ferry runs .\n"
    try Self.withProject(program, pages: [dirty]) { folder in
      func seen(_ stages: String, _ arguments: [String] = []) throws -> String {
        try Self.write("input: raw\noutput: clean\nstages:\n\(stages)", folder + "/pipeline.yml")
        let run = try GhirbalProcess(
          ["clean", "--allow-external", "--record", "r.json"] + arguments + ["raw/a"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return String(decoding: try AtomicFile.read(folder + "/r.json"), as: UTF8.self)
      }
      let external = "external: { command: [python3, stage.py] }"
      #expect(try seen("  \(external)\n").contains(#""rule":"The ferry runs.""#))
      #expect(
        try seen("  - \(external)\n  - repair_spacing\n").contains(#""rule":"The  ferry runs .""#))
      #expect(
        try seen("  - repair_spacing\n  - \(external)\n").contains(#""rule":"The ferry runs.""#))
      let alone = try seen("  \(external)\n", ["--only", "external"])
      #expect(alone.contains(#""rule":"The  ferry runs .""#) && !alone.contains("repair_spacing"))
    }
  }

  /// The stage of the article and of Integrations, as people copy it.
  @Test func theExampleHolds() throws {
    let program = try String(
      contentsOf: Self.root.appending(path: "Integrations/external/drop_captions.py"),
      encoding: .utf8)
    let article = try String(
      contentsOf: Self.root.appending(path: "docs/stages/external.md"), encoding: .utf8)
    #expect(article.contains("```python\n\(program)```"))
    let raw = try #require(article.fence("raw text"))
    try Self.withProject(program, pages: [raw]) { folder in
      try AtomicFile.makeFolder(folder)
      let run = try GhirbalProcess(
        ["clean", "--allow-external", "--only", "external", "--record", "r.json", "raw/a"],
        in: folder)
      #expect(run.text == article.fence("clean"), "\(run.errors)")
      let record = String(decoding: try AtomicFile.read(folder + "/r.json"), as: UTF8.self)
      #expect(record.contains("\n\(try #require(article.fence("ledger")).dropLast())"))
    }
  }
}

extension String {
  /// What stands between a fence with an info string and the next one.
  fileprivate func fence(_ info: String) -> String? {
    guard let start = range(of: "```\(info)\n")?.upperBound,
      let end = range(of: "```", range: start..<endIndex)?.lowerBound
    else { return nil }
    return String(self[start..<end])
  }
}

/// Programs of tests, in Python.
enum PythonProgram {
  static let isThere = ProcessInfo.processInfo.environment["PATH", default: ""]
    .split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/python3")
    }

  /// A program that runs `code` for each line, which is `page` there.
  static func loop(_ code: String) -> String {
    """
    import json, os, sys
    def say(text):
      sys.stdout.write(text)
      sys.stdout.flush()
    def answer(edits):
      say(json.dumps({'id': page['id'], 'edits': edits}) + '\\n')
    for line in iter(sys.stdin.buffer.readline, b''):
      page = json.loads(line)
      \(code)

    """
  }

  /// A program that asks for the same edits on each page.
  static func answering(_ edits: String) -> String {
    loop("say('{\"id\":%d,\"edits\":%s}\\n' % (page['id'], r'''\(edits)'''))")
  }
}
