import GhirbalDocument
import GhirbalText

/// What one source says for a field, beside what others say: one of them is chosen, or none.
struct FactCandidate {
  /// Who says it: the head, the markup of the body, a line that reads so, an address.
  enum Source: Int, CaseIterable {
    case jsonLD, meta, card, microdata, byline, rel, link, classed, line
    case time, visible, dateline, address
  }

  /// The field's value: names, one day, a title.
  let values: [String]
  let source: Source
  let rule: String
  /// Nil for the address that the page was fetched from, and for a line.
  let element: ElementID?
  /// The block that it stands in or right behind; nil in the head.
  var block: Int?
  /// Where the value stands in a block; nil where an element gives it.
  var place: (block: BlockID, utf8Range: Range<Int>)?
  /// The entry of the reading, where a line reads so: its facts are lifted with the line.
  var line: Int?
  /// Whether it is an organisation, as the source says.
  var isOrganization = false
  /// Whether it is the day of the last change.
  var isModified = false

  /// The values as they are compared: folded, in any order.
  let key: String

  init(
    _ values: [String], _ source: Source, _ rule: String, _ element: ElementID?, block: Int? = nil
  ) {
    self.values = values
    self.source = source
    self.rule = rule
    self.element = element
    self.block = block
    key = values.map(\.foldedForMatching).sorted().joined(separator: ";")
  }

  /// Whether it stands in the body, where readers see it.
  var isVisible: Bool { block != nil && source != .microdata || line != nil }

  /// Whether the names are people's, and neither the site's nor such as people log in with.
  func isPerson(on page: FactPage) -> Bool {
    !isOrganization && !AuthorNames.isHandle(values[0])
      && !page.isSite(values[0].foldedForMatching)
  }
}
