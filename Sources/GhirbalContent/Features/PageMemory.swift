/// The memory of what is computed of one page, freed as a whole.
///
/// Swift's arrays are counted references, and features ask dozens of them millions of times; a column
/// is a plain address and a count.
final class PageMemory {
  private var pieces: [UnsafeMutableRawPointer] = []

  init() { pieces.reserveCapacity(128) }

  deinit { for piece in pieces { piece.deallocate() } }

  func column<Element>(_ count: Int, of value: Element) -> Column<Element> {
    let column: Column<Element> = uninitialized(count)
    column.base.initialize(repeating: value, count: count)
    return column
  }

  func column<Element>(_ values: [Element]) -> Column<Element> {
    let column: Column<Element> = uninitialized(values.count)
    values.withUnsafeBufferPointer { values in
      if let first = values.baseAddress {
        column.base.initialize(from: first, count: values.count)
      }
    }
    return column
  }

  /// A value for each of `indices`, which start at 0.
  @inline(__always)
  func column<Element>(_ indices: Range<Int>, _ value: (Int) -> Element) -> Column<Element> {
    precondition(indices.lowerBound == 0, "columns start at 0")
    let column: Column<Element> = uninitialized(indices.count)
    for index in indices { (column.base + index).initialize(to: value(index)) }
    return column
  }

  private func uninitialized<Element>(_ count: Int) -> Column<Element> {
    // Nothing is released when the memory is freed.
    precondition(_isPOD(Element.self), "the element is plain bytes")
    let piece = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride,
      alignment: MemoryLayout<Element>.alignment)
    pieces.append(piece)
    return Column(base: piece.bindMemory(to: Element.self, capacity: count), count: count)
  }
}
