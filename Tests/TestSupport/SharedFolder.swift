import Foundation

/// Files for development that lie in `shared` beside the package and are never part of it.
///
/// Tests that need one are skipped, with a message, where it is absent.
public enum SharedFolder {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The bytes of a file; nil, with a message, where it is absent.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: root.appending(path: path)) else {
      print("skipped: shared/\(path) is not beside the package")
      return nil
    }
    return Array(data)
  }

  /// The text of a file; nil, with a message, where it is absent.
  public static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The lines of a file without their line feeds; nil, with a message, where it is absent.
  public static func lines(_ path: String) -> [[UInt8]]? {
    bytes(path)?.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }
}
