import Foundation

/// The lines of a file or a pipe, one after another; at any time a piece of it is in memory.
public final class FileLines {
  private let path: String
  private let file: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Bytes of a line; a longer one is none that Ghirbal wrote.
  private static let maxLineByteCount = 1 << 20

  /// - Parameter path: the file; `-` is standard input.
  public init(_ path: String) throws(FileProblem) {
    self.path = path == "-" ? "standard input" : path
    file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
  }

  deinit { if file >= 0 { close(file) } }

  /// The next line without its line feed, repaired where it is not UTF-8; nil at the end.
  public func next() throws(FileProblem) -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return String(decoding: buffer[start..<end], as: UTF8.self)
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? String(decoding: buffer[start...], as: UTF8.self) : nil
      }
      buffer.removeFirst(start)
      (start, searched) = (0, buffer.count)
      guard buffer.count <= Self.maxLineByteCount else {
        throw FileProblem(path, "a line is longer than \(Self.maxLineByteCount) bytes")
      }
      try readMore()
    }
  }

  private func readMore() throws(FileProblem) {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { bytes in
      let count = read(file, bytes.baseAddress, bytes.count)
      if count > 0 { buffer.append(contentsOf: bytes[..<count]) }
      return count
    }
    if count == 0 { isAtEnd = true }
    if count < 0, errno != EINTR { throw FileProblem(path, errno: errno) }
  }
}
