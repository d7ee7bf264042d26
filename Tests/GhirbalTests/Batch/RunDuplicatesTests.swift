import Foundation
import GhirbalIO
import Synchronization
import TestSupport
import Testing

@testable import Ghirbal

/// `duplicates: all` and `first`: what pages of a run have in common is told when all are there, and what lies
/// in the output follows from its pages alone.
@Suite(.serialized) struct RunDuplicatesTests {
  // MARK: Pages

  private static func sentence(_ place: Int, _ seed: Int) -> String {
    func one(_ words: String, _ step: Int) -> String {
      let words = words.split(separator: " ")
      return String(words[(place * step + seed * seed + place * seed) % words.count])
    }
    let who = one("ferry harbour museum baker teacher captain mayor orchard lighthouse library", 7)
    let what = one("closed opened painted moved counted lost found repaired sold bought", 3)
    let when = one("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", 2)
    let whom = one("boats loaves letters windows ropes apples lamps books maps barrels anchors", 5)
    return
      "The \(who) of Lenn \(what) \(place + 12) \(whom) on \(when), and nobody asked \(seed) why."
  }

  /// The sentences of a text, the same for the same seed.
  private static func text(_ seed: Int) -> [String] { (0..<24).map { sentence($0, seed) } }

  private static func html(_ sentences: [String]) -> String {
    "<!doctype html><title>News</title><h1>News</h1>"
      + sentences.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  private static func edited(_ sentences: [String]) -> [String] {
    var sentences = sentences
    sentences[5] = "Something else altogether stands in this one place."
    return sentences
  }

  /// Two groups, a page of a text of its own, one without a text, and one that fails.
  private static let pages = [
    "b/copy.html": html(text(1)), "a/first.html": html(text(1)),
    "b/near.html": html(edited(text(1))), "flat/same.txt": text(1).joined(separator: "\n\n") + "\n",
    "own.html": html(text(2)), "z/one.html": html(text(3)), "z/two.html": html(text(3)),
    "empty.html": "<!doctype html>", "image.html": "\u{1}\u{1}\u{1}\u{1}",
  ]

  private static func write(_ text: String, _ path: String, in folder: String) throws {
    try AtomicFile.makeFolders(of: path, in: folder)
    try AtomicFile.write(Array(text.utf8), to: folder + "/" + path)
  }

  private static func withPages(_ body: (String) async throws -> Void) async throws {
    try await TemporaryFolder.during { folder in
      try AtomicFile.makeFolder(folder + "/raw")
      for (path, text) in pages { try write(text, path, in: folder + "/raw") }
      try await body(folder)
    }
  }

  // MARK: Runs

  private static func configuration(
    _ policy: DuplicatePolicy, _ format: OutputFormat = .text
  ) -> PipelineConfiguration {
    var configuration = PipelineConfiguration.standard
    configuration.duplicates = policy
    configuration.writing.format = format
    return configuration
  }

  private static func runner(
    _ folder: String, _ configuration: PipelineConfiguration, output: String = "out"
  ) -> BatchRunner {
    BatchRunner(configuration, source: .folder(folder + "/raw"), output: folder + "/" + output)
  }

  /// Every file of an output, hidden ones too but for the lock.
  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !name.hasSuffix(".ghirbal-lock") else { continue }
      tree[name] = try AtomicFile.read(path)
    }
    return tree
  }

  /// What a run into an empty folder writes.
  private static func fresh(
    _ folder: String, _ configuration: PipelineConfiguration
  ) async throws -> [String: [UInt8]] {
    let output = "fresh-\(UUID().uuidString)"
    _ = try await runner(folder, configuration, output: output).run(jobs: 1)
    defer { try? FileManager.default.removeItem(atPath: folder + "/" + output) }
    return try tree(folder + "/" + output)
  }

  private static func rows(_ tree: [String: [UInt8]]) throws -> [String: Manifest.Row] {
    let rows = try Manifest(jsonl: #require(tree["manifest.jsonl"])).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.path, $0) })
  }

  private static let standing = [
    "b/copy.html": "a/first.html", "b/near.html": "a/first.html", "flat/same.txt": "a/first.html",
    "z/two.html": "z/one.html",
  ]

  // MARK: What is told

  @Test(arguments: [DuplicatePolicy.none, .all, .first])
  func rowsSayWhoStandsForAPage(_ policy: DuplicatePolicy) async throws {
    try await Self.withPages { folder in
      let tree = try await Self.fresh(folder, Self.configuration(policy))
      let rows = try Self.rows(tree)
      let told: [String: String] = policy == .none ? [:] : Self.standing
      #expect(rows.compactMapValues { $0.duplicate?.path } == told)
      let exact = rows.filter { $0.value.duplicate?.isExact == true }.keys.sorted()
      let same: [String] = policy == .none ? [] : ["b/copy.html", "flat/same.txt", "z/two.html"]
      #expect(exact == same)
      for path in Self.standing.keys {
        let row = try #require(rows[path])
        let text = tree[OutputPath.text(for: path, .text)]
        #expect((text == nil) == (policy == .first), "\(path)")
        #expect(row.status == (policy == .first ? .dropped : .ok))
        #expect(row.reason == (policy == .first ? "duplicate" : nil))
        #expect((row.trace == nil) == (policy != .first))
      }
      #expect(tree["own.html.txt"] != nil && tree["a/first.html.txt"] != nil)
      let totals = try Manifest(jsonl: #require(tree["manifest.jsonl"])).totals
      let sums = policy == .first ? [9, 3, 5] : [9, 7, 1]
      #expect([totals.pages, totals.ok, totals.dropped] == sums)
    }
  }

  /// The same files for any number of threads, in processes of their own, and as `diff` and `check` expect them.
  @Test(arguments: [DuplicatePolicy.all, .first])
  func theAnswerIsTheSameHoweverItIsFound(_ policy: DuplicatePolicy) async throws {
    try await Self.withPages { folder in
      let configuration = Self.configuration(policy)
      let whole = try await Self.fresh(folder, configuration)
      for jobs in [2, 5] {
        _ = try await Self.runner(folder, configuration).run(jobs: jobs, resumes: false)
        #expect(try Self.tree(folder + "/out") == whole)
      }
      #expect(try await Self.runner(folder, configuration).expectedFiles(jobs: 2) == whole)
      let isolated = try GhirbalProcess(
        ["run", "--duplicates", policy.rawValue, "--no-resume"],
        in: try Self.project(folder))
      #expect(isolated.status == 2, "a page fails")
      #expect(isolated.errors.contains("4 pages say what another one says"), "\(isolated.errors)")
      #expect(try Self.tree(folder + "/clean") == whole)
      for command in ["diff", "verify", "check --select GB1"] {
        let process = try GhirbalProcess(
          command.split(separator: " ").map(String.init), in: folder)
        let differs = command == "diff" || command.hasPrefix("check")
        // Where pipeline.yml does not say what the flag said, the output is another one.
        #expect(process.status == (differs ? 1 : 0), "\(command): \(process.errors)")
      }
      _ = try Self.project(folder, "duplicates: \(policy.rawValue)\n")
      for command in ["diff", "check --select GB1"] {
        let process = try GhirbalProcess(
          command.split(separator: " ").map(String.init), in: folder)
        #expect(process.status == 0, "\(command): \(process.text)")
      }
    }
  }

  private static func project(_ folder: String, _ yaml: String = "") throws -> String {
    try write("input: raw\noutput: clean\n" + yaml, "pipeline.yml", in: folder)
    return folder
  }

  @Test(arguments: OutputFormat.allCases)
  func nothingIsLost(_ format: OutputFormat) async throws {
    try await Self.withPages { folder in
      let configuration = Self.configuration(.first, format)
      _ = try await Self.runner(folder, configuration).run(jobs: 2)
      let output = folder + "/out"
      let report = Verification(.folder(folder + "/raw"), output: output, configuration).run()
      #expect(report.findings.isEmpty, "\(report.findings)")
      let alone = try await Self.fresh(folder, Self.configuration(.none, format))
      for path in Self.standing.keys {
        let name = OutputPath.record(for: path)
        let record = try ProvenanceRecord(json: AtomicFile.read(output + "/" + name))
        let before = try ProvenanceRecord(json: #require(alone[name]))
        #expect(record.output == nil && record.metadata == before.metadata)
        #expect(record.ledger.entries.starts(with: before.ledger.entries))
        let dropped = record.ledger.entries.dropFirst(before.ledger.entries.count)
        #expect(dropped.allSatisfy { $0.stage == "drop_duplicate_page" }, "\(path)")
        #expect(dropped.count { $0.change == .drop } == before.blocks.count)
      }
      let restored = try GhirbalProcess(
        ["restore", "out/flat/same.txt.provenance.json"], in: folder)
      #expect(restored.text == Self.pages["flat/same.txt"])
    }
  }

  // MARK: What changes between runs

  struct Step: CustomTestStringConvertible, Sendable {
    let label: String
    var policy = DuplicatePolicy.first
    /// Pages that come or change, or go where they are nil.
    var pages: [String: String?] = [:]
    /// Pages whose results are left as they are.
    let kept: Int
    var testDescription: String { label }
  }

  /// One after the other, from an output of `duplicates: first`. Of the nine pages one fails, whatever comes.
  static let steps = [
    Step(label: "nothing", kept: 8),
    Step(label: "one comes that stands for all", pages: ["a/a.html": html(text(1))], kept: 4),
    Step(label: "it goes", pages: ["a/a.html": nil], kept: 4),
    Step(label: "who stands for them changes", pages: ["a/first.html": html(text(4))], kept: 4),
    Step(label: "and is as it was", pages: ["a/first.html": html(text(1))], kept: 4),
    Step(
      label: "a link in a chain goes, with its record", pages: ["z/one.html": nil], kept: 6),
    Step(label: "all are flagged", policy: .all, kept: 4),
    Step(label: "nobody asks", policy: .none, kept: 7),
    Step(label: "all are flagged again", policy: .all, kept: 7),
    Step(label: "texts go", kept: 4),
    Step(label: "nobody asks, texts are back", policy: .none, kept: 4),
  ]

  @Test func aNextRunGivesWhatAnEmptyFolderWouldHave() async throws {
    try await Self.withPages { folder in
      _ = try await Self.runner(folder, Self.configuration(.first)).run(jobs: 2)
      for step in Self.steps {
        for (path, text) in step.pages {
          if let text {
            try Self.write(text, path, in: folder + "/raw")
          } else {
            try FileManager.default.removeItem(atPath: folder + "/raw/" + path)
          }
        }
        let configuration = Self.configuration(step.policy)
        let outcome = try await Self.runner(folder, configuration).run(jobs: 2)
        #expect(outcome.keptPages == step.kept, "\(step.label)")
        let whole = try await Self.fresh(folder, configuration)
        #expect(try Self.tree(folder + "/out") == whole, "\(step.label)")
      }
    }
  }

  /// However many pages were taken when a run was stopped, the second time that pages are cleaned too.
  @Test(arguments: 0..<14, [DuplicatePolicy.none, .first])
  func aRunThatWasStoppedGoesOn(after count: Int, earlier: DuplicatePolicy) async throws {
    try await Self.withPages { folder in
      let configuration = Self.configuration(.first)
      let whole = try await Self.fresh(folder, configuration)
      _ = try await Self.runner(folder, Self.configuration(earlier)).run(jobs: 1)
      try Self.write(Self.html(Self.text(1)), "a/a.html", in: folder + "/raw")
      let taken = Atomic(0)
      let stopped = try await Self.runner(folder, configuration).run(
        jobs: 1, shouldStop: { taken.add(1, ordering: .relaxed).oldValue >= count })
      #expect(count < 11 ? stopped.end == .stopped : true)
      try FileManager.default.removeItem(atPath: folder + "/raw/a/a.html")
      _ = try await Self.runner(folder, configuration).run(jobs: 2)
      #expect(try Self.tree(folder + "/out") == whole)
    }
  }

  /// A call that adds to the output has no other texts at hand: its pages have theirs, and the next run tells.
  @Test func aCallThatAddsTellsNothing() async throws {
    try await Self.withPages { folder in
      let configuration = Self.configuration(.first)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let whole = try Self.tree(folder + "/out")
      _ = try await BatchRunner(
        configuration, source: .folder(folder + "/raw"), output: folder + "/out", others: .stay
      ).run(jobs: 1)
      let added = try Self.tree(folder + "/out")
      #expect(try Self.rows(added).values.allSatisfy { $0.duplicate == nil })
      #expect(added["b/copy.html.txt"] != nil)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      #expect(try Self.tree(folder + "/out") == whole)
    }
  }

  @Test func verifyMissesWhoIsSaidToStandForAPage() async throws {
    try await Self.withPages { folder in
      let configuration = Self.configuration(.all)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let file = folder + "/out/manifest.jsonl"
      let manifest = String(decoding: try AtomicFile.read(file), as: UTF8.self)
      try AtomicFile.write(
        Array(manifest.replacing(#""of":"z/one.html""#, with: #""of":"z/two.html""#).utf8), to: file
      )
      let report = Verification(.folder(folder + "/raw"), output: folder + "/out").run()
      #expect(
        report.findings.map(\.description) == [
          "z/two.html: z/two.html is said to stand for it, and has no text of its own"
        ])
    }
  }

  @Test(
    arguments: [
      ("run --to jsonl --duplicates first", 78, "duplicates goes with results: files"),
      ("run --files-from list --duplicates all", 64, "--duplicates goes with the whole input"),
      ("run --duplicates some", 64, "choose one of none, all, first"),
    ] as [(String, Int32, String)])
  func whatDoesNotGoTogetherIsRefused(
    _ line: String, _ status: Int32, _ says: String
  ) async throws {
    try await Self.withPages { folder in
      try Self.write("raw/own.html\n", "list", in: Self.project(folder))
      let process = try GhirbalProcess(
        line.split(separator: " ").map(String.init), in: folder)
      #expect(process.status == status)
      #expect(process.errors.contains(says), "\(process.errors)")
    }
  }
}
