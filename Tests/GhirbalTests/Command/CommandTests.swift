import Foundation
import GhirbalIO
import TestSupport
import Testing

/// The command from its arguments to its exit code, on small pages in a temporary folder.
@Suite(.serialized) struct CommandTests {
  private static let english = "A first line of prose .\r\n\r\n\r\n\r\nAnd a second line.\r\n"
  private static let englishClean = "A first line of prose.\n\nAnd a second line.\n"

  /// A folder with a configuration and pages.
  private static func withPages<R>(_ body: (String) throws -> R) throws -> R {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw/news")
      try write("# our corpus\ninput: raw\noutput: clean\n", folder + "/pipeline.yml")
      try write(english, folder + "/raw/a.txt")
      try write(
        "<!doctype html><title>T</title><body><h1>A heading</h1><p>\(prose)</p><p>\(prose)</p>",
        folder + "/raw/news/b.html")
      return try body(folder)
    }
  }

  private static let prose =
    "The ferry across the river runs again since Monday, and people came from both banks."

  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func read(_ path: String) throws -> String {
    String(decoding: try AtomicFile.read(path), as: UTF8.self)
  }

  // MARK: run, verify

  @Test func runWritesAllAndVerifyPasses() throws {
    try Self.withPages { folder in
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("2 pages: 2 ok, 0 dropped, 0 failed"))
      #expect(try Self.read(folder + "/clean/a.txt") == Self.englishClean)
      #expect(
        try PageFolder.paths(in: folder + "/clean") == [
          "a.txt", "a.txt.provenance.json", "manifest.jsonl", "news/b.html.provenance.json",
          "news/b.html.txt",
        ])
      let verify = try GhirbalProcess(["verify"], in: folder)
      #expect(verify.status == 0, "\(verify.errors)")
      #expect(verify.errors.contains("verified 2 pages"))
      let quiet = try GhirbalProcess(["run", "--quiet", "-j1"], in: folder)
      #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    }
  }

  @Test(arguments: ["run", "diff", "check", "verify"])
  func withoutAProjectTheMessageSaysWhatIsMissing(_ command: String) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess([command], in: folder)
      #expect(process.status == 2)
      #expect(
        process.errors.contains("corpus-raw: there is no such folder, and no pipeline.yml here"),
        "\(process.errors)")
    }
  }

  @Test func theConfigurationIsFoundInAFolderAbove() throws {
    try Self.withPages { folder in
      let run = try GhirbalProcess(["run"], in: folder + "/raw/news")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Self.read(folder + "/clean/a.txt") == Self.englishClean)
    }
  }

  @Test func resultsOfPagesThatAreGoneAreRemoved() throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      try Self.write("mine", folder + "/clean/notes.md")
      try FileManager.default.removeItem(atPath: folder + "/raw/a.txt")
      #expect(try GhirbalProcess(["run"], in: folder).status == 0)
      #expect(
        try PageFolder.paths(in: folder + "/clean") == [
          "manifest.jsonl", "news/b.html.provenance.json", "news/b.html.txt", "notes.md",
        ])
    }
  }

  struct TamperRow: CustomTestStringConvertible, Sendable {
    let label: String
    let file: String
    let old: String
    let new: String
    let says: String
    var testDescription: String { label }
  }

  static let tamperRows = [
    TamperRow(
      label: "a word of the clean text", file: "clean/a.txt", old: "second", new: "third",
      says: "a.txt: the clean text is not what the ledger gives"),
    TamperRow(
      label: "a word of the raw page", file: "raw/a.txt", old: "second", new: "third",
      says: "a.txt: the raw page is not the one that was cleaned"),
    TamperRow(
      label: "an edit's place", file: "clean/a.txt.provenance.json", old: "\"block_utf8\":[21,",
      new: "\"block_utf8\":[20,", says: "a.txt: edit "),
    TamperRow(
      label: "a reason", file: "clean/a.txt.provenance.json",
      old: "\"reason\":\"end_of_text\"", new: "\"reason\":\"blank_lines\"",
      says: "a.txt: the record is not the one that the manifest names"),
    TamperRow(
      label: "the totals", file: "clean/manifest.jsonl", old: "\"pages\":2", new: "\"pages\":1",
      says: "manifest.jsonl: the manifest's totals are not the sums of its rows"),
    TamperRow(
      label: "a record that is no JSON", file: "clean/a.txt.provenance.json", old: "{\n", new: "",
      says: "a.txt: the record cannot be read"),
  ]

  @Test(arguments: tamperRows) func verifyFindsTampering(_ row: TamperRow) throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      let text = try Self.read(folder + "/" + row.file)
      #expect(text.contains(row.old), "the row changes something")
      try Self.write(
        text.replacing(row.old, with: row.new, maxReplacements: 1), folder + "/" + row.file)
      let verify = try GhirbalProcess(["verify"], in: folder)
      #expect(verify.status == 1)
      #expect(verify.errors.contains(row.says), "\(verify.errors)")
    }
  }

  @Test func verifyNamesTheManifestThatItLooksFor() throws {
    try Self.withPages { folder in
      let process = try GhirbalProcess(["verify", "nowhere"], in: folder)
      #expect(process.status == 1)
      #expect(
        process.errors.hasPrefix("ghirbal: nowhere/manifest.jsonl: No such file or directory\n"))
      #expect(process.errors.contains("type `ghirbal run` first"))
    }
  }

  @Test func verifyFindsWhatIsMissing() throws {
    try Self.withPages { folder in
      #expect(try GhirbalProcess(["verify"], in: folder).status == 1, "nothing was written yet")
      _ = try GhirbalProcess(["run"], in: folder)
      try Self.write("One more.\n", folder + "/raw/c.txt")
      let verify = try GhirbalProcess(["verify"], in: folder)
      #expect(verify.status == 1)
      #expect(verify.errors.contains("c.txt: the page is missing from the manifest"))
      try FileManager.default.removeItem(atPath: folder + "/raw/c.txt")
      try FileManager.default.removeItem(atPath: folder + "/clean/a.txt")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 1)
    }
  }

  @Test func aPageThatFailsDoesNotEndTheRun() throws {
    try Self.withPages { folder in
      try AtomicFile.write(
        [UInt8](repeating: 1, count: 100), to: folder + "/raw/image.html")
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("image.html: failed: not_text"))
      #expect(run.errors.contains("3 pages: 2 ok, 0 dropped, 1 failed"))
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
    }
  }

  @Test func aSelectorThatMatchesNothingIsNamed() throws {
    try Self.withPages { folder in
      try Self.write(
        "input: raw\noutput: clean\nstages:\n  - select_main_content: {drop: [h1, .none]}\n",
        folder + "/pipeline.yml")
      let warning =
        "ghirbal: warning: drop of select_main_content: \".none\" matched no text on any page\n"
      for arguments in [
        ["run", "--quiet", "-j2"], ["clean", "raw", "-o", "other"], ["clean", "raw/news/b.html"],
      ] {
        let process = try GhirbalProcess(arguments, in: folder)
        #expect(process.status == 0)
        #expect(process.errors == warning, "\(arguments)")
      }
      let single = try GhirbalProcess(["clean", "raw/a.txt"], in: folder)
      #expect(single.errors.contains("\"h1\" matched no text"))
    }
  }

  @Test func aScriptShellIsDroppedAsOne() throws {
    try Self.withPages { folder in
      try Self.write(
        "<!doctype html><script src=/a.js></script><div id=app></div><noscript>No JavaScript.",
        folder + "/raw/shell.html")
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.contains("shell.html: dropped: script_shell"), "\(run.errors)")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
    }
  }

  // MARK: clean, restore

  @Test func cleanReadsStandardInput() throws {
    try TemporaryFolder.with { folder in
      for arguments in [["clean", "-"], ["clean"]] {
        let clean = try GhirbalProcess(arguments, in: folder, input: Array(Self.english.utf8))
        #expect(clean.status == 0 && clean.errors.isEmpty)
        #expect(clean.text == Self.englishClean)
      }
    }
  }

  @Test func cleanRunsTheWantedStagesOnly() throws {
    try TemporaryFolder.with { folder in
      let clean = try GhirbalProcess(
        ["clean", "--only", "fold_blank_lines", "-"], in: folder, input: Array(Self.english.utf8))
      #expect(clean.text == "A first line of prose .\n\nAnd a second line.\n")
      let markup = try GhirbalProcess(
        ["clean", "--read-as", "text", "-"], in: folder, input: Array("<html><p>One.".utf8))
      #expect(markup.text == "<html><p>One.\n")
    }
  }

  struct TitleRow: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    /// Whether the text opens with the page's title.
    let isFirst: Bool
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let titleRows = [
    TitleRow(arguments: [], isFirst: true),
    TitleRow(arguments: ["--title", "keep"], isFirst: true),
    TitleRow(arguments: ["--title", "drop"], isFirst: false),
    TitleRow(arguments: ["--title", "auto"], isFirst: false),
    TitleRow(arguments: ["--title", "auto", "--format", "markdown"], isFirst: true),
  ]

  @Test(arguments: titleRows) func theCommandLineDecidesOverTitles(_ row: TitleRow) throws {
    try Self.withPages { folder in
      try Self.write("stages: { select_main_content: { title: keep } }\n", folder + "/pipeline.yml")
      let clean = try GhirbalProcess(["clean", "raw/news/b.html"] + row.arguments, in: folder)
      #expect(clean.status == 0, "\(clean.errors)")
      #expect(clean.text.contains("A heading") == row.isFirst)
      #expect(
        clean.text.hasPrefix("A heading\n") || clean.text.hasPrefix("# A heading\n")
          || !row.isFirst)
    }
  }

  @Test func aTitleThatNothingDecidesOverIsRefused() throws {
    try Self.withPages { folder in
      for arguments in [["--only", "repair_words"], ["--skip", "select_main_content"]] {
        let clean = try GhirbalProcess(
          ["clean", "--title", "keep", "raw/a.txt"] + arguments, in: folder)
        #expect(clean.status == 64)
        #expect(
          clean.errors.contains("--title is an option of select_main_content, which does not run"),
          "\(clean.errors)")
      }
    }
  }

  @Test func cleanWritesAFolder() throws {
    try Self.withPages { folder in
      let clean = try GhirbalProcess(["clean", "raw", "-o", "other"], in: folder)
      #expect(clean.status == 0 && clean.output.isEmpty, "\(clean.errors)")
      let verify = try GhirbalProcess(["verify", "other", "--input", "raw"], in: folder)
      #expect(verify.status == 0, "\(verify.errors)")
    }
  }

  @Test func aMissingFileDoesNotKeepTheOthersFromBeingCleaned() throws {
    try Self.withPages { folder in
      let clean = try GhirbalProcess(["clean", "raw/none.txt", "raw/a.txt"], in: folder)
      #expect(clean.status == 2)
      #expect(
        clean.errors == "ghirbal: none.txt: failed: unreadable (No such file or directory)\n")
      #expect(clean.text == Self.englishClean)
      let folderToo = try GhirbalProcess(
        ["clean", "raw/none.txt", "raw/a.txt", "-o", "other"], in: folder)
      #expect(folderToo.status == 2)
      #expect(try Self.read(folder + "/other/a.txt") == Self.englishClean)
    }
  }

  @Test func restoreGivesTheRawBytesBack() throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      try FileManager.default.removeItem(atPath: folder + "/raw/a.txt")
      let record = "clean/a.txt.provenance.json"
      let restore = try GhirbalProcess(["restore", record], in: folder)
      #expect(restore.status == 0, "\(restore.errors)")
      #expect(restore.text == Self.english)
      #expect(try GhirbalProcess(["restore", record, "-o", "back"], in: folder).status == 0)
      #expect(try Self.read(folder + "/back") == Self.english)
      let markup = try GhirbalProcess(["restore", "clean/news/b.html.provenance.json"], in: folder)
      #expect(markup.status == 2)
      #expect(markup.errors.contains("only text can be restored"))
      try Self.write(Self.englishClean + "x", folder + "/clean/a.txt")
      #expect(try GhirbalProcess(["restore", record], in: folder).status == 2)
    }
  }

  @Test func aTextOfWhiteSpaceIsRestored() throws {
    try TemporaryFolder.with { folder in
      for (number, text) in [" ", "\n", "\t \r\n ", ""].enumerated() {
        try Self.write(text, folder + "/page")
        let clean = try GhirbalProcess(["clean", "page", "-o", "out-\(number)"], in: folder)
        #expect(clean.status == 0, "\(clean.errors)")
        let record = "out-\(number)/page.provenance.json"
        let restore = try GhirbalProcess(["restore", record], in: folder)
        #expect(restore.status == 0, "\(restore.errors)")
        #expect(restore.text == text)
      }
    }
  }

  @Test func aSinglePagesRecordIsWritten() throws {
    try Self.withPages { folder in
      let clean = try GhirbalProcess(["clean", "raw/a.txt", "--record", "r.json"], in: folder)
      #expect(clean.status == 0 && clean.text == Self.englishClean)
      let record = try ProvenanceRecord(json: AtomicFile.read(folder + "/r.json"))
      #expect(record.source.path == "a.txt")
    }
  }

  // MARK: diff

  @Test(.enabled(if: SystemTool.exists("patch"), "needs patch")) func diffIsAPatch() throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      #expect(try GhirbalProcess(["diff"], in: folder).status == 0)
      // One page changed, one gone, one new, and all in one hunk or several.
      let lines = (1...40).map { "Line \($0) of the page ends here." }
      try Self.write(lines.joined(separator: "\n") + "\n", folder + "/raw/a.txt")
      _ = try GhirbalProcess(["run"], in: folder)
      var changed = lines
      changed[2] = "Another line stands here."
      changed.remove(at: 20)
      changed[35] = "And here ."
      try Self.write(changed.joined(separator: "\n") + "\n", folder + "/raw/a.txt")
      try FileManager.default.removeItem(atPath: folder + "/raw/news/b.html")
      try AtomicFile.makeFolder(folder + "/raw/fa")
      try Self.write("این خط نخست است .\n", folder + "/raw/fa/ج.txt")
      let diff = try GhirbalProcess(["diff"], in: folder)
      #expect(diff.status == 1)
      let names = try GhirbalProcess(["diff", "--name-only"], in: folder)
      #expect(names.status == 1)
      #expect(
        names.text.split(separator: "\n") == [
          "a.txt", "a.txt.provenance.json", "fa/ج.txt", "fa/ج.txt.provenance.json",
          "manifest.jsonl", "news/b.html.provenance.json", "news/b.html.txt",
        ])
      #expect(diff.text.contains("--- a/a.txt\n+++ b/a.txt\n@@ -1,6 +1,6 @@\n"))
      #expect(diff.text.contains("--- /dev/null\n+++ b/fa/ج.txt\n@@ -0,0 +1,1 @@\n"))
      try patch(folder + "/clean", diff.output)
      let after = try GhirbalProcess(["diff"], in: folder)
      #expect(after.status == 0, "\(after.text.prefix(2000))")
    }
  }

  private func patch(_ folder: String, _ diff: [UInt8]) throws {
    let patch = try GhirbalProcess(
      executable: URL(filePath: #require(SystemTool.path("patch"))),
      ["-p1", "--no-backup-if-mismatch"], in: folder, input: diff)
    #expect(patch.status == 0, "\(patch.text) \(patch.errors)")
  }

  struct DiffRow {
    let label: String
    let old: String
    let new: String
  }

  static let diffRows = [
    DiffRow(label: "a line at the start", old: "One.\nTwo.\n", new: "Zero.\nOne.\nTwo.\n"),
    DiffRow(label: "a line at the end", old: "One.\nTwo.\n", new: "One.\nTwo.\nThree.\n"),
    DiffRow(label: "all lines", old: "One.\nTwo.\n", new: "Three.\nFour.\n"),
    DiffRow(
      label: "two changes six lines apart", old: "a\n1\n2\n3\n4\n5\n6\nb\n",
      new: "x\n1\n2\n3\n4\n5\n6\ny\n"),
    DiffRow(
      label: "two changes seven lines apart", old: "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
      new: "x\n1\n2\n3\n4\n5\n6\n7\ny\n"),
    DiffRow(label: "no line end before", old: "One.\nTwo.", new: "One.\nTwo.\n"),
    DiffRow(label: "no line end after", old: "One.\nTwo.\n", new: "One.\nTwo."),
    DiffRow(label: "no line end before nor after", old: "One.\nTwo.", new: "One.\nThree."),
    DiffRow(label: "lines that are the same", old: "a\na\na\nb\n", new: "a\na\nb\na\n"),
    DiffRow(label: "letters composed in another way", old: "caf\u{E9}\n", new: "cafe\u{301}\n"),
    DiffRow(label: "a line that looks like a patch", old: "-- a\n++ b\n", new: "-- a\n@@ c\n"),
  ]

  /// Pages under no stages at all come out as they went in, so that any two texts can be compared.
  @Test(.enabled(if: SystemTool.exists("patch"), "needs patch")) func aPatchGivesTheNewText() throws
  {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write("input: raw\noutput: clean\nstages: []\n", folder + "/pipeline.yml")
      for (index, row) in Self.diffRows.enumerated() {
        try Self.write(row.old, folder + "/raw/\(index)")
      }
      _ = try GhirbalProcess(["run"], in: folder)
      for (index, row) in Self.diffRows.enumerated() {
        try Self.write(row.new, folder + "/raw/\(index)")
      }
      let diff = try GhirbalProcess(["diff"], in: folder)
      #expect(diff.status == 1)
      try patch(folder + "/clean", diff.output)
      for (index, row) in Self.diffRows.enumerated() {
        let patched = try AtomicFile.read(folder + "/clean/\(index).txt")
        #expect(patched == Array(row.new.utf8), "\(row.label)")
      }
    }
  }

  /// Names and bytes that a patch must quote, by each tool that takes patches.
  @Test(
    .enabled(if: SystemTool.exists("patch", "git"), "needs patch and git"),
    arguments: ["patch", "git"])
  func aPatchReachesEveryFile(_ tool: String) throws {
    let names = ["a b.txt", "quo\"te", "back\\slash", "tab\there", "ساده", "new one", "gone"]
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw/sub folder")
      try Self.write("input: raw\noutput: clean\n", folder + "/pipeline.yml")
      for name in names where name != "new one" {
        try Self.write("One line.\n\nIt stays.\n", folder + "/raw/sub folder/\(name)")
      }
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
      for name in names where name != "gone" {
        try Self.write("Another line.\n\nIt stays.\n", folder + "/raw/sub folder/\(name)")
      }
      try FileManager.default.removeItem(atPath: folder + "/raw/sub folder/gone")
      // What lies there may be no text at all.
      try AtomicFile.write(
        [0x61, 0x0A, 0xFF, 0xC3, 0x0D, 0x0A, 0x00], to: folder + "/clean/sub folder/ساده.txt")
      let diff = try GhirbalProcess(["diff"], in: folder)
      #expect(diff.status == 1)
      let arguments = tool == "git" ? ["apply", "-"] : ["-p1", "--no-backup-if-mismatch"]
      let patch = try GhirbalProcess(
        executable: URL(filePath: #require(SystemTool.path(tool))), arguments,
        in: folder + "/clean", input: diff.output)
      #expect(patch.status == 0, "\(patch.text) \(patch.errors)")
      let after = try GhirbalProcess(["diff"], in: folder)
      #expect(after.status == 0, "\(after.text.prefix(2000))")
    }
  }

  @Test func diffShowsTextsOrRecordsAlone() throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      #expect(
        try GhirbalProcess(["diff", "--text"], in: folder).errors == "ghirbal: no differences\n")
      try Self.write("A first line of prose.\n\nAnd a third line.\n", folder + "/raw/a.txt")
      try Self.write("New.\n", folder + "/raw/c.txt")
      let text = try GhirbalProcess(["diff", "--text"], in: folder)
      #expect(text.status == 1)
      #expect(text.text.contains("-And a second line.\n+And a third line.\n"))
      #expect(!text.text.contains("provenance") && !text.text.contains("manifest"))
      #expect(!text.text.contains("\u{1B}"))
      #expect(text.errors.contains("changed a.txt  +1 −1\n"), "\(text.errors)")
      #expect(text.errors.contains("new     c.txt  +1\n"))
      #expect(text.errors.contains("2 files: 1 new, 1 changed; 2 records not shown (--records)"))
      let records = try GhirbalProcess(["diff", "--records"], in: folder)
      #expect(records.text.contains("provenance") && !records.text.contains("b/a.txt\n"))
      let both = try GhirbalProcess(["diff", "--text", "--records"], in: folder)
      #expect(both.text.contains("provenance") && both.text.contains("b/a.txt\n"))
      let names = try GhirbalProcess(["diff", "--text", "--name-only"], in: folder)
      #expect(names.text == "a.txt\nc.txt\n" && names.errors.isEmpty)
      let coloured = try GhirbalProcess(["diff", "--text", "--color", "always"], in: folder)
      #expect(coloured.text.contains("\u{1B}[32m+And a third line.\u{1B}[0m\n"))
      let shown = try TerminalProcess(["diff", "--text"], in: folder).shown
      #expect(shown.contains("\u{1B}[31m-And a second line."))
    }
  }

  @Test func aFolderOfRecordsIsRestored() throws {
    try Self.withPages { folder in
      try Self.write("caf\u{E9}\u{A0}ofthe  roof , x\n", folder + "/raw/news/c.txt")
      _ = try GhirbalProcess(["run"], in: folder)
      let nowhere = try GhirbalProcess(["restore", "clean"], in: folder)
      #expect(nowhere.status == 64 && nowhere.errors.contains("-o FOLDER"))
      let restore = try GhirbalProcess(["restore", "clean/", "-o", "back"], in: folder)
      #expect(restore.status == 2, "markup is not kept in a record")
      #expect(restore.errors.contains("news/b.html.provenance.json: the page was html"))
      #expect(restore.errors.contains("restored 2 of 3 pages into back"))
      #expect(try PageFolder.paths(in: folder + "/back") == ["a.txt", "news/c.txt"])
      for page in ["a.txt", "news/c.txt"] {
        #expect(
          try AtomicFile.read(folder + "/back/" + page) == AtomicFile.read(folder + "/raw/" + page))
      }
      try Self.write("mine\n", folder + "/back/a.txt")
      let again = try GhirbalProcess(["restore", "clean", "-o", "back"], in: folder)
      #expect(again.errors.contains("another file of that name is there and is left"))
      #expect(try Self.read(folder + "/back/a.txt") == "mine\n")
      let record = "clean/a.txt.provenance.json"
      let evil = try Self.read(folder + "/" + record)
        .replacing("\"path\":\"a.txt\"", with: "\"path\":\"../a.txt\"")
      try Self.write(evil, folder + "/" + record)
      let outside = try GhirbalProcess(["restore", "clean", "-o", "back"], in: folder)
      #expect(!FileManager.default.fileExists(atPath: folder + "/a.txt"), "\(outside.errors)")
      let text = try GhirbalProcess(["restore", "clean/news/c.txt"], in: folder)
      #expect(text.errors.contains("its record is clean/news/c.txt.provenance.json"))
      try AtomicFile.makeFolder(folder + "/none")
      let none = try GhirbalProcess(["restore", "none", "-o", "x"], in: folder)
      #expect(none.status == 2 && none.errors.contains("there is no record"))
    }
  }

  @Test func verifyNamesTheOptionThatIsMissing() throws {
    try Self.withPages { folder in
      _ = try GhirbalProcess(["run"], in: folder)
      try FileManager.default.removeItem(atPath: folder + "/pipeline.yml")
      let none = try GhirbalProcess(["verify", "clean"], in: folder)
      #expect(none.status == 2 && none.errors.contains("--input FOLDER names the raw pages"))
      try AtomicFile.makeFolder(folder + "/corpus-raw")
      let wrong = try GhirbalProcess(["verify", "clean"], in: folder)
      #expect(wrong.status == 1 && wrong.errors.contains("--input FOLDER names the raw pages"))
      #expect(try GhirbalProcess(["verify", "clean", "--input", "raw"], in: folder).status == 0)
    }
  }

  @Test func oneIsNotMany() throws {
    try TemporaryFolder.with { folder in
      try Self.write(
        "input: raw\noutput: clean\nstages: [fold_blank_lines]\n", folder + "/pipeline.yml")
      try AtomicFile.makeFolder(folder + "/raw")
      try Self.write("Words.\n", folder + "/raw/a.txt")
      #expect(try GhirbalProcess(["run"], in: folder).errors.contains("1 page: 1 ok"))
      #expect(
        try GhirbalProcess(["verify"], in: folder).errors.contains("verified 1 page and 0 edits"))
      #expect(try GhirbalProcess(["check"], in: folder).errors.contains("1 file, 1 word"))
      #expect(
        try GhirbalProcess(["explain", "raw/a.txt"], in: folder).text.contains(
          "1 of 1 block, 1 of 1 word"))
      #expect(try GhirbalProcess(["config", "validate"], in: folder).errors.contains("1 stage"))
    }
  }

  // MARK: explain

  @Test func explainKeepsToTheTerminal() throws {
    try TemporaryFolder.with { folder in
      let nasty =
        "ESC \u{1B}[31m red, CSI \u{9B}31m, BEL \u{7}, bidi \u{202E}abc\u{202C} and \u{2067}x.\n"
        + String(repeating: "این یک خط دراز است که در یک سطر جا نمیشود ", count: 9) + "\n"
        + String(repeating: "A long English line that runs on and on ", count: 9) + "\n"
      try Self.write(nasty, folder + "/page.txt")
      for arguments in [["explain", "page.txt"], ["explain", "--all", "page.txt"]] {
        let plain = try GhirbalProcess(arguments, in: folder)
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(!plain.output.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
        let scalars = plain.text.unicodeScalars
        #expect(!scalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x202E })
        // What reads a pipe gets the text alone.
        #expect(!scalars.contains { (0x2066...0x2069).contains($0.value) || $0.value == 0x202C })
        for line in plain.text.split(separator: "\n") {
          #expect(String(line).columns <= 80, "\(line)")
        }
        #expect(plain.text.contains("این یک خط"))
      }
      let shown = try TerminalProcess(["explain", "--color", "never", "page.txt"], in: folder).shown
      for line in shown.split(whereSeparator: \.isNewline) {
        let isolates = line.unicodeScalars.filter { (0x2068...0x2069).contains($0.value) }
        #expect(isolates.map(\.value) == (0..<isolates.count).map { $0 % 2 == 0 ? 0x2068 : 0x2069 })
      }
      #expect(shown.contains("\u{2068}این یک خط") && !shown.contains("\u{2068}A long"))
    }
  }

  @Test func explainNamesNoFeatureUnlessAllIsAsked() throws {
    try Self.withPages { folder in
      let page = "raw/news/b.html"
      let text = try GhirbalProcess(["explain", page], in: folder).text
      #expect(text.contains("kept     2 of 3 blocks") && text.contains("closest calls"))
      #expect(!text.contains("probability"))
      #expect(
        try GhirbalProcess(["explain", "--all", page], in: folder).text.contains("probability"))
      let json = try GhirbalProcess(["explain", "--json", page], in: folder)
      let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
      #expect(object?["schema"] as? String == "ghirbal/explain/1")
      #expect((object?["blocks"] as? [Any])?.count == 3)
      let both = try GhirbalProcess(["explain", "--json", "--all", page], in: folder)
      #expect(both.status == 64 && both.errors.contains("leave out --all"))
    }
  }

  @Test func explainSaysWhatStandsElsewhereInTheText() throws {
    try Self.withPages { folder in
      try Self.write(
        "stages: { select_main_content: { title: keep } }\n", folder + "/pipeline.yml")
      for more in [[], ["--all"]] {
        let text = try GhirbalProcess(["explain", "raw/news/b.html"] + more, in: folder).text
        #expect(text.contains("kept before the text"), "\(text)")
      }
    }
  }

  @Test func explainColoursOnlyWhereWanted() throws {
    try Self.withPages { folder in
      func explain(_ more: [String], _ environment: [String: String] = [:]) throws -> String {
        try GhirbalProcess(["explain", "raw/a.txt"] + more, in: folder, environment: environment)
          .text
      }
      #expect(try !explain([]).contains("\u{1B}"), "standard output is no terminal")
      #expect(try explain(["--color", "always"]).contains("\u{1B}["))
      #expect(try !explain(["--color", "never"]).contains("\u{1B}"))
      #expect(try !explain(["--color", "auto"], ["NO_COLOR": "1"]).contains("\u{1B}"))
      #expect(try explain(["--all", "--changes"]).contains("fold_blank_lines"))
      let changes = try explain(["--changes"])
      #expect(changes.contains("prose . → prose."))
      #expect(!changes.contains("And a second line."), "line ends alone changed there")
    }
  }

  // MARK: stages, config

  @Test func stagesAreListedAndDescribed() throws {
    try TemporaryFolder.with { folder in
      let list = try GhirbalProcess(["stages"], in: folder)
      #expect(list.status == 0)
      #expect(list.text.contains("fold_blank_lines"))
      let own = try GhirbalProcess(["stages", "external"], in: folder)
      #expect(own.text.contains("reasons of its own") && !own.text.contains("reasons:"))
      let one = try GhirbalProcess(["stages", "select_main_content"], in: folder)
      #expect(one.text.contains("min_confidence: 0.2") && one.text.contains("boilerplate"))
      let none = try GhirbalProcess(["stages", "nothing"], in: folder)
      #expect(none.status == 64)
      #expect(none.errors.contains("unknown stage \"nothing\""))
      let near = try GhirbalProcess(["stages", "repair_word"], in: folder)
      #expect(near.errors.contains("did you mean repair_words?"))
    }
  }

  @Test func theConfigurationIsShownCheckedAndDescribed() throws {
    try Self.withPages { folder in
      let show = try GhirbalProcess(["config", "show"], in: folder)
      #expect(show.status == 0)
      for line in ["input: raw", "output: clean", "format: text"] {
        #expect(show.text.contains("\n\(line)\n"), "\(show.text)")
      }
      try AtomicFile.write(show.output, to: folder + "/shown.yml")
      let again = try GhirbalProcess(["config", "show", "--config", "shown.yml"], in: folder)
      #expect(again.text == show.text)
      let valid = try GhirbalProcess(["config", "validate"], in: folder)
      #expect(valid.status == 0 && valid.errors.contains("valid"))
      try Self.write("input: raw\noutptu: clean\n", folder + "/pipeline.yml")
      for command in [
        ["config", "validate"], ["run"], ["verify"], ["diff"], ["explain", "raw/a.txt"],
      ] {
        let bad = try GhirbalProcess(command, in: folder)
        #expect(bad.status == 78, "\(command)")
        #expect(bad.errors.contains("pipeline.yml:2: unknown key \"outptu\"; did you mean output?"))
      }
      let missing = try GhirbalProcess(["config", "show", "--config", "none.yml"], in: folder)
      #expect(missing.status == 2)
      let schema = try GhirbalProcess(["config", "schema"], in: folder)
      #expect(schema.status == 0)
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(schema.output))
      }
    }
  }

  // MARK: Exit codes

  struct UsageRow: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let usageRows = [
    UsageRow(arguments: ["--version"], status: 0), UsageRow(arguments: ["--help"], status: 0),
    UsageRow(arguments: ["help", "run"], status: 0), UsageRow(arguments: ["nothing"], status: 64),
    UsageRow(arguments: ["run", "--nothing"], status: 64),
    UsageRow(arguments: ["run", "-j", "0"], status: 64),
    UsageRow(arguments: ["run", "-j", "many"], status: 64),
    UsageRow(arguments: ["clean", "--format", "pdf", "-"], status: 64),
    UsageRow(arguments: ["clean", "--title", "first", "-"], status: 64),
    UsageRow(arguments: ["clean", "-", "-o", "out"], status: 64),
    UsageRow(arguments: ["clean", "a", "b", "--record", "r"], status: 64),
    UsageRow(arguments: ["clean", "--only", "nothing", "-"], status: 64),
    UsageRow(arguments: ["explain", "--color", "pink", "-"], status: 64),
    UsageRow(arguments: ["run"], status: 2), UsageRow(arguments: ["restore", "none"], status: 2),
    UsageRow(arguments: ["explain", "none"], status: 2),
  ]

  @Test(arguments: usageRows) func wrongUseHasItsExitCode(_ row: UsageRow) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(row.arguments, in: folder)
      #expect(process.status == row.status, "\(process.errors)")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskIsAnError() throws {
    try Self.withPages { folder in
      for command in ["clean raw/a.txt", "explain raw/a.txt", "config show", "stages"] {
        let process = try shell("ghirbal \(command) > /dev/full", folder)
        #expect(process.status == 2, "\(command)")
        #expect(process.errors.contains("standard output: No space left on device"), "\(command)")
      }
    }
  }

  @Test func aClosedPipeIsQuiet() throws {
    try Self.withPages { folder in
      let long = String(repeating: "A line that is long enough to fill a pipe.\n\n", count: 3000)
      try Self.write(long, folder + "/raw/long.txt")
      for command in ["clean raw/long.txt", "explain raw/long.txt"] {
        let process = try shell("ghirbal \(command) | head -n 1", folder)
        #expect(process.status == 0)
        #expect(process.errors.isEmpty, "\(process.errors)")
      }
    }
  }

  /// How the process that writes attributes is ended, and what it is then ended by.
  static let stops = [
    ("a signal to end", "sleep 9 | ghirbal $to - & %; kill -TERM $!; wait $!", -SIGTERM),
    ("the terminal is gone", "sleep 9 | ghirbal $to - & %; kill -HUP $!; wait $!", -SIGHUP),
    ("nobody reads", "(sleep 0.3; ghirbal $to raw; echo $? >&2) | true", -SIGPIPE),
    (
      "nobody reads, and the signal is ignored",
      "(trap '' PIPE; sleep 0.3; ghirbal $to raw; echo $? >&2) | true", -SIGPIPE
    ),
  ]

  @Test(arguments: stops)
  func attributesThatAreNotWholeAreNotLeft(_ label: String, _ script: String, _ end: Int32) throws {
    try Self.withPages { folder in
      // With a sanitizer seconds go by until the hidden file is there.
      let wait =
        "for i in $(seq 80); do ls -A | grep -q ^.ghirbal && break; sleep 0.1; done"
      let process = try shell(
        "to='clean --to dolma --attributes at.jsonl'; "
          + script.replacing("%", with: wait + "; ls -A | grep -c ^.ghirbal"), folder)
      if script.contains("%") { #expect(process.text == "1\n", "it was there: \(process.errors)") }
      #expect("\(process.status) \(process.errors)".contains("\(128 - end)"), "\(process.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!left.contains { $0.hasPrefix(".ghirbal") || $0.contains("at.jsonl") }, "\(left)")
    }
  }

  private func shell(_ script: String, _ folder: String) throws -> GhirbalProcess {
    let tools = try #require(GhirbalProcess.executable).deletingLastPathComponent().path
    return try GhirbalProcess(
      executable: URL(filePath: "/bin/sh"), ["-c", "PATH=\"\(tools):$PATH\"; \(script)"], in: folder
    )
  }
}
