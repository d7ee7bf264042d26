import GhirbalText

/// What is kept of a document's text: whether another one is the same, and how near it is.
public struct TextTrace: Sendable {
  /// Of SHA-256 the first half.
  struct Digest: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(_ text: [UInt8]) {
      let hash = text.sha256Bytes
      high = hash[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = hash[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func < (one: Digest, other: Digest) -> Bool {
      (one.high, one.low) < (other.high, other.low)
    }
  }

  /// The same for texts that differ in white space at most.
  let digest: Digest
  /// Nil for a text without words.
  let signature: TextSignature?

  /// - Parameter utf8: Valid UTF-8.
  public init(_ utf8: [UInt8]) {
    digest = Digest(Self.withSingleSpaces(utf8))
    signature = TextSignature(Shingles(FoldedText(utf8.span)))
  }

  /// The text with each run of ASCII's white space as one space, and none at the ends.
  private static func withSingleSpaces(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var owesSpace = false
    for byte in utf8 {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        owesSpace = !result.isEmpty
      } else {
        if owesSpace { result.append(0x20) }
        owesSpace = false
        result.append(byte)
      }
    }
    return result
  }
}
