/// Why a page could not be read. The name stands in the manifest; the run goes on.
public enum PageProblem: String, Error, Sendable, CaseIterable {
  /// The file could not be opened or read.
  case unreadable
  /// The page is larger than `max_page_bytes`.
  case pageTooLarge = "page_too_large"
  /// The bytes are no text in any encoding: an image, an archive, a PDF.
  case notText = "not_text"
}
