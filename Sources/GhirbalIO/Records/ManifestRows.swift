import Foundation

/// Reads the rows of a manifest one after another; what is no row, such as the totals or a line that
/// was being written when a process was killed, is passed over.
public struct ManifestRows {
  private let file: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var reader = ManifestReader()

  /// Nil where the file is not there or cannot be opened.
  public init?(_ path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    self.file = file
  }

  public mutating func next() -> Manifest.Row? {
    while let line = nextLine() {
      if case .page(let row, _) = reader.read(line) { return row }
    }
    return nil
  }

  /// The next line that has its end.
  private mutating func nextLine() -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard let more = try? file.read(upToCount: 1 << 16), !more.isEmpty else { return nil }
      buffer.append(contentsOf: more)
    }
  }
}
