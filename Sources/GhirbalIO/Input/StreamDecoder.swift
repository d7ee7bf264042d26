/// Why compressed bytes cannot be read.
struct DecodingProblem: Error {
  /// The library's words.
  let problem: String
}

/// What a decoder made of some compressed bytes.
struct DecodingStep {
  /// How many compressed bytes it took.
  var consumedCount: Int
  /// Whether a member (gzip) or frame (zstd) ended there; the next one starts right behind.
  var isAtEnd: Bool
}

/// Decodes one member or frame after another, piece by piece.
protocol StreamDecoder: AnyObject {
  /// Decodes part of `bytes`, which go on where the last call stopped, to the end of `output`.
  func decode(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) throws(DecodingProblem)
    -> DecodingStep
  /// Forgets the member in hand.
  func reset()
}
