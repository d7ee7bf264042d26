import Foundation
import GhirbalIO
import TestSupport
import Testing

@testable import Ghirbal

/// A run never deletes what it was not asked to: what calls one after the other leave in one output.
@Suite(.serialized) struct AdditionTests {
  private static func write(_ text: String, _ path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try AtomicFile.makeFolder(folder)
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func read(_ path: String) -> String? {
    (try? AtomicFile.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All files but for those that every output has, hidden ones too.
  private static func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    try files(folder).reduce(into: [:]) { $0[$1] = try AtomicFile.read(folder + "/" + $1) }
  }

  private static func manifest(_ folder: String) throws -> Manifest {
    try Manifest(jsonl: AtomicFile.read(folder + "/manifest.jsonl"))
  }

  /// A folder with the inputs A, holding x.txt and y.txt, and B, holding z.txt.
  private static func withInputs(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try write("The first page .\n", folder + "/A/x.txt")
      try write("The second page .\n", folder + "/A/sub/y.txt")
      try write("The third page .\n", folder + "/B/z.txt")
      try body(folder)
    }
  }

  private static func ghirbal(
    _ line: String, in folder: String, input: String = ""
  ) throws -> GhirbalProcess {
    try GhirbalProcess(
      line.split(separator: " ").map(String.init), in: folder, input: Array(input.utf8))
  }

  // MARK: Results of other pages

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// What is typed, one call a line; `!` before it stands for a shell command.
    let calls: [String]
    /// The status of the last call.
    var status: Int32 = 0
    /// What the last call says, in part.
    var says = ""
    /// The texts that lie in `out` at the end.
    let texts: [String]
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "two inputs, one after the other", calls: ["clean -o out A", "clean -o out B"],
      texts: ["sub/y.txt", "x.txt", "z.txt"]),
    Row(
      label: "a file of an input already there", calls: ["clean -o out A", "clean -o out A/x.txt"],
      texts: ["sub/y.txt", "x.txt"]),
    Row(
      label: "a page that is gone", calls: ["clean -o out A", "!rm A/x.txt", "clean -o out A"],
      texts: ["sub/y.txt", "x.txt"]),
    Row(
      label: "everything again", calls: ["clean -o out A", "clean -o out --no-resume B"],
      texts: ["sub/y.txt", "x.txt", "z.txt"]),
    Row(
      label: "what is gone is removed on request",
      calls: ["clean -o out A", "!rm A/x.txt", "clean -o out --prune A"],
      says: "removed 1 result of pages that are gone or failed", texts: ["sub/y.txt"]),
    Row(
      label: "on request the output is that of one input",
      calls: ["clean -o out A", "clean -o out --prune B"],
      says: "removed 2 results of pages that are gone or failed", texts: ["z.txt"]),
    Row(
      label: "a list adds", calls: ["!ls B/z.txt > list", "clean -o out A", "list"],
      texts: ["B/z.txt", "sub/y.txt", "x.txt"]),
    Row(
      label: "a run over the configured input removes",
      calls: ["clean -o out B", "run"], says: "removed 1 result of",
      texts: ["sub/y.txt", "x.txt"]),
    Row(
      label: "a page that fails leaves its earlier result",
      calls: ["clean -o out A", "!rm A/x.txt", "clean -o out A/x.txt"], status: 2,
      says: "x.txt: failed: unreadable", texts: ["sub/y.txt", "x.txt"]),
    Row(
      label: "a page in another form replaces its result",
      calls: ["clean -o out A", "clean -o out --format markdown A/x.txt"],
      texts: ["sub/y.txt", "x.txt.md"]),
    Row(
      label: "a page of which nothing is left replaces its result",
      calls: ["clean -o out A", "!printf ' ' > A/x.txt", "clean -o out A"],
      says: "x.txt: dropped: no_text_left", texts: ["sub/y.txt"]),
    Row(
      label: "a file that is no result stays",
      calls: ["!mkdir out; echo mine > out/x.txt", "clean -o out A"], status: 2,
      says: "x.txt is there and no result", texts: ["sub/y.txt", "x.txt"]),
    Row(
      label: "files of somebody's own stay",
      calls: ["!mkdir out; echo mine > out/notes.md", "clean -o out --prune A"],
      texts: ["notes.md", "sub/y.txt", "x.txt"]),
  ]

  @Test(arguments: rows) func onlyWhatWasAskedForGoes(_ row: Row) throws {
    try Self.withInputs { folder in
      try Self.write("input: A\noutput: out\n", folder + "/pipeline.yml")
      var last: GhirbalProcess?
      for call in row.calls {
        if call.first == "!" {
          _ = try GhirbalProcess(
            executable: URL(filePath: "/bin/sh"), ["-c", String(call.dropFirst())], in: folder)
        } else if call == "list" {
          last = try Self.ghirbal(
            "run --files-from -", in: folder, input: Self.read(folder + "/list") ?? "")
        } else {
          last = try Self.ghirbal(call, in: folder)
        }
      }
      let process = try #require(last)
      #expect(process.status == row.status, "\(process.errors)")
      #expect(row.says.isEmpty || process.errors.contains(row.says), "\(process.errors)")
      let texts = Self.files(folder + "/out").filter {
        !$0.hasSuffix("json") && !$0.hasSuffix("jsonl")
      }
      #expect(texts == row.texts)
      let manifest = try Self.manifest(folder + "/out")
      let results = manifest.rows.compactMap(\.output)
      #expect(results.allSatisfy(texts.contains), "each row has its text")
      #expect(!Self.files(folder + "/out").contains { $0.contains(".ghirbal") })
    }
  }

  @Test func theManifestSpeaksOfAllThatIsThere() throws {
    try Self.withInputs { folder in
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      #expect(try Self.ghirbal("clean -o out B", in: folder).status == 0)
      let manifest = try Self.manifest(folder + "/out")
      #expect(manifest.rows.map(\.path) == ["sub/y.txt", "x.txt", "z.txt"])
      #expect(manifest.totals.ok == 3)
      // Each input verifies by itself, and both together.
      for inputs in ["--input A", "--input B", "--input A --input B"] {
        let verify = try Self.ghirbal("verify out \(inputs)", in: folder)
        #expect(verify.status == 0, "\(inputs): \(verify.errors)")
      }
      try Self.write("tampered", folder + "/out/z.txt")
      let verify = try Self.ghirbal("verify out --input A", in: folder)
      #expect(verify.status == 1)
      #expect(verify.errors.contains("z.txt: the clean text is not the one"), "\(verify.errors)")
    }
  }

  @Test func theOrderOfCallsDoesNotMatter() throws {
    try Self.withInputs { folder in
      let orders = [
        ["A", "B"], ["B", "A"], ["A B"], ["A/x.txt", "B", "A"], ["A", "B", "A", "B"],
      ]
      var trees: [[String: [UInt8]]] = []
      for (index, calls) in orders.enumerated() {
        for call in calls {
          #expect(try Self.ghirbal("clean -o out\(index) \(call)", in: folder).status == 0)
        }
        trees.append(try Self.tree(folder + "/out\(index)"))
      }
      for tree in trees { #expect(tree == trees[0]) }
      let text = trees[0].values.map { String(decoding: $0, as: UTF8.self) }.joined()
      #expect(!text.contains(folder), "no path of the machine")
    }
  }

  // MARK: Several identities

  private static let otherConfiguration = "stages: [fold_blank_lines]\n"

  /// Calls in one output, `two` with another configuration, and which configuration each row names:
  /// numbers count up in the order of the rows.
  static let identityRows: [(String, calls: [String], numbers: [Int])] = [
    ("one for both inputs", ["A", "B"], [1, 1, 1]),
    ("another for the second input", ["A", "B two"], [1, 1, 2]),
    ("another for the first input", ["A two", "B"], [1, 1, 2]),
    ("the second input first", ["B two", "A"], [1, 1, 2]),
    ("one page of an input anew", ["A", "A/x.txt two", "B"], [1, 2, 1]),
    ("all pages anew", ["A", "A two"], [1, 1]),
    ("there and back", ["A", "A two", "A"], [1, 1]),
    ("one page there and back", ["A", "A/x.txt two", "B", "A/x.txt"], [1, 1, 1]),
  ]

  @Test(arguments: identityRows) func eachRowNamesWhatCleanedItsPage(
    _ label: String, _ calls: [String], _ numbers: [Int]
  ) throws {
    try Self.withInputs { folder in
      try Self.write(Self.otherConfiguration, folder + "/two.yml")
      for call in calls {
        let line = "clean -o out " + call.replacing(" two", with: " --config two.yml")
        #expect(try Self.ghirbal(line, in: folder).status == 0, "\(label)")
      }
      let bytes = try AtomicFile.read(folder + "/out/manifest.jsonl")
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let head = lines.prefix { $0.hasPrefix("{\"identity\":") }
      #expect(head.count == Set(numbers).count, "\(label): what no row names goes")
      let rows = lines.dropFirst(head.count).dropLast()
      #expect(rows.count == numbers.count, "\(label)")
      for (row, number) in zip(rows, numbers) {
        #expect(row.hasSuffix(",\"identity\":\(number)}"), "\(label): \(row)")
      }
      #expect(try Self.manifest(folder + "/out").jsonl == bytes, "\(label)")
      let verify = try Self.ghirbal("verify out --input A --input B", in: folder)
      #expect(verify.errors.contains("missing from the manifest") == !calls.joined().contains("B"))
      for row in try Self.manifest(folder + "/out").rows {
        let record = try #require(row.record)
        #expect(Self.read(folder + "/out/" + record)?.contains("config_sha256") == false)
      }
    }
  }

  @Test func theOrderOfCallsDoesNotMatterWithSeveralIdentities() throws {
    try Self.withInputs { folder in
      try Self.write(Self.otherConfiguration, folder + "/two.yml")
      var trees: [[String: [UInt8]]] = []
      for (index, calls) in [["A", "B two"], ["B two", "A"], ["A two", "B", "B two", "A"]]
        .enumerated()
      {
        for call in calls {
          let line = "clean -o out\(index) " + call.replacing(" two", with: " --config two.yml")
          #expect(try Self.ghirbal(line, in: folder).status == 0)
        }
        trees.append(try Self.tree(folder + "/out\(index)"))
      }
      for tree in trees { #expect(tree == trees[0]) }
    }
  }

  /// Makes an output what version 0.1.0 wrote: each record says what cleaned its page, no row does.
  private static func age(_ output: String) throws {
    let manifest = try Self.manifest(output)
    var rows = manifest.rows
    for index in rows.indices {
      guard let path = rows[index].record, var pipeline = rows[index].pipeline else { continue }
      pipeline.modelSha256 = nil
      let record = try ProvenanceRecord.alone(AtomicFile.read(output + "/" + path), pipeline)
      let old = String(decoding: record, as: UTF8.self)
        .replacing("ghirbal/provenance/3", with: "ghirbal/provenance/1")
        .replacing(#""model_sha256":null,"#, with: "")
      try write(old, output + "/" + path)
      rows[index].recordSha256 = Array(old.utf8).sha256
      rows[index].pipeline = nil
    }
    let lines = String(decoding: Manifest(rows).jsonl, as: UTF8.self)
    try write(lines.replacing(",\"identity\":null}", with: "}"), output + "/manifest.jsonl")
  }

  @Test func whatVersion010WroteIsReadAndWrittenAnew() throws {
    try Self.withInputs { folder in
      #expect(try Self.ghirbal("clean -o fresh A", in: folder).status == 0)
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      try Self.age(folder + "/out")
      #expect(Self.read(folder + "/out/x.txt.provenance.json")?.contains("provenance/1") == true)
      #expect(try Self.ghirbal("verify out --input A", in: folder).status == 0)
      let restored = try Self.ghirbal("restore out/x.txt.provenance.json", in: folder)
      #expect(restored.text == "The first page .\n")
      // Of the pages of another call nothing is lost.
      #expect(try Self.ghirbal("clean -o out B", in: folder).status == 0)
      #expect(
        try Self.manifest(folder + "/out").rows.map { $0.pipeline == nil } == [true, true, false])
      #expect(try Self.ghirbal("verify out --input A --input B", in: folder).status == 0)
      // The next call that has the pages writes them anew.
      let again = try Self.ghirbal("clean -o out --resume A", in: folder)
      #expect(again.status == 0 && !again.errors.contains("as they were"), "\(again.errors)")
      #expect(try Self.ghirbal("clean -o fresh B", in: folder).status == 0)
      #expect(try Self.tree(folder + "/out") == Self.tree(folder + "/fresh"))
    }
  }

  // MARK: Two inputs, one name

  @Test func anotherInputsResultIsNotReplaced() throws {
    try Self.withInputs { folder in
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      let before = try Self.tree(folder + "/out")
      try Self.write("Another first page.\n", folder + "/B/x.txt")
      for call in ["clean -o out B", "clean -o out B/x.txt", "clean -o out -j1 --resume B"] {
        let clean = try Self.ghirbal(call, in: folder)
        #expect(clean.status == 2)
        #expect(clean.errors.contains("x.txt: failed: name_collision"), "\(clean.errors)")
        #expect(clean.errors.contains("A/x.txt") && clean.errors.contains("B/x.txt"))
        #expect(clean.errors.contains("--mirror"))
      }
      let after = try Self.tree(folder + "/out")
      for (path, bytes) in before where path != "manifest.jsonl" { #expect(after[path] == bytes) }
      let rows = try Self.manifest(folder + "/out").rows.filter { $0.path == "x.txt" }
      #expect(rows.map(\.status) == [.ok, .failed])
      #expect(try Self.ghirbal("verify out --input A --input B", in: folder).status == 0)
      // An edited page of the input that came first is written anew.
      try Self.write("The first page, edited .\n", folder + "/A/x.txt")
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      #expect(Self.read(folder + "/out/x.txt") == "The first page, edited.\n")
      // What the message says solves it.
      #expect(try Self.ghirbal("clean -o out --mirror B", in: folder).status == 0)
      #expect(Self.read(folder + "/out/B/x.txt") == "Another first page.\n")
      #expect(try Self.ghirbal("clean -o out --prune B", in: folder).status == 0)
      #expect(Self.read(folder + "/out/x.txt") == "Another first page.\n")
    }
  }

  @Test func inputsOfOneNameAreToldApart() throws {
    try TemporaryFolder.with { folder in
      try Self.write("One.\n", folder + "/a/raw/x.txt")
      try Self.write("Two.\n", folder + "/b/raw/x.txt")
      #expect(try Self.ghirbal("clean -o out a/raw", in: folder).status == 0)
      #expect(try Self.ghirbal("clean -o out b/raw", in: folder).status == 2)
      // By whatever way, the first is the same.
      try Self.write("One again.\n", folder + "/a/raw/x.txt")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "a/raw")
      #expect(try Self.ghirbal("clean -o \(folder)/out link", in: folder).status == 0)
      #expect(Self.read(folder + "/out/x.txt") == "One again.\n")
      try Self.write("One more.\n", folder + "/a/raw/x.txt")
      #expect(try Self.ghirbal("clean -o ../../out x.txt", in: folder + "/a/raw").status == 0)
      #expect(Self.read(folder + "/out/x.txt") == "One more.\n")
      // Where input and output move together, too.
      try AtomicFile.makeFolder(folder + "/new")
      for name in ["a", "out"] {
        try FileManager.default.moveItem(
          atPath: folder + "/" + name, toPath: folder + "/new/" + name)
      }
      try Self.write("One at last.\n", folder + "/new/a/raw/x.txt")
      #expect(try Self.ghirbal("clean -o new/out new/a/raw", in: folder).status == 0)
      #expect(Self.read(folder + "/new/out/x.txt") == "One at last.\n")
    }
  }

  @Test func theSameBytesAreNoCollision() throws {
    try Self.withInputs { folder in
      try Self.write("The first page .\n", folder + "/B/x.txt")
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      let before = try Self.tree(folder + "/out")
      let clean = try Self.ghirbal("clean -o out B", in: folder)
      #expect(clean.status == 0, "\(clean.errors)")
      #expect(try Self.tree(folder + "/out")["x.txt"] == before["x.txt"])
      #expect(try Self.manifest(folder + "/out").totals.pages == 3)
    }
  }

  @Test func theConfiguredInputIsOneOfThem() throws {
    try Self.withInputs { folder in
      try Self.write("input: A\noutput: out\n", folder + "/pipeline.yml")
      #expect(try Self.ghirbal("run", in: folder).status == 0)
      #expect(try Self.manifest(folder + "/out").rows.allSatisfy { $0.origin == nil })
      try Self.write("Another first page.\n", folder + "/B/x.txt")
      let clean = try Self.ghirbal("clean -o out B", in: folder)
      #expect(clean.status == 2)
      #expect(clean.errors.contains("x.txt of the configured input"), "\(clean.errors)")
      try Self.write("Edited.\n", folder + "/A/x.txt")
      #expect(try Self.ghirbal("clean -o out A/x.txt", in: folder).status == 0)
      #expect(Self.read(folder + "/out/x.txt") == "Edited.\n")
      #expect(try Self.ghirbal("run", in: folder).status == 0)
      #expect(try Self.ghirbal("verify", in: folder).status == 0)
      #expect(try Self.ghirbal("diff", in: folder).status == 0)
    }
  }

  @Test func aManifestThatIsGoneIsMadeFromTheRecords() throws {
    try Self.withInputs { folder in
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      let manifest = try Self.manifest(folder + "/out")
      try FileManager.default.removeItem(atPath: folder + "/out/manifest.jsonl")
      try Self.write("Another first page.\n", folder + "/B/x.txt")
      #expect(try Self.ghirbal("clean -o out B", in: folder).status == 2)
      #expect(Self.read(folder + "/out/x.txt") == "The first page.\n")
      let rows = try Self.manifest(folder + "/out").rows
      for row in manifest.rows {
        #expect(rows.contains { $0.path == row.path && $0.recordSha256 == row.recordSha256 })
      }
      #expect(
        rows.filter { $0.pipeline == nil }.map(\.path) == ["sub/y.txt", "x.txt"],
        "nobody knows what cleaned them")
      #expect(try Self.ghirbal("verify out --input A", in: folder).status == 0)
      #expect(rows.count == 4)
    }
  }

  // MARK: Pages of one call

  @Test func pagesWhoseResultsCannotBothBeThereAreRefused() throws {
    try Self.withInputs { folder in
      try Self.write("Another first page.\n", folder + "/B/x.txt")
      let clean = try Self.ghirbal("clean -o out A B", in: folder)
      #expect(clean.status == 64)
      #expect(clean.errors.contains("A/x.txt and B/x.txt would have the same results in out"))
      #expect(clean.errors.contains("--mirror"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out"), "nothing was written")
      let mirrored = try Self.ghirbal("clean -o out --mirror A B ./A/x.txt", in: folder)
      #expect(mirrored.status == 0, "\(mirrored.errors)")
      #expect(
        Self.files(folder + "/out").filter { $0.hasSuffix(".txt") } == [
          "A/sub/y.txt", "A/x.txt", "B/x.txt", "B/z.txt",
        ])
      #expect(try Self.ghirbal("clean -o new A A/x.txt A", in: folder).status == 0)
      #expect(try Self.manifest(folder + "/new").totals.pages == 2, "each page once")
      let above = try Self.ghirbal("clean -o ../up --mirror ../A", in: folder + "/A")
      #expect(above.status == 0, "\(above.errors)")
      #expect(Self.files(folder + "/up").contains("%2E%2E/A/x.txt"))
    }
  }

  @Test func aListHasOnePageOfAName() throws {
    try TemporaryFolder.with { folder in
      let path = String(folder.dropFirst())
      try Self.write("input: none\noutput: out\n", folder + "/pipeline.yml")
      try Self.write("One.\n", folder + "/x.txt")
      try Self.write("Two.\n", folder + "/\(path)/x.txt")
      let run = try Self.ghirbal(
        "run --files-from -", in: folder, input: "\(folder)/x.txt\n\(path)/x.txt\n")
      #expect(run.status == 64)
      #expect(run.errors.contains("list both by their whole paths"), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }
  }

  @Test func namesAreTwoWhereTheFileSystemTellsThemApart() throws {
    try TemporaryFolder.with { folder in
      try Self.write("Small.\n", folder + "/A/a.html")
      try Self.write("Large.\n", folder + "/A/A.html")
      try Self.write("Composed.\n", folder + "/A/caf\u{E9}")
      try Self.write("Decomposed.\n", folder + "/A/cafe\u{301}")
      guard try FileManager.default.contentsOfDirectory(atPath: folder + "/A").count == 4 else {
        try Test.cancel("the file system takes these names for one another")
      }
      try Self.write("input: A\noutput: out\n", folder + "/pipeline.yml")
      for call in ["run", "clean -o out2 A"] {
        let process = try Self.ghirbal(call, in: folder)
        #expect(process.status == 0, "\(process.errors)")
      }
      #expect(Self.read(folder + "/out/a.html.txt") == "Small.\n")
      #expect(Self.read(folder + "/out2/A.html.txt") == "Large.\n")
      #expect(try Self.ghirbal("diff", in: folder).status == 0)
      #expect(try Self.ghirbal("verify", in: folder).status == 0)
      try Self.write(
        "input: A\noutput: out3\nportable_names: true\n", folder + "/pipeline.yml")
      let portable = try Self.ghirbal("run", in: folder)
      #expect(portable.status == 2)
      #expect(portable.errors.contains("a.html: failed: name_collision"), "\(portable.errors)")
      #expect(portable.errors.contains("4 pages: 2 ok, 0 dropped, 2 failed"), "\(portable.errors)")
      #expect(try Self.ghirbal("diff", in: folder).status == 0)
      #expect(try Self.ghirbal("clean -o out4 A/a.html", in: folder).status == 0)
      let later = try Self.ghirbal("clean -o out4 A/A.html", in: folder)
      #expect(later.status == 2 && later.errors.contains("name_collision"), "\(later.errors)")
      // To standard output nothing collides.
      let lines = try Self.ghirbal("clean --to jsonl A", in: folder)
      #expect(lines.status == 0 && lines.text.split(separator: "\n").count == 4)
    }
  }

  // MARK: Calls that were broken off

  @Test func aCallThatWasBrokenOffKeepsTheOthers() throws {
    try Self.withInputs { folder in
      #expect(try Self.ghirbal("clean -o out B", in: folder).status == 0)
      try AtomicFile.write([UInt8](repeating: 1, count: 100), to: folder + "/A/a-bad.txt")
      let stopped = try Self.ghirbal("clean -o out -j1 --max-failures 0 A", in: folder)
      #expect(stopped.status == 2)
      // What a killed process may leave: results that no row names yet.
      let other = try Self.ghirbal("clean -o other A/sub", in: folder)
      #expect(other.status == 0)
      for name in ["y.txt", "y.txt.provenance.json"] {
        try FileManager.default.copyItem(
          atPath: folder + "/other/" + name, toPath: folder + "/out/" + name)
      }
      try FileManager.default.removeItem(atPath: folder + "/A/a-bad.txt")
      #expect(try Self.ghirbal("clean -o out A", in: folder).status == 0)
      let rows = try Self.manifest(folder + "/out").rows
      #expect(rows.map(\.path) == ["a-bad.txt", "sub/y.txt", "x.txt", "y.txt", "z.txt"])
      #expect(Self.files(folder + "/out").count == 9)
      // It was of A, so an edited page of A may replace it.
      #expect(Set(rows.map(\.origin)).count == 2)
      // What was broken off had one configuration, so that is known too.
      #expect(Set(rows.map(\.pipeline?.configSha256)).count == 1)
    }
  }
}
