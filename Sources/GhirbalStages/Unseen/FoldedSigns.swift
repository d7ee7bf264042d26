/// A short text by what is said in it: its letters and digits without regard to case, and how many
/// other signs stand between them.
struct FoldedSigns {
  private(set) var letters: [UInt8] = []
  private(set) var signCount = 0
  private(set) var wordCount = 0

  init(_ text: ArraySlice<UInt8>) {
    var wasWord = false
    for byte in text {
      let isWord = FoldedWords.isWord(byte)
      if isWord {
        letters.append(Self.folded(byte))
        if !wasWord { wordCount += 1 }
      } else if byte > 0x20 {
        signCount += 1
      }
      wasWord = isWord
    }
  }

  /// Whether a text begins with the same, and no word goes on behind it.
  func isPrefix(of text: ArraySlice<UInt8>) -> Bool { isStart(of: text) }

  /// Whether a text ends with the same, and no word goes on before it.
  func isSuffix(of text: ArraySlice<UInt8>) -> Bool {
    FoldedSigns(reversed: letters).isStart(of: text.reversed())
  }

  private init(reversed letters: [UInt8]) { self.letters = letters.reversed() }

  private func isStart(of text: some Sequence<UInt8>) -> Bool {
    var count = 0
    for byte in text {
      if count == letters.count { return !FoldedWords.isWord(byte) }
      guard FoldedWords.isWord(byte) else { continue }
      guard Self.folded(byte) == letters[count] else { return false }
      count += 1
    }
    return count == letters.count
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte < 0x80 ? byte | 0x20 : byte }
}
