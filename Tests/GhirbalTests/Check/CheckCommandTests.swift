import Foundation
import GhirbalIO
import TestSupport
import Testing

/// `ghirbal check` from its arguments to its exit code.
@Suite(.serialized) struct CheckCommandTests {
  private static let prose =
    "The ferry across the river runs again since Monday, and people came from both banks."

  /// A project whose output is up to date.
  private static func withProject<R>(
    _ more: String = "", _ body: (String) throws -> R
  ) throws -> R {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/raw/news")
      try write("input: raw\noutput: clean\n\(more)", folder + "/pipeline.yml")
      try write("\(prose)\n\nAnd a second line.\n", folder + "/raw/a.txt")
      try write(
        "<!doctype html><title>T</title><body><h1>A heading</h1><p>\(prose)</p><p>\(prose)!</p>",
        folder + "/raw/news/b.html")
      let run = try GhirbalProcess(["run", "--quiet"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      return try body(folder)
    }
  }

  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func read(_ path: String) throws -> String {
    String(decoding: try AtomicFile.read(path), as: UTF8.self)
  }

  private static func check(_ arguments: [String] = [], in folder: String) throws
    -> GhirbalProcess
  {
    try GhirbalProcess(["check"] + arguments, in: folder)
  }

  // MARK: Output and input

  @Test func aProjectThatIsUpToDatePasses() throws {
    try Self.withProject { folder in
      let check = try Self.check(in: folder)
      #expect(check.status == 0 && check.output.isEmpty, "\(check.text)\(check.errors)")
      #expect(check.errors.contains("nothing found; 2 files"))
      #expect(try Self.check(["-j1"], in: folder + "/raw/news").status == 0)
    }
  }

  struct StaleRow: CustomTestStringConvertible, Sendable {
    let label: String
    let path: String
    /// Nil removes the file.
    let text: String?
    let says: [String]
    var testDescription: String { label }
  }

  static let staleRows = [
    StaleRow(
      label: "a text that somebody edited", path: "clean/a.txt",
      text: "\(prose)\n\nAnd a third line.\n", says: ["clean/a.txt:3:1: error: GB101"]),
    StaleRow(
      label: "a page that changed", path: "raw/a.txt", text: "Another text altogether.\n",
      says: ["clean/a.txt:1:1: error: GB101"]),
    StaleRow(
      label: "a text that is gone", path: "clean/a.txt", text: nil,
      says: ["clean/a.txt: error: GB102"]),
    StaleRow(
      label: "a page that is new", path: "raw/c.txt", text: "A new text.\n",
      says: ["clean/c.txt: error: GB102"]),
    StaleRow(
      label: "a page that is gone", path: "raw/a.txt", text: nil,
      says: [
        "clean/a.txt: error: GB103", "clean/a.txt.provenance.json: error: GB103",
      ]),
    StaleRow(
      label: "a record alone", path: "clean/a.txt.provenance.json", text: "{}\n",
      says: ["clean/a.txt.provenance.json:1:1: error: GB101"]),
    StaleRow(
      label: "the manifest alone", path: "clean/manifest.jsonl", text: "\n",
      says: ["clean/manifest.jsonl:1:1: error: GB101"]),
    StaleRow(
      label: "somebody's own file", path: "clean/notes.txt", text: "Share this: Twitter\n", says: []
    ),
    StaleRow(
      label: "an option that changes no text changes the manifest's head", path: "pipeline.yml",
      text: "input: raw\noutput: clean\nreading: { max_page_bytes: 1000 }\n",
      says: ["clean/manifest.jsonl:1:1: error: GB101"]),
  ]

  @Test(arguments: staleRows) func whatIsOutOfDateIsFound(_ row: StaleRow) throws {
    try Self.withProject { folder in
      if let text = row.text {
        try Self.write(text, folder + "/" + row.path)
      } else {
        try FileManager.default.removeItem(atPath: folder + "/" + row.path)
      }
      let check = try Self.check(in: folder)
      let lines = Self.findings(check.text)
      #expect(check.status == (row.says.isEmpty ? 0 : 1), "\(check.errors)")
      #expect(lines.count == row.says.count, "\(check.text)")
      for (line, start) in zip(lines, row.says) { #expect(line.hasPrefix(start), "\(line)") }
    }
  }

  /// What a stage would repair is found where the project does not run that stage.
  @Test func aStageThatIsLeftOutStillJudges() throws {
    let stages = "stages:\n  - select_main_content\n  - fold_blank_lines\n"
    try Self.withProject(stages) { folder in
      try Self.write("\(Self.prose)It works .\n\nShare this: Twitter\n", folder + "/raw/a.txt")
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
      let check = try Self.check(in: folder)
      #expect(check.status == 1)
      #expect(check.text.contains("clean/a.txt:3:1: error: GB201"), "\(check.text)")
      #expect(check.text.contains("GB302") && check.text.contains("GB501"))
      let chosen = try Self.check(["--select", "GB3"], in: folder)
      #expect(Self.findings(chosen.text).count == 1, "\(chosen.text)")
      let others = try Self.check(["--ignore", "GB3", "--ignore", "site_chrome"], in: folder)
      #expect(Self.findings(others.text).count == 1, "\(others.text)")
    }
  }

  /// The lines that say where something was found, without the quoted text below them.
  private static func findings(_ report: String) -> [Substring] {
    report.split(separator: "\n").filter { $0.contains(": GB") }
  }

  /// Elements know their blocks by number, dropped ones too, and are asked for facts again.
  @Test func elementsOfDroppedBlocksAreStillThere() throws {
    let navigation = String(repeating: "<li><a href=/x>Somewhere else</a>", count: 30)
    let page = """
      <!doctype html><title>T</title><body><nav><ul>\(navigation)</ul></nav><main><h1>A heading</h1>
      <p>\(Self.prose)</p><p>\(Self.prose)!</p><p class="author">By Mara Lindqvist</p></main>
      <footer><span class="post-date">4 May 2012</span><ul>\(navigation)</ul>
      <time class="entry-date" datetime="2012-05-04">4 May 2012</time></footer>
      """
    for more in ["", "format: markdown\n", "writing: { links: inline }\n"] {
      try Self.withProject(more) { folder in
        try Self.write(page, folder + "/raw/news/b.html")
        #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
        let check = try Self.check(in: folder)
        #expect(check.status == 0 && check.output.isEmpty, "\(check.text)\(check.errors)")
      }
    }
  }

  // MARK: Known and ignored

  @Test func theBaselineHoldsWhenLinesMove() throws {
    try TemporaryFolder.with { folder in
      try Self.write("He came .\n\nThe roof ofthe house .\n", folder + "/a.txt")
      #expect(try Self.check(["a.txt"], in: folder).status == 1)
      let written = try Self.check(["a.txt", "--write-baseline"], in: folder)
      #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
      #expect(written.errors.contains("known from now on: 3 findings"), "\(written.errors)")
      let known = try Self.check(["a.txt"], in: folder)
      #expect(known.status == 0 && known.output.isEmpty, "\(known.text)")
      #expect(known.errors.contains("3 known"))
      // Text above and a new fault: the new one alone is told of.
      try Self.write(
        "A line above.\n\nHe came .\n\nThe roof ofthe house .\n\nShe left .\n", folder + "/a.txt")
      let new = try Self.check(["a.txt"], in: folder)
      #expect(new.status == 1)
      #expect(Self.findings(new.text).count == 1, "\(new.text)")
      #expect(new.text.hasPrefix("a.txt:7:9: warning: GB501"), "\(new.text)")
      // The same fault a second time is new.
      try Self.write("He came .\n\nHe came .\n\nThe roof ofthe house .\n", folder + "/a.txt")
      #expect(try Self.check(["a.txt"], in: folder).text.hasPrefix("a.txt:3:8: warning: GB501"))
      // What was mended is stale, and writing anew clears it.
      try Self.write("He came.\n\nThe roof ofthe house .\n", folder + "/a.txt")
      let stale = try Self.check(["a.txt"], in: folder)
      #expect(stale.status == 1)
      #expect(
        stale.text.hasPrefix("ghirbal-baseline.json:3:1: warning: GB902 stale_baseline: "),
        "\(stale.text)")
      #expect(Self.findings(stale.text).count == 1)
      #expect(try Self.check(["a.txt", "--write-baseline"], in: folder).status == 0)
      #expect(try Self.check(["a.txt"], in: folder).status == 0)
      // Of files and rules that are not looked at nothing is said, and nothing is lost.
      try Self.write("Fine.\n", folder + "/b.txt")
      #expect(try Self.check(["b.txt"], in: folder).status == 0)
      #expect(try Self.check(["b.txt", "--write-baseline"], in: folder).status == 0)
      #expect(try Self.check(["a.txt", "b.txt"], in: folder).status == 0)
    }
  }

  struct IgnoreRow: CustomTestStringConvertible, Sendable {
    let label: String
    let yaml: String
    let text: String
    /// What is found all the same.
    let finds: [String]
    var testDescription: String { label }
  }

  static let ignoreRows = [
    IgnoreRow(
      label: "by path", yaml: "{ rule: GB501, path: a.txt }", text: "He came .\n", finds: []),
    IgnoreRow(
      label: "by name and family", yaml: "{ rule: [glued_words, GB5], path: \"*.txt\" }",
      text: "He came ofthe .\n", finds: []),
    IgnoreRow(
      label: "another path", yaml: "{ rule: GB501, path: b.txt }", text: "He came .\n",
      finds: ["a.txt:1:8: warning: GB501"]),
    IgnoreRow(
      label: "another rule", yaml: "{ rule: GB301, path: a.txt }", text: "He came .\n",
      finds: ["a.txt:1:8: warning: GB501"]),
    IgnoreRow(
      label: "by phrase", yaml: "{ rule: GB501, phrase: \"came .\" }",
      text: "He came .\n\nShe left .\n", finds: ["a.txt:3:9: warning: GB501"]),
    IgnoreRow(
      label: "a phrase elsewhere in the line", yaml: "{ rule: GB501, phrase: \"He\" }",
      text: "He came .\n", finds: ["a.txt:1:8: warning: GB501"]),
    IgnoreRow(
      label: "an insertion touches its phrase", yaml: "{ rule: GB301, phrase: ofthe }",
      text: "The roof ofthe house.\n", finds: []),
  ]

  @Test(arguments: ignoreRows) func anIgnoreCovers(_ row: IgnoreRow) throws {
    try TemporaryFolder.with { folder in
      try Self.write("check:\n  ignore:\n    - \(row.yaml)\n", folder + "/pipeline.yml")
      try Self.write(row.text, folder + "/a.txt")
      let check = try Self.check(["a.txt"], in: folder)
      let lines = Self.findings(check.text)
      #expect(lines.count == row.finds.count, "\(check.text)\(check.errors)")
      for (line, start) in zip(lines, row.finds) { #expect(line.hasPrefix(start), "\(line)") }
    }
  }

  @Test func anUnusedIgnoreOfAProjectIsReported() throws {
    let ignore = "check:\n  ignore:\n    - { rule: GB301, path: \"news/**\" }\n"
    try Self.withProject(ignore) { folder in
      let check = try Self.check(in: folder)
      #expect(check.status == 1)
      #expect(
        check.text.hasPrefix("pipeline.yml:5:1: warning: GB901 unused_ignore"), "\(check.text)")
      #expect(try Self.check(["--select", "GB2"], in: folder).status == 0)
      #expect(try Self.check(["--ignore", "GB301"], in: folder).status == 0)
    }
  }

  struct CommentRow: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let finds: [String]
    var testDescription: String { label }
  }

  static let commentRows = [
    CommentRow(
      label: "on the line itself", text: "He came . <!-- ghirbal:ignore GB501 -->\n", finds: []),
    CommentRow(
      label: "alone above the line",
      text: "<!-- ghirbal:ignore GB501: he said so -->\n\nHe came .\n\nShe left .\n",
      finds: ["a.txt:5:9: warning: GB501"]),
    CommentRow(
      label: "for the file, by name",
      text: "He came .\n\n<!-- ghirbal:ignore-file misplaced_space -->\n\nShe left .\n", finds: []),
    CommentRow(
      label: "for all rules", text: "<!-- ghirbal:ignore -->\nHe came ofthe .\n", finds: []),
    CommentRow(
      label: "of another rule", text: "<!-- ghirbal:ignore GB301 -->\nHe came .\n",
      finds: ["a.txt:1:1: warning: GB901", "a.txt:2:8: warning: GB501"]),
    CommentRow(
      label: "that covers nothing", text: "<!-- ghirbal:ignore GB501 -->\nHe came.\n",
      finds: ["a.txt:1:1: warning: GB901"]),
    CommentRow(
      label: "of a rule that there is not",
      text: "<!-- ghirbal:ignore GB5xx GB501 -->\nHe came .\n",
      finds: ["a.txt:1:1: warning: GB901 unused_ignore: An ignore of a rule that there is not"]),
    CommentRow(
      label: "another comment is text",
      text: "<!-- ghirbal:ignorance GB501 -->\nHe came .\n",
      finds: ["a.txt:2:8: warning: GB501"]),
    CommentRow(
      label: "a comment without an end is text",
      text: "<!-- ghirbal:ignore GB501\nHe came .\n",
      finds: ["a.txt:2:8: warning: GB501"]),
  ]

  @Test(arguments: commentRows) func aCommentCovers(_ row: CommentRow) throws {
    try TemporaryFolder.with { folder in
      try Self.write(row.text, folder + "/a.txt")
      let check = try Self.check(["a.txt"], in: folder)
      let lines = Self.findings(check.text)
      #expect(lines.count == row.finds.count, "\(check.text)\(check.errors)")
      for (line, start) in zip(lines, row.finds) { #expect(line.hasPrefix(start), "\(line)") }
    }
  }

  @Test func aCommentInARawPageIsForTheBlockBelow() throws {
    let stages = "stages:\n  - fold_blank_lines\n"
    try Self.withProject(stages) { folder in
      func page(_ comment: String) -> String {
        "<!doctype html><body><p>\(Self.prose)</p>\(comment)<p>The roof ofthe house.</p>"
          + "<p>Some ofthe words.</p>"
      }
      for (comment, finds) in [
        ("", ["3:12: error: GB301", "5:8: error: GB301"]),
        ("<!-- ghirbal:ignore GB301 -->", ["5:8: error: GB301"]),
        ("<!-- ghirbal:ignore-file GB301 -->", []),
        ("<!-- ghirbal:ignore GB302 -->", ["3:12: error: GB301", "5:8: error: GB301", "raw"]),
      ] {
        try Self.write(page(comment), folder + "/raw/news/b.html")
        #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
        let check = try Self.check(in: folder)
        let lines = Self.findings(check.text)
        #expect(lines.count == finds.count, "\(check.text)")
        for (line, wanted) in zip(lines, finds) {
          if wanted == "raw" {
            #expect(line.hasPrefix("raw/news/b.html:1:"), "\(line)")
            #expect(line.contains("GB901"))
          } else {
            #expect(line.hasPrefix("clean/news/b.html.txt:\(wanted)"), "\(line)")
          }
        }
      }
    }
  }

  // MARK: pipeline.yml

  @Test func severitiesPhrasesAndBudgets() throws {
    let yaml = """
      check:
        rules: { GB501: note, GB301: off, GB2: warning }
        forbidden: ["second line"]
        budgets:
          - { path: "news/**", min_words: 10 }
          - { path: a.txt, min_words: 1000, max_removed_share: 0.5 }
          - { min_pages: 3 }
          - { max_failed: 0, max_dropped: 0% }
          - { site: example.com, min_words: 100000 }

      """
    try Self.withProject(yaml) { folder in
      try Self.write("Share this: Facebook Twitter Telegram\n", folder + "/raw/c.txt")
      try AtomicFile.write([UInt8](repeating: 0, count: 100), to: folder + "/raw/d.txt")
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 2)
      let check = try Self.check(in: folder)
      let found = Self.findings(check.text).map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      }
      #expect(
        found == [
          "clean/a.txt: error: GB602", "clean/a.txt:3:7: error: GB601",
          "pipeline.yml:9:1: error: GB606", "pipeline.yml:10:1: error: GB604",
          "pipeline.yml:10:1: error: GB605",
        ], "\(check.text)")
      #expect(check.text.contains("19 of 1000"), "\(check.text)")
      let texts = try Self.check(["raw/a.txt", "raw/c.txt"], in: folder)
      #expect(texts.text.contains("raw/c.txt:1:1: warning: GB201"), "\(texts.text)")
    }
  }

  @Test func aPageMayLoseNoMoreThanItsBudget() throws {
    try Self.withProject("check:\n  budgets: [{ max_removed_share: 0.1 }]\n") { folder in
      try Self.write(
        "\(Self.prose)\n\nShare this: Facebook Twitter Telegram\n", folder + "/raw/a.txt")
      #expect(try GhirbalProcess(["run", "--quiet"], in: folder).status == 0)
      let check = try Self.check(in: folder)
      #expect(check.status == 1)
      #expect(
        check.text
          == "clean/a.txt: error: GB603 much_removed: A page of which more was removed than its "
          + "budget allows: 30.6% of 121 bytes, at most 10.0%\n")
    }
  }

  struct BadRow: CustomTestStringConvertible, Sendable {
    let yaml: String
    let line: Int
    let says: String
    var testDescription: String { yaml }
  }

  static let badRows = [
    BadRow(yaml: "check: yes", line: 1, says: "check is a mapping"),
    BadRow(yaml: "check:\n  rule: {}", line: 2, says: "did you mean rules?"),
    BadRow(yaml: "check:\n  rules: { GB999: error }", line: 2, says: "unknown rule \"GB999\""),
    BadRow(
      yaml: "check:\n  rules: { glued_word: error }", line: 2, says: "did you mean glued_words?"),
    BadRow(yaml: "check:\n  rules: { GB301: eror }", line: 2, says: "did you mean error?"),
    BadRow(yaml: "check:\n  forbidden: a", line: 2, says: "forbidden is a list"),
    BadRow(
      yaml: "check:\n  budgets:\n    - { min_word: 1 }", line: 3, says: "did you mean min_words?"),
    BadRow(yaml: "check:\n  budgets:\n    - { max_failed: 101% }", line: 3, says: "like 5%"),
    BadRow(
      yaml: "check:\n  budgets:\n    - { max_removed_share: 5 }", line: 3, says: "number in 0...1"),
    BadRow(yaml: "check:\n  ignore:\n    - { path: a }", line: 3, says: "an ignore names its rule"),
    BadRow(
      yaml: "check:\n  ignore:\n    - { rule: GB301 }", line: 3, says: "a path, a site or a phrase"),
  ]

  @Test(arguments: badRows) func aBadSectionIsAnErrorWithItsLine(_ row: BadRow) throws {
    try TemporaryFolder.with { folder in
      try Self.write(row.yaml + "\n", folder + "/pipeline.yml")
      let check = try Self.check(["-"], in: folder)
      #expect(check.status == 78)
      #expect(check.errors.contains("pipeline.yml:\(row.line): "), "\(check.errors)")
      #expect(check.errors.contains(row.says), "\(check.errors)")
    }
  }

  @Test func theWholeSectionIsShownAndReadBack() throws {
    let yaml = """
      check:
        rules: { GB501: note, GB301: off }
        forbidden: ["a, b", "متن"]
        budgets: [{ path: "x/**", site: Example.COM, min_words: 3, max_removed_share: 0.25, \
      max_failed: 2, max_dropped: 2.5%, min_pages: 7 }]
        ignore: [{ rule: [GB3, GB201], phrase: "x: \\"y\\"", path: "**/z", because: "so" }]
        baseline: known.json

      """
    try TemporaryFolder.with { folder in
      try Self.write(yaml, folder + "/pipeline.yml")
      let shown = try GhirbalProcess(["config", "show"], in: folder)
      #expect(shown.status == 0, "\(shown.errors)")
      try Self.write(shown.text, folder + "/pipeline.yml")
      let again = try GhirbalProcess(["config", "show"], in: folder)
      #expect(again.text == shown.text, "\(again.errors)")
      for piece in [
        "GB301: \"off\"", "\"a, b\"", "max_dropped: 2.5%", "site: example.com",
        "rule: [GB301, GB302, GB303, GB304, GB305, GB306, GB201]", "baseline: known.json",
      ] {
        #expect(shown.text.contains(piece), "\(piece): \(shown.text)")
      }
    }
  }

  // MARK: Files

  @Test func exitCodes() throws {
    try TemporaryFolder.with { folder in
      try Self.write("Fine.\n", folder + "/a.txt")
      #expect(try Self.check(["a.txt"], in: folder).status == 0)
      let notes = try GhirbalProcess(
        ["check", "-"], in: folder, input: Array("Two  spaces.\n".utf8))
      #expect(notes.status == 0 && notes.text.hasPrefix("stdin:1:5: note: GB502"), "\(notes.text)")
      let absent = try Self.check(["none.txt", "a.txt"], in: folder)
      #expect(absent.status == 2 && absent.errors.contains("none.txt: No such file"))
      #expect(try Self.check(["--select", "GB9999", "a.txt"], in: folder).status == 64)
      #expect(try Self.check(["--format", "xml", "a.txt"], in: folder).status == 64)
      #expect(try Self.check(["--baseline", "none.json", "a.txt"], in: folder).status == 2)
      #expect(try Self.check(in: folder).status == 2, "there is no project")
      #expect(try Self.check(["--report", "json=no/such", "a.txt"], in: folder).status == 2)
      #expect(try Self.check(["--report", "a.sarif", "a.txt"], in: folder).status == 64)
      let rules = try Self.check(["--rules"], in: folder)
      #expect(rules.status == 0 && rules.text.hasPrefix("GB101  out_of_date  "))
    }
  }

  @Test func aFileThatIsNoUTF8() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.write([0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x20], to: folder + "/a.txt")
      let check = try Self.check(["a.txt"], in: folder)
      #expect(check.status == 1)
      #expect(check.text.hasPrefix("a.txt:2:2: error: GB403 not_utf8"), "\(check.text)")
    }
  }

  @Test func aFolderStandsForItsTexts() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/t/.hidden")
      for name in ["a.txt", "b.md", "c.html", "d.json", ".hidden/e.txt"] {
        try Self.write("He came .\n", folder + "/t/" + name)
      }
      for path in ["t", "t/", "./t"] {
        let check = try Self.check([path, "t/a.txt"], in: folder)
        #expect(check.errors.contains(path == "./t" ? "3 files" : "2 files"), "\(check.errors)")
      }
    }
  }

  @Test func markdownIsProseButForItsCode() throws {
    let markdown = """
      # A heading

      ```sh
      git add . && x = f( a , b ) .
      ```

          indented  code .

      | a  | b .|
      |----|----|

      He came .

      """
    try TemporaryFolder.with { folder in
      try Self.write(markdown, folder + "/a.md")
      let check = try Self.check(["a.md"], in: folder)
      #expect(Self.findings(check.text).count == 1, "\(check.text)")
      #expect(check.text.hasPrefix("a.md:12:8: warning: GB501"), "\(check.text)")
    }
  }

  @Test func oneThreadAndManyWriteTheSame() throws {
    try TemporaryFolder.with { folder in
      for number in 0..<30 {
        try Self.write("He came .\n\nThe roof ofthe house \(number) .\n", folder + "/\(number).txt")
      }
      for format in ["text", "json", "sarif", "junit", "github"] {
        let one = try Self.check([".", "-j1", "--format", format], in: folder)
        let many = try Self.check([".", "-j7", "--format", format], in: folder)
        #expect(one.output == many.output && !one.output.isEmpty)
        let two = try Self.check([".", "--report", "\(format)=report"], in: folder)
        #expect(two.text.hasPrefix("0.txt:1:8: warning: GB501"))
        #expect(try AtomicFile.read(folder + "/report") == one.output)
      }
    }
  }

  /// Nothing that a text or a name holds reaches a terminal as it is.
  @Test func noControlCharacterIsWrittenRaw() throws {
    try TemporaryFolder.with { folder in
      let name = "a\u{1B}[2J\u{9B}31m.txt"
      try Self.write(
        "He\u{1B}[31m came\u{7} .\n\nShare this: Twitter\u{9B}31m\u{202E}\n", folder + "/" + name)
      for format in ["text", "json", "sarif", "junit", "github"] {
        let check = try Self.check([name, "--format", format], in: folder)
        #expect(check.status == 1)
        for scalar in (check.text + check.errors).unicodeScalars where scalar != "\n" {
          let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
          #expect(!isControl, "\(format): U+\(String(scalar.value, radix: 16))")
        }
      }
    }
  }
}
