/// Values of a page, one for each block or element; copies share them.
///
/// A column is valid as long as the `PageMemory` that made it. Every place is checked.
struct Column<Element> {
  /// For `PageMemory`, which alone makes columns.
  let base: UnsafeMutablePointer<Element>
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
