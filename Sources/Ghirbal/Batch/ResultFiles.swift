import Foundation
public import GhirbalIO

/// The files in an output folder that are Ghirbal's: the manifest, records, and texts beside their
/// records. All else is somebody's own and stays.
public struct ResultFiles {
  private let output: String

  public init(_ output: String) { self.output = output }

  /// Their paths, sorted.
  public func paths() throws(FileProblem) -> [String] {
    guard FileManager.default.fileExists(atPath: output) else { return [] }
    return try PageFolder.paths(in: output).filter(isResult)
  }

  /// Removes the results that `isKept` says no to, and what a killed process left unfinished. Returns
  /// how many pages lost theirs.
  func remove(unless isKept: (String) -> Bool) throws(FileProblem) -> Int {
    var walk = try FolderWalk(output, names: nil)
    var folder = output
    AtomicFile.removeTemporaries(in: output)
    // A text is known by its record, so records go last.
    var records: [String] = []
    while let path = walk.next()?.path {
      let file = output + "/" + path
      if let slash = file.lastIndex(of: "/"), file[..<slash] != folder {
        folder = String(file[..<slash])
        AtomicFile.removeTemporaries(in: folder)
      }
      guard isResult(path), path != Manifest.fileName, !isKept(path) else { continue }
      if path.hasSuffix(ProvenanceRecord.suffix) { records.append(file) } else { unlink(file) }
    }
    for record in records { unlink(record) }
    return records.count
  }

  private func isResult(_ path: String) -> Bool {
    if path == Manifest.fileName || path.hasSuffix(ProvenanceRecord.suffix) { return true }
    guard let page = OutputPath.page(ofText: path) else { return false }
    return access(output + "/" + OutputPath.record(for: page), F_OK) == 0
  }
}
