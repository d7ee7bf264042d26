import Foundation

/// A folder that is there while a test runs.
public enum TemporaryFolder {
  public static func with<R>(_ body: (String) throws -> R) throws -> R {
    let folder = try make()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// The same for what is waited for.
  public static func during<R>(_ body: (String) async throws -> R) async throws -> R {
    let folder = try make()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
  }

  private static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ghirbal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
