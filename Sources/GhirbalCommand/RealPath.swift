import Foundation

/// A place in the file system, wherever symbolic links lead, for what is there and for what is not yet.
struct RealPath: Equatable {
  /// Absolute and without a slash at its end; the root is empty.
  private let path: String

  /// Nil where a link leads to nowhere, or the way to what is not there yet goes back up (`..`).
  init?(_ path: String) {
    // What is not there yet cannot lead anywhere; the folder above it can.
    var known = path
    var rest: [Substring] = []
    while true {
      if let real = Self.real(known) {
        guard !rest.contains("..") else { return nil }
        self.path = ([Substring(real)] + rest.reversed().filter { $0 != "." }).joined(
          separator: "/")
        return
      }
      // A symbolic link to nowhere is a place that something can be made at.
      if Self.isLink(known) { return nil }
      let parts = known.split(separator: "/", omittingEmptySubsequences: true)
      guard let last = parts.last else { return nil }
      rest.append(last)
      let root = known.hasPrefix("/") ? "/" : ""
      known = root + parts.dropLast().joined(separator: "/")
      if known.isEmpty { known = "." }
    }
  }

  /// Whether this is the folder or lies in it.
  func isInside(_ folder: Self) -> Bool {
    path == folder.path || path.hasPrefix(folder.path + "/")
  }

  var isRoot: Bool { path.isEmpty }

  /// The way from a folder to here: `..` for each folder up, then names.
  func way(from folder: Self) -> [String] {
    let (start, end) = (folder.path.split(separator: "/"), path.split(separator: "/"))
    let common = zip(start, end).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    return Array(repeating: "..", count: start.count - common)
      + end.dropFirst(common).map(String.init)
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let text = String(cString: real)
    return text == "/" ? "" : text
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
