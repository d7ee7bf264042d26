import Foundation
import GhirbalDocument
import GhirbalIO

/// What a run does with results in the output that are of pages it does not have.
public enum OtherResults: Sendable {
  /// They stay, and so do their rows.
  case stay
  /// They are removed: the output becomes that of this input.
  case go
}

/// Decides whether a page may write where its results go, and whether those of an earlier run hold.
struct ResultPlaces: Sendable {
  let output: String
  let others: OtherResults
  /// Whether results stay as they are where they would be written again.
  let resumes: Bool
  /// The inputs of calls that were broken off, which may have written results that no row names.
  let unfinishedOrigins: Set<String?>
  /// The names of results that are there; nil where names that look alike are no matter.
  let takenNames: TakenNames?
  /// Whether texts that another page of the run has may be gone.
  let dropsDuplicates: Bool
  let pipeline: Pipeline

  /// The origin that the row of a page gets.
  ///
  /// A page with the bytes of the one whose results are there shares them, whoever came first. Throws
  /// where the results of another page, or a file that is no result, would be replaced.
  func owner(
    of page: Page, _ sha256: String, from origin: String?, earlier: [Manifest.Row]
  ) throws(PageFault) -> String? {
    guard takenNames?.haveTwin(of: page.path) != true else {
      throw PageFault(
        .nameCollision, "results are there under a name that not every file system tells apart")
    }
    if let holder = earlier.first(where: \.hasResults) {
      guard others == .stay, holder.origin != origin else { return origin }
      guard holder.sourceSha256 == sha256 else {
        throw PageFault(
          .nameCollision,
          "these are the results of \(InputOrigin.name(page.path, holder.origin)); "
            + "\(InputOrigin.name(page.path, origin)) is another page")
      }
      return holder.origin
    }
    let recordPath = OutputPath.record(for: page.path)
    if isThere(recordPath) {
      guard others == .stay else { return origin }
      let record = try? ProvenanceRecord(json: AtomicFile.read(output + "/" + recordPath))
      guard let source = record?.source, source.path.utf8.elementsEqual(page.path.utf8),
        source.sha256 == sha256 || unfinishedOrigins.contains(origin)
      else {
        throw PageFault(
          .nameCollision,
          "\(recordPath) is of \(record?.source.path ?? "no page that can be told") with other "
            + "bytes, and no row of the manifest says of which input; "
            + "\(InputOrigin.name(page.path, origin)) would replace it")
      }
      return origin
    }
    let textPath = OutputPath.text(for: page.path, pipeline.configuration.writing.format)
    // Where the results of other pages go, what one of them left there is no matter.
    guard !isThere(textPath) || (others == .go && ResultFiles(output).isResult(textPath)) else {
      throw PageFault(
        .nameCollision,
        "\(textPath) is there and no result; \(InputOrigin.name(page.path, origin)) would replace it"
      )
    }
    return origin
  }

  /// The row of an earlier run whose results are there, whole, and what would be written again.
  func heldRow(of page: Page, _ sha256: String, earlier: [Manifest.Row]) -> Manifest.Row? {
    guard resumes, let row = earlier.first(where: \.hasResults), row.status != .failed,
      row.reason != DropDuplicatePage.rowReason || dropsDuplicates && row.textTrace != nil,
      row.pipeline == pipeline.identity(of: page), row.sourceSha256 == sha256,
      let recordPath = row.record,
      let record = try? AtomicFile.read(output + "/" + recordPath),
      record.sha256 == row.recordSha256,
      ProvenanceRecord.Source(ofRecord: record)?.isOf(page, sha256: sha256) == true
    else { return nil }
    guard let textPath = row.output else { return row }
    return (try? AtomicFile.read(output + "/" + textPath))?.sha256 == row.outputSha256 ? row : nil
  }

  /// The row of an earlier run that skipped this page for its text, as this one would.
  func skippedRow(
    of page: Page, _ sha256: String, from origin: String?, earlier: [Manifest.Row]
  ) -> Manifest.Row? {
    guard resumes else { return nil }
    return earlier.first {
      $0.status == .skipped && $0.origin == origin && $0.sourceSha256 == sha256
        && $0.pipeline == pipeline.identity(of: page)
    }
  }

  /// Removes what an earlier run wrote of a page in other forms, before nothing of it was left or before
  /// it was skipped. Returns whether the page has no results any more.
  func removeSuperseded(by row: Manifest.Row, earlier: [Manifest.Row]) -> Bool {
    guard let holder = earlier.first(where: \.hasResults),
      others == .go || holder.origin == row.origin
    else { return false }
    // Names follow from the page, so a manifest that was tampered with names nothing else.
    let texts = OutputFormat.allCases.flatMap { OutputPath.texts(for: row.path, $0) }
    let old = texts.filter { $0 == holder.output && $0 != row.output }
    let record = OutputPath.record(for: row.path)
    let superseded = old + (row.record == record ? [] : [record])
    guard !superseded.isEmpty, AtomicFile.isPlainWay(to: row.path, in: output) else {
      return false
    }
    for path in superseded { unlink(output + "/" + path) }
    return row.record == nil
  }

  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(output + "/" + path, &status) == 0
  }
}

/// The paths of pages with results, as hashes: of what portable names have in common, and of the paths.
struct TakenNames: Sendable {
  private var byKey: [Int: Int] = [:]

  init(_ rows: EarlierRows?) {
    var rows = rows
    while let row = rows?.next() {
      if row.hasResults { byKey[Self.key(row.path)] = Array(row.path.utf8).hashValue }
    }
  }

  /// Whether another page's results have a name that some file system takes for this page's.
  func haveTwin(of path: String) -> Bool {
    byKey[Self.key(path)].map { $0 != Array(path.utf8).hashValue } ?? false
  }

  private static func key(_ path: String) -> Int { NameRule.portable.key(path).hashValue }
}
