import Foundation
import GhirbalIO

extension BatchRunner {
  /// Says in the rows which pages say what another one says, behind all pages, since the last of them may be
  /// who stands for the others. Where texts are left out, the pages concerned are cleaned once more.
  func tellDuplicates(
    _ state: RunState, _ cleaner: PageCleaner, jobs: Int, _ shouldStop: @escaping () -> Bool
  ) async throws(FileProblem) {
    let changes = state.findDuplicates(duplicates)
    var changed: [[UInt8]: Manifest.Row] = [:]
    try await again(
      changes, cleaner, try pages(.tried(in: output)), jobs: jobs,
      shouldStop: {
        guard shouldStop() else { return false }
        state.end = .stopped
        return true
      },
      work: { [self] outcome in
        Result { () throws(FileProblem) in try replace(outcome) }
      },
      deliver: { row throws(FileProblem) in
        let row = try row.get()
        changed[Array(row.path.utf8)] = row
      })
    if state.end == .done { try state.reviseRows(changed) }
  }

  /// Cleans some pages once more, as it is known now who stands for them.
  ///
  /// - Parameter changes: by their paths who stands for them; nil where nobody does any more.
  func again<Output: Sendable>(
    _ changes: [[UInt8]: PageDuplicates.Found?], _ cleaner: PageCleaner, _ pages: SourcePages,
    jobs: Int, shouldStop: @escaping () -> Bool,
    work: @escaping @Sendable (PageOutcome) -> Output,
    deliver: @escaping (Output) throws(FileProblem) -> Void
  ) async throws(FileProblem) {
    var (pages, rest) = (pages, changes.count)
    let ordered = OrderedWork<SourcePage, Result<Output, FileProblem>>(
      window: jobs * Self.windowPerJob,
      take: {
        while rest > 0, !shouldStop(), let page = pages.next() {
          guard changes[Array(page.path.utf8)] != nil else { continue }
          rest -= 1
          return page
        }
        return nil
      },
      work: { page in
        Result { () throws(FileProblem) in
          work(try cleaner.clean(page, changes[Array(page.path.utf8)] ?? nil))
        }
      },
      deliver: { output throws(FileProblem) in
        try deliver(output.get())
        return true
      })
    try await ordered.run(threads: cleaner.threadCount)
  }

  /// Writes the results of a page that was cleaned once more in the place of those that it had.
  private func replace(_ outcome: PageOutcome) throws(FileProblem) -> Manifest.Row {
    let row = outcome.row
    // The text first: without its record it would be somebody's own.
    let places = [
      (row.output, OutputPath.text(for: row.path, configuration.writing.format)),
      (row.record, OutputPath.record(for: row.path)),
    ]
    if AtomicFile.isPlainWay(to: row.path, in: output) {
      let results = ResultFiles(output)
      for (result, path) in places where result == nil && results.isResult(path) {
        unlink(output + "/" + path)
      }
    }
    if let page = outcome.cleaned { try write(page) }
    return row
  }

  /// What a page's text is compared by with those of other pages; nil without a text.
  func trace(of outcome: PageOutcome) -> TextTrace? {
    if let text = outcome.cleaned?.text { return TextTrace(text) }
    guard case .kept(let row, _) = outcome else { return nil }
    if let trace = row.textTrace { return trace }
    return row.output.flatMap { try? AtomicFile.read(output + "/" + $0) }.map { TextTrace($0) }
  }
}

extension Manifest.Row {
  /// What the text of a page is compared by that has none of its own any more.
  var textTrace: TextTrace? { trace.flatMap { TextTrace(base64: $0) } }
}
