/// A table from the bytes 0x80...0xFF to scalars, and back, as garbled text was read by.
///
/// Bytes that the encoding leaves undefined are the C1 control of the same number, as browsers read
/// them.
struct SingleByteEncoding: Sendable {
  let name: String
  private let upper: [UInt32]
  /// The byte of each scalar below `reverseCount`, 0 for none.
  private let reverse: [UInt8]

  /// The scalars of all these encodings, but for two ligatures and a logo, are below it.
  static let reverseCount: UInt32 = 0x25E0

  private init(_ name: String) {
    self.name = name
    upper = SingleByteTables.upperHalf(name).enumerated().map { index, scalar in
      scalar == 0xFFFD ? UInt32(index + 0x80) : UInt32(scalar)
    }
    var reverse = [UInt8](repeating: 0, count: Int(Self.reverseCount))
    for (index, value) in upper.enumerated() where value < Self.reverseCount {
      reverse[Int(value)] = UInt8(index + 0x80)
    }
    // Text that was read as Latin-1 holds C1 controls in place of the characters of windows-1252.
    if name == "windows-1252" {
      for control in 0x80...0x9F { reverse[control] = UInt8(control) }
    }
    self.reverse = reverse
  }

  /// The scalar that `byte` stands for.
  func scalar(_ byte: UInt8) -> UInt32 { byte < 0x80 ? UInt32(byte) : upper[Int(byte) - 0x80] }

  /// The byte from 0x80 on that stands for `value`, or 0 where there is none.
  @inline(__always)
  func byte(_ value: UInt32) -> UInt8 {
    value < Self.reverseCount ? reverse[Int(value)] : 0
  }

  static let windows1252 = SingleByteEncoding("windows-1252")
  static let windows1250 = SingleByteEncoding("windows-1250")
  static let windows1251 = SingleByteEncoding("windows-1251")
  static let windows1256 = SingleByteEncoding("windows-1256")
  static let windows1257 = SingleByteEncoding("windows-1257")
  static let iso88592 = SingleByteEncoding("ISO-8859-2")
  static let macintosh = SingleByteEncoding("macintosh")
  static let cp437 = SingleByteEncoding("cp437")
}
