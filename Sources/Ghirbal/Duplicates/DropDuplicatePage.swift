import GhirbalDocument
import GhirbalIO

/// Takes the text of a page away because another page of the run stands for it, as edits like all others: the
/// ledger has what went, so that it can be replayed and restored.
///
/// No stage of the catalogue: what it knows is not the page's but the run's.
enum DropDuplicatePage {
  static let name: StageName = "drop_duplicate_page"
  /// Why a page has no text, in its row.
  static let rowReason = "duplicate"

  enum Reason: String {
    case sameText = "same_text"
    case nearlySameText = "nearly_same_text"
  }

  static func run(
    _ duplicate: Manifest.Duplicate, _ document: inout Document, _ ledger: inout Ledger
  ) {
    let reason = duplicate.isExact ? Reason.sameText : .nearlySameText
    let rule = "of " + duplicate.path
    let live = document.liveBlocks.map(\.id)
    // What a title or a person pinned goes too: no part of the text stays.
    let freed = live.map { Edit<Reason>.keep($0, reason, as: .setApart, rule: rule) }
    let dropped = live.map {
      Edit<Reason>.drop($0, reason, rule: rule, confidence: duplicate.similarity)
    }
    document.apply(freed.filter { document.isPinned($0.block) }, of: name, to: &ledger)
    document.apply(dropped, of: name, to: &ledger)
  }
}

extension Document {
  fileprivate func isPinned(_ block: BlockID?) -> Bool {
    guard let block else { return false }
    return [.pinned, .setFirst].contains(self[block].standing)
  }
}
