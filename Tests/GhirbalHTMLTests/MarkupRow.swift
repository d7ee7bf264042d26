import Testing

/// A page, or a piece of one, and the text that the reader shall make of it.
struct MarkupRow: CustomTestStringConvertible, Sendable {
  let label: String
  let markup: String
  let text: String
  var testDescription: String { label }

  init(_ label: String, _ markup: String, _ text: String) {
    self.label = label
    self.markup = markup
    self.text = text
  }
}
