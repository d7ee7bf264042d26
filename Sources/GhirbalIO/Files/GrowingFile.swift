import Foundation

/// A file that is written piece by piece and takes its name when it is whole.
///
/// What is there already and no file of the disk, a pipe or a device, is written to as it stands.
public final class GrowingFile {
  private let path: String
  /// The hidden name that the file has until it is whole; nil for a pipe or a device.
  public let temporaryPath: String?
  private var file: Int32

  public init(_ path: String) throws(FileProblem) {
    self.path = path
    temporaryPath = Self.isRegular(path) ? AtomicFile.temporaryPath(beside: path) : nil
    file = open(temporaryPath ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
  }

  /// Whether a file of the disk lies there, or none at all. What `/dev/stdout` leads to may be one, and is not
  /// to be replaced under that name.
  public static func isRegular(_ path: String) -> Bool {
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return false }
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    if let temporaryPath { unlink(temporaryPath) }
  }

  public func append(_ bytes: [UInt8]) throws(FileProblem) {
    try AtomicFile.write(bytes, to: file, path)
  }

  /// Flushes the file to the disk and gives it its name.
  public func finish() throws(FileProblem) {
    guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileProblem(path, errno: errno)
    }
    close(file)
    file = -1
    guard let temporaryPath else { return }
    guard rename(temporaryPath, path) == 0 else {
      let problem = FileProblem(path, errno: errno)
      unlink(temporaryPath)
      throw problem
    }
  }
}
