/// Where a text must be read closely for mojibake, as pairs of bytes.
enum MojibakeStops {
  /// Whether no two scalars of `bytes` can be parts of a sequence, and none is a C1 control or a letter
  /// of Latin-1.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    stops.withSearch { search in
      var offset = Scalars(bytes).endOfASCII(from: 0)
      while true {
        offset = search.next(from: offset, to: bytes.count, in: bytes)
        if offset >= bytes.count { return true }
        guard isNaturalInArabic(offset, in: bytes) else { return false }
        offset += 2
      }
    }
  }

  /// A scalar beyond ASCII and one that goes on in some reading; Arabic letters go on in none that
  /// ``MojibakeReading/roles`` tells. The last byte of U+FFFD and the like is followed by anything.
  private static let stops: BytePairs = {
    var pairs = BytePairs()
    pairs.insert(0x80...0xBF, 0xC2...0xD7)
    pairs.insert(0x80...0xBF, 0xE0...0xFF)
    pairs.insert([0xC2], 0x80...0x9F)
    pairs.insert([0xC3])
    return pairs
  }()

  /// Whether the pair at `offset` is an Arabic letter before a sign that Arabic text has too: a ZWNJ,
  /// a guillemet, a dash or a quotation mark.
  @inline(__always)
  private static func isNaturalInArabic(
    _ offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard offset > 0, offset + 2 < bytes.count, (0xD8...0xDB).contains(bytes[offset - 1]) else {
      return false
    }
    let third = bytes[offset + 2]
    switch bytes[offset + 1] {
    case 0xC2: return third == 0xAB || third == 0xBB || third == 0xA0
    case 0xE2:
      guard third == 0x80, offset + 3 < bytes.count else { return false }
      switch bytes[offset + 3] {
      case 0x8C...0x8F, 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA2, 0xA6: return true
      default: return false
      }
    default: return false
    }
  }
}
