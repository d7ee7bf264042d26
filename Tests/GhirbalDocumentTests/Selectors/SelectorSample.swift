import GhirbalDocument

/// A small tree of elements, each row with its parent's number.
struct SelectorSample {
  typealias Row = (parent: Int, tag: GhirbalDocument.Tag, attributes: [(AttributeName, String)])

  let rows: [Row]
  let elements: ElementArena

  init(_ rows: [Row]) {
    self.rows = rows
    var elements = ElementArena()
    for row in rows {
      _ = elements.append(
        row.tag, parent: row.parent < 0 ? nil : ElementID(row.parent), sourceStart: 0,
        firstBlock: 0)
      for (name, value) in row.attributes {
        Array(value.utf8).withUnsafeBufferPointer { elements.appendAttribute(name, $0) }
      }
    }
    self.elements = elements
  }
}
