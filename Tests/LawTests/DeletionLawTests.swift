import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

@testable import Ghirbal

/// A ledger that lacks any one of its edits does not pass verification.
@Suite struct DeletionLawTests {
  /// Edits tried of one page; of a longer ledger a sample is tried, the same each time.
  private static let mostEditsOfAPage = 24

  @Test(arguments: Corpus.paths) func aMissingEditIsFound(_ path: String) async throws {
    try await TemporaryFolder.during { folder in
      let tree = try await Tree(path, in: folder)
      #expect(tree.findings() == [], "the untouched tree passes")
      for index in Self.sample(of: tree.record.ledger.entries.count, seed: path) {
        let entry = tree.record.ledger.entries[index]
        // Whoever deletes an edit and nothing else is given away by the manifest's hash and count.
        try tree.write(without: index, countingAnew: false)
        #expect(!tree.findings().isEmpty, "with the manifest as it was, not missed: \(entry.line)")
        // Who writes the manifest anew too is given away by what the ledger gives.
        guard tree.leavesAMark(index) else { continue }
        try tree.write(without: index, countingAnew: true)
        #expect(
          !tree.findings().isEmpty, "with the manifest written anew, not missed: \(entry.line)")
      }
    }
  }

  /// Up to `mostEditsOfAPage` numbers below `count`, ascending.
  private static func sample(of count: Int, seed: String) -> [Int] {
    guard count > mostEditsOfAPage else { return Array(0..<count) }
    var random = SplitMix(seed: seed.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    var chosen: Set<Int> = []
    while chosen.count < mostEditsOfAPage { chosen.insert(random.below(count)) }
    return chosen.sorted()
  }

  /// The results of one page in a folder of their own.
  private struct Tree {
    private let input: String
    private let output: String
    private let row: Manifest.Row
    let record: ProvenanceRecord

    init(_ path: String, in folder: String) async throws {
      input = folder + "/in"
      output = folder + "/out"
      let name = path.replacing("/", with: "-")
      try AtomicFile.makeFolder(input)
      try AtomicFile.write(Corpus.page(path).bytes, to: input + "/" + name)
      let pages = try PageLocation.all(in: input)
      _ = try await BatchRunner(.standard, pages: pages, output: output).run(jobs: 1)
      let manifest = try Manifest(jsonl: AtomicFile.read(output + "/" + Manifest.fileName))
      row = try #require(manifest.rows.first)
      record = try ProvenanceRecord(json: AtomicFile.read(output + "/" + #require(row.record)))
    }

    func findings() -> [Verification.Finding] {
      Verification(input: input, output: output).run().findings
    }

    /// Writes the record without one edit, with or without a manifest to match.
    func write(without index: Int, countingAnew: Bool) throws {
      var entries = record.ledger.entries
      entries.remove(at: index)
      var changed = record
      changed.ledger = Ledger(entries: entries, regions: record.ledger.regions)
      let recordPath = try #require(row.record)
      try AtomicFile.write(changed.json, to: output + "/" + recordPath)
      var changedRow = row
      if countingAnew {
        changedRow.edits -= 1
        changedRow.recordSha256 = changed.json.sha256
      }
      try AtomicFile.write(
        Manifest([changedRow]).jsonl, to: output + "/" + Manifest.fileName)
    }

    /// Whether the text or the metadata would be others without the edit. A keep changes nothing,
    /// and a value that is lifted twice is there either way.
    func leavesAMark(_ index: Int) -> Bool {
      let entry = record.ledger.entries[index]
      switch entry.change {
      case .keep, .pin, .setApart, .setFirst: return false
      case .drop, .replace: return true
      case .lift:
        let others = record.ledger.entries.enumerated().filter {
          $0.offset != index && $0.element.change == .lift && $0.element.field == entry.field
        }
        guard let field = entry.field else { return false }
        return field.isList
          ? !others.contains { $0.element.after == entry.after }
          : !others.contains { $0.offset < index }
            && others.first?.element.after != entry.after
      }
    }
  }
}
