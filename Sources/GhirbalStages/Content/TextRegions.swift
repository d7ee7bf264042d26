import GhirbalDocument

/// Parts of a page of one kind, for which a person may ask that they stay or go.
protocol TextRegions {
  func contains(_ block: Block) -> Bool
  /// Whether a block stands in a region that is text and not part of the page's frame.
  func containsAsText(_ block: Block) -> Bool
}

extension BlockContext {
  /// What the text of a page does not stand in.
  static let frame: BlockContext = [
    .navigation, .pageFooter, .aside, .dialog, .button, .hidden, .noscript,
  ]
}
