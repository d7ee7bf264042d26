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
