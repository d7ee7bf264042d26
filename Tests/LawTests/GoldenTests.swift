import Foundation
import Ghirbal
import GhirbalIO
import Testing

/// What pipeline.yml makes of corpus-raw is what lies in corpus-clean, byte for byte.
///
/// `ghirbal run` writes the folder anew; the change is then reviewed as a diff.
@Suite struct GoldenTests {
  @Test func theCleanCorpusIsWhatARunGives() async throws {
    let file = Corpus.root.appending(path: "pipeline.yml")
    let configuration = try PipelineConfiguration(
      yaml: String(contentsOf: file, encoding: .utf8), file: file.path)
    #expect(configuration.input == "corpus-raw" && configuration.output == "corpus-clean")
    let pages = try PageLocation.all(in: Corpus.rawFolder)
    let runner = BatchRunner(configuration, pages: pages, output: Corpus.cleanFolder)
    let expected = try await runner.expectedFiles(jobs: 2)
    var present: [String: [UInt8]] = [:]
    for path in try PageFolder.paths(in: Corpus.cleanFolder) {
      present[path] = try AtomicFile.read(Corpus.cleanFolder + "/" + path)
    }
    let golden = try Self.statingOtherParser(present, of: expected)
    // The manifest repeats the records' hashes, so that a difference shows in its own file first.
    let paths = Set(expected.keys).union(golden.keys)
      .sorted { ($0 == Manifest.fileName ? 1 : 0, $0) < ($1 == Manifest.fileName ? 1 : 0, $1) }
    for path in paths where expected[path] != golden[path] {
      let difference = Difference(expected[path], golden[path], path: path)
      Issue.record("\(difference)")
      return
    }
  }

  /// The golden files as another version of libxml2 would have written them: the manifest names the
  /// version. All else must be the same.
  private static func statingOtherParser(
    _ golden: [String: [UInt8]], of expected: [String: [UInt8]]
  ) throws -> [String: [UInt8]] {
    guard let own = expected[Manifest.fileName], let bytes = golden[Manifest.fileName],
      let here = try Manifest(jsonl: own).rows.first?.pipeline?.libxml2
    else { return golden }
    let rows = try Manifest(jsonl: bytes).rows.map { row in
      var row = row
      row.pipeline?.libxml2 = here
      return row
    }
    return golden.merging([Manifest.fileName: Manifest(rows).jsonl]) { $1 }
  }

  /// The first line in which two versions of a file differ.
  struct Difference: CustomStringConvertible {
    let description: String

    init(_ expected: [UInt8]?, _ present: [UInt8]?, path: String) {
      guard let expected else {
        description = "\(path) lies in corpus-clean, but no page gives it; run `ghirbal run`"
        return
      }
      guard let present else {
        description = "\(path) is missing from corpus-clean; run `ghirbal run`"
        return
      }
      let (new, old) = (Self.lines(expected), Self.lines(present))
      let line = zip(new, old).prefix { $0 == $1 }.count
      func shown(_ lines: [String]) -> String {
        line < lines.count ? lines[line].debugDescription : "(no such line)"
      }
      description = """
        \(path), line \(line + 1): corpus-clean is not what the stages give; review `ghirbal diff`
          corpus-clean: \(shown(old))
          this build:   \(shown(new))
        """
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  @Test func aDifferenceNamesFileAndLine() {
    let difference = Difference(Array("a\nb\nc".utf8), Array("a\nx\nc".utf8), path: "p.txt")
    #expect(difference.description.hasPrefix("p.txt, line 2:"))
    #expect(difference.description.contains("\"x\"") && difference.description.contains("\"b\""))
  }
}
