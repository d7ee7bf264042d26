/// An element that a page does not show, or not to all, with all that stands in it.
public struct UnshownElement: Sendable, Equatable {
  /// What says so.
  public enum Cause: Sendable {
    /// Its own attributes: `hidden`, `style`.
    case attribute
    /// `aria-hidden="true"`: it may be there for the eye alone.
    case ariaHidden
    /// A rule of one of the page's style sheets.
    case rule
    /// What it is: a template, or text for browsers that cannot show the medium.
    case tag
  }

  public let element: ElementID
  public let cause: Cause

  public init(_ element: ElementID, _ cause: Cause) {
    self.element = element
    self.cause = cause
  }
}
