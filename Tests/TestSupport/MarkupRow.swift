/// A page, or a piece of one, and the text that shall become of it.
public struct MarkupRow: CustomStringConvertible, Sendable {
  public let label: String
  public let markup: String
  public let text: String
  public var description: String { label }

  public init(_ label: String, _ markup: String, _ text: String) {
    self.label = label
    self.markup = markup
    self.text = text
  }
}
