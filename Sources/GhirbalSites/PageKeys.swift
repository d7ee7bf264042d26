import GhirbalDocument

/// The blocks of a page by hashes of their texts and of the slots that they stand in.
struct PageKeys {
  /// By block: the hash of its text.
  let texts: [UInt64]
  /// By block: the same with its numbers.
  let exactTexts: [UInt64]
  /// By block: the hash of its slot.
  let slots: [UInt64]
  /// How slots look to a person.
  let paths: SlotPaths

  /// - Parameter blocks: blocks of the document, in order.
  init(_ blocks: [Block], of document: Document) {
    let keys = blocks.map { block in document.withContent(of: block) { BlockKeys.keys(of: $0) } }
    texts = keys.map(\.key)
    exactTexts = keys.map(\.exact)
    paths = SlotPaths(document.elements)
    slots =
      document.format == .html
      ? blocks.map { [paths] block in block.element.map { paths.hash(of: $0) } ?? 0 }
      : BlockKeys.slots(following: texts)
  }
}
