import Foundation
import GhirbalDocument
public import GhirbalIO
import GhirbalStages

/// A page as it lies on the disk: the file to open, and the path that names it in all results.
public struct PageLocation: Sendable, Equatable {
  public let file: String
  public let path: String

  public init(file: String, path: String) {
    self.file = file
    self.path = path
  }

  /// The pages of a folder, nested folders included, sorted.
  public static func all(in folder: String) throws(FileProblem) -> [PageLocation] {
    try PageFolder.paths(in: folder).map { PageLocation(file: folder + "/" + $0, path: $0) }
  }
}

/// Cleans pages into a folder, page by page, on as many threads as wanted.
///
/// What is written depends on the pages and the configuration alone: not on the number of threads,
/// their order or the clock.
public struct BatchRunner: Sendable {
  /// What a run has to say.
  public struct Outcome: Sendable {
    public let manifest: Manifest
    public let ruleUse: RuleUse
  }

  private let pipeline: Pipeline
  private let pages: [PageLocation]
  private let output: String

  /// - Precondition: no two pages have the same path.
  public init(_ configuration: PipelineConfiguration, pages: [PageLocation], output: String) {
    precondition(Set(pages.map(\.path)).count == pages.count, "each page has a path of its own")
    pipeline = Pipeline(configuration)
    self.pages = pages
    self.output = output
  }

  /// Cleans every page, writes texts, records and the manifest, and removes the results of pages
  /// that are no longer there.
  ///
  /// A page that cannot be read is a row in the manifest; only an output that cannot be written ends
  /// the run.
  public func run(
    jobs: Int, onPage: @escaping @Sendable (Manifest.Row) -> Void = { _ in }
  ) async throws(FileProblem) -> Outcome {
    let results = await results(jobs: jobs) { [self] page -> Result<PageResult, FileProblem> in
      var result = clean(page)
      do throws(FileProblem) {
        try write(result)
      } catch {
        return .failure(error)
      }
      onPage(result.row)
      result.files = []
      return .success(result)
    }
    var rows: [Manifest.Row] = []
    var ruleUse = RuleUse(pipeline.configuration)
    for result in results {
      let page = try result.get()
      rows.append(page.row)
      ruleUse.add(page.ruleUse)
    }
    let manifest = Manifest(rows)
    try AtomicFile.makeFolder(output)
    try removeStaleResults(keeping: manifest)
    try AtomicFile.write(manifest.jsonl, to: output + "/" + Manifest.fileName)
    return Outcome(manifest: manifest, ruleUse: ruleUse)
  }

  /// What a run would write, file by file, without writing: paths relative to the output.
  public func expectedFiles(jobs: Int) async -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var rows: [Manifest.Row] = []
    for page in await results(jobs: jobs, { [self] in clean($0) }) {
      for (path, bytes) in page.files { files[path] = bytes }
      rows.append(page.row)
    }
    files[Manifest.fileName] = Manifest(rows).jsonl
    return files
  }

  /// The files that lie in the output, as far as they are Ghirbal's: texts, records, manifest.
  public func presentFiles() throws(FileProblem) -> [String] {
    guard FileManager.default.fileExists(atPath: output) else { return [] }
    let paths = try PageFolder.paths(in: output)
    let records = Set(paths.filter { $0.hasSuffix(OutputPath.record(for: "")) })
    return paths.filter { path in
      if path.hasSuffix(".md") {
        return records.contains(OutputPath.record(for: String(path.dropLast(3))))
      }
      return Self.isResult(path)
    }
  }

  // MARK: Pages

  private struct PageResult: Sendable {
    var row: Manifest.Row
    var files: [(path: String, bytes: [UInt8])]
    var ruleUse: RuleUse
  }

  private func clean(_ location: PageLocation) -> PageResult {
    let path = location.path
    let bytes: [UInt8]
    do {
      bytes = try AtomicFile.read(location.file)
    } catch {
      return failure(path, .unreadable, bytes: [])
    }
    do {
      let page = try pipeline.clean(Page(path: path, bytes: bytes))
      return success(page, path, bytes)
    } catch {
      return failure(path, error, bytes: bytes)
    }
  }

  private func success(_ page: Pipeline.CleanPage, _ path: String, _ bytes: [UInt8]) -> PageResult {
    let record = page.record.json
    let recordPath = OutputPath.record(for: path)
    var files = [(path: recordPath, bytes: record)]
    if let output = page.record.output { files.append((output.path, page.text)) }
    var ruleUse = RuleUse(pipeline.configuration)
    ruleUse.add(page.record.ledger)
    let row = Manifest.Row(
      path: path, status: page.record.output == nil ? .dropped : .ok,
      reason: page.record.output == nil ? Self.reason(page.record) : nil,
      sourceSha256: page.record.source.sha256, sourceBytes: bytes.count,
      output: page.record.output?.path, outputSha256: page.record.output?.sha256,
      outputBytes: page.record.output?.bytes ?? 0, record: recordPath, recordSha256: record.sha256,
      edits: page.record.ledger.entries.count)
    return PageResult(row: row, files: files, ruleUse: ruleUse)
  }

  /// Why nothing of a page is left.
  private static func reason(_ record: ProvenanceRecord) -> String {
    record.flags.contains(ScriptShell.flag) ? ScriptShell.flag : "no_text_left"
  }

  private func failure(_ path: String, _ problem: PageProblem, bytes: [UInt8]) -> PageResult {
    let row = Manifest.Row(
      path: path, status: .failed, reason: problem.rawValue,
      sourceSha256: problem == .unreadable ? nil : bytes.sha256, sourceBytes: bytes.count,
      output: nil, outputSha256: nil, outputBytes: 0, record: nil, recordSha256: nil, edits: 0)
    return PageResult(row: row, files: [], ruleUse: RuleUse(pipeline.configuration))
  }

  // MARK: Files

  private func write(_ result: PageResult) throws(FileProblem) {
    for (path, bytes) in result.files {
      let target = output + "/" + path
      if let slash = target.lastIndex(of: "/") {
        try AtomicFile.makeFolder(String(target[..<slash]))
      }
      try AtomicFile.write(bytes, to: target)
    }
  }

  private func removeStaleResults(keeping manifest: Manifest) throws(FileProblem) {
    let kept = Set(manifest.rows.flatMap { [$0.output, $0.record].compactMap(\.self) })
    for path in try presentFiles()
    where !kept.contains(path) && path != Manifest.fileName {
      unlink(output + "/" + path)
    }
  }

  /// A record, or a text. Markdown may be somebody's notes: it is a result only beside its record.
  private static func isResult(_ path: String) -> Bool {
    path == Manifest.fileName || path.hasSuffix(".provenance.json") || path.hasSuffix(".txt")
  }

  /// Maps over the pages with at most `jobs` in work; results in the order of the pages.
  private func results<Result: Sendable>(
    jobs: Int, _ body: @escaping @Sendable (PageLocation) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: pages.count)
      var next = 0
      func add() {
        guard next < pages.count else { return }
        let index = next
        next += 1
        group.addTask { (index, body(pages[index])) }
      }
      for _ in 0..<max(1, jobs) { add() }
      for await (index, result) in group {
        results[index] = result
        add()
      }
      return results.compactMap(\.self)
    }
  }
}
