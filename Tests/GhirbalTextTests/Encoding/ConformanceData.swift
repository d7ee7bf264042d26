import Foundation

/// Test data of others, which is not part of the repository.
///
/// It is read where the environment variable `GHIRBAL_CONFORMANCE` names its unpacked folder, or where
/// `../shared/data/conformance` beside the package holds it unpacked.
enum ConformanceData {
  static let missing: String =
    "set GHIRBAL_CONFORMANCE to the folder that the conformance data is unpacked in"

  /// The folder or file at `path` below the data, if it is there.
  static func url(_ path: String) -> URL? {
    var roots: [URL] = []
    if let root = ProcessInfo.processInfo.environment["GHIRBAL_CONFORMANCE"] {
      roots.append(URL(fileURLWithPath: root))
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    roots.append(package.appendingPathComponent("../shared/data/conformance").standardizedFileURL)
    return roots.map { $0.appendingPathComponent(path) }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  /// The regular files below `folder`, in the order of their paths.
  static func files(_ folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return paths.sorted().map { folder.appendingPathComponent($0) }.filter { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
