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
  /// False where results hold whose records were not kept.
  private var isRuleUseKnown = true
  private var failed: [Manifest.Row] = []
  private var dropped: [Manifest.Row] = []
  private var skipped: [Manifest.Row] = []
  /// Hashes of the paths of all results. Two paths with one hash would at worst leave a file of an
  /// earlier run in its place.
  private var results: Set<Int> = []

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
    case .dropped: if dropped.count < Self.maxNamedPages { dropped.append(done.row) }
    case .failed: if failed.count < Self.maxNamedPages { failed.append(done.row) }
    case .skipped: addSkipped(done)
    }
    if let use = done.ruleUse { ruleUse.add(use) } else if done.isKept { isRuleUseKnown = false }
    if done.isKept { keptPages += 1 }
    for path in [done.row.output, done.row.record] {
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

  func wroteResult(_ path: String) -> Bool { results.contains(path.hashValue) }

  var outcome: BatchRunner.Outcome {
    BatchRunner.Outcome(
      totals: totals, outputTotals: rows.totals, keptPages: keptPages,
      removedPages: removedPages, skippedResults: skippedResults,
      skippedReasons: skippedReasons, isNamedFileNoText: isNamedFileNoText,
      namedPages: (failed + dropped + skipped).sorted { $0.place < $1.place },
      ruleUse: isRuleUseKnown ? ruleUse : RuleUse(.standard), end: end)
  }
}
