import Foundation
import GhirbalText

/// What is kept of a document's text: whether another one is the same, and how near it is.
public struct TextTrace: Sendable {
  /// Of SHA-256 the first half.
  struct Digest: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(_ text: [UInt8]) {
      let hash = text.sha256Bytes
      self.init(bytes: hash[..<16])
    }

    /// - Parameter bytes: 16 of them.
    init(bytes: ArraySlice<UInt8>) {
      high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    var bytes: [UInt8] { [high, low].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) } }

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

  init(digest: Digest, signature: TextSignature?) {
    self.digest = digest
    self.signature = signature
  }

  /// Digest and signature as a row of a manifest has them; nil for a text without words.
  var base64: String? {
    signature.map { Data(digest.bytes + $0.bins).base64EncodedString() }
  }

  /// Reads what `base64` wrote.
  init?(base64: String) {
    guard let data = Data(base64Encoded: base64) else { return nil }
    let bytes = [UInt8](data)
    guard bytes.count > Self.digestCount,
      let signature = TextSignature(bins: Array(bytes[Self.digestCount...]))
    else { return nil }
    self.init(digest: Digest(bytes: bytes[..<Self.digestCount]), signature: signature)
  }

  private static let digestCount = 16

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
