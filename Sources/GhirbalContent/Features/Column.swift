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

/// Values of a page, one for each block or element; copies share them.
///
/// A column is valid as long as the `PageMemory` that made it. Every place is checked.
struct Column<Element> {
  fileprivate let base: UnsafeMutablePointer<Element>
  let count: Int

  var indices: Range<Int> { 0..<count }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      check(index)
      return base[index]
    }
    @inline(__always) nonmutating set {
      check(index)
      base[index] = newValue
    }
  }

  /// Some of the values, in a row.
  @inline(__always) subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the places are there")
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  @inline(__always) private func check(_ index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the place is there")
  }
}

extension Column<Float> {
  /// The sum over a run of blocks, where the column holds the sums before each.
  @inline(__always) func sum(_ range: Range<Int>) -> Float {
    self[range.upperBound] - self[range.lowerBound]
  }
}
