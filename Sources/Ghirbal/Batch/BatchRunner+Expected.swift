public import GhirbalIO

extension BatchRunner {
  /// What a run would write, by paths relative to the output, without writing.
  public func expectedFiles(jobs: Int) async throws(FileProblem) -> [String: [UInt8]] {
    let files = try await expectedFileList(jobs: jobs)
    return Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same file by file: names that differ in composition only are one key of a dictionary.
  public func expectedFileList(
    jobs: Int
  ) async throws(FileProblem) -> [(path: String, bytes: [UInt8])] {
    guard configuration.results == .files else {
      throw FileProblem(output, "its results lie in shards, which `verify` looks at")
    }
    var files: [(path: String, bytes: [UInt8])] = []
    var rows: [Manifest.Row] = []
    for page in try await expectedPages(jobs: jobs, { $0.cleaned?.files ?? [] }) {
      files += page.value
      rows.append(page.row)
    }
    return files + [(Manifest.fileName, Manifest(rows).jsonl)]
  }

  /// A page as a run would leave it.
  struct ExpectedPage<Value: Sendable>: Sendable {
    var row: Manifest.Row
    let value: Value
    fileprivate var trace: TextTrace?

    init(_ row: Manifest.Row, _ value: Value) {
      self.row = row
      self.value = value
    }
  }

  /// All pages as a run would leave them, in their order.
  ///
  /// - Parameter render: makes of a page what is wanted of it; called on many threads at once.
  func expectedPages<Value: Sendable>(
    jobs: Int, _ render: @escaping @Sendable (PageOutcome) -> Value
  ) async throws(FileProblem) -> [ExpectedPage<Value>] {
    var expected: [ExpectedPage<Value>] = []
    var pages = try pages(.seen(in: output))
    let cleaner = PageCleaner(configuration, jobs: jobs)
    let work = OrderedWork<SourcePage, Result<ExpectedPage<Value>, FileProblem>>(
      window: jobs * Self.windowPerJob, take: { pages.next() },
      work: { [duplicates] page in
        Result { () throws(FileProblem) in
          let outcome = try cleaner.clean(page)
          var page = ExpectedPage(outcome.row, render(outcome))
          if duplicates != .none { page.trace = outcome.cleaned?.text.map { TextTrace($0) } }
          return page
        }
      },
      deliver: { result throws(FileProblem) in
        expected.append(try result.get())
        return true
      })
    try await work.run(threads: cleaner.threadCount)
    guard duplicates != .none else { return expected }
    var texts = DuplicateIndex()
    for page in expected {
      if let trace = page.trace { texts.insert(DocumentID(page.row.path), trace) }
    }
    let found = PageDuplicates(texts)
    var changed: [[UInt8]: ExpectedPage<Value>] = [:]
    try await again(
      duplicates == .first ? found.found.mapValues { $0 } : [:], cleaner,
      try self.pages(.seen(in: output)), jobs: jobs, shouldStop: { false },
      work: { ExpectedPage($0.row, render($0)) },
      deliver: { changed[Array($0.row.path.utf8)] = $0 })
    for index in expected.indices {
      let path = expected[index].row.path
      if let page = changed[Array(path.utf8)] {
        expected[index] = page
      } else {
        expected[index].row.duplicate = found[path]?.duplicate
      }
    }
    return expected
  }

  /// The files that lie in the output, as far as they are Ghirbal's: texts, records, manifest.
  public func presentFiles() throws(FileProblem) -> [String] { try ResultFiles(output).paths() }
}
