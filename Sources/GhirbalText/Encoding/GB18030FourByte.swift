internal import CGhirbalData

/// GB18030 in four bytes: everything the two-byte index leaves out.
///
/// https://encoding.spec.whatwg.org/#index-gb18030-ranges-code-point
enum GB18030FourByte {
  /// Where sequences below U+10000 start to count on, ascending.
  private static let rows: [(pointer: UInt16, scalar: UInt16)] =
    TableRows(ghirbal_gb18030_ranges()).map { row in
      guard let pointer = UInt16(row[0].string) else {
        preconditionFailure("a pointer is a number")
      }
      return (pointer, UInt16(row[1].hex))
    }

  static func scalar(_ pointer: Int) -> UInt32? {
    if pointer >= 189_000 {
      return pointer <= 1_237_575 ? UInt32(pointer - 189_000 + 0x1_0000) : nil
    }
    if pointer > 39419 { return nil }
    if pointer == 7457 { return 0xE7C7 }
    let row = rows[lastRow { Int($0.pointer) <= pointer }]
    return UInt32(row.scalar) + UInt32(pointer - Int(row.pointer))
  }

  static func pointer(_ scalar: UInt32) -> Int? {
    if scalar >= 0x1_0000 { return Int(scalar) - 0x1_0000 + 189_000 }
    if scalar == 0xE7C7 { return 7457 }
    guard scalar >= 0x80 else { return nil }
    let row = rows[lastRow { UInt32($0.scalar) <= scalar }]
    let pointer = Int(row.pointer) + Int(scalar - UInt32(row.scalar))
    // Between the ranges lies what has two bytes.
    return self.scalar(pointer) == scalar ? pointer : nil
  }

  /// The last row for which `isAtOrBefore` holds; it holds for the first.
  private static func lastRow(
    _ isAtOrBefore: ((pointer: UInt16, scalar: UInt16)) -> Bool
  ) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if isAtOrBefore(rows[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
