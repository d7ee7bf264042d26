/// Words that occur in class and id names, looked up without making Strings.
///
/// A name is cut into words where a letter a-z ends and where a capital follows a small letter:
/// `post-share-bar` and `relatedPosts` have the words share and related, `cardinal` has no card.
struct NameWords: Sendable {
  /// What each word stands for, by the hash of the word (FNV-1a, 64 bits). That another word has the
  /// hash of one of them is left to a chance of some rows in 2^64.
  private let kinds: [UInt64: UInt8]
  private let maxUTF8Count: Int

  /// - Parameter words: in lower-case letters a-z, with the bit of what they stand for.
  init(_ words: some Sequence<(word: String, kind: UInt8)>) {
    var kinds: [UInt64: UInt8] = [:]
    var maxUTF8Count = 0
    for (word, kind) in words {
      var hash = Self.basis
      for byte in word.utf8 { Self.add(byte, to: &hash) }
      kinds[hash, default: 0] |= kind
      maxUTF8Count = max(maxUTF8Count, word.utf8.count)
    }
    self.kinds = kinds
    self.maxUTF8Count = maxUTF8Count
  }

  /// Calls `body` for each name in an attribute's value that has known words, with their kinds.
  func forEachName(in value: Span<UInt8>, _ body: (UInt8) -> Void) {
    var kind: UInt8 = 0
    var hash = Self.basis
    var count = 0
    var last: UInt8 = 0
    for index in value.indices {
      let byte = value[index]
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      if count > 0, !isLower, !isUpper || last >= 0x61 {
        kind |= self.kind(hash, count)
        hash = Self.basis
        count = 0
      }
      if isUpper || isLower {
        Self.add(byte | 0x20, to: &hash)
        count += 1
      } else if byte <= 0x20 {
        if kind != 0 { body(kind) }
        kind = 0
      }
      last = byte
    }
    kind |= self.kind(hash, count)
    if kind != 0 { body(kind) }
  }

  private func kind(_ hash: UInt64, _ count: Int) -> UInt8 {
    count == 0 || count > maxUTF8Count ? 0 : kinds[hash] ?? 0
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
