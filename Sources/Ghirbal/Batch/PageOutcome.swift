public import GhirbalDocument
public import GhirbalIO

/// What became of one page of a source, with its row in the manifest.
public enum PageOutcome: Sendable {
  /// The page could not be read, or its results have no place.
  case refused(Manifest.Row, id: [UInt8]?)
  /// The results of an earlier run still hold, so that nothing was done.
  case kept(Manifest.Row, Page)
  /// The pipeline was asked.
  case cleaned(CleanedPage)

  public var row: Manifest.Row {
    switch self {
    case .refused(let row, _), .kept(let row, _): row
    case .cleaned(let cleaned): cleaned.row
    }
  }

  /// The page's bytes and headers; nil where it could not be read.
  public var page: Page? {
    switch self {
    case .refused: nil
    case .kept(_, let page): page
    case .cleaned(let cleaned): cleaned.page
    }
  }

  /// The JSON text of the id that the page came with.
  public var id: [UInt8]? {
    switch self {
    case .refused(_, let id): id
    case .kept: nil
    case .cleaned(let cleaned): cleaned.id
    }
  }

  public var cleaned: CleanedPage? { if case .cleaned(let page) = self { page } else { nil } }
}

/// A page that was handed to the pipeline, and what the pipeline made of it.
public struct CleanedPage: Sendable {
  public let row: Manifest.Row
  public let page: Page
  let result: PageResult
  /// The page behind the pipeline; nil where it failed, or another process cleaned it.
  public let clean: Pipeline.CleanPage?
  /// The JSON text of the id that the page came with.
  let id: [UInt8]?

  /// The clean text; nil unless the page is `ok`.
  public var text: [UInt8]? { result.text?.bytes }
  /// The provenance record as it is written to an output; nil where the page failed.
  public var record: [UInt8]? { result.account?.record.bytes }
  /// The record for where it stands alone, and so says itself what cleaned the page.
  public var recordAlone: [UInt8]? {
    guard let record, let pipeline = row.pipeline else { return nil }
    return ProvenanceRecord.alone(record, pipeline)
  }

  /// What is to be written, the record first: a text without a record is nobody's.
  var files: [(path: String, bytes: [UInt8])] {
    [(row.record, record), (row.output, text)].compactMap { path, bytes in
      if let path, let bytes { (path, bytes) } else { nil }
    }
  }
}

extension RuleUse {
  /// Counts what a page used.
  public mutating func add(_ page: CleanedPage) { add(page.result.account?.usedRules ?? []) }
}
