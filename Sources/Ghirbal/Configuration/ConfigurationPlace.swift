import Foundation

/// Where a configuration lies, and how its folder looks from the working directory.
public struct ConfigurationPlace: Sendable {
  /// The file as it was named; nil where there is none.
  public var file: String?
  /// Empty for the working directory.
  public var folder: String

  public init(file: String?, folder: String) {
    self.file = file
    self.folder = folder
  }

  /// A path of the configuration, as seen from here.
  public func resolve(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  /// A path from here, relative to the folder; as it is where it lies elsewhere.
  func projectPath(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    func absolute(_ path: String) -> String {
      var parts: [Substring] = []
      for part in (path.hasPrefix("/") ? path : here + "/" + path).split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
      }
      return "/" + parts.joined(separator: "/")
    }
    let root = absolute(folder.isEmpty ? "." : folder) + "/"
    let full = absolute(path)
    return full.hasPrefix(root) ? String(full.dropFirst(root.count)) : path
  }
}
