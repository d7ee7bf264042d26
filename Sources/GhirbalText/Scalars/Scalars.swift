/// UTF-8 bytes read scalar by scalar, in both directions.
///
/// The bytes are valid UTF-8; a byte that is not reads as U+FFFD of one byte, so that nothing traps.
struct Scalars {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The scalar at `offset`, which is inside the text and on a scalar boundary.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, count: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let left = bytes.count - offset
    if lead < 0xE0 {
      guard lead >= 0xC2, left >= 2 else { return (0xFFFD, 1) }
      return ((lead & 0x1F) << 6 | tail(offset + 1), 2)
    }
    if lead < 0xF0 {
      guard left >= 3 else { return (0xFFFD, 1) }
      return ((lead & 0xF) << 12 | tail(offset + 1) << 6 | tail(offset + 2), 3)
    }
    guard left >= 4, lead < 0xF5 else { return (0xFFFD, 1) }
    let high = (lead & 0x7) << 18 | tail(offset + 1) << 12
    return (high | tail(offset + 2) << 6 | tail(offset + 3), 4)
  }

  /// The scalar that ends at `offset`, or nil at the start of the text.
  @inline(__always)
  func scalar(before offset: Int) -> (value: UInt32, count: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return (found.value, offset - start)
  }

  /// The scalar at `offset`, or nil at the end of the text.
  @inline(__always)
  func scalar(from offset: Int) -> (value: UInt32, count: Int)? {
    offset < bytes.count ? scalar(at: offset) : nil
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The first offset at or after `offset` of a byte that is not printable ASCII or is `stop`.
  ///
  /// Reads eight bytes at a time: English text is almost nothing else. A byte is found where
  /// subtracting borrows into its high bit; a borrow can only raise a false alarm behind a true one.
  @inline(__always)
  func endOfPlainASCII(from offset: Int, orStop stop: UInt8) -> Int {
    var position = offset
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return position }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let stops = ones &* UInt64(stop)
    while position + 8 <= bytes.count {
      let block = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let control = block &- ones &* 0x20
      let stopped = block ^ stops
      let deleted = block ^ (ones &* 0x7F)
      let found = (control | (stopped &- ones) | (deleted &- ones) | block) & highs
      if found != 0 { break }
      position += 8
    }
    while position < bytes.count, bytes[position] &- 0x20 < 0x5F, bytes[position] != stop {
      position += 1
    }
    return position
  }

  /// The first offset at or after `offset` of a byte that is not ASCII.
  @inline(__always)
  func endOfASCII(from offset: Int) -> Int {
    var position = offset
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return position }
    let highs: UInt64 = 0x8080_8080_8080_8080
    while position + 8 <= bytes.count {
      let high = base.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian & highs
      if high != 0 { return position + high.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
  }

  @inline(__always)
  private func tail(_ offset: Int) -> UInt32 { UInt32(bytes[offset] & 0x3F) }
}

extension String {
  /// A string of the one scalar `value`, or empty where `value` is no scalar.
  init(scalarValue value: UInt32) {
    self = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }
}
