/// Random numbers, and what is made of them, that are the same for the same seed.
///
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, https://doi.org/10.1145/2714064.2660195).
public struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `0..<limit`.
  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// One of `elements`, which are not empty.
  public mutating func one<E>(of elements: [E]) -> E { elements[below(elements.count)] }

  /// A text of `count` of these pieces.
  public mutating func text(of pieces: [String], count: Int) -> String {
    var text = ""
    // By scalars: joined as characters, neighbours are looked at for each piece.
    for _ in 0..<count { text.unicodeScalars.append(contentsOf: one(of: pieces).unicodeScalars) }
    return text
  }

  /// A text of one to `most` of these pieces.
  public mutating func text(of pieces: [String], most: Int) -> String {
    text(of: pieces, count: 1 + below(most))
  }

  /// A text of one to `most` scalars from anywhere in Unicode.
  public mutating func scalars(most: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<1 + below(most) {
      let limit = one(of: [0x80, 0x700, 0x3000, 0x10000, 0x110000])
      text.append(Unicode.Scalar(UInt32(below(limit))) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
