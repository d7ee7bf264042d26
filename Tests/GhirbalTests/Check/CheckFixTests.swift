import Foundation
import GhirbalIO
import TestSupport
import Testing

/// `ghirbal check --fix`: what it changes, and that it changes nothing else.
@Suite(.serialized) struct CheckFixTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    var name = "a.txt"
    let before: String
    let after: String
    /// What is found afterwards.
    var status: Int32 = 0
    var arguments: [String] = []
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "glued words and spaces",
      before: "The roof ofthe boathouse was mended in spring , and nobody noticed.\n",
      after: "The roof of the boathouse was mended in spring, and nobody noticed.\n"),
    Row(
      label: "a lost joiner", before: "شهردار میگوید که کتابهای تازه به کتابخانه رسید.\n",
      after: "شهردار می\u{200C}گوید که کتاب\u{200C}های تازه به کتابخانه رسید.\n"),
    Row(
      label: "letters of the wrong language",
      before: "اين كتاب درباره پل چوبي است و همه آن را خواندند.\n",
      after: "این کتاب درباره پل چوبی است و همه آن را خواندند.\n"),
    Row(
      label: "several rules in one place",
      before: "The cafe\u{301} on the quay opens\u{A0} at noon .  \n",
      after: "The café on the quay opens at noon.\n"),
    Row(
      label: "blank lines and line ends",
      before: "The ferry leaves at six.\r\n\r\n\r\n\r\nIt comes back at nine.",
      after: "The ferry leaves at six.\n\nIt comes back at nine.\n"),
    Row(
      label: "a line that would go stays and is found",
      before:
        "The ferry across the river runs again , people say.\n\nShare this: Facebook Twitter\n",
      after: "The ferry across the river runs again, people say.\n\nShare this: Facebook Twitter\n",
      status: 1),
    Row(
      label: "code of Markdown stays", name: "a.MD",
      before: "The ferry runs again , people say.\n\n```\nx  = f( ofthe ) ;\n```\n",
      after: "The ferry runs again, people say.\n\n```\nx  = f( ofthe ) ;\n```\n"),
    Row(
      label: "literal blocks and tables of reStructuredText stay", name: "a.rst",
      before:
        "The ferry runs again , people say.\n\n.. code::\n\n    x  = ofthe ;\n\n===  ===\na    b ;\n===  ===\n",
      after:
        "The ferry runs again, people say.\n\n.. code::\n\n    x  = ofthe ;\n\n===  ===\na    b ;\n===  ===\n"
    ),
    Row(
      label: "what a comment ignores stays",
      before:
        "The roof ofthe boathouse was mended in spring, and nobody noticed. <!-- ghirbal:ignore GB301 -->\n",
      after:
        "The roof ofthe boathouse was mended in spring, and nobody noticed. <!-- ghirbal:ignore GB301 -->\n"
    ),
    Row(
      label: "rules that are not looked for are not mended",
      before: "The roof ofthe boathouse was mended in spring , and nobody noticed.\n",
      after: "The roof ofthe boathouse was mended in spring, and nobody noticed.\n",
      arguments: ["--ignore", "GB2,GB3"]),
    Row(label: "a text that is right", before: "The ferry runs.\n", after: "The ferry runs.\n"),
    Row(label: "an empty file", before: "", after: ""),
  ]

  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func read(_ path: String) throws -> String {
    String(decoding: try AtomicFile.read(path), as: UTF8.self)
  }

  @Test(arguments: rows) func whatIsSafeIsMended(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      try Self.write(row.before, folder + "/" + row.name)
      try Self.write("The roof ofthe boathouse , too.\n", folder + "/other.dat")
      let preview = try GhirbalProcess(
        ["check", "--no-config", "--diff", "."] + row.arguments, in: folder)
      #expect(try Self.read(folder + "/" + row.name) == row.before, "--diff writes nothing")
      #expect(preview.output.isEmpty == (row.before == row.after), "\(preview.text)")
      let fix = try GhirbalProcess(
        ["check", "--no-config", "--fix", "."] + row.arguments, in: folder)
      #expect(fix.status == row.status, "\(fix.text)\(fix.errors)")
      let after = try Self.read(folder + "/" + row.name)
      #expect(Array(after.unicodeScalars) == Array(row.after.unicodeScalars), "\(after)")
      #expect(try PageFolder.paths(in: folder).count == 2)
      #expect(try Self.read(folder + "/other.dat").contains("ofthe boathouse ,"))
      let again = try GhirbalProcess(
        ["check", "--no-config", "--diff", "."] + row.arguments, in: folder)
      #expect(again.output.isEmpty, "a second time there is nothing to mend: \(again.text)")
    }
  }

  @Test func linksAndPermissionsStay() throws {
    try TemporaryFolder.with { folder in
      try Self.write("The ferry runs again , people say.\n", folder + "/real.txt")
      #expect(chmod(folder + "/real.txt", 0o640) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.txt", withDestinationPath: "real.txt")
      #expect(
        try GhirbalProcess(["check", "--no-config", "--fix", "link.txt"], in: folder).status == 0)
      #expect(try Self.read(folder + "/real.txt") == "The ferry runs again, people say.\n")
      var status = stat()
      #expect(lstat(folder + "/link.txt", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
      #expect(stat(folder + "/real.txt", &status) == 0 && status.st_mode & 0o777 == 0o640)
    }
  }

  @Test func resultsOfARunAndKnownFindingsStay() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write("The ferry runs again , people say.\n", folder + "/raw/a.txt")
      try Self.write(
        "input: raw\noutput: clean\nstages: [fold_blank_lines]\n", folder + "/pipeline.yml")
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
      let results = try GhirbalProcess(["check", "--fix", "clean"], in: folder)
      #expect(results.errors.contains("a run wrote it"), "\(results.errors)")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)

      try Self.write("The ferry runs again , people say.\n", folder + "/b.txt")
      #expect(try GhirbalProcess(["check", "--write-baseline", "b.txt"], in: folder).status == 0)
      #expect(try GhirbalProcess(["check", "--fix", "b.txt"], in: folder).status == 0)
      #expect(try Self.read(folder + "/b.txt") == "The ferry runs again , people say.\n")
    }
  }

  @Test func whatCannotBeMendedSaysSo() throws {
    try TemporaryFolder.with { folder in
      for (arguments, says) in [
        (["--fix"], "--fix needs the files"), (["--fix", "-"], "a filter for a pipe"),
        (["--diff", "--write-baseline", "a.txt"], "exclude each other"),
      ] {
        let process = try GhirbalProcess(["check"] + arguments, in: folder)
        #expect(process.status == 64 && process.errors.contains(says), "\(process.errors)")
      }
      let missing = try GhirbalProcess(["check", "--fix", "a.txt"], in: folder)
      #expect(missing.status == 2 && missing.errors.contains("a.txt: No such file"))
      let latin = folder + "/latin.txt"
      try AtomicFile.write([0x63, 0x61, 0x66, 0xE9, 0x20, 0x2C, 0x0A], to: latin)
      #expect(try GhirbalProcess(["check", "--fix", "latin.txt"], in: folder).status == 1)
      #expect(try AtomicFile.read(latin) == [0x63, 0x61, 0x66, 0xE9, 0x20, 0x2C, 0x0A])
    }
  }

  @Test func findingsShowTheirLineAndAreCounted() throws {
    try TemporaryFolder.with { folder in
      try Self.write(
        "The roof ofthe boathouse was mended in spring, and nobody noticed.\n\nHe came .\n",
        folder + "/a.txt")
      let process = try GhirbalProcess(["check", "--no-config", "a.txt"], in: folder)
      #expect(
        process.text.contains(
          """
              The roof ofthe boathouse was mended in spring, and nobody noticed.
                         ^

          """),
        "\(process.text)")
      #expect(process.errors.contains("GB301 glued_words: 1\n"))
      #expect(process.errors.contains("GB501 misplaced_space: 1\n"))
      let fewer = try GhirbalProcess(
        ["check", "--no-config", "--ignore", "GB3,GB5", "a.txt"], in: folder)
      #expect(fewer.status == 0 && fewer.output.isEmpty, "\(fewer.text)")
      let unknown = try GhirbalProcess(["check", "--ignore", "GB7", "a.txt"], in: folder)
      #expect(unknown.status == 64 && unknown.errors.contains("`ghirbal check --rules` lists them"))
    }
  }

  @Test func aFolderStandsForTextsInAnyCaseOfLetters() throws {
    try TemporaryFolder.with { folder in
      for name in ["a.TXT", "b.Md", "c.rst", "d.text", "e.html", "rst", "f.rst.gz"] {
        try Self.write("The ferry runs again , people say.\n", folder + "/" + name)
      }
      let process = try GhirbalProcess(["check", "--no-config", "."], in: folder)
      for name in ["a.TXT", "b.Md", "c.rst", "d.text"] {
        #expect(process.text.contains("\(name):1:"), "\(process.text)")
      }
      #expect(process.errors.contains("; 4 files,"), "\(process.errors)")
      try AtomicFile.makeFolder(folder + "/none")
      let none = try GhirbalProcess(["check", "--no-config", "none"], in: folder)
      #expect(none.errors.contains("no texts there") && none.errors.contains(".rst"))
    }
  }
}
