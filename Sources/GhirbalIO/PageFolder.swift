import Foundation

/// A folder of raw pages, nested folders included.
public enum PageFolder {
  /// The paths of all regular files, relative to `root`, sorted by their UTF-8.
  ///
  /// Hidden files and folders are passed over, and symbolic links are not followed: a link could
  /// lead out of the tree or round in a circle. A name that results could not bear is a problem:
  /// one that is not UTF-8, or one that differs from another only in how its letters are composed.
  public static func paths(in root: String) throws(FileProblem) -> [String] {
    var paths: [String] = []
    try collect(root, prefix: "", &paths)
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      throw FileProblem(
        root + "/" + path, "another page has the same name, composed in another way")
    }
    return paths
  }

  private static func collect(
    _ folder: String, prefix: String, _ paths: inout [String]
  ) throws(FileProblem) {
    guard let stream = opendir(folder) else { throw FileProblem(folder, errno: errno) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      var status = stat()
      let found = (bytes + [0]).withUnsafeBufferPointer { name in
        name.withMemoryRebound(to: CChar.self) {
          $0.baseAddress.map { fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW) } ?? -1
        }
      }
      let kind = status.st_mode & S_IFMT
      guard found == 0, kind == S_IFREG || kind == S_IFDIR else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw FileProblem(
          folder + "/" + String(decoding: bytes, as: UTF8.self), "the name is not UTF-8")
      }
      if kind == S_IFREG {
        paths.append(prefix + name)
      } else {
        try collect(folder + "/" + name, prefix: prefix + name + "/", &paths)
      }
    }
  }
}
