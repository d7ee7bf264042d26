/// Why a page could not be read. The name stands in the manifest; the run goes on.
public enum PageProblem: String, Error, Sendable, CaseIterable {
  /// The file could not be opened or read.
  case unreadable
  /// The page is larger than `max_page_bytes`.
  case pageTooLarge = "page_too_large"
  /// A block of text, as one paragraph or text node gives it, is longer than `max_block_bytes`.
  case blockTooLong = "block_too_long"
  /// The bytes are no text in any encoding, under a name or a media type of a text.
  case notText = "not_text"
}

/// Why a page could not be cleaned; the run goes on.
public enum PageFailure: Error, Sendable, Equatable {
  /// It could not be read.
  case unread(PageProblem)
  /// A stage that is not built in could not do its part.
  case stage(StageFailure)

  /// The name that stands in the manifest.
  public var reason: String {
    switch self {
    case .unread(let problem): problem.rawValue
    case .stage(let failure): failure.reason.rawValue
    }
  }

  /// What exactly; nil where the reason says it all.
  public var detail: String? { if case .stage(let failure) = self { failure.detail } else { nil } }
}
