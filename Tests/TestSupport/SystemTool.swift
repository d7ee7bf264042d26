import Foundation

/// A command of the system that a test needs and that a machine may lack.
///
/// Such tests say so with `.enabled(if: SystemTool.exists(…))`.
public enum SystemTool {
  /// The command's file; nil where it is missing.
  public static func path(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first(where: FileManager.default.isExecutableFile)
  }

  public static func exists(_ names: String...) -> Bool { names.allSatisfy { path($0) != nil } }
}
