import Foundation

/// How many lines a shard takes.
public struct ShardLimits: Sendable, Equatable {
  /// Lines of a shard; nil for as many as its bytes allow.
  public var maxPages: Int?
  /// Bytes of a shard before compression. A line that is longer has a shard for itself.
  public var maxBytes = 256 << 20

  public init() {}
}

/// Files of lines that follow each other, `pages-00001.jsonl.gz` and so on, each of them visible only
/// when it is whole.
///
/// Which line stands in which shard, and each byte of a shard, follows from the lines alone. A line is
/// appended to a hidden file first, as it stands, so that no line is lost when the process is killed; a
/// shard that is full is compressed from there. One that would replace an earlier shard with other
/// lines waits until the run is done: up to then the earlier one is whole and in its place.
public final class ShardSeries {
  private let kind: String
  private let output: String
  private let limits: ShardLimits
  private let compression: Compression
  /// The shards of earlier runs, which alone may be replaced.
  private let earlier: Set<String>
  private var number = 1
  private var lineCount = 0
  private var byteCount = 0
  private var file: Int32 = -1
  private var waiting: [String] = []

  /// Where shards grow, in the output.
  public static let stage = ".ghirbal-shards"
  /// Where those lie that a run which was broken off had not published.
  static let leftovers = ".ghirbal-earlier-shards"

  public init(
    _ kind: String, in output: String, _ limits: ShardLimits, _ compression: Compression,
    replacing earlier: Set<String>
  ) {
    self.kind = kind
    self.output = output
    self.limits = limits
    self.compression = compression
    self.earlier = earlier
  }

  private var spool: String { Self.name(kind, number, .none) }
  private var name: String { Self.name(kind, number, compression) }

  private static func name(_ kind: String, _ number: Int, _ compression: Compression) -> String {
    let digits = String(number)
    return kind + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".jsonl"
      + compression.suffix
  }

  /// Appends a line that has its line feed.
  public func append(_ line: [UInt8]) throws(FileProblem) -> ShardPlace {
    let isFull =
      byteCount + line.count > limits.maxBytes || limits.maxPages.map { lineCount >= $0 } ?? false
    if lineCount > 0, isFull { try close() }
    let path = output + "/" + Self.stage + "/" + spool
    if file < 0 {
      try AtomicFile.makeFolder(output + "/" + Self.stage)
      file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw FileProblem(path, errno: errno) }
    }
    try AtomicFile.write(line, to: file, path)
    lineCount += 1
    byteCount += line.count
    return ShardPlace(shard: name, line: lineCount)
  }

  /// Ends the shard in hand: compresses it, and gives it its name where that takes nobody's place.
  private func close() throws(FileProblem) {
    let staged = output + "/" + Self.stage + "/" + name
    try end(staged)
    let target = output + "/" + name
    if access(target, F_OK) != 0 {
      try publish(name)
    } else if !earlier.contains(name) {
      throw FileProblem(target, "it is there and no result of a run; it is not replaced")
    } else if try Self.isSame(staged, target) {
      unlink(staged)
    } else {
      waiting.append(name)
    }
    number += 1
    lineCount = 0
    byteCount = 0
  }

  /// Closes the hidden file of lines, and makes the shard of it.
  private func end(_ staged: String) throws(FileProblem) {
    let path = output + "/" + Self.stage + "/" + spool
    guard fsync(file) == 0 || errno == EINVAL else { throw FileProblem(path, errno: errno) }
    Foundation.close(file)
    file = -1
    guard let encoder = compression.encoder() else { return }
    let target = try GrowingFile(staged)
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw FileProblem(path, errno: errno) }
    defer { Foundation.close(source) }
    var rest = byteCount
    while rest > 0 {
      let piece = try Self.piece(of: source, path, count: min(rest, Compression.pieceCount))
      rest -= piece.count
      var bytes: [UInt8] = []
      encoder.encode(piece[...], isLast: rest == 0, to: &bytes)
      try target.append(bytes)
    }
    try target.finish()
    unlink(path)
  }

  /// So many bytes of a file, from where it stands.
  private static func piece(
    of file: Int32, _ path: String, count: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = bytes[filled...].withUnsafeMutableBytes {
        Foundation.read(file, $0.baseAddress, $0.count)
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw FileProblem(path, errno: read < 0 ? errno : EIO) }
      filled += read
    }
    return bytes
  }

  private static func isSame(_ one: String, _ other: String) throws(FileProblem) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0, first.st_size == second.st_size else {
      return false
    }
    let files = (open(one, O_RDONLY | O_CLOEXEC), open(other, O_RDONLY | O_CLOEXEC))
    defer { for file in [files.0, files.1] where file >= 0 { Foundation.close(file) } }
    guard files.0 >= 0, files.1 >= 0 else { return false }
    var rest = Int(first.st_size)
    while rest > 0 {
      let count = min(rest, 1 << 18)
      guard try piece(of: files.0, one, count: count) == piece(of: files.1, other, count: count)
      else { return false }
      rest -= count
    }
    return true
  }

  private func publish(_ name: String) throws(FileProblem) {
    guard rename(output + "/" + Self.stage + "/" + name, output + "/" + name) == 0 else {
      throw FileProblem(output + "/" + name, errno: errno)
    }
  }

  /// Ends the last shard; shards that replace others take their names now.
  public func finish() throws(FileProblem) {
    if file >= 0 { try close() }
    for name in waiting { try publish(name) }
    waiting = []
    AtomicFile.flushFolder(output)
  }

  /// Leaves the shard in hand for the next run.
  public func stop() {
    guard file >= 0 else { return }
    fsync(file)
    Foundation.close(file)
    file = -1
  }

  deinit { stop() }

  // MARK: What runs leave

  /// Puts what a run left that was broken off where the next one finds it, and nobody writes.
  public static func keepLeftovers(in output: String) throws(FileProblem) {
    let stage = output + "/" + stage
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: stage) else { return }
    try AtomicFile.makeFolder(output + "/" + leftovers)
    AtomicFile.removeTemporaries(in: stage)
    for name in names { rename(stage + "/" + name, output + "/" + leftovers + "/" + name) }
  }

  /// Removes the hidden folders of a run that is done.
  public static func removeLeftovers(in output: String) {
    for folder in [stage, leftovers] {
      try? FileManager.default.removeItem(atPath: output + "/" + folder)
    }
  }
}
