import Foundation
import GhirbalIO
import TestSupport
import Testing

/// What is input, as somebody types it who has a folder with more in it than pages.
@Suite struct InputCommandTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    var yaml = ""
    let arguments: [String]
    var input = ""
    var status: Int32 = 0
    /// Results that are there afterwards; nil where none are written.
    var texts: [String]?
    var says: [String] = []
    var testDescription: String { label }
  }

  private static let files = [
    "raw/a.html": "<p>The ferry left the harbour at six.</p>",
    "raw/note.txt": "A short note about the whale.\n",
    "raw/style.css": "body { color: red; }\n.a { margin: 0 }\n",
    "raw/data.json": "{\"a\": 1}\n",
    "raw/doc.pdf": "%PDF-1.4\n1 0 obj\n",
    "raw/drafts/d.html": "<p>A draft that is not done.</p>",
    "raw/node_modules/x/README.md": "A package.\n",
    "list": "raw/a.html\nraw/style.css\n",
  ]

  static let rows = [
    Row(
      label: "a folder", arguments: ["run"],
      texts: ["a.html.txt", "drafts/d.html.txt", "note.txt"],
      says: ["6 pages: 3 ok, 0 dropped, 0 failed, 3 skipped (1 json, 1 pdf, 1 style_sheet)"]),
    Row(
      label: "exclude on the command line",
      arguments: ["run", "--exclude", "drafts/", "--exclude", "*.css"],
      texts: ["a.html.txt", "note.txt"], says: ["2 skipped (1 json, 1 pdf)"]),
    Row(
      label: "include in the configuration", yaml: "include: ['*.html']\n", arguments: ["run"],
      texts: ["a.html.txt", "drafts/d.html.txt"], says: ["2 pages: 2 ok, 0 dropped, 0 failed;"]),
    Row(
      label: "include on the command line in its place", yaml: "include: ['*.html']\n",
      arguments: ["run", "--include", "*.txt"], texts: ["note.txt"]),
    Row(
      label: "exclude on the command line beside it", yaml: "exclude: [drafts/]\n",
      arguments: ["run", "--exclude", "*.txt"], texts: ["a.html.txt"]),
    Row(
      label: "a folder that clean names", yaml: "exclude: [drafts/]\n",
      arguments: ["clean", "-o", "clean", "raw"], texts: ["a.html.txt", "note.txt"],
      says: ["skipped: 1 json, 1 pdf, 1 style_sheet"]),
    Row(
      label: "a folder to standard output", arguments: ["clean", "raw"],
      says: ["skipped: 1 json, 1 pdf, 1 style_sheet"]),
    Row(
      label: "a folder of which nothing is read",
      arguments: ["clean", "--include", "*.rtf", "raw"],
      says: ["no pages there: raw"]),
    Row(
      label: "the same into a folder",
      arguments: ["clean", "-o", "clean", "--include", "*.rtf", "raw"], texts: [],
      says: ["no pages there: raw"]),
    Row(
      label: "a file that is named by itself", arguments: ["clean", "raw/doc.pdf"], status: 2,
      says: ["doc.pdf: skipped: pdf (PDF)"]),
    Row(
      label: "a file that is named by itself, quietly",
      arguments: ["clean", "-q", "-o", "clean", "raw/style.css", "raw/a.html"], status: 2,
      texts: ["a.html.txt"], says: ["style.css: skipped: style_sheet"]),
    Row(
      label: "the same read as text", arguments: ["clean", "--read-as", "text", "raw/style.css"]),
    Row(
      label: "files that the shell names, some excluded",
      arguments: ["clean", "-o", "clean", "--exclude", "*.css", "raw/style.css", "raw/a.html"],
      texts: ["a.html.txt"]),
    Row(
      label: "what a configuration excludes and somebody names", yaml: "exclude: ['*.html']\n",
      arguments: ["clean", "-o", "clean", "raw/a.html"], texts: ["a.html.txt"]),
    Row(
      label: "a list", arguments: ["run", "--files-from", "list"], texts: ["raw/a.html.txt"],
      says: ["1 skipped (1 style_sheet)"]),
    Row(
      label: "standard input", arguments: ["clean", "-"], input: "{\"a\": 1}", status: 2,
      says: ["stdin: skipped: json"]),
    Row(
      label: "no such pattern", arguments: ["run", "--exclude", "#x"], status: 64,
      says: ["--include and --exclude are patterns"]),
    Row(
      label: "pages of few words are not kept", yaml: "keep_pages: {min_words: 7}\n",
      arguments: ["run"], texts: ["a.html.txt"],
      says: ["5 skipped (2 few_words, 1 json, 1 pdf, 1 style_sheet)"]),
    Row(
      label: "pages of other languages are not kept", yaml: "keep_pages: {languages: [fa, ar]}\n",
      arguments: ["run"], texts: [], says: ["3 other_language"]),
    Row(
      label: "a language that is not told apart", yaml: "keep_pages: {languages: [pes]}\n",
      arguments: ["run"], status: 78, says: ["unknown", "did you mean", "Known: ar, fa,"]),
    Row(
      label: "a page that somebody names and does not keep", yaml: "keep_pages: {min_words: 99}\n",
      arguments: ["clean", "raw/a.html"], says: ["a.html: skipped: few_words (7 of 99)"]),
    Row(
      label: "a stage that does not run",
      arguments: ["run", "--skip", "select_main_content,lift_facts", "--skip", "repair_words"],
      texts: ["a.html.txt", "drafts/d.html.txt", "note.txt"]),
    Row(
      label: "a stage that there is not", arguments: ["clean", "--skip", "repair_word", "raw"],
      status: 64, says: ["did you mean repair_words?"]),
  ]

  @Test(arguments: rows) func whatIsInput(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      try Self.write(Self.files, folder)
      try Self.write(["pipeline.yml": "input: raw\noutput: clean\n" + row.yaml], folder)
      let process = try GhirbalProcess(row.arguments, in: folder, input: Array(row.input.utf8))
      #expect(process.status == row.status, "\(process.errors)")
      for text in row.says { #expect(process.errors.contains(text), "\(process.errors)") }
      if let texts = row.texts {
        let found = try PageFolder.paths(in: folder + "/clean").filter {
          $0.hasSuffix(".txt")
        }
        #expect(found == texts)
        // Rules of the command line are to be said again.
        let rules = row.arguments.drop { $0 != "--exclude" && $0 != "--include" }
        guard row.arguments.first == "run", !row.arguments.contains("--files-from"),
          !row.arguments.contains("--skip")
        else { return }
        let verify = try GhirbalProcess(["verify"] + rules, in: folder)
        #expect(verify.status == 0, "\(verify.errors)")
        let diff = try GhirbalProcess(["diff", "--name-only"] + rules, in: folder)
        #expect(diff.text == "", "\(diff.text)")
      }
    }
  }

  /// A result that is there goes when its page is not kept any more, and that is said; it comes back.
  @Test func whatIsNotKeptAnyMoreIsSaid() throws {
    try TemporaryFolder.with { folder in
      try Self.write(Self.files, folder)
      let plain = "input: raw\noutput: clean\n"
      let strict = plain + "keep_pages: {min_words: 7}\n"
      func run(_ yaml: String, _ arguments: String...) throws -> GhirbalProcess {
        try Self.write(["pipeline.yml": yaml], folder)
        return try GhirbalProcess(["run", "--resume"] + arguments, in: folder)
      }
      _ = try run(plain)
      let second = try run(strict)
      #expect(second.errors.contains("removed 2 results of pages that are skipped now"))
      #expect(try PageFolder.paths(in: folder + "/clean").count == 3)
      let third = try run(strict)
      #expect(third.errors.contains("(3 as they were)"), "what was not kept is not read again")
      #expect(!third.errors.contains("removed"))
      _ = try run(plain)
      #expect(try PageFolder.paths(in: folder + "/clean").count == 7)
      let added = try GhirbalProcess(["clean", "-o", "clean", "raw"], in: folder)
      #expect(added.status == 0)
      try Self.write(["pipeline.yml": strict], folder)
      let kept = try GhirbalProcess(["clean", "-o", "clean", "raw/note.txt"], in: folder)
      #expect(kept.errors.contains("removed 1 result of pages that are skipped now"))
      #expect(kept.errors.contains("note.txt: skipped: few_words (6 of 7)"))
    }
  }

  /// Results of a version that named them otherwise are not left beside the new ones.
  @Test func anOldNameGoes() throws {
    try TemporaryFolder.with { folder in
      try Self.write(
        ["pipeline.yml": "input: raw\noutput: clean\n", "raw/a.txt": "A note.\n"], folder)
      _ = try GhirbalProcess(["run"], in: folder)
      let manifest = folder + "/clean/manifest.jsonl"
      let old = String(decoding: try AtomicFile.read(manifest), as: UTF8.self)
        .replacingOccurrences(of: "\"output\":\"a.txt\"", with: "\"output\":\"a.txt.txt\"")
      try AtomicFile.write(Array(old.utf8), to: manifest)
      try FileManager.default.moveItem(
        atPath: folder + "/clean/a.txt", toPath: folder + "/clean/a.txt.txt")
      _ = try GhirbalProcess(["clean", "-o", "clean", "raw"], in: folder)
      #expect(
        try PageFolder.paths(in: folder + "/clean") == [
          "a.txt", "a.txt.provenance.json", "manifest.jsonl",
        ])
    }
  }

  /// In another form the text of a page has another name; a file that is called as the page is stays.
  @Test func aFileOfOnesOwnWithTheNameOfAPageStays() throws {
    try TemporaryFolder.with { folder in
      try Self.write(
        [
          "pipeline.yml": "input: raw\noutput: clean\nformat: markdown\n", "raw/a.txt": "A note.\n",
          "clean/a.txt": "mine\n",
        ], folder)
      _ = try GhirbalProcess(["run"], in: folder)
      #expect(
        try PageFolder.paths(in: folder + "/clean") == [
          "a.txt", "a.txt.md", "a.txt.provenance.json", "manifest.jsonl",
        ])
    }
  }

  private static func write(_ files: [String: String], _ folder: String) throws {
    for (path, text) in files {
      let file = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: URL(filePath: file).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try AtomicFile.write(Array(text.utf8), to: file)
    }
  }
}
