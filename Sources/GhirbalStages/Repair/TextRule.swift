import GhirbalDocument
import GhirbalText

extension Document {
  /// The edits that a rule over text asks for, in every live block that it may touch.
  ///
  /// Preformatted text and code are never touched: white space and signs are meant there.
  func edits<Reason>(
    _ rule: (Block, Span<UInt8>) -> [Replacement<Reason>]
  ) -> [Edit<Reason>] {
    var edits: [Edit<Reason>] = []
    for block in liveBlocks where block.kind != .preformatted && !block.context.contains(.code) {
      for replacement in withContent(of: block, { rule(block, $0) }) {
        edits.append(
          .replace(
            block.id, replacement.utf8Range, with: replacement.text, replacement.reason,
            rule: replacement.rule, confidence: replacement.confidence))
      }
    }
    return edits
  }
}
