import Foundation

/// A folder of raw pages, nested folders included.
public enum PageFolder {
  /// The paths of all regular files, relative to `root`, sorted by their UTF-8.
  ///
  /// Hidden files and folders are passed over, and symbolic links are not followed: a link could
  /// lead out of the tree or round in a circle.
  public static func paths(in root: String) throws(FileProblem) -> [String] {
    var paths: [String] = []
    try collect(root, prefix: "", &paths)
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(
    _ folder: String, prefix: String, _ paths: inout [String]
  ) throws(FileProblem) {
    guard let stream = opendir(folder) else { throw FileProblem(folder, errno: errno) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: paths.append(prefix + name)
      case S_IFDIR: try collect(folder + "/" + name, prefix: prefix + name + "/", &paths)
      default: continue
      }
    }
  }
}
