import Foundation

/// Files for development that lie in `shared` beside the package and are never part of it.
///
/// Tests that need one say so with `.enabled(if: SharedFolder.exists(…))`.
public enum SharedFolder {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The lines of a file without their line feeds.
  public static func lines(_ path: String) throws -> [[UInt8]] {
    try bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }
}
