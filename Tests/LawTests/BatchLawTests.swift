import Foundation
import Ghirbal
import GhirbalIO
import TestSupport
import Testing

/// The same pages give the same bytes, run after run and for any number of jobs.
@Suite struct BatchLawTests {
  @Test func sameTreeForOneJobTwoJobsAndAgain() async throws {
    let pages = try PageLocation.all(in: Corpus.rawFolder)
    try await TemporaryFolder.during { folder in
      var trees: [[String: [UInt8]]] = []
      for (run, jobs) in [1, 2, 2].enumerated() {
        let output = "\(folder)/run-\(run)"
        _ = try await BatchRunner(.standard, pages: pages, output: output).run(jobs: jobs)
        trees.append(try Self.tree(output))
      }
      for path in Set(trees.flatMap(\.keys)).sorted() {
        #expect(trees[0][path] == trees[1][path], "\(path) differs between 1 and 2 jobs")
        #expect(trees[1][path] == trees[2][path], "\(path) differs between two runs")
      }
      let expected = try await BatchRunner(.standard, pages: pages, output: folder)
        .expectedFiles(jobs: 2)
      #expect(trees[0] == expected, "what a run is expected to write is not what it writes")
    }
  }

  @Test func aSecondRunInTheSameFolderChangesNothing() async throws {
    let pages = try PageLocation.all(in: Corpus.rawFolder)
    try await TemporaryFolder.during { folder in
      let runner = BatchRunner(.standard, pages: pages, output: folder)
      _ = try await runner.run(jobs: 2)
      let first = try Self.tree(folder)
      _ = try await runner.run(jobs: 1)
      #expect(try Self.tree(folder) == first)
      #expect(Verification(input: Corpus.rawFolder, output: folder).run().findings == [])
    }
  }

  /// What the pages share, such as the hashes of configuration and rules, stands in the manifest's head
  /// alone: a phrase that no page has changes nothing else.
  @Test func aPhraseThatNoPageHasChangesTheHeadOfTheManifestOnly() async throws {
    let phrase = #"also_drop: ["A phrase that no page has"]"#
    let configuration = try PipelineConfiguration(
      yaml: PipelineConfiguration.standard.yaml.replacing("also_drop: []", with: phrase))
    let pages = try PageLocation.all(in: Corpus.rawFolder)
    let before = try await BatchRunner(.standard, pages: pages, output: Corpus.cleanFolder)
      .expectedFiles(jobs: 2)
    let after = try await BatchRunner(configuration, pages: pages, output: Corpus.cleanFolder)
      .expectedFiles(jobs: 2)
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    #expect(changed == [Manifest.fileName])
    let (old, new) = (Self.lines(before), Self.lines(after))
    #expect(old.first != new.first, "the configuration is another one")
    #expect(old.dropFirst() == new.dropFirst())
    for hash in [configuration.sha256, Ghirbal.rulesSHA256, Ghirbal.modelSHA256] {
      let places = after.filter { String(decoding: $0.value, as: UTF8.self).contains(hash) }.keys
      #expect(Array(places) == [Manifest.fileName])
    }
    #expect(new.filter { $0.contains("sha256\":\"\(Ghirbal.rulesSHA256)") }.count == 1)
  }

  private static func lines(_ files: [String: [UInt8]]) -> [Substring] {
    String(decoding: files[Manifest.fileName] ?? [], as: UTF8.self).split(separator: "\n")
  }

  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      if !isFolder.boolValue { tree[path] = try AtomicFile.read(folder + "/" + path) }
    }
    return tree
  }
}
