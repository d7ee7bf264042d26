import Foundation

/// Walks through a folder of raw pages, nested folders included, in the order of their paths' UTF-8.
///
/// Hidden files and folders are passed over, and so is what rules exclude; symbolic links are not followed:
/// a link could lead out of the tree or round in a circle. A file whose name results could not bear comes with a fault
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
    /// How many of `ignores` were there before this folder's.
    let ignoreCount: Int
  }

  private var levels: [Level]
  /// The ignore files of the folders in hand, the outermost first.
  private var ignores: [InputRules.File] = []
  private let names: NameRule?
  private let rules: InputRules?
  private let origin: String?

  /// Opens the folder; throws where that cannot be read.
  ///
  /// - Parameters:
  ///   - names: Which names the results' place does not tell apart; nil where none are written.
  ///   - rules: Which files are input; nil for all files that there are, as in a folder of results.
  ///   - origin: What tells this folder apart from other inputs of one output.
  public init(
    _ root: String, names: NameRule? = .exact, rules: InputRules? = nil, origin: String? = nil
  ) throws(FileProblem) {
    self.names = names
    self.rules = rules
    self.origin = origin
    levels = []
    do throws(PageFault) {
      try enter(Array(root.utf8), prefix: "", fault: nil)
    } catch {
      throw FileProblem(root, error.detail)
    }
  }

  /// The next file; nil at the end. A folder that cannot be read is one location with a fault.
  public mutating func next() -> PageLocation? {
    while let level = levels.last {
      guard let entry = levels[levels.count - 1].entries.popLast() else {
        levels.removeLast()
        ignores.removeLast(ignores.count - level.ignoreCount)
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
      do throws(PageFault) {
        try enter(file, prefix: path + "/", fault: fault)
      } catch {
        return PageLocation(
          file: String(decoding: file, as: UTF8.self), path: path + "/", fault: error,
          origin: origin)
      }
    }
    return nil
  }

  /// Goes into a folder. One whose ignore file cannot be read is not read either: what lies in it may
  /// not be meant.
  private mutating func enter(
    _ file: [UInt8], prefix: String, fault: PageFault?
  ) throws(PageFault) {
    guard let found = Self.entries(of: file) else {
      throw PageFault(.unreadable, String(cString: strerror(errno)))
    }
    var entries = found.entries
    let ignoreCount = ignores.count
    if let rules {
      if found.hasIgnoreFile { ignores.append(try Self.ignoreFile(in: file, prefix: prefix)) }
      entries.removeAll {
        rules.excludes(prefix + $0.shown, isFolder: $0.isFolder, ignores)
      }
    }
    levels.append(
      Level(
        file: file, prefix: prefix, entries: Self.claimed(entries, isRoot: levels.isEmpty, names),
        fault: fault, ignoreCount: ignoreCount))
  }

  private static func ignoreFile(
    in folder: [UInt8], prefix: String
  ) throws(PageFault) -> InputRules.File {
    let file = String(decoding: folder, as: UTF8.self) + "/" + InputRules.fileName
    do throws(FileProblem) {
      let bytes = try AtomicFile.read(file, maxBytes: InputRules.maxFileUTF8Count)
      guard bytes.count <= InputRules.maxFileUTF8Count,
        let text = String(validating: bytes, as: UTF8.self)
      else {
        throw FileProblem(file, "it is not UTF-8 of at most \(InputRules.maxFileUTF8Count) bytes")
      }
      return InputRules.File(prefix: prefix, text)
    } catch {
      throw PageFault(.unreadable, "\(InputRules.fileName): \(error.problem)")
    }
  }

  /// The files and folders of a folder, and whether it has an ignore file; nil, with `errno`, where it
  /// cannot be read.
  private static func entries(of folder: [UInt8]) -> (entries: [Entry], hasIgnoreFile: Bool)? {
    guard let stream = withCString(folder, opendir) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    var hasIgnoreFile = false
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name.first != UInt8(ascii: ".") else {
        if name.elementsEqual(InputRules.fileName.utf8) { hasIgnoreFile = true }
        continue
      }
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
    return (entries, hasIgnoreFile)
  }

  /// The entries of a folder, last one first, each with a name of its own or a fault.
  private static func claimed(_ entries: [Entry], isRoot: Bool, _ rule: NameRule?) -> [Entry] {
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
