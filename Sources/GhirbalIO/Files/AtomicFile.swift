import Foundation
import Synchronization

/// Whole files: read at once, written so that a reader sees the old bytes or the new, never a part.
public enum AtomicFile {
  /// The bytes of a file; of more than `maxBytes` at least one byte more than those, and not all.
  public static func read(_ path: String, maxBytes: Int = .max) throws(FileProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(file) }
    return try read(file, path, maxBytes: maxBytes)
  }

  /// Reads what is left of an open file or a pipe; of more than `maxBytes` it returns at least one
  /// byte more than those, and not all.
  public static func read(
    _ file: Int32, _ path: String, maxBytes: Int = .max
  ) throws(FileProblem) -> [UInt8] {
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(min(Int(status.st_size), maxBytes - 1) + 1)
    } else if status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(path, errno: EISDIR)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem(path, errno: errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > maxBytes { return bytes }
    }
  }

  /// Writes beside the target, flushes to the disk, then takes the target's name.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    try write(bytes, to: path, permissions: nil)
  }

  private static func write(
    _ bytes: [UInt8], to path: String, permissions: mode_t?
  ) throws(FileProblem) {
    let temporary = temporaryPath(beside: path)
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    do throws(FileProblem) {
      try write(bytes, to: file, path)
      if let permissions, fchmod(file, permissions) != 0 { throw FileProblem(path, errno: errno) }
      guard fsync(file) == 0 || errno == EINVAL else { throw FileProblem(path, errno: errno) }
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    close(file)
    guard rename(temporary, path) == 0 else {
      let problem = FileProblem(path, errno: errno)
      unlink(temporary)
      throw problem
    }
  }

  /// Writes a file anew that is there, as `write` does, with the permissions it has; of a symbolic link
  /// the file that it leads to.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
    var status = stat()
    guard stat(path, &status) == 0, let real = realpath(path, nil) else {
      throw FileProblem(path, errno: errno)
    }
    defer { free(real) }
    guard access(path, W_OK) == 0 else { throw FileProblem(path, errno: errno) }
    try write(bytes, to: String(cString: real), permissions: status.st_mode & 0o7777)
  }

  /// A name that no page has: hidden, short whatever the target's name is, and used once.
  static func temporaryPath(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let number = temporaries.add(1, ordering: .relaxed).newValue
    return "\(folder)\(temporaryPrefix)\(getpid())-\(number)~"
  }

  private static let temporaries = Atomic(0)
  /// What the names of unfinished files start with; they end in `~`.
  static let temporaryPrefix = ".ghirbal-"

  /// Removes unfinished files that a killed process left in a folder; nothing may write there.
  public static func removeTemporaries(in folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name.starts(with: temporaryPrefix.utf8), name.last == UInt8(ascii: "~") else {
        continue
      }
      unlink(folder + "/" + String(decoding: name, as: UTF8.self))
    }
  }

  /// Flushes a folder's entries to the disk, so that a name just given outlives a power cut.
  public static func flushFolder(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// Writes all of `bytes` to an open file or pipe.
  public static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(FileProblem) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem(path, errno: errno)
      }
      start += count
    }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(FileProblem) {
    if mkdir(path, 0o755) == 0 { return }
    if errno == EEXIST {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw FileProblem(path, errno: ENOTDIR)
      }
      return
    }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileProblem(path, errno: errno)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileProblem(path, errno: errno) }
  }

  /// Makes the folders of a relative path in `root`, none of them a symbolic link: what is written
  /// there shall not leave `root`.
  public static func makeFolders(
    of path: String, in root: String
  ) throws(FileProblem) {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if mkdir(folder, 0o755) == 0 { continue }
      guard errno == EEXIST else { throw FileProblem(folder, errno: errno) }
      var status = stat()
      guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw FileProblem(folder, errno: status.st_mode & S_IFMT == S_IFLNK ? ELOOP : ENOTDIR)
      }
    }
  }

  /// Whether the folders of a relative path in `root` are there, none of them a symbolic link.
  public static func isPlainWay(to path: String, in root: String) -> Bool {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      var status = stat()
      guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
    }
    return true
  }
}
