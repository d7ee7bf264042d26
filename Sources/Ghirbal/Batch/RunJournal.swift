import Foundation
import GhirbalIO

/// The rows of a run as it goes, in the order of the manifest, in a hidden file of the output.
///
/// It becomes the manifest when the run is done. What an interrupted run leaves is what the next one
/// resumes from: rows are claims only, each is checked against the page and its results.
struct RunJournal {
  private static let current = ".ghirbal-run.jsonl"
  private static let earlier = ".ghirbal-earlier.jsonl"

  private let output: String
  private let file: Int32
  private(set) var totals = Manifest.Totals()

  /// Starts a journal in a folder that this process has locked.
  init(in output: String, resumes: Bool) throws(FileProblem) {
    self.output = output
    let path = output + "/" + Self.current
    if resumes {
      try Self.keepEarlierRows(in: output)
    } else {
      unlink(output + "/" + Self.earlier)
    }
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
  }

  /// Joins what the last run left with what runs before it left, so that one run broken off soon
  /// after another loses nothing.
  private static func keepEarlierRows(in output: String) throws(FileProblem) {
    let (current, earlier) = (output + "/" + Self.current, output + "/" + Self.earlier)
    guard var rows = EarlierRows([current, earlier]) else { return }
    let path = earlier + "~"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(file) }
    while let row = rows.next() { try AtomicFile.write(row.jsonl, to: file, path) }
    guard rename(path, earlier) == 0 else { throw FileProblem(earlier, errno: errno) }
  }

  /// The rows that earlier runs in a folder left, those of finished runs too.
  static func earlierRows(in output: String) -> EarlierRows? {
    EarlierRows([output + "/" + earlier, output + "/" + Manifest.fileName])
  }

  mutating func append(_ row: Manifest.Row) throws(FileProblem) {
    try AtomicFile.write(row.jsonl, to: file, output + "/" + Self.current)
    totals.add(row)
  }

  /// Leaves the journal for the next run.
  func stop() { close(file) }

  /// Makes the journal the manifest.
  func finish() throws(FileProblem) {
    let path = output + "/" + Self.current
    defer { close(file) }
    try AtomicFile.write(totals.jsonl, to: file, path)
    guard fsync(file) == 0 || errno == EINVAL else { throw FileProblem(path, errno: errno) }
    let manifest = output + "/" + Manifest.fileName
    guard rename(path, manifest) == 0 else { throw FileProblem(manifest, errno: errno) }
    unlink(output + "/" + Self.earlier)
    AtomicFile.flushFolder(output)
  }
}

/// The rows of several journals in the order of their paths; of rows with the same path the one of
/// the first journal.
struct EarlierRows {
  private var sources: [(rows: ManifestRows, head: Manifest.Row?)]

  /// Nil where none of the files is there.
  init?(_ paths: [String]) {
    sources = paths.compactMap { path in
      guard var rows = ManifestRows(path) else { return nil }
      let head = rows.next()
      return (rows, head)
    }
    if sources.isEmpty { return nil }
  }

  mutating func next() -> Manifest.Row? {
    var first: Manifest.Row?
    for source in sources {
      guard let head = source.head else { continue }
      if first.map({ head.path.utf8.lexicographicallyPrecedes($0.path.utf8) }) ?? true {
        first = head
      }
    }
    if let first { pass(first.path) }
    return first
  }

  /// The row of a path; asked for paths in ascending order.
  mutating func row(of path: String) -> Manifest.Row? {
    while let least = leastPath, least.utf8.lexicographicallyPrecedes(path.utf8) { pass(least) }
    guard let least = leastPath, least.utf8.elementsEqual(path.utf8) else { return nil }
    return next()
  }

  private var leastPath: String? {
    sources.compactMap { $0.head?.path }
      .min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func pass(_ path: String) {
    for index in sources.indices {
      while let head = sources[index].head, head.path.utf8.elementsEqual(path.utf8) {
        sources[index].head = sources[index].rows.next()
      }
    }
  }
}
