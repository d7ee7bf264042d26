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

  static let byKind: [TextEncoding.Kind: SingleByteTable] = [
    .ibm866: SingleByteTable(upperHalf: SingleByteTables.ibm866),
    .iso8859Part2: SingleByteTable(upperHalf: SingleByteTables.iso8859Part2),
    .iso8859Part3: SingleByteTable(upperHalf: SingleByteTables.iso8859Part3),
    .iso8859Part4: SingleByteTable(upperHalf: SingleByteTables.iso8859Part4),
    .iso8859Part5: SingleByteTable(upperHalf: SingleByteTables.iso8859Part5),
    .iso8859Part6: SingleByteTable(upperHalf: SingleByteTables.iso8859Part6),
    .iso8859Part7: SingleByteTable(upperHalf: SingleByteTables.iso8859Part7),
    .iso8859Part8: SingleByteTable(upperHalf: SingleByteTables.iso8859Part8),
    .iso8859Part8i: SingleByteTable(upperHalf: SingleByteTables.iso8859Part8),
    .iso8859Part10: SingleByteTable(upperHalf: SingleByteTables.iso8859Part10),
    .iso8859Part13: SingleByteTable(upperHalf: SingleByteTables.iso8859Part13),
    .iso8859Part14: SingleByteTable(upperHalf: SingleByteTables.iso8859Part14),
    .iso8859Part15: SingleByteTable(upperHalf: SingleByteTables.iso8859Part15),
    .iso8859Part16: SingleByteTable(upperHalf: SingleByteTables.iso8859Part16),
    .koi8R: SingleByteTable(upperHalf: SingleByteTables.koi8R),
    .koi8U: SingleByteTable(upperHalf: SingleByteTables.koi8U),
    .macintosh: SingleByteTable(upperHalf: SingleByteTables.macintosh),
    .windows874: SingleByteTable(upperHalf: SingleByteTables.windows874),
    .windows1250: SingleByteTable(upperHalf: SingleByteTables.windows1250),
    .windows1251: SingleByteTable(upperHalf: SingleByteTables.windows1251),
    .windows1252: SingleByteTable(upperHalf: SingleByteTables.windows1252),
    .windows1253: SingleByteTable(upperHalf: SingleByteTables.windows1253),
    .windows1254: SingleByteTable(upperHalf: SingleByteTables.windows1254),
    .windows1255: SingleByteTable(upperHalf: SingleByteTables.windows1255),
    .windows1256: SingleByteTable(upperHalf: SingleByteTables.windows1256),
    .windows1257: SingleByteTable(upperHalf: SingleByteTables.windows1257),
    .windows1258: SingleByteTable(upperHalf: SingleByteTables.windows1258),
    .xMacCyrillic: SingleByteTable(upperHalf: SingleByteTables.xMacCyrillic),
    // https://encoding.spec.whatwg.org/#x-user-defined-decoder: 0x80...0xFF are U+F780...U+F7FF.
    .xUserDefined: SingleByteTable(upperHalf: (0..<128).map { 0xF780 + UInt16($0) }),
  ]
}

/// A scalar's UTF-8 bytes in one integer, first byte lowest.
struct PackedUTF8 {
  let bytes: UInt32
  let count: UInt8

  init(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      bytes = scalar
      count = 1
    case ..<0x800:
      bytes = (0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8
      count = 2
    case ..<0x1_0000:
      bytes =
        (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
      count = 3
    default:
      bytes =
        (0xF0 | scalar >> 18 & 0x07) | (0x80 | scalar >> 12 & 0x3F) << 8
        | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
      count = 4
    }
  }
}
