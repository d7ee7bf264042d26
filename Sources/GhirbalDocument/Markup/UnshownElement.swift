/// An element that a page does not show, with all that stands in it.
public struct UnshownElement: Sendable, Equatable {
  /// What says so.
  public enum Cause: Sendable {
    /// Its own attributes: `hidden`, `aria-hidden`, `style`.
    case attribute
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
