/// What is kept of a text to tell how much of it another one has: 512 bytes, whatever its length.
///
/// The shingles' hashes fall into 512 bins; of each bin's least hash one byte is kept. That is one
/// permutation hashing (Li, Owen and Zhang, NIPS 2012) with values of one byte (b-bit minwise hashing, Li
/// and König, WWW 2010, https://doi.org/10.1145/1772690.1772759): one hash a shingle, and for the same
/// memory an estimate closer than that of 128 values of 32 bits.
struct TextSignature: Sendable, Equatable {
  static let binCount = 512

  /// By bin 1...255, or 0 where no shingle fell into it. At least one is not 0.
  let bins: [UInt8]

  /// Nil for a text without shingles.
  init?(_ shingles: Shingles) {
    guard !shingles.hashes.isEmpty else { return nil }
    var least = [UInt64](repeating: .max, count: Self.binCount)
    for hash in shingles.hashes {
      let bin = Int(hash >> (64 - Self.binCount.trailingZeroBitCount))
      least[bin] = min(least[bin], hash)
    }
    bins = least.map { $0 == .max ? 0 : UInt8(1 + $0 % Self.valueCount) }
  }

  /// The signature with these bins; nil where they are none.
  init?(bins: [UInt8]) {
    guard bins.count == Self.binCount, bins.contains(where: { $0 != 0 }) else { return nil }
    self.bins = bins
  }

  private static let valueCount: UInt64 = 255

  /// An estimate of the share of shingles of either text that stand in both (Jaccard's), 0...1.
  ///
  /// Its standard error is at most √(J(1 − J) / 512): .018 where the share is .8. Texts of few shingles,
  /// most of which have a bin to themselves, are compared nearly exactly.
  func similarity(to other: TextSignature) -> Double {
    var (either, both, equal): (UInt16, UInt16, UInt16) = (0, 0, 0)
    bins.withUnsafeBufferPointer { one in
      other.bins.withUnsafeBufferPointer { another in
        // Without branches, so that bins are compared many at once.
        for bin in 0..<Self.binCount {
          let (value, otherValue) = (one[bin], another[bin])
          let isInBoth: UInt16 = (value == 0 ? 0 : 1) & (otherValue == 0 ? 0 : 1)
          either &+= value | otherValue == 0 ? 0 : 1
          both &+= isInBoth
          equal &+= isInBoth & (value == otherValue ? 1 : 0)
        }
      }
    }
    // Of the bins whose least shingles differ one in 255 has the same byte by chance.
    let chance = 1 / Double(Self.valueCount)
    let same = (Double(equal) - chance * Double(both)) / (1 - chance)
    return max(0, same / Double(either))
  }
}
