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
