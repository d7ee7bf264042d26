/// One single-byte encoding: each byte as UTF-8, and back.
struct SingleByteTable: Sendable {
  /// The UTF-8 bytes each byte stands for, first byte lowest; U+FFFD for a byte that stands for nothing.
  let utf8: [UInt32]
  /// How many those are: 1, 2 or 3; 0 for a byte that stands for nothing.
  let utf8Count: [UInt8]
  /// How many are written: as `utf8Count`, but 3 for a byte that stands for nothing.
  let utf8Size: [UInt8]
  /// The scalar each byte stands for.
  let scalars: [UInt32]
  /// The byte of each scalar below U+10000 that has one; 0 for the others and for ASCII.
  private let bytes: [UInt8]

  /// Makes the table out of what 0x80...0xFF stand for.
  init(upperHalf: [UInt16]) {
    precondition(upperHalf.count == 128, "a table has a row for each byte from 0x80")
    var utf8: [UInt32] = []
    var utf8Count: [UInt8] = []
    var scalars: [UInt32] = []
    var bytes = [UInt8](repeating: 0, count: 0x1_0000)
    for byte in 0..<256 {
      let scalar = byte < 0x80 ? UInt32(byte) : UInt32(upperHalf[byte - 0x80])
      let packed = PackedUTF8(scalar)
      utf8.append(packed.bytes)
      utf8Count.append(scalar == 0xFFFD ? 0 : packed.count)
      scalars.append(scalar)
      if byte >= 0x80, scalar != 0xFFFD { bytes[Int(scalar)] = UInt8(byte) }
    }
    self.utf8 = utf8
    self.utf8Count = utf8Count
    utf8Size = utf8Count.map { $0 == 0 ? 3 : $0 }
    self.scalars = scalars
    self.bytes = bytes
  }

  /// The byte at or above 0x80 that stands for `scalar`, if there is one.
  func byte(for scalar: UInt32) -> UInt8? {
    guard scalar < 0x1_0000 else { return nil }
    let byte = bytes[Int(scalar)]
    return byte == 0 ? nil : byte
  }

  static let byKind: [TextEncoding.Kind: SingleByteTable] = Dictionary(
    uniqueKeysWithValues: TextEncoding.Kind.allCases.compactMap { kind in
      upperHalf(of: kind).map { (kind, SingleByteTable(upperHalf: $0)) }
    })

  private static func upperHalf(of kind: TextEncoding.Kind) -> [UInt16]? {
    switch kind {
    case .utf8, .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR, .replacement,
      .utf16BE, .utf16LE:
      nil
    // https://encoding.spec.whatwg.org/#x-user-defined-decoder: 0x80...0xFF are U+F780...U+F7FF.
    case .xUserDefined: (0..<128).map { 0xF780 + UInt16($0) }
    case .iso8859Part8i: SingleByteTables.upperHalf(TextEncoding.Kind.iso8859Part8.rawValue)
    default: SingleByteTables.upperHalf(kind.rawValue)
    }
  }
}
