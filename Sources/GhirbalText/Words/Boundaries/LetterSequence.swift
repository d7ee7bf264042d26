/// The letters of one word, or of a part of one, as codes with their places in the text.
///
/// Holds no heap memory. Longer runs of letters than `maxCount` are no words and are left alone.
struct LetterSequence {
  static let maxCount = 62

  /// As written, and as the lexicon has them.
  private(set) var codes = InlineArray<64, UInt8>(repeating: 0)
  private(set) var lexical = InlineArray<64, UInt8>(repeating: 0)
  private(set) var offsets = InlineArray<64, UInt32>(repeating: 0)
  /// Bit n: letter n is a capital.
  private(set) var capitals: UInt64 = 0
  private(set) var count = 0

  @inline(__always)
  mutating func append(_ code: UInt8, lexical: UInt8, isCapital: Bool, utf8Offset: Int) {
    guard count < LetterSequence.maxCount else { return }
    codes[count] = code
    self.lexical[count] = lexical
    offsets[count] = UInt32(truncatingIfNeeded: utf8Offset)
    if isCapital { capitals |= 1 << UInt64(count) }
    count += 1
  }

  /// The letters in `range`, as a sequence of their own.
  func part(_ range: Range<Int>) -> LetterSequence {
    var part = LetterSequence()
    for index in range {
      part.append(
        codes[index], lexical: lexical[index], isCapital: isCapital(index),
        utf8Offset: Int(offsets[index]))
    }
    return part
  }

  @inline(__always)
  func isCapital(_ index: Int) -> Bool {
    index >= 0 && index < count && capitals >> UInt64(index) & 1 == 1
  }
}
