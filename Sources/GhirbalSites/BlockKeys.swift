import GhirbalDocument
import GhirbalText

/// The hashes by which blocks of different pages are the same.
enum BlockKeys {
  static func key(of block: Block, in document: Document) -> UInt64 {
    document.withContent(of: block) { key(of: $0) }
  }

  /// The hash of a text, folded and without its numbers.
  static func key(of text: Span<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.add(withoutNumbers: foldForMatching(text).utf8)
    return hash.value
  }

  static func key(of text: String) -> UInt64 { key(of: Array(text.utf8).span) }

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
