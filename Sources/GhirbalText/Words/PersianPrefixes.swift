/// Every beginning of an unbroken run of letters that is a word, with or without non-joiners put back.
///
/// One walk over the lexicon's automaton in which each non-joiner may be left out of the spelling.
struct PersianPrefixes: ~Copyable {
  /// Entry bits + `isWord` for the beginning of this many letters, as it stands.
  private var plain = InlineArray<64, UInt16>(repeating: 0)
  /// The same for a beginning that the lexicon writes with non-joiners, and their places.
  private var formEntry = InlineArray<64, UInt16>(repeating: 0)
  private var formJoints = InlineArray<64, UInt64>(repeating: 0)

  private static let isWord: UInt16 = 0x4000
  private static let isAmbiguous: UInt16 = 0x8000

  init(_ word: borrowing PersianWord, _ range: Range<Int>, in lexicon: PersianLexicon) {
    walk(lexicon, lexicon.root, word, range, at: 0, joints: 0, viaNonJoiner: false)
  }

  /// What the first `letterCount` letters are as they stand.
  func plain(_ letterCount: Int) -> PersianLexicon.Entry? {
    let bits = plain[letterCount]
    return bits == 0 ? nil : PersianLexicon.Entry(rawValue: bits & 0x3FF)
  }

  /// How the lexicon writes the first `letterCount` letters with non-joiners; nil when it does not.
  ///
  /// Places after letters that never join are left out, so `joints` may be zero.
  func form(_ letterCount: Int) -> (entry: PersianLexicon.Entry, joints: UInt64)? {
    let bits = formEntry[letterCount]
    guard bits != 0, bits & PersianPrefixes.isAmbiguous == 0 else { return nil }
    return (
      PersianLexicon.Entry(rawValue: bits & 0x3FF), formJoints[letterCount]
    )
  }

  /// Whether the lexicon writes these letters in more than one way with non-joiners.
  func isAmbiguous(_ letterCount: Int) -> Bool {
    formEntry[letterCount] & PersianPrefixes.isAmbiguous != 0
  }

  private mutating func walk(
    _ lexicon: PersianLexicon, _ start: PersianLexicon.State, _ word: borrowing PersianWord,
    _ range: Range<Int>, at first: Int, joints: UInt64, viaNonJoiner: Bool
  ) {
    var state = start
    var index = first
    while true {
      if index > first || index == 0 || viaNonJoiner, let entry = lexicon.entry(state) {
        let bits = entry.rawValue | PersianPrefixes.isWord
        if !viaNonJoiner {
          plain[index] = bits
        } else if formEntry[index] == 0 {
          formEntry[index] = bits
          formJoints[index] = joints
        } else if formJoints[index] == joints {
          formEntry[index] |= bits
        } else {
          formEntry[index] |= PersianPrefixes.isAmbiguous
        }
      }
      guard index < range.count else { return }
      let code = word[range.lowerBound + index]
      if index > 0, let gap = lexicon.step(state, PersianLetter.zwnj),
        let next = lexicon.step(gap, code)
      {
        let isVisible = !PersianLetter.endsJoining(word[range.lowerBound + index - 1])
        walk(
          lexicon, next, word, range, at: index + 1,
          joints: isVisible ? joints | 1 << UInt64(index) : joints, viaNonJoiner: true)
      }
      guard let next = lexicon.step(state, code) else { return }
      state = next
      index += 1
    }
  }
}
