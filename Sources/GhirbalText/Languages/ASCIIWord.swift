/// A word of ASCII letters alone, read without a loop over them.
struct ASCIIWord {
  /// Its letters in lower case, zeros behind them.
  private var low: UInt64
  private var high: UInt64
  /// How many letters it has, 1...15.
  let count: Int
  /// The byte behind it; 0 at the end of the text.
  let next: UInt8

  /// The letters at `offset`; nil where none stands there, or more than fifteen. Letters beyond ASCII
  /// may go on behind them.
  @inline(__always)
  init?(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return nil }
    var low: UInt64
    var high: UInt64
    if offset + 16 <= bytes.count {
      let raw = UnsafeRawPointer(base + offset)
      low = raw.loadUnaligned(as: UInt64.self).littleEndian
      high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    } else {
      (low, high) = (0, 0)
      for index in offset..<bytes.count {
        let place = UInt64(index - offset)
        if place < 8 {
          low |= UInt64(bytes[index]) << (8 * place)
        } else {
          high |= UInt64(bytes[index]) << (8 * (place - 8))
        }
      }
    }
    let lowCount = Self.others(in: low).trailingZeroBitCount / 8
    let count =
      lowCount < 8 ? lowCount : 8 + Self.others(in: high).trailingZeroBitCount / 8
    if count == 0 || count > 15 { return nil }
    self.count = count
    next = offset + count < bytes.count ? bytes[offset + count] : 0
    let lower: UInt64 = 0x2020_2020_2020_2020
    self.low = (low | lower) & (count >= 8 ? ~0 : (1 << UInt64(8 * count)) - 1)
    self.high = count <= 8 ? 0 : (high | lower) & ((1 << UInt64(8 * (count - 8))) - 1)
  }

  /// A word of a table; nil where it is not of 1 to 15 ASCII letters.
  init?(_ word: String) {
    let bytes = Array(word.utf8)
    guard bytes.count < 16, let read = bytes.withUnsafeBufferPointer({ Self(at: 0, in: $0) }),
      read.count == bytes.count
    else { return nil }
    self = read
  }

  /// The high bit of each byte that is no ASCII letter.
  @inline(__always)
  private static func others(in block: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones &* 0x80
    // Without their high bits no byte carries into the next.
    let lower = (block | ones &* 0x20) & ~highs
    let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
    return ~(letters & ~block) & highs
  }

  @inline(__always)
  var key: UInt64 {
    LanguageEvidence.mixed(low ^ (high &* 0x9E37_79B9_7F4A_7C15) ^ 0xA5C1_1A5C_0000_0000)
  }

  /// The key of its last `letters` letters, 3 or 4.
  @inline(__always)
  func endingKey(_ letters: Int) -> UInt64 {
    // Where the last eight letters stand.
    let last: UInt64 =
      count <= 8
      ? low << UInt64(8 * (8 - count))
      : count == 16 ? high : low >> UInt64(8 * (count - 8)) | high << UInt64(8 * (16 - count))
    return LanguageEvidence.mixed(
      last >> UInt64(8 * (8 - letters)) ^ UInt64(letters) << 60 ^ 0x3333)
  }
}
