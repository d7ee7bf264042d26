import GhirbalText

/// What two texts are compared by: each run of five tokens of a folded text, by its hash.
///
/// Tokens are words, or characters where a script sets no spaces (`FoldedText.tokens`); letters' case,
/// their variants, punctuation and white space say nothing. A text of fewer tokens is one shingle. Hashes
/// are the same on every machine.
struct Shingles {
  static let tokenCount = 5

  /// In the order of the text; what the text says twice stands twice. Empty where it has no token.
  let hashes: [UInt64]

  init(_ text: FoldedText) {
    let tokens = text.tokens.map { Self.hash(of: text.utf8[$0]) }
    guard !tokens.isEmpty else {
      hashes = []
      return
    }
    let count = min(Self.tokenCount, tokens.count)
    hashes = (0...tokens.count - count).map { start in
      tokens[start..<start + count].reduce(0) { ($0 ^ $1).mixed }
    }
  }

  /// FNV-1a.
  private static func hash(of token: ArraySlice<UInt8>) -> UInt64 {
    token.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension UInt64 {
  /// A number all of whose bits depend on all bits of this one: the step of SplitMix64 (Steele, Lea and
  /// Flood, OOPSLA 2014, https://doi.org/10.1145/2714064.2660195).
  var mixed: UInt64 {
    var value = self &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
