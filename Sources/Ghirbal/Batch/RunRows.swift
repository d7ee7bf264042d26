import Foundation
import GhirbalIO

/// The rows of a run as they become its manifest, with those of other pages whose results stay.
///
/// Rows come in the order of a manifest, so those that stay are put between them as they pass.
struct RunRows {
  private var journal: RunJournal
  private let output: String
  /// What earlier runs say; nil where the results of other pages go.
  private var standing: EarlierRows?
  private var standingHead: Manifest.Row?
  /// The places of one path that this run has rows for.
  private var own: [Manifest.Row.Place] = []

  init(_ journal: RunJournal, in output: String, _ others: OtherResults) {
    self.journal = journal
    self.output = output
    if others == .stay { standing = RunJournal.earlierRows(in: output) }
    standingHead = standing?.next()
  }

  /// Of all rows that have passed.
  var totals: Manifest.Totals { journal.totals }

  /// Adds the row of a page, which may state another origin than the page has.
  mutating func append(
    _ row: Manifest.Row, of page: Manifest.Row.Place
  ) throws(FileProblem) {
    let place = row.place
    if let last = own.last, !last.sharesPath(with: place) {
      try passStanding { head in !head.sharesPath(with: last) && !(head < last) }
      own = []
    }
    own += [place, page]
    try passStanding { head in !(head < place) }
    try journal.append(row)
  }

  /// Passes the rows of other pages on, up to the first that is to wait.
  private mutating func passStanding(
    until waits: (Manifest.Row.Place) -> Bool
  ) throws(FileProblem) {
    while let row = standingHead, !waits(row.place) {
      standingHead = standing?.next()
      guard !own.contains(row.place), stands(row) else { continue }
      try journal.append(row)
    }
  }

  /// Whether somebody has removed the results of a row.
  private func stands(_ row: Manifest.Row) -> Bool {
    let files = [row.record, row.output].compactMap(\.self)
    return files.isEmpty || files.contains { access(output + "/" + $0, F_OK) == 0 }
  }

  /// Writes the rows so far once more, each as `revised` has it.
  mutating func revise(_ revised: (Manifest.Row) -> Manifest.Row) throws(FileProblem) {
    try journal.revise(revised)
  }

  func stop() { journal.stop() }

  mutating func finish() throws(FileProblem) {
    try passStanding { _ in false }
    try journal.finish()
  }
}
