import Ghirbal
import GhirbalIO

/// The texts that arguments name; a folder stands for its texts and shards, by their names.
enum TextLocations {
  /// Each file once, under the path that was typed, so that the path can be typed again; `-` is standard
  /// input.
  static func all(_ paths: [String]) throws(FileProblem) -> [PageLocation] {
    var seen: Set<[UInt8]> = []
    var locations: [PageLocation] = []
    for path in paths {
      for file in try files(path) where seen.insert(Array(file.utf8)).inserted {
        locations.append(
          PageLocation(file: file, path: file == "-" ? NamedInput.standardInputName : file))
      }
    }
    return locations
  }

  private static func files(_ path: String) throws(FileProblem) -> [String] {
    guard NamedInput.isFolder(path) else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let prefix = folder == "." ? "" : folder + "/"
    let names = try PageFolder.paths(in: path)
    let runs = Set(names.filter { $0.fileName == Manifest.fileName }.map(\.folder))
    return names.filter { isText($0, ofRun: runs.contains($0.folder)) }.map { prefix + $0 }
  }

  /// What a run writes beside its texts, manifest and records, holds none.
  private static func isText(_ path: String, ofRun: Bool) -> Bool {
    if path.fileName == Manifest.fileName { return false }
    if PageContainer(path: path) != nil { return !(ofRun && path.fileName.hasPrefix("records-")) }
    return TextFileKind.isNamed(path)
  }
}

extension String {
  fileprivate var fileName: Substring { split(separator: "/").last ?? "" }
  fileprivate var folder: Substring { dropLast(fileName.count) }
}
