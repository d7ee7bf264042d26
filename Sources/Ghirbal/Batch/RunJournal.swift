import Foundation
import GhirbalIO

/// The rows of a run as it goes, in the order of the manifest, in a hidden file of the output.
///
/// It becomes the manifest when the run is done. What an interrupted run leaves is what the next one
/// resumes from: rows are claims only, each is checked against the page and its results.
struct RunJournal {
  private static let current = ".ghirbal-run.jsonl"
  /// The rows of runs that were broken off, behind a line that says of which runs there was no manifest
  /// yet.
  static let earlier = ".ghirbal-earlier.jsonl"

  private let output: String
  private var file: Int32
  private(set) var totals = Manifest.Totals()
  private var writer = ManifestWriter()
  /// The runs before this one that were broken off.
  let unfinished: UnfinishedRuns

  /// Starts a journal in a folder that this process has locked.
  ///
  /// - Parameters:
  ///   - origins: The inputs of this run.
  ///   - pipeline: What cleans the pages of this run.
  ///   - recovers: Whether results that no row names get theirs back.
  init(
    in output: String, origins: Set<String?>, pipeline: PipelineIdentity, recovers: Bool
  ) throws(FileProblem) {
    self.output = output
    let path = output + "/" + Self.current
    unfinished = UnfinishedRuns(in: output)
    try Self.keepEarlierRows(
      in: output, unfinished.adding(origins, pipeline),
      recovers ? Self.recoveredRows(in: output, unfinished) : [])
    file = try Self.create(path)
  }

  /// Joins what the last run left with what runs before it left, so that one run broken off soon
  /// after another loses nothing.
  private static func keepEarlierRows(
    in output: String, _ runs: UnfinishedRuns, _ recovered: [Manifest.Row]
  ) throws(FileProblem) {
    let (current, earlier) = (output + "/" + Self.current, output + "/" + Self.earlier)
    try replace(earlier) { file, path throws(FileProblem) in
      try AtomicFile.write(runs.line, to: file, path)
      var writer = ManifestWriter()
      var rows = EarlierRows([current, earlier], recovered)
      while let row = rows?.next() {
        try AtomicFile.write(writer.journalLines(row), to: file, path)
      }
    }
  }

  private static func create(_ path: String) throws(FileProblem) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    return file
  }

  /// Writes a file anew, from what may be itself.
  private static func replace(
    _ path: String, _ write: (_ file: Int32, _ path: String) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let new = path + "~"
    let file = try create(new)
    defer { close(file) }
    try write(file, new)
    guard rename(new, path) == 0 else { throw FileProblem(path, errno: errno) }
  }

  /// What lies in the output without a row. After a run that was finished nothing does.
  private static func recoveredRows(
    in output: String, _ unfinished: UnfinishedRuns
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
    return try RecoveredRows.rows(
      in: output, origin: unfinished.origin, pipeline: unfinished.pipeline
    ) { known.contains($0.hashValue) }
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The rows that earlier runs in a folder left, those of finished runs too.
  static func earlierRows(in output: String) -> EarlierRows? {
    EarlierRows([output + "/" + earlier, output + "/" + Manifest.fileName])
  }

  mutating func append(_ row: Manifest.Row) throws(FileProblem) {
    try AtomicFile.write(writer.journalLines(row), to: file, output + "/" + Self.current)
    totals.add(row)
  }

  /// Writes the rows so far once more, each as `revised` has it.
  mutating func revise(_ revised: (Manifest.Row) -> Manifest.Row) throws(FileProblem) {
    let path = output + "/" + Self.current
    var (writer, totals) = (ManifestWriter(), Manifest.Totals())
    try Self.replace(path) { file, new throws(FileProblem) in
      var rows = ManifestRows(path)
      while let row = rows?.next().map(revised) {
        try AtomicFile.write(writer.journalLines(row), to: file, new)
        totals.add(row)
      }
    }
    close(file)
    file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    (self.writer, self.totals) = (writer, totals)
  }

  /// Leaves the journal for the next run.
  func stop() { close(file) }

  /// Makes the journal the manifest.
  func finish() throws(FileProblem) {
    let path = output + "/" + Self.current
    defer { close(file) }
    if writer.hasHead {
      try Self.end(file, path, totals)
    } else {
      try Self.replace(path) { [writer, totals] file, new throws(FileProblem) in
        try AtomicFile.write(writer.head, to: file, new)
        var rows = ManifestRows(path)
        var numbers = writer
        while let row = rows?.next() { try AtomicFile.write(numbers.line(row), to: file, new) }
        try Self.end(file, new, totals)
      }
    }
    let manifest = output + "/" + Manifest.fileName
    // First, for they count before a manifest: killed between the two, the journal has all rows.
    unlink(output + "/" + Self.earlier)
    guard rename(path, manifest) == 0 else { throw FileProblem(manifest, errno: errno) }
    AtomicFile.flushFolder(output)
  }

  private static func end(
    _ file: Int32, _ path: String, _ totals: Manifest.Totals
  ) throws(FileProblem) {
    try AtomicFile.write(totals.jsonl, to: file, path)
    guard fsync(file) == 0 || errno == EINVAL else { throw FileProblem(path, errno: errno) }
  }
}
