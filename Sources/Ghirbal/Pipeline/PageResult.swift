package import GhirbalDocument
import GhirbalHTML
import GhirbalIO
import GhirbalStages

/// What became of one page, as bytes and counts: all that a worker hands back.
struct PageResult: Sendable, Equatable {
  var status: Manifest.Row.Status
  var reason: String?
  var detail: String?
  /// The clean text; empty unless the page is `ok`.
  var text: [UInt8] = []
  var textSHA256: String?
  /// The provenance record as it is written; empty where the page failed.
  var record: [UInt8] = []
  var recordSHA256: String?
  var editCount = 0
  /// Which written rules decided over something, as `RuleUse` counts them.
  var usedRules: [Int] = []

  static func failed(_ reason: String, _ detail: String? = nil) -> PageResult {
    PageResult(status: .failed, reason: reason, detail: detail)
  }
}

extension Pipeline {
  /// Called with each page before it is cleaned, in the process that cleans it: for faults on purpose.
  package static let pageHook = LockedValue<(@Sendable (Page) -> Void)?>(nil)

  /// Cleans a page whose hash is known; one that cannot be read is a result too, without a page.
  func result(of page: Page, sha256: String) -> (result: PageResult, clean: CleanPage?) {
    Self.pageHook.withLock(\.self)?(page)
    let clean: CleanPage
    do throws(PageProblem) {
      clean = try self.clean(page, sha256: sha256)
    } catch {
      return (.failed(error.rawValue), nil)
    }
    let record = clean.record.json
    var use = RuleUse(configuration)
    use.add(clean.record.ledger)
    let result = PageResult(
      status: clean.record.output == nil ? .dropped : .ok,
      reason: clean.record.reasonForNoText,
      text: clean.text, textSHA256: clean.record.output?.sha256, record: record,
      recordSHA256: record.sha256, editCount: clean.record.ledger.entries.count,
      usedRules: use.used)
    return (result, clean)
  }
}

extension ProvenanceRecord {
  /// Why nothing of a page is left; nil where something is.
  var reasonForNoText: String? {
    guard output == nil else { return nil }
    return [ScriptShell.flag, HTMLReader.Flag.frameset.rawValue].first(where: flags.contains)
      ?? "no_text_left"
  }
}
