package import GhirbalDocument
import GhirbalHTML
import GhirbalIO
import GhirbalSites
import GhirbalStages

/// What the pipeline made of one page, as bytes and counts: all that a worker hands back.
enum PageResult: Sendable, Equatable {
  /// The clean text, and the record beside it.
  case ok(text: HashedBytes, Account)
  /// Nothing of the page is left; the record says why.
  case dropped(reason: String, Account)
  /// The page was cleaned, and is not one of those that the configuration keeps.
  case skipped(_ reason: String, _ detail: String)
  /// The page could not be cleaned.
  case failed(_ reason: String, _ detail: String? = nil)

  /// What is told of a page that went through.
  struct Account: Sendable, Equatable {
    /// The provenance record as it is written.
    var record: HashedBytes
    var editCount: Int
    /// Which written rules decided over something, as `RuleUse` counts them.
    var usedRules: [Int]
  }

  /// The bytes of a file with their hash.
  struct HashedBytes: Sendable, Equatable {
    var bytes: [UInt8]
    var sha256: String
  }

  var text: HashedBytes? { if case .ok(let text, _) = self { text } else { nil } }

  var account: Account? {
    switch self {
    case .ok(_, let account), .dropped(_, let account): account
    case .failed, .skipped: nil
    }
  }
}

extension Pipeline {
  /// Called with each page before it is cleaned, in the process that cleans it: for faults on purpose.
  package static let pageHook = LockedValue<(@Sendable (Page) -> Void)?>(nil)

  /// What a page has for its site; nil for a page without a text.
  func trace(of page: Page) -> PageTrace? {
    Self.pageHook.withLock(\.self)?(page)
    guard MediaKind(of: page) == nil, let document = try? read(page).document,
      !document.blocks.isEmpty
    else { return nil }
    let claims = PageClaims(document)
    return PageTrace(document, facts: [.name: claims.siteNames, .title: claims.titles])
  }

  /// Cleans a page whose hash is known; one that cannot be read is a result too, without a page.
  ///
  /// - Parameter duplicate: the page that stands for this one, whose text goes then.
  func result(
    of page: Page, sha256: String, duplicate: Manifest.Duplicate? = nil
  ) -> (result: PageResult, clean: CleanPage?) {
    Self.pageHook.withLock(\.self)?(page)
    let clean: CleanPage
    do throws(PageFailure) {
      clean = try self.clean(page, sha256: sha256, duplicate: duplicate)
    } catch {
      return (.failed(error.reason, error.detail), nil)
    }
    if clean.record.output != nil, let refusal = configuration.keptPages.refusal(of: clean) {
      return (.skipped(refusal.reason.rawValue, refusal.detail), clean)
    }
    let record = clean.record.json
    var use = RuleUse(configuration)
    use.add(clean.record.ledger)
    let account = PageResult.Account(
      record: PageResult.HashedBytes(bytes: record, sha256: record.sha256),
      editCount: clean.record.ledger.entries.count, usedRules: use.used)
    guard let output = clean.record.output else {
      return (.dropped(reason: clean.record.reasonForNoText, account), clean)
    }
    return (
      .ok(text: PageResult.HashedBytes(bytes: clean.text, sha256: output.sha256), account), clean
    )
  }
}

extension ProvenanceRecord {
  /// Why nothing of a page is left, where nothing is.
  var reasonForNoText: String {
    if ledger.entries.last?.stage == DropDuplicatePage.name.rawValue {
      return DropDuplicatePage.rowReason
    }
    return [ScriptShell.flag, HTMLReader.Flag.frameset.rawValue].first(where: flags.contains)
      ?? "no_text_left"
  }
}
