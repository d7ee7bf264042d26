/// What is known about bytes taken as UTF-8, one sequence at a time.
///
/// https://encoding.spec.whatwg.org/#utf-8-decoder
public enum UTF8Text {
  /// The number of bytes from `start` on that are valid UTF-8, up to the first that are not.
  ///
  /// Eight bytes at a time: each byte is compared with what the three before it ask for. Never reads a
  /// scalar that is cut off at the end as valid.
  public static func validCount(_ bytes: Span<UInt8>, from start: Int = 0) -> Int {
    let raw = bytes.bytes
    let count = bytes.count
    var position = start
    // The eight bytes before `position`: none, since `start` is where a scalar begins.
    var previous: UInt64 = 0
    while position &+ 8 <= count {
      let word = load(raw, position)
      if (word | previous) & high == 0 {
        position &+= 8
        while position &+ 32 <= count {
          let four =
            load(raw, position) | load(raw, position &+ 8) | load(raw, position &+ 16)
            | load(raw, position &+ 24)
          if four & high != 0 { break }
          position &+= 32
        }
        previous = 0
        continue
      }
      let one = word &<< 8 | previous &>> 56
      let two = word &<< 16 | previous &>> 48
      let three = word &<< 24 | previous &>> 40
      let oneLead = one & one &<< 1
      let threeLead = word & word &<< 1 & word &<< 2
      let oneThreeLead = oneLead & one &<< 2
      let continuation = word & ~(word &<< 1)
      var error =
        continuation
        ^ (oneLead | two & two &<< 1 & two &<< 2 | three & three &<< 1 & three &<< 2 & three &<< 3)
      // C0 and C1 lead only overlong pairs.
      error |=
        word & word &<< 1
        & ~(word &<< 2 | word &<< 3 | word &<< 4 | word &<< 5 | word &<< 6)
      if (threeLead | oneThreeLead) & high != 0 {
        let fourLead = oneThreeLead & one &<< 3
        let tooShort = ~(one &<< 4 | one &<< 5 | one &<< 6 | one &<< 7)
        // E0 asks for A0 or more, ED for less (surrogates), F0 for 90 or more, F4 for less.
        error |= oneThreeLead & ~(one &<< 3) & tooShort & ~(word &<< 2)
        error |=
          oneThreeLead & ~(one &<< 3) & one &<< 4 & one &<< 5 & ~(one &<< 6) & one &<< 7
          & word &<< 2
        error |= fourLead & tooShort & ~(word &<< 2 | word &<< 3)
        error |= fourLead & one &<< 5 & (word &<< 2 | word &<< 3)
        // F5 and more lead nothing.
        error |= threeLead & word &<< 3 & (word &<< 4 | word &<< 5 & (word &<< 6 | word &<< 7))
      }
      if error & high != 0 { break }
      previous = word
      position &+= 8
    }
    // Back to the start of the scalar that the words may have cut, then one by one.
    if position > start, bytes[position &- 1] >= 0x80 {
      repeat { position &-= 1 } while position > start && bytes[position] & 0xC0 == 0x80
    }
    while position < count {
      let length = sequenceCount(bytes, at: position)
      if length <= 0 { break }
      position &+= length
    }
    return position &- start
  }

  /// Whether all bytes are valid UTF-8.
  public static func isValid(_ bytes: Span<UInt8>) -> Bool { validCount(bytes) == bytes.count }

  /// The length of the valid sequence at `position`; or, negative, of the maximal subpart of one that
  /// the decoder replaces by a single U+FFFD.
  static func sequenceCount(_ bytes: Span<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    let needed: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
      needed = 2
      if first == 0xE0 { lower = 0xA0 }
      if first == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      if first == 0xF0 { lower = 0x90 }
      if first == 0xF4 { upper = 0x8F }
    default: return -1
    }
    var seen = 0
    while seen < needed {
      let next = position &+ seen &+ 1
      guard next < bytes.count, bytes[next] >= lower, bytes[next] <= upper else {
        return -(seen &+ 1)
      }
      lower = 0x80
      upper = 0xBF
      seen &+= 1
    }
    return needed &+ 1
  }

  /// The number of bytes that lead a sequence of several, in valid UTF-8.
  static func leadCount(_ bytes: Span<UInt8>) -> Int {
    let raw = bytes.bytes
    var count = 0
    var position = 0
    while position &+ 8 <= bytes.count {
      let word = load(raw, position)
      if word & high != 0 { count += (word & word &<< 1 & high).nonzeroBitCount }
      position &+= 8
    }
    while position < bytes.count {
      if bytes[position] >= 0xC0 { count += 1 }
      position &+= 1
    }
    return count
  }

  /// The number of ASCII bytes from `start` on.
  static func asciiCount(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = bytes.bytes
    let count = bytes.count
    var position = start
    while position &+ 8 <= count {
      let word = load(raw, position) & high
      if word != 0 { return position &+ word.trailingZeroBitCount &>> 3 &- start }
      position &+= 8
    }
    while position < count, bytes[position] < 0x80 { position &+= 1 }
    return position &- start
  }

  static let high: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes, the first of them lowest. The load is bounds-checked; what is unsafe about it in
  /// general is only the type, and any bytes are an integer.
  @inline(__always)
  static func load(_ raw: RawSpan, _ position: Int) -> UInt64 {
    UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}

extension Span where Element == UInt8 {
  /// The scalar whose `count` UTF-8 bytes begin at `position`.
  @inline(__always)
  func scalar(at position: Int, count: Int) -> UInt32 {
    let first = UInt32(self[position])
    switch count {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | continuation(position &+ 1)
    case 3:
      return (first & 0x0F) << 12 | continuation(position &+ 1) << 6 | continuation(position &+ 2)
    default:
      return (first & 0x07) << 18 | continuation(position &+ 1) << 12
        | continuation(position &+ 2) << 6 | continuation(position &+ 3)
    }
  }

  @inline(__always)
  private func continuation(_ position: Int) -> UInt32 { UInt32(self[position]) & 0x3F }
}
