import Foundation
import GhirbalIO
import TestSupport
import Testing

/// What the command does where its streams are full, closed, unreadable or a terminal.
@Suite(.serialized) struct StandardStreamTests {
  private static let page = "A first line of prose .\n"

  /// A folder with a page, its results, and a change that was not run yet.
  private static func withResults(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try AtomicFile.write(Array("input: raw\noutput: clean\n".utf8), to: folder + "/pipeline.yml")
      try AtomicFile.write(Array(page.utf8), to: folder + "/raw/a.txt")
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
      try AtomicFile.write(Array((page + page).utf8), to: folder + "/raw/b.txt")
      try body(folder)
    }
  }

  private static func shell(_ script: String, _ folder: String) throws -> GhirbalProcess {
    let tools = try #require(GhirbalProcess.executable).deletingLastPathComponent().path
    return try GhirbalProcess(
      executable: URL(filePath: "/bin/sh"), ["-c", "PATH=\"\(tools):$PATH\"; \(script)"],
      in: folder, input: Array("{\"text\":\"A line.\"}\n".utf8))
  }

  /// Every way in which the command writes to standard output.
  static let writing = [
    "clean raw/a.txt", "clean --to jsonl raw/a.txt", "clean --to warc raw/a.txt",
    "clean --only repair_spacing -", "stream", "explain raw/a.txt", "diff", "diff --name-only",
    "stages", "stages lift_facts", "config show", "config schema",
    "restore clean/a.txt.provenance.json", "--help", "help clean", "--version",
    "--generate-completion-script bash",
  ]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskIsAnError() throws {
    try Self.withResults { folder in
      for command in Self.writing {
        let process = try Self.shell("ghirbal \(command) > /dev/full", folder)
        #expect(process.status == 2, "\(command)")
        #expect(
          process.errors == "ghirbal: standard output: No space left on device\n", "\(command)")
      }
    }
  }

  @Test func aClosedPipeIsQuiet() throws {
    try Self.withResults { folder in
      // Once as shells start it, once with SIGPIPE ignored, as supervisors start it.
      for setting in ["", "trap '' PIPE;"] {
        for command in Self.writing {
          // The reader is gone before the first byte is written.
          let process = try Self.shell(
            "{ \(setting) sleep 0.05; ghirbal \(command); echo $? >status; } | true; cat status",
            folder)
          #expect(process.text == "141\n", "\(setting) \(command)")
          #expect(process.errors.isEmpty, "\(setting) \(command): \(process.errors)")
        }
      }
    }
  }

  @Test(arguments: ["clean -", "stream", "explain -", "run --files-from -"])
  func standardInputThatCannotBeReadIsAnError(_ command: String) throws {
    try Self.withResults { folder in
      for (input, says) in [
        ("< .", "Is a directory"), ("0> /dev/null", "Bad file descriptor"),
        ("<&-", "Bad file descriptor"),
      ] {
        let process = try Self.shell("ghirbal \(command) \(input)", folder)
        #expect(process.status == 2 && process.output.isEmpty)
        #expect(
          process.errors.hasPrefix("ghirbal: standard input: \(says)"), "\(process.errors)")
      }
    }
  }

  @Test func aClosedStreamIsNoPlaceForAFile() throws {
    try Self.withResults { folder in
      let output = try Self.shell("ghirbal stages >&-", folder)
      #expect(output.status == 2)
      #expect(output.errors == "ghirbal: standard output: Bad file descriptor\n")
      // A message would land in the first file that the process opens.
      let silent = try Self.shell("ghirbal run 2>&-", folder)
      #expect(silent.status == 0)
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func messagesThatCannotBeWrittenChangeNothing() throws {
    try Self.withResults { folder in
      for (command, status) in [("run", 0 as Int32), ("stages none", 64), ("clean none", 2)] {
        let process = try Self.shell("ghirbal \(command) 2>/dev/full", folder)
        #expect(process.status == status, "\(command)")
      }
    }
  }

  // MARK: Terminals

  /// Sets the title, clears the screen, turns the rest of the line round.
  private static let attack = "\u{1B}]0;owned\u{7}\u{9B}2J\u{1B}[2J\u{202E}evil\u{2066}\u{8}\u{85}"

  private static func isHarmless(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A, 0x09: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2067: true
      default: false
      }
    }
  }

  struct Row: Sendable {
    let label: String
    let arguments: [String]
    let status: Int32
    /// Whether the stages have dropped everything of the kind.
    var isClean = false
  }

  static let terminalRows = [
    Row(label: "a clean text", arguments: ["clean", "raw/evil.txt"], status: 0, isClean: true),
    Row(
      label: "a text as it was",
      arguments: ["clean", "--only", "fold_blank_lines", "raw/evil.txt"], status: 0),
    Row(
      label: "lines of JSON", arguments: ["clean", "--to", "jsonl", "raw/evil.txt"], status: 0,
      isClean: true),
    Row(label: "blocks", arguments: ["explain", "--color", "never", "raw/evil.txt"], status: 0),
    Row(label: "a patch", arguments: ["diff", "--color", "never"], status: 1),
    Row(label: "changed names", arguments: ["diff", "--name-only"], status: 1),
    Row(label: "a page that is not there", arguments: ["clean", attack], status: 2),
    Row(label: "a file that is not there", arguments: ["explain", attack], status: 2),
    Row(label: "a record that is not there", arguments: ["restore", attack], status: 2),
    Row(
      label: "a configuration", arguments: ["config", "validate", "--config", "bad.yml"], status: 78
    ),
    Row(
      label: "a key that is not known", arguments: ["config", "show", "--config", "key.yml"],
      status: 78),
    Row(label: "a wrong argument", arguments: ["clean", "--" + attack], status: 64),
    Row(label: "a stage that is not there", arguments: ["stages", attack], status: 64),
    Row(label: "a wrong value", arguments: ["explain", "--color", attack, "-"], status: 64),
  ]

  @Test func nothingScrapedActsOnATerminal() throws {
    try Self.withResults { folder in
      let text = "A line \(Self.attack) of prose.\n"
      try AtomicFile.write(Array(text.utf8), to: folder + "/raw/evil.txt")
      try AtomicFile.write(Array(text.utf8), to: folder + "/raw/\(Self.attack).txt")
      try AtomicFile.write(
        Array("stages: [\"\\e[2J\\u202E\"]\n".utf8), to: folder + "/bad.yml")
      try AtomicFile.write(Array("\"\\e[2J\": 1\n".utf8), to: folder + "/key.yml")
      for row in Self.terminalRows {
        let process = try TerminalProcess(row.arguments, in: folder)
        #expect(process.status == row.status, "\(row.label): \(process.shown)")
        #expect(!process.shown.isEmpty, "\(row.label)")
        #expect(Self.isHarmless(process.shown), "\(row.label): \(Array(process.shown.utf8))")
        #expect(
          process.shown.contains("‹U+") || row.isClean, "\(row.label): \(process.shown)")
      }
    }
  }

  @Test func aPipeGetsEveryByte() throws {
    try Self.withResults { folder in
      let text = "A line \(Self.attack) of prose.\r\n"
      try AtomicFile.write(Array(text.utf8), to: folder + "/raw/evil.txt")
      let process = try GhirbalProcess(
        ["clean", "--only", "fold_blank_lines", "raw/evil.txt"], in: folder)
      #expect(process.output == Array("A line \(Self.attack) of prose.\n".utf8))
    }
  }

  @Test func aTerminalShowsTextAsItIs() throws {
    try Self.withResults { folder in
      let text = "نمی‌داند\tA\u{200F}B é 👩‍🌾\r\n"
      try AtomicFile.write(Array(text.utf8), to: folder + "/raw/evil.txt")
      let process = try TerminalProcess(
        ["clean", "--only", "repair_words", "raw/evil.txt"], in: folder)
      #expect(process.shown == text)
    }
  }

  @Test(arguments: [
    (["TERM": "xterm"], true), (["TERM": "dumb"], false), (["NO_COLOR": "1"], false),
    (["NO_COLOR": ""], true),
  ])
  func aTerminalHasColourUnlessItSaysNo(_ environment: [String: String], _ hasColour: Bool) throws {
    try Self.withResults { folder in
      let process = try TerminalProcess(
        ["explain", "raw/a.txt"], in: folder, environment: environment)
      #expect(process.shown.contains("\u{1B}[") == hasColour)
      let always = try TerminalProcess(
        ["explain", "--color", "always", "raw/a.txt"], in: folder, environment: environment)
      #expect(always.shown.contains("\u{1B}["))
    }
  }

  @Test func aDumbTerminalHasNoLineThatIsWrittenOver() throws {
    try Self.withResults { folder in
      let dumb = try TerminalProcess(["run"], in: folder, environment: ["TERM": "dumb"])
      #expect(dumb.status == 0 && Self.isHarmless(dumb.shown), "\(dumb.shown)")
      let other = try TerminalProcess(["run"], in: folder)
      #expect(other.shown.contains("\r\u{1B}[K"))
    }
  }

  @Test func aNameWithALineEndIsNoHeaderOfAPatch() throws {
    try Self.withResults { folder in
      try AtomicFile.write(
        Array(Self.page.utf8), to: folder + "/raw/x\n+++ b\t\"evil\\\u{1}.txt")
      let process = try GhirbalProcess(["diff"], in: folder)
      #expect(process.text.contains("\n+++ \"b/x\\n+++ b\\t\\\"evil\\\\\\001.txt\"\n"))
      #expect(!process.text.contains("\n+++ b\t"))
    }
  }
}
