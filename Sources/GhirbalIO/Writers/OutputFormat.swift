/// The form a clean text is written in.
public enum OutputFormat: String, Sendable, CaseIterable, Codable {
  /// The tiles of the blocks, end to end.
  case text
  /// CommonMark with the tables and the strikethrough of GitHub Flavored Markdown.
  case markdown

  /// What the names of such files end in.
  public var suffix: String {
    switch self {
    case .text: ".txt"
    case .markdown: ".md"
    }
  }
}
