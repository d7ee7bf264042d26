import GhirbalDocument

/// The links whose end the parser has not reached, outermost first, and what the open block has of them.
struct OpenLinks {
  /// Ranges of the block's content.
  var ranges: [Mark] = []
  private var links: [(element: ElementID, start: Int?)] = []

  mutating func open(_ element: ElementID, at offset: Int, in contentStart: Int) {
    endRange(at: offset, in: contentStart)
    links.append((element, nil))
  }

  /// Text begins at `offset`.
  mutating func begin(at offset: Int) {
    if let last = links.indices.last, links[last].start == nil { links[last].start = offset }
  }

  mutating func close(at offset: Int, in contentStart: Int) {
    endRange(at: offset, in: contentStart)
    links.removeLast(links.isEmpty ? 0 : 1)
  }

  /// Records the link that the text before `offset` is in. Only the innermost of open links has any: in
  /// HTML 5 links do not nest.
  mutating func endRange(at offset: Int, in contentStart: Int) {
    guard let last = links.indices.last, let start = links[last].start else { return }
    links[last].start = nil
    guard offset > start else { return }
    ranges.append(
      Mark(utf8Range: start - contentStart..<offset - contentStart, element: links[last].element))
  }
}
