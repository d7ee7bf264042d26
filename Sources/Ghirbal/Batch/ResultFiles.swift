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
  /// how many pages lost theirs, without those that have others now.
  ///
  /// - Parameter hasOthers: asked with the path of a page.
  func remove(
    unless isKept: (String) -> Bool, hasOthers: (String) -> Bool
  ) throws(FileProblem) -> Int {
    var walk = try FolderWalk(output, names: nil)
    var folder = output
    AtomicFile.removeTemporaries(in: output)
    // A text is known by its record, so records go last.
    var records: [String] = []
    var count = 0
    while let path = walk.next()?.path {
      let file = output + "/" + path
      if let slash = file.lastIndex(of: "/"), file[..<slash] != folder {
        folder = String(file[..<slash])
        AtomicFile.removeTemporaries(in: folder)
      }
      guard path != Manifest.fileName, !isKept(path), isResult(path) else { continue }
      guard path.hasSuffix(ProvenanceRecord.suffix) else {
        unlink(file)
        continue
      }
      records.append(file)
      if !hasOthers(String(path.dropLast(ProvenanceRecord.suffix.count))) { count += 1 }
    }
    for record in records { unlink(record) }
    return count
  }

  func isResult(_ path: String) -> Bool {
    if path == Manifest.fileName || path.hasSuffix(ProvenanceRecord.suffix) { return true }
    let pages = OutputPath.pages(ofText: path).filter {
      access(output + "/" + OutputPath.record(for: $0), F_OK) == 0
    }
    // Beside the record of a.txt its text in another form, a.txt.md, is a result, and a.txt is
    // somebody's own.
    return pages.contains { page in
      guard page == path else { return true }
      let record = try? ProvenanceRecord(
        json: AtomicFile.read(output + "/" + OutputPath.record(for: page)))
      return record?.output?.path == path
    }
  }
}
