/// Words that occur in class and id names, looked up without making Strings.
///
/// A name is cut into words where a letter a-z ends and where a capital follows a small letter:
/// `post-share-bar` and `relatedPosts` have the words share and related, `cardinal` has no card.
struct NameWords: Sendable {
  /// The words' hashes (FNV-1a, 64 bits) in an open table, at the first free place from their low
  /// bits on; 0 where none is. That another word has the hash of one of them is left to a chance of
  /// some rows in 2^64.
  private var hashes: [UInt64]
  /// What each word stands for, at the same places.
  private var kinds: [UInt16]
  private var maxUTF8Count = 0

  /// - Parameter words: in lower-case letters a-z, with the bit of what they stand for.
  init(_ words: some Sequence<(word: String, kind: UInt16)>) {
    let rows = Array(words)
    var placeCount = 64
    // At most a quarter full, so that most words of a page end at their first place.
    while placeCount < 4 * rows.count { placeCount *= 2 }
    hashes = [UInt64](repeating: 0, count: placeCount)
    kinds = [UInt16](repeating: 0, count: placeCount)
    for (word, kind) in rows {
      var hash = Self.basis
      for byte in word.utf8 { Self.add(byte, to: &hash) }
      let place = place(of: hash)
      hashes[place] = hash
      kinds[place] |= kind
      maxUTF8Count = max(maxUTF8Count, word.utf8.count)
    }
  }

  /// Calls `body` for each name in an attribute's value that has known words, with their kinds.
  func forEachName(in value: Span<UInt8>, _ body: (UInt16) -> Void) {
    var kind: UInt16 = 0
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

  private func kind(_ hash: UInt64, _ count: Int) -> UInt16 {
    count == 0 || count > maxUTF8Count ? 0 : kinds[place(of: hash)]
  }

  /// Where a hash stands, or where it would.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (hashes.count - 1) }
    return place
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
