internal import CGhirbalData

/// The rows of a text that is built in (`Sources/CGhirbalData/tables`), comments and empty lines left
/// out.
struct TableRows: Sequence, IteratorProtocol {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  init(_ table: ghirbal_table) {
    self.init(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }

  /// Reads bytes that outlive the rows.
  init(_ utf8: UnsafeBufferPointer<UInt8>) { rest = utf8[...] }

  mutating func next() -> [TableField]? {
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      if !line.isEmpty, line.first != UInt8(ascii: "#") {
        return line.split(separator: UInt8(ascii: " ")).map(TableField.init)
      }
    }
    return nil
  }
}

/// A field of a row.
struct TableField {
  let utf8: Slice<UnsafeBufferPointer<UInt8>>

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// A number in hexadecimal capitals.
  var hex: UInt32 { number(utf8) }

  /// Hexadecimal numbers with a hyphen between, or one that is a range by itself.
  var hexRange: ClosedRange<UInt32> {
    let first = utf8.prefix { $0 != UInt8(ascii: "-") }
    let last = utf8[first.endIndex...].dropFirst()
    return number(first)...(last.isEmpty ? number(first) : number(last))
  }

  private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32($1 <= UInt8(ascii: "9") ? $1 & 0xF : $1 - 0x37) }
  }
}
