import Foundation

/// Finds the pairs of signatures that are worth comparing: those that agree in all values of some band.
///
/// Locality-sensitive hashing with bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
/// 3.4). The number of rows is the largest by which a pair of the least similarity that is looked for is
/// missed once in a thousand times at most: the more rows, the fewer pairs are compared in vain.
struct SignatureBands {
  /// Values of a band.
  let rowCount: Int
  let bandCount: Int

  private static let maxMissedShare = 0.001

  /// - Parameter minSimilarity: 0.5...1; less would take bands of so few values that most of what shares
  ///   one does so by chance.
  init(minSimilarity: Double) {
    precondition((0.5...1).contains(minSimilarity), "similarity is from 0.5 to 1")
    func bands(_ rows: Int) -> Double {
      let shared = pow(minSimilarity, Double(rows))
      return shared == 1 ? 1 : (log(Self.maxMissedShare) / log(1 - shared)).rounded(.up)
    }
    let fitting = (1...Self.maxRowCount).last {
      bands($0) * Double($0) <= Double(TextSignature.binCount)
    }
    // Of single values as many bands as there are bins are enough.
    rowCount = fitting ?? 1
    bandCount = Int(bands(rowCount))
  }

  private static let maxRowCount = 32

  /// A hash of the values of a band, the same for two texts as likely as each value is.
  ///
  /// In place of an empty bin stands another one, told by the place alone (optimal densification,
  /// Shrivastava, ICML 2017): else short texts, which leave the same bins empty, would all be alike.
  func key(of band: Int, in signature: TextSignature) -> UInt64 {
    signature.bins.withUnsafeBufferPointer { bins in
      (band * rowCount..<(band + 1) * rowCount).reduce(0) { key, place in
        var bin = place
        var probe = UInt64(place).mixed
        while bins[bin] == 0 {
          // The generator of MMIX, whose high bits are good enough to choose a bin.
          probe = probe &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bin = Int(probe >> (64 - TextSignature.binCount.trailingZeroBitCount))
        }
        return (key ^ UInt64(bins[bin])).mixed
      }
    }
  }
}
