public import GhirbalDocument

/// How a clean text is written.
public struct WritingOptions: Sendable, Equatable {
  /// What a text tells of its links.
  public enum Links: String, Sendable, CaseIterable, Codable {
    /// The words of a link with its address.
    case inline
    /// The words of a link alone.
    case text
  }

  /// What a plain text shows of a page's lists. Markdown always marks them, and flattened text is
  /// written as it stands.
  public enum ListMarks: String, Sendable, CaseIterable, Codable {
    /// `- ` and `1. ` before items, which are nested by spaces.
    case keep
    /// The text of the items alone.
    case none
  }

  public var format: OutputFormat
  /// Nil for what the format has by default.
  public var links: Links?
  public var listMarks: ListMarks
  /// Whether what is known about the page stands before its text, see `FrontMatter`.
  public var frontMatter: Bool

  public init(
    format: OutputFormat = .text, links: Links? = nil, listMarks: ListMarks = .keep,
    frontMatter: Bool = false
  ) {
    self.format = format
    self.links = links
    self.listMarks = listMarks
    self.frontMatter = frontMatter
  }

  /// What the text tells of its links in the end.
  public var effectiveLinks: Links { links ?? format.links }

  /// What the text of a page shows of its lists in the end.
  public func effectiveListMarks(of pageFormat: PageFormat) -> ListMarks {
    format.takesListMarks && pageFormat == .html ? listMarks : .none
  }
}
