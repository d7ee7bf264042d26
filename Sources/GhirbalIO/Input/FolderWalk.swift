import Foundation

/// Walks through a folder of raw pages, nested folders included, in the order of their paths' UTF-8.
///
/// Hidden files and folders are passed over, and symbolic links are not followed: a link could lead
/// out of the tree or round in a circle. A file whose name results could not bear comes with a fault
/// where results are to be written.
/// At any time the names of the folders from the root down to the one in hand are in memory.
public struct FolderWalk {
  private struct Entry {
    /// The name as the file system has it.
    let name: [UInt8]
    /// The name in the path of the page.
    let shown: String
    let isFolder: Bool
    let byteCount: Int
    var fault: PageFault?
  }

  private struct Level {
    let file: [UInt8]
    let prefix: String
    /// The entries that are left, the next one last.
    var entries: [Entry]
    /// What is wrong with the name of the folder, and with those of all pages in it.
    let fault: PageFault?
  }

  private var levels: [Level]
  private let names: NameRule?
  private let origin: String?

  /// Opens the folder; throws where that cannot be read.
  ///
  /// - Parameters:
  ///   - names: Which names the results' place does not tell apart; nil where none are written.
  ///   - origin: What tells this folder apart from other inputs of one output.
  public init(_ root: String, names: NameRule? = .exact, origin: String? = nil) throws(FileProblem)
  {
    self.names = names
    self.origin = origin
    let file = Array(root.utf8)
    guard let entries = Self.entries(of: file, isRoot: true, names) else {
      throw FileProblem(root, errno: errno)
    }
    levels = [Level(file: file, prefix: "", entries: entries, fault: nil)]
  }

  /// The next file; nil at the end. A folder that cannot be read is one location with a fault.
  public mutating func next() -> PageLocation? {
    while let level = levels.last {
      guard let entry = levels[levels.count - 1].entries.popLast() else {
        levels.removeLast()
        continue
      }
      let file = level.file + [UInt8(ascii: "/")] + entry.name
      let path = level.prefix + entry.shown
      let fault = level.fault ?? entry.fault
      if !entry.isFolder {
        return PageLocation(
          file: String(decoding: file, as: UTF8.self), path: path, byteCount: entry.byteCount,
          fault: fault, origin: origin)
      }
      guard let entries = Self.entries(of: file, isRoot: false, names) else {
        return PageLocation(
          file: String(decoding: file, as: UTF8.self), path: path + "/",
          fault: PageFault(.unreadable, String(cString: strerror(errno))), origin: origin)
      }
      levels.append(Level(file: file, prefix: path + "/", entries: entries, fault: fault))
    }
    return nil
  }

  /// The files and folders of a folder, last one first; nil, with `errno`, where it cannot be read.
  private static func entries(
    of folder: [UInt8], isRoot: Bool, _ rule: NameRule?
  ) -> [Entry]? {
    guard let stream = withCString(folder, opendir) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name.first != UInt8(ascii: ".") else { continue }
      var status = stat()
      let found = withCString(name) { fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW) }
      let kind = status.st_mode & S_IFMT
      guard found == 0, kind == S_IFREG || kind == S_IFDIR else { continue }
      let valid = String(validating: name, as: UTF8.self)
      entries.append(
        Entry(
          name: name, shown: valid ?? percentEncoded(name), isFolder: kind == S_IFDIR,
          byteCount: kind == S_IFREG ? Int(status.st_size) : 0,
          fault: valid == nil ? PageFault(.nameNotUTF8) : nil))
    }
    var keyed = entries.map { entry in
      let isContainer = entry.isFolder || PageContainer(path: entry.shown) != nil
      return (key: Array((isContainer ? entry.shown + "/" : entry.shown).utf8), entry: entry)
    }
    keyed.sort { $0.key.lexicographicallyPrecedes($1.key) }
    if let rule {
      var names = ResultNames(isRoot: isRoot, rule)
      for index in keyed.indices where keyed[index].entry.fault == nil {
        let entry = keyed[index].entry
        let isFolder = entry.isFolder || PageContainer(path: entry.shown) != nil
        keyed[index].entry.fault = names.claim(entry.shown, isFolder: isFolder)
      }
    }
    return keyed.reversed().map(\.entry)
  }

  private static func withCString<R>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
    (bytes + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) {
        // The closing NUL is there, so the buffer has an address.
        body($0.baseAddress!)
      }
    }
  }

  /// The bytes of a name that is not UTF-8, each one outside ASCII as `%FF`.
  private static func percentEncoded(_ name: [UInt8]) -> String {
    name.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
