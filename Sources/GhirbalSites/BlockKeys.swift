import GhirbalText

/// The hashes by which blocks of different pages are the same.
enum BlockKeys {
  /// The hash of a text, folded, without its numbers and with them.
  static func keys(of text: Span<UInt8>) -> (key: UInt64, exact: UInt64) {
    let folded = foldForMatching(text).utf8
    var (key, exact) = (StableHash(), StableHash())
    key.add(withoutNumbers: folded)
    for byte in folded { exact.add(byte) }
    return (key.value, exact.value)
  }

  static func key(of text: String) -> UInt64 { keys(of: Array(text.utf8).span).key }

  /// The slot of flattened text that lies behind a line; 0 stands for the start of the text.
  static func slot(behind key: UInt64) -> UInt64 {
    var hash = StableHash()
    hash.add(key)
    return hash.value
  }

  /// The slots of the lines of a flattened text.
  static func slots(following keys: [UInt64]) -> [UInt64] {
    zip([0] + keys, keys).map { before, _ in slot(behind: before) }
  }
}
