/// What is done with what readers wrote below a text.
public enum CommentPolicy: String, Codable, Sendable, CaseIterable {
  /// Judged like any other text.
  case auto
  case keep
  case drop
  /// Kept, but behind the text and not among it.
  case separate
}
