import GhirbalDocument

/// What a person's options say about a block, whatever its text looks like.
struct ForcedVerdict: Equatable {
  let isKept: Bool
  let reason: SelectMainContent.Reason
  /// The selector that decided, where one did.
  var rule: String?

  func edit(on block: BlockID) -> Edit<SelectMainContent.Reason> {
    isKept ? .keep(block, reason, rule: rule) : .drop(block, reason, rule: rule)
  }
}
