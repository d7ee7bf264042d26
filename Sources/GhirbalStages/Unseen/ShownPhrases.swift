/// Tells which runs of words of hidden text stand in the shown text too, in one pass over each.
///
/// Phrases of up to four words are compared by their hashes: four words in a row that stand on the
/// page twice by chance are few, and a copy has nothing else.
struct ShownPhrases {
  static let maxWords = 4

  private var wanted: Set<UInt64> = []
  /// A bit for each wanted phrase, by its low bits: most of the shown text is told apart by it.
  private var screen = [UInt64](repeating: 0, count: 1024)
  private var isWantedCount = [Bool](repeating: false, count: maxWords + 1)
  private var found: Set<UInt64> = []

  /// Asks for the phrases of a hidden text.
  mutating func want(_ words: FoldedWords) {
    let count = min(words.hashes.count, Self.maxWords)
    guard count > 0 else { return }
    isWantedCount[count] = true
    for start in 0...words.hashes.count - count {
      let phrase = Self.phrase(words.hashes[start..<start + count])
      wanted.insert(phrase)
      screen[Int(phrase >> 6 & 1023)] |= 1 << (phrase & 63)
    }
  }

  /// Looks for them in a shown text.
  mutating func look(in text: borrowing Span<UInt8>) {
    var last = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var count = 0
    FoldedWords.forEach(in: text) { hash, _ in
      last = (last.1, last.2, last.3, hash)
      count += 1
      if count >= Self.maxWords, isWantedCount[Self.maxWords] {
        var phrase = UInt64(Self.maxWords)
        Self.add(last.0, to: &phrase)
        Self.add(last.1, to: &phrase)
        Self.add(last.2, to: &phrase)
        Self.add(last.3, to: &phrase)
        note(phrase)
      }
    }
    // A short text is the same only where the whole of the shown one is.
    guard count > 0, count < Self.maxWords, isWantedCount[count] else { return }
    let all = [last.0, last.1, last.2, last.3]
    note(Self.phrase(all[(Self.maxWords - count)...]))
  }

  private mutating func note(_ phrase: UInt64) {
    if screen[Int(phrase >> 6 & 1023)] >> (phrase & 63) & 1 == 1, wanted.contains(phrase) {
      found.insert(phrase)
    }
  }

  /// How many words of a hidden text stand in phrases that were found; nil where one with a digit
  /// does not.
  func countOfFound(_ words: FoldedWords) -> Int? {
    let count = min(words.hashes.count, Self.maxWords)
    guard count > 0 else { return 0 }
    var covered = 0
    var end = 0
    for start in 0...words.hashes.count - count
    where found.contains(Self.phrase(words.hashes[start..<start + count])) {
      if words.hasDigit[end..<max(end, start)].contains(true) { return nil }
      covered += start + count - max(start, end)
      end = start + count
    }
    return words.hasDigit[end...].contains(true) ? nil : covered
  }

  private static func phrase(_ hashes: ArraySlice<UInt64>) -> UInt64 {
    var phrase = UInt64(hashes.count)
    for hash in hashes { add(hash, to: &phrase) }
    return phrase
  }

  private static func add(_ hash: UInt64, to phrase: inout UInt64) {
    phrase = (phrase ^ hash) &* 0x9E37_79B9_7F4A_7C15 ^ phrase >> 29
  }
}
