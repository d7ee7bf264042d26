/// The hash of a word's lexical letter codes, one letter after the other.
enum WordHash {
  @inline(__always)
  static func start(_ language: BoundaryLanguage) -> UInt64 {
    0x9E37_79B9_7F4A_7C15 &* (UInt64(language.rawValue) + 1)
  }

  @inline(__always)
  static func step(_ hash: UInt64, _ code: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(code)) &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }

  /// The entry that says: this word has a non-joiner before letter `index`.
  @inline(__always)
  static func joint(_ hash: UInt64, before index: Int) -> UInt64 {
    step(hash, UInt8(truncatingIfNeeded: 128 + min(index, 63)))
  }
}
