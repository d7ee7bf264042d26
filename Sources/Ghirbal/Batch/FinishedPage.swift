import GhirbalIO

/// What is left of a page behind the work.
struct FinishedPage: Sendable {
  /// What became of the page.
  var row: Manifest.Row
  /// What the manifest says instead: the page failed, and its earlier results stay.
  var standingRow: Manifest.Row?
  /// The origin of the page itself; its row may have that of a page with the same bytes.
  let origin: String?
  var isKept = false
  /// Whether somebody named the page's file by itself.
  var isNamed = false
  /// Whether earlier results went since the page is skipped now.
  var lostResults = false
  /// Nil without written rules, and where nobody knows any more.
  var ruleUse: RuleUse?
  /// What its text is compared by with those of other pages; nil without a text, and where nobody asks.
  var trace: TextTrace?
  /// What goes into shards; nil where results are files.
  var lines: ShardedResults.Lines?
}
