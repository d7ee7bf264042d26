/// A folder of files, nested folders included.
public enum PageFolder {
  /// The paths of all regular files, relative to `root`, sorted by their UTF-8, but for names that
  /// are not UTF-8.
  ///
  /// Hidden files and folders are passed over, and symbolic links are not followed.
  public static func paths(in root: String) throws(FileProblem) -> [String] {
    var walk = try FolderWalk(root, names: nil)
    var paths: [String] = []
    while let location = walk.next() {
      if location.fault?.reason != .nameNotUTF8 { paths.append(location.path) }
    }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths
  }
}
