/// What one look at a text found, and whether what stands after the changes is known to be right.
struct Look<Reason: Sendable & Equatable> {
  var replacements: [Replacement<Reason>] = []
  /// False where a change may have brought letters together that want another look.
  var isSettled = true
}
