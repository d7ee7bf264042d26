import GhirbalIO

/// What changes while a run goes on; `OrderedWork` takes and delivers in one thread at a time.
final class RunState {
  var rows: RunRows
  /// What earlier runs say, for the pages that are taken.
  var earlier: EarlierRows?
  var pages: SourcePages
  var ruleUse: RuleUse
  var end = BatchRunner.End.done
  var keptPages = 0
  var removedPages = 0
  private var skippedResults = 0
  private var skippedReasons: [String: Int] = [:]
  private var isNamedFileNoText = false
  private(set) var totals = Manifest.Totals()
  /// The texts of the pages, where they are compared.
  private var texts = DuplicateIndex()
  /// The pages whose texts earlier runs left out, by their paths, and who stood for them.
  private var leftOut: [[UInt8]: Manifest.Duplicate] = [:]
  private var duplicates = PageDuplicates()
  /// Hashes of the paths of pages with texts whose earlier results still held.
  private var keptTexts: Set<Int> = []
  /// False where results hold whose records were not kept.
  private var isRuleUseKnown = true
  private var failed: [Manifest.Row] = []
  private var dropped: [Manifest.Row] = []
  private var skipped: [Manifest.Row] = []
  /// Hashes of the paths of all results. Two paths with one hash would at worst leave a file of an
  /// earlier run in its place.
  private var results: Set<Int> = []

  /// Hashes of the paths of pages whose results are lines of shards.
  private var pagesInShards: Set<Int> = []

  /// How many of the pages that failed, and of those that were dropped, are named.
  private static let maxNamedPages = 101

  init(_ rows: RunRows, earlier: EarlierRows?, pages: SourcePages, ruleUse: RuleUse) {
    self.rows = rows
    self.earlier = earlier
    self.pages = pages
    self.ruleUse = ruleUse
  }

  func add(_ done: FinishedPage) throws(FileProblem) {
    try rows.append(
      done.standingRow ?? done.row,
      of: Manifest.Row.Place(path: done.row.path, origin: done.origin))
    totals.add(done.row)
    switch done.row.status {
    case .ok: break
    case .dropped:
      if done.row.trace == nil, dropped.count < Self.maxNamedPages { dropped.append(done.row) }
    case .failed: if failed.count < Self.maxNamedPages { failed.append(done.row) }
    case .skipped: addSkipped(done)
    }
    if let use = done.ruleUse { ruleUse.add(use) } else if done.isKept { isRuleUseKnown = false }
    if done.isKept { keptPages += 1 }
    if done.lines != nil, done.row.recordSha256 != nil {
      pagesInShards.insert(done.row.path.hashValue)
    }
    if let trace = done.trace {
      texts.insert(DocumentID(done.row.path), trace)
      if done.isKept { keptTexts.insert(done.row.path.hashValue) }
      if done.row.trace != nil { leftOut[Array(done.row.path.utf8)] = done.row.duplicate }
    }
    addResults(of: done.row)
  }

  private func addResults(of row: Manifest.Row) {
    for path in [row.output, row.record] {
      if let path { results.insert(path.hashValue) }
    }
  }

  private func addSkipped(_ done: FinishedPage) {
    skippedReasons[done.row.reason ?? "", default: 0] += 1
    if done.lostResults { skippedResults += 1 }
    guard done.isNamed else { return }
    if done.row.isNoText { isNamedFileNoText = true }
    if skipped.count < Self.maxNamedPages { skipped.append(done.row) }
  }

  // MARK: Duplicates

  /// Tells which pages say what another one says, and returns those whose text has to come back, with nil, or
  /// has to go where texts are left out, by their paths.
  func findDuplicates(_ policy: DuplicatePolicy) -> [[UInt8]: PageDuplicates.Found?] {
    duplicates = PageDuplicates(texts)
    texts = DuplicateIndex()
    guard policy == .first else { return [:] }
    var changes: [[UInt8]: PageDuplicates.Found?] = duplicates.found.filter { path, found in
      leftOut[path] != found.duplicate
    }
    for path in leftOut.keys where duplicates.found[path] == nil {
      changes.updateValue(nil, forKey: path)
    }
    return changes
  }

  /// Puts what was found into the rows.
  ///
  /// - Parameter changed: the rows of pages that were cleaned once more, by their paths.
  func reviseRows(_ changed: [[UInt8]: Manifest.Row]) throws(FileProblem) {
    try rows.revise { [duplicates] row in
      if let new = changed[Array(row.path.utf8)] { return new }
      guard row.status == .ok else { return row }
      var row = row
      row.duplicate = duplicates[row.path]?.duplicate
      return row
    }
    for row in changed.values {
      addResults(of: row)
      if keptTexts.contains(row.path.hashValue) { keptPages -= 1 }
      if row.status == .failed, failed.count < Self.maxNamedPages { failed.append(row) }
    }
    // All rows of the output are of this run.
    totals = rows.totals
  }

  /// Whether the results of a page are lines of shards.
  func hasLines(_ page: String) -> Bool { pagesInShards.contains(page.hashValue) }

  func wroteResult(_ path: String) -> Bool { results.contains(path.hashValue) }

  var outcome: BatchRunner.Outcome {
    BatchRunner.Outcome(
      totals: totals, outputTotals: rows.totals, keptPages: keptPages,
      removedPages: removedPages, skippedResults: skippedResults,
      skippedReasons: skippedReasons, isNamedFileNoText: isNamedFileNoText,
      namedPages: (failed + dropped + skipped).sorted { $0.place < $1.place },
      duplicateCount: duplicates.found.count,
      ruleUse: isRuleUseKnown ? ruleUse : RuleUse(.standard), end: end)
  }
}
