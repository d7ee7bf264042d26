/// The words of a text as numbers, the same for what reads the same: without regard to case, to white
/// space and to ASCII punctuation.
struct FoldedWords {
  private(set) var hashes: [UInt64] = []
  /// By word: whether it has a digit.
  private(set) var hasDigit: [Bool] = []

  init(_ text: borrowing Span<UInt8>) {
    var (hashes, hasDigit): ([UInt64], [Bool]) = ([], [])
    Self.forEach(in: text) { hash, isNumber in
      hashes.append(hash)
      hasDigit.append(isNumber)
    }
    self.hashes = hashes
    self.hasDigit = hasDigit
  }

  /// Calls `body` for each word, with whether it has a digit.
  @inline(__always)
  static func forEach(in text: borrowing Span<UInt8>, _ body: (UInt64, Bool) -> Void) {
    var hash = basis
    var isNumber = false
    for index in text.indices {
      let byte = text[index]
      if isWord(byte) {
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
        if byte <= 0x39 { isNumber = true }
      } else if hash != basis {
        body(hash, isNumber)
        hash = basis
        isNumber = false
      }
    }
    if hash != basis { body(hash, isNumber) }
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Whether a byte is of a letter, a digit or a scalar outside ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
