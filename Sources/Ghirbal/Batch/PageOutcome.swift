public import GhirbalDocument
public import GhirbalIO

/// What became of one page of a source.
public struct PageOutcome: Sendable {
  public internal(set) var row: Manifest.Row
  /// The page's bytes and headers; nil where it could not be read.
  public let page: Page?
  /// The clean text; empty unless the page is `ok`.
  public var text: [UInt8] { result?.text ?? [] }
  /// The provenance record as it is written; empty where the page failed.
  public var record: [UInt8] { result?.record ?? [] }
  /// The JSON text of the id that the page came with.
  public let id: [UInt8]?
  /// What the pipeline made of the page; nil where it was not asked.
  let result: PageResult?
  /// The page behind the pipeline; nil where it failed, or another process cleaned it.
  public let clean: Pipeline.CleanPage?
  /// Whether the results of an earlier run still hold, so that nothing was done.
  var isKept = false

  /// What is to be written, the record first: a text without a record is nobody's.
  var files: [(path: String, bytes: [UInt8])] {
    guard !isKept, let recordPath = row.record else { return [] }
    return [(recordPath, record)] + (row.output.map { [($0, text)] } ?? [])
  }
}

extension RuleUse {
  /// Counts what the page of an outcome used.
  public mutating func add(_ outcome: PageOutcome) { add(outcome.result?.usedRules ?? []) }
}
