/// One written word as letter codes, with the place of each letter in the text. Holds no heap memory.
struct PersianWord: ~Copyable {
  /// Longer runs of letters are no words and are left alone.
  static let maxLetterCount = 62

  private var letters = InlineArray<64, UInt8>(repeating: 0)
  private var offsets = InlineArray<64, Int>(repeating: 0)
  private(set) var count = 0
  private(set) var overflowed = false

  @inline(__always) subscript(index: Int) -> UInt8 { letters[index] }

  /// Where the letter starts in the text.
  @inline(__always) func utf8Offset(_ index: Int) -> Int { offsets[index] }

  @inline(__always)
  mutating func append(_ code: UInt8, utf8Offset: Int) {
    guard count < PersianWord.maxLetterCount else {
      overflowed = true
      return
    }
    letters[count] = code
    offsets[count] = utf8Offset
    count += 1
  }

  mutating func removeAll() {
    count = 0
    overflowed = false
  }

  /// Puts non-joiners before the letters whose bits are set.
  mutating func insertNonJoiners(before joints: UInt64) {
    var source = count - 1
    var target = count - 1 + joints.nonzeroBitCount
    guard target < 64 else {
      overflowed = true
      return
    }
    count = target + 1
    while source >= 0, target > source {
      letters[target] = letters[source]
      offsets[target] = offsets[source]
      target -= 1
      if joints & (1 << UInt64(source)) != 0 {
        letters[target] = PersianLetter.zwnj
        offsets[target] = offsets[source]
        target -= 1
      }
      source -= 1
    }
  }

  /// Makes this word what it is with `other` behind it.
  mutating func append(_ other: borrowing PersianWord, nonJoiner: Bool) {
    if nonJoiner, other.count > 0 { append(PersianLetter.zwnj, utf8Offset: other.utf8Offset(0)) }
    for index in 0..<other.count { append(other[index], utf8Offset: other.utf8Offset(index)) }
    overflowed = overflowed || other.overflowed
  }

  /// Where the part after the last non-joiner starts.
  var lastPart: Range<Int> {
    var start = count
    while start > 0, letters[start - 1] != PersianLetter.zwnj { start -= 1 }
    return start..<count
  }

  /// The letters of a short range in one number, six bits each, first letter highest; nil above ten letters.
  func key(_ range: Range<Int>) -> UInt64? {
    guard range.count <= 10 else { return nil }
    var key: UInt64 = 0
    for index in range { key = key << 6 | UInt64(letters[index] + 1) }
    return key
  }

  /// The same number for a word written in a row, at most ten letters.
  static func key(of word: String) -> UInt64 {
    PersianLetter.codes(of: word).reduce(0) { $0 << 6 | UInt64($1 + 1) }
  }
}
