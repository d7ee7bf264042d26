import Foundation
import GhirbalIO

/// The rows of a run as it goes, in the order of the manifest, in a hidden file of the output.
///
/// It becomes the manifest when the run is done. What an interrupted run leaves is what the next one
/// resumes from: rows are claims only, each is checked against the page and its results.
struct RunJournal {
  private static let current = ".ghirbal-run.jsonl"
  /// The rows of runs that were broken off, behind a line that names the inputs of all runs since
  /// there was a manifest.
  private static let earlier = ".ghirbal-earlier.jsonl"

  private let output: String
  private let file: Int32
  private(set) var totals = Manifest.Totals()
  /// The inputs of runs before this one that were broken off.
  let unfinishedOrigins: Set<String?>

  /// Starts a journal in a folder that this process has locked.
  ///
  /// - Parameters:
  ///   - origins: The inputs of this run.
  ///   - recovers: Whether results that no row names get theirs back.
  init(in output: String, origins: Set<String?>, recovers: Bool) throws(FileProblem) {
    self.output = output
    let path = output + "/" + Self.current
    unfinishedOrigins = Self.unfinishedOrigins(in: output)
    try Self.keepEarlierRows(in: output, origins, unfinishedOrigins, recovers: recovers)
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
  }

  /// Joins what the last run left with what runs before it left, so that one run broken off soon
  /// after another loses nothing.
  private static func keepEarlierRows(
    in output: String, _ origins: Set<String?>, _ unfinished: Set<String?>, recovers: Bool
  ) throws(FileProblem) {
    let (current, earlier) = (output + "/" + Self.current, output + "/" + Self.earlier)
    let recovered = recovers ? try recoveredRows(in: output, unfinished) : []
    let path = earlier + "~"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(file) }
    let header = Header(origins: origins.union(unfinished).sorted { ($0 ?? "") < ($1 ?? "") })
    try AtomicFile.write(header.line, to: file, path)
    if var rows = EarlierRows([current, earlier], recovered) {
      while let row = rows.next() { try AtomicFile.write(row.jsonl, to: file, path) }
    }
    guard rename(path, earlier) == 0 else { throw FileProblem(earlier, errno: errno) }
  }

  /// What lies in the output without a row. After a run that was finished nothing does.
  private static func recoveredRows(
    in output: String, _ unfinished: Set<String?>
  ) throws(FileProblem) -> [Manifest.Row] {
    let journals = [current, earlier].map { output + "/" + $0 }
    let manifest = output + "/" + Manifest.fileName
    guard journals.contains(where: isThere) || !isThere(manifest) else { return [] }
    AtomicFile.removeTemporaries(in: output)
    var known: Set<Int> = []
    if var rows = EarlierRows(journals + [manifest]) {
      while let row = rows.next() {
        if row.hasResults { known.insert(row.path.hashValue) }
      }
    }
    let origin = unfinished.count == 1 ? unfinished.first ?? nil : nil
    return try RecoveredRows.rows(in: output, origin: origin) { known.contains($0.hashValue) }
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The first line of the earlier rows.
  private struct Header: Codable {
    let origins: [String?]

    var line: [UInt8] {
      // What was just made of texts is JSON.
      let json = (try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? []
      return json + [0x0A]
    }
  }

  private static func unfinishedOrigins(in output: String) -> Set<String?> {
    guard let bytes = try? AtomicFile.read(output + "/" + earlier, maxBytes: 1 << 16),
      let line = bytes.split(separator: 0x0A, maxSplits: 1).first,
      let header = try? JSONDecoder().decode(Header.self, from: Data(line))
    else { return [] }
    return Set(header.origins)
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
    // First, for they count before a manifest: killed between the two, the journal has all rows.
    unlink(output + "/" + Self.earlier)
    guard rename(path, manifest) == 0 else { throw FileProblem(manifest, errno: errno) }
    AtomicFile.flushFolder(output)
  }
}

/// The rows of several journals in the order of a manifest; of rows with the same place the one of
/// the first journal.
struct EarlierRows {
  private enum Rows {
    case file(ManifestRows)
    case list(ArraySlice<Manifest.Row>)

    mutating func next() -> Manifest.Row? {
      switch self {
      case .file(var rows):
        let row = rows.next()
        self = .file(rows)
        return row
      case .list(var rows):
        let row = rows.popFirst()
        self = .list(rows)
        return row
      }
    }
  }

  private var sources: [(rows: Rows, head: Manifest.Row?)]

  /// Nil where none of the files is there and `rows`, which come last, are none.
  init?(_ paths: [String], _ rows: [Manifest.Row] = []) {
    let files = paths.compactMap { ManifestRows($0).map(Rows.file) }
    sources = (files + (rows.isEmpty ? [] : [.list(rows[...])])).map { rows in
      var rows = rows
      let head = rows.next()
      return (rows, head)
    }
    if sources.isEmpty { return nil }
  }

  mutating func next() -> Manifest.Row? {
    guard let row = least else { return nil }
    let place = row.place
    for index in sources.indices {
      while sources[index].head?.place == place { advance(index) }
    }
    return row
  }

  /// The rows of a path; asked for paths in ascending order.
  mutating func rows(of path: String) -> [Manifest.Row] {
    let place = Manifest.Row.Place(path: path, origin: nil)
    var rows: [Manifest.Row] = []
    while let row = least {
      let isThere = row.place.sharesPath(with: place)
      guard isThere || row.place < place else { break }
      if let row = next(), isThere { rows.append(row) }
    }
    return rows
  }

  private var least: Manifest.Row? {
    var least: Manifest.Row?
    for source in sources {
      guard let head = source.head else { continue }
      if least.map({ head.place < $0.place }) ?? true { least = head }
    }
    return least
  }

  private mutating func advance(_ index: Int) {
    sources[index].head = sources[index].rows.next()
  }
}
