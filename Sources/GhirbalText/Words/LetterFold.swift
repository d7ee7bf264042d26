/// Spellings of one letter that page words do not tell apart.
enum LetterFold {
  /// The letter that stands for `scalar`, or 0 for a mark that is passed over.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if scalar == 0x200C { return 0 }
    guard scalar &- 0x600 < 0x100 else { return scalar }
    return table[Int(scalar - 0x600)]
  }

  private static let table: [UInt32] = {
    var table = (0..<256).map { UInt32($0 + 0x600) }
    for mark in Array(0x64B...0x65F) + [0x640, 0x670] { table[mark - 0x600] = 0 }
    for (written, letter) in [
      ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ی"), ("ي", "ی"), ("ك", "ک"),
      ("ؤ", "و"),
      ("ۀ", "ه"),
    ] as [(Unicode.Scalar, Unicode.Scalar)] {
      table[Int(written.value) - 0x600] = letter.value
    }
    return table
  }()
}
