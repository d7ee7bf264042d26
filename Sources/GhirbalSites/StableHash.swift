/// FNV-1a in 64 bits with a last mixing: the same on every machine and in every run, which Swift's own
/// hashes are not.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// Adds bytes with each run of digits as one 0: numbers count pages, comments and days.
  mutating func add(withoutNumbers utf8: some Sequence<UInt8>) {
    var wasDigit = false
    for byte in utf8 {
      let isDigit = 0x30...0x39 ~= byte
      if !(isDigit && wasDigit) { add(isDigit ? 0x30 : byte) }
      wasDigit = isDigit
    }
  }

  /// FNV's low bits hardly depend on the last bytes (the finalizer is SplitMix64's).
  var value: UInt64 {
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
