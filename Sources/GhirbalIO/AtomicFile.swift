import Foundation

/// A file that could not be read or written.
public struct FileProblem: Error, Equatable, CustomStringConvertible {
  public let path: String
  /// The system's words: "No space left on device".
  public let problem: String

  public var description: String { "\(path): \(problem)" }

  init(_ path: String, _ problem: String) {
    self.path = path
    self.problem = problem
  }

  init(_ path: String, errno code: Int32) { self.init(path, String(cString: strerror(code))) }
}

/// Whole files: read at once, written so that a reader sees the old bytes or the new, never a part.
public enum AtomicFile {
  public static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(file) }
    return try read(file, path)
  }

  /// Reads what is left of an open file or a pipe.
  public static func read(_ file: Int32, _ path: String) throws(FileProblem) -> [UInt8] {
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(Int(status.st_size) + 1)
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
    }
  }

  /// Writes beside the target, flushes to the disk, then takes the target's name.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let temporary = path + ".ghirbal-\(getpid())~"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    do throws(FileProblem) {
      try write(bytes, to: file, path)
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
}
