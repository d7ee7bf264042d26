import GhirbalDocument

/// What a person's options say about a block, whatever its text looks like.
struct ForcedVerdict: Equatable {
  /// How the block stays; nil where it goes.
  let standing: Standing?
  let reason: SelectMainContent.Reason
  /// The selector that decided, where one did.
  var rule: String?

  /// The title does not stand in the text.
  static let droppedTitle = ForcedVerdict(standing: nil, reason: .title)

  /// That on a text which a person keeps in the profile of its site; nil for any other.
  static func ofSite(_ block: BlockID, in document: Document) -> ForcedVerdict? {
    guard let evidence = document.siteEvidence, evidence.blocks[block.index].isKept else {
      return nil
    }
    return ForcedVerdict(standing: .pinned, reason: .selectedByRule, rule: "keep in the profile")
  }

  var keeps: Bool { standing != nil }

  func edit(on block: BlockID) -> Edit<SelectMainContent.Reason> {
    standing.map { .keep(block, reason, as: $0, rule: rule) } ?? .drop(block, reason, rule: rule)
  }
}
