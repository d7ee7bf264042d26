import GhirbalDocument

/// A `meta` element that says something of the page.
struct HeadMeta {
  let key: MetaKey
  /// In small letters.
  let name: String
  /// White space collapsed; not empty.
  let content: String
  let element: ElementID

  init?(_ element: ElementID, _ elements: ElementArena) {
    guard
      let name = elements.attribute(.property, of: element)
        ?? elements.attribute(.name, of: element) ?? elements.attribute(.itemprop, of: element),
      let key = MetaKey(name), let content = elements.attribute(.content, of: element),
      !content.isEmpty
    else { return nil }
    self.key = key
    self.name = name.lowercased()
    self.content = HeadText.collapsed(content)
    self.element = element
  }

  /// The name as the record of a lifted value has it.
  var rule: String { "meta.\(name)" }
}
