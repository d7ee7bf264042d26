public import GhirbalDocument

/// What is done with the block that says the page's title, which stands in the metadata too.
public enum TitlePolicy: String, Codable, Sendable, CaseIterable {
  /// As the form of the text has it: Markdown opens with the title, plain text is the body alone.
  case auto
  /// It opens the text.
  case keep
  case drop
  /// Judged like any other text, and left where it stands.
  case judged
}

/// A stage that keeps the title or not as the form has it that the text is written in, unless its own
/// options say.
public protocol TitleFollowing: Stage {
  /// This stage for texts that open with their title, or for such that do without.
  func following(opensWithTitle: Bool) -> Self
}
