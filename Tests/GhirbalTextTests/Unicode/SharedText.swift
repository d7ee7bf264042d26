import Foundation

/// Text beside the package that is used where it is present and never committed.
enum SharedText {
  private static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of `shared/<path>` beside the package, or nil with a message.
  static func bytes(_ path: String) -> [UInt8]? {
    let folders = [
      packageRoot.appending(path: "../shared"), packageRoot.appending(path: "shared"),
    ]
    for folder in folders {
      if let data = try? Data(contentsOf: folder.appending(path: path).standardized) {
        return Array(data)
      }
    }
    print("skipped: \(path) is not beside the package")
    return nil
  }

  /// The lines of `bytes`, without their line feeds.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }
}
