import Foundation
import Ghirbal
import GhirbalIO
import Synchronization
import TestSupport
import Testing

/// `run --to jsonl`: the same shards however the work is dealt out and wherever it was broken off.
@Suite(.serialized) struct ShardTests {
  /// Pages with texts of several lengths, one with none, one that fails.
  private static func makePages(_ folder: String, count: Int = 12) throws {
    try AtomicFile.makeFolder(folder + "/raw")
    for number in 0..<count {
      let text = String(
        repeating: "The men of shed \(number) walked backwards all day. ", count: number + 1)
      try AtomicFile.write(
        Array("<!doctype html><p>\(text)</p>".utf8), to: folder + "/raw/\(number + 10).html")
    }
    try AtomicFile.write(Array("<!doctype html>".utf8), to: folder + "/raw/empty.html")
    try AtomicFile.write([UInt8](repeating: 1, count: 400), to: folder + "/raw/image.png")
  }

  private static func configuration(
    _ records: RecordPolicy = .all, _ compression: Compression = .none, maxPages: Int? = 5
  ) -> PipelineConfiguration {
    var configuration = PipelineConfiguration.standard
    configuration.results = .jsonl
    configuration.records = records
    configuration.compression = compression
    configuration.shards.maxPages = maxPages
    return configuration
  }

  private static func runner(
    _ folder: String, _ configuration: PipelineConfiguration = configuration()
  ) -> BatchRunner {
    BatchRunner(configuration, source: .folder(folder + "/raw"), output: folder + "/out")
  }

  /// Every file there, hidden ones too.
  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder + "/out") {
      var isFolder: ObjCBool = false
      let path = folder + "/out/" + name
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !name.hasSuffix(".ghirbal-lock") else { continue }
      tree[name] = try AtomicFile.read(path)
    }
    return tree
  }

  static let forms: [(RecordPolicy, Compression)] = RecordPolicy.allCases.flatMap { records in
    Compression.allCases.map { (records, $0) }
  }

  @Test(arguments: forms)
  func areTheSameForAnyJobsAndAgain(_ records: RecordPolicy, _ compression: Compression)
    async throws
  {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      let configuration = Self.configuration(records, compression)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let first = try Self.tree(folder)
      let suffix = compression.suffix
      #expect(
        Set(first.keys.filter { $0.hasPrefix("pages") })
          == Set((1...3).map { "pages-0000\($0).jsonl\(suffix)" }))
      #expect(
        first.keys.filter { $0.hasPrefix("records") }.count
          == [.all: 3, .failed: 1, .none: 0][records])
      for (jobs, resumes) in [(3, false), (2, true)] {
        let outcome = try await Self.runner(folder, configuration).run(jobs: jobs, resumes: resumes)
        #expect(outcome.keptPages == (resumes ? 13 : 0))
        #expect(try Self.tree(folder) == first)
      }
      let report = Verification(
        .folder(folder + "/raw"), output: folder + "/out", configuration
      ).run()
      #expect(report.findings.isEmpty, "\(report.findings)")
    }
  }

  /// However many pages were done when a run was stopped, with earlier results of other pages there or not.
  @Test(arguments: [0, 1, 4, 5, 6, 9, 11, 12], [false, true])
  func goOnWhereARunWasStopped(after count: Int, hasEarlier: Bool) async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      let configuration = Self.configuration(.all, .gzip)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let whole = try Self.tree(folder)
      if hasEarlier {
        // Two pages fewer, one other: all shards from the first on differ.
        try FileManager.default.moveItem(atPath: folder + "/raw/11.html", toPath: folder + "/11")
        try FileManager.default.moveItem(atPath: folder + "/raw/17.html", toPath: folder + "/17")
        _ = try await Self.runner(folder, configuration).run(jobs: 1)
        try FileManager.default.moveItem(atPath: folder + "/11", toPath: folder + "/raw/11.html")
        try FileManager.default.moveItem(atPath: folder + "/17", toPath: folder + "/raw/17.html")
      } else {
        try FileManager.default.removeItem(atPath: folder + "/out")
      }
      let before = hasEarlier ? try Self.tree(folder) : [:]
      let taken = Atomic(0)
      let stopped = try await Self.runner(folder, configuration).run(
        jobs: 1, shouldStop: { taken.add(1, ordering: .relaxed).oldValue >= count })
      #expect(stopped.end == .stopped)
      // What was there is there still, until the new is whole.
      let between = try Self.tree(folder)
      for (path, bytes) in before { #expect(between[path] == bytes, "\(path)") }
      let outcome = try await Self.runner(folder, configuration).run(jobs: 2)
      #expect(
        outcome.keptPages == (hasEarlier ? 11 + (count > 1 ? 1 : 0) + (count > 7 ? 1 : 0) : count))
      #expect(try Self.tree(folder) == whole)
    }
  }

  @Test func aShardThatIsDamagedIsMadeAgain() async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      _ = try await Self.runner(folder).run(jobs: 1)
      let whole = try Self.tree(folder)
      let path = folder + "/out/pages-00002.jsonl"
      var bytes = try AtomicFile.read(path)
      bytes[40] ^= 1
      try AtomicFile.write(bytes, to: path)
      let report = Verification(
        .folder(folder + "/raw"), output: folder + "/out", Self.configuration()
      ).run()
      #expect(report.findings.map(\.path) == ["15.html"])
      let outcome = try await Self.runner(folder).run(jobs: 2)
      #expect(outcome.keptPages == 12)
      #expect(try Self.tree(folder) == whole)
    }
  }

  @Test func nobodysFileIsReplaced() async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      try AtomicFile.makeFolder(folder + "/out")
      try AtomicFile.write([1], to: folder + "/out/pages-00001.jsonl")
      await #expect(throws: FileProblem.self) { try await Self.runner(folder).run(jobs: 1) }
      #expect(try AtomicFile.read(folder + "/out/pages-00001.jsonl") == [1])
    }
  }

  @Test func filesAndShardsTakeEachOthersPlace() async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      _ = try await Self.runner(folder).run(jobs: 1)
      let shards = try Self.tree(folder)
      var configuration = Self.configuration()
      configuration.results = .files
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let files = try Self.tree(folder)
      #expect(!files.keys.contains { $0.hasPrefix("pages-") || $0.hasPrefix("records-") })
      #expect(files.keys.contains("10.html.txt"))
      // Pages whose results are lines now have lost none; one that is gone has.
      try FileManager.default.moveItem(atPath: folder + "/raw/11.html", toPath: folder + "/11")
      #expect(try await Self.runner(folder).run(jobs: 1).removedPages == 1)
      try FileManager.default.moveItem(atPath: folder + "/11", toPath: folder + "/raw/11.html")
      #expect(try await Self.runner(folder).run(jobs: 1).removedPages == 0)
      #expect(try Self.tree(folder) == shards)
    }
  }

  @Test func aLineThatIsTooLongHasAShardForItself() async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder)
      var configuration = Self.configuration(.none, maxPages: nil)
      configuration.shards.maxBytes = 700
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      let shards = try Self.tree(folder).filter { $0.key.hasPrefix("pages-") }
      #expect(shards.count > 3)
      #expect(shards.values.allSatisfy { $0.count <= 700 || $0.count { $0 == 0x0A } == 1 })
      #expect(shards.values.reduce(0) { $0 + $1.count { $0 == 0x0A } } == 12)
    }
  }

  /// Without records the page is cleaned again, by the configuration it was cleaned by.
  @Test func withoutRecordsTheConfigurationIsNeeded() async throws {
    try await TemporaryFolder.during { folder in
      try Self.makePages(folder, count: 2)
      let configuration = Self.configuration(.none)
      _ = try await Self.runner(folder, configuration).run(jobs: 1)
      var other = configuration
      other.writing.format = .markdown
      let report = Verification(
        .folder(folder + "/raw"), output: folder + "/out", other
      ).run()
      #expect(report.findings.count == 3)
      #expect(report.findings.allSatisfy { $0.problem.contains("no record was kept") })
    }
  }

  @Test func theCommandWritesThem() throws {
    try TemporaryFolder.with { folder in
      try Self.makePages(folder, count: 3)
      try AtomicFile.write(
        Array("input: raw\noutput: out\n".utf8), to: folder + "/pipeline.yml")
      let run = try GhirbalProcess(
        [
          "run", "--to", "jsonl", "--records", "none", "--compress", "zstd", "--shard-pages", "2",
        ], in: folder)
      // The file that is no text is skipped or fails, as its bytes say.
      #expect([0, 2].contains(run.status), "\(run.errors)")
      #expect(
        try Self.tree(folder).keys.sorted() == [
          "manifest.jsonl", "pages-00001.jsonl.zst", "pages-00002.jsonl.zst",
        ])
      let verify = try GhirbalProcess(["verify"], in: folder)
      #expect(verify.status == 0, "\(verify.errors)")
      let again = try GhirbalProcess(
        ["clean", "--no-config", "--to", "csv", "out/pages-00001.jsonl.zst"], in: folder)
      #expect(again.status == 0 && again.text.contains("walked backwards"), "\(again.errors)")
    }
  }
}
