/// A stretch of a block's content that the page does not show as its text, with what says so.
///
/// The reader records evidence and judges nothing: which of the runs leave the text is decided by a
/// stage. A run follows the text through edits as a `Mark` does.
public struct UnseenRun: BlockStretch {
  /// What says that a run is no text for readers.
  public enum Kind: String, Sendable, CaseIterable {
    /// Not laid out: `hidden`, `display: none`, `visibility: hidden`, a size of nothing, by the
    /// element's own attributes or by a rule of the page's style sheets.
    case hidden
    /// Laid out and not to be seen: clear as glass, or far off the page.
    case outOfSight = "out_of_sight"
    /// `aria-hidden="true"`: shown, and not read aloud.
    case ariaHidden = "aria_hidden"
    /// Read aloud, and not shown, by a class that says so.
    case screenReaderText = "screen_reader_text"
  }

  /// UTF-8 offsets relative to the content's start; never empty.
  public let utf8Range: Range<Int>
  /// The element that the evidence is of, an inline one.
  public let element: ElementID
  public let kind: Kind

  public init(utf8Range: Range<Int>, element: ElementID, kind: Kind) {
    self.utf8Range = utf8Range
    self.element = element
    self.kind = kind
  }

  public func moved(to utf8Range: Range<Int>) -> UnseenRun {
    UnseenRun(utf8Range: utf8Range, element: element, kind: kind)
  }
}
