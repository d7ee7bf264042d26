internal import Foundation

/// What is not in Normalization Form C.
extension UnicodeScan {
  /// Brings the cluster around the attentive scalar at `offset` to Normalization Form C.
  mutating func lookAtCluster(at offset: Int) -> Int {
    var start = offset
    if let before = text.scalar(before: offset), before.value >= 0x20 { start -= before.count }
    var end = offset
    var isRight = true
    var lastClass: UInt8 = 0
    var marks = 0
    var previous: UInt32? = start < offset ? text.scalar(at: start).value : nil
    while end < text.count {
      let (value, count) = text.scalar(at: end)
      let found = ScalarTraits.of(value)
      guard found.contains(.attentive), let scalar = Unicode.Scalar(value) else { break }
      let combining = scalar.properties.canonicalCombiningClass.rawValue
      if combining != 0, combining < lastClass { isRight = false }
      if found.contains(.unstable), !isKnownApart(value, behind: lastClass == 0 ? previous : nil) {
        isRight = false
      }
      lastClass = combining
      // Only a sign directly behind its base is known not to compose.
      previous = combining == 0 ? value : nil
      marks += 1
      end += count
    }
    // Unicode's stream-safe form allows 30 marks; more is art, and slow to put in order.
    if isRight || marks > 64 || start < settledEnd {
      if !isRight, marks <= 64 { look.isSettled = false }
      return end
    }
    let written = text.string(start..<end)
    // Decomposed first, because the library does not compose a syllable with a loose final jamo.
    let composed =
      written.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    if composed.utf8.elementsEqual(written.utf8) { return end }
    replaceDifference(start..<end, with: Array(composed.utf8), .uncomposed)
    return end
  }

  private func isKnownApart(_ sign: UInt32, behind base: UInt32?) -> Bool {
    guard let base, let bases = CompositionRows.all.partners[sign] else { return false }
    return !bases.contains(base)
  }

  /// Replaces what differs between `range` and `bytes`, on scalar boundaries.
  private mutating func replaceDifference(
    _ range: Range<Int>, with bytes: [UInt8], _ finding: UnicodeFinding
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    var low = 0
    var high = bytes.count
    while start < end, low < high {
      let count = text.scalar(at: start).count
      guard start + count <= end, low + count <= high,
        (0..<count).allSatisfy({ text.bytes[start + $0] == bytes[low + $0] })
      else { break }
      start += count
      low += count
    }
    while end > start, high > low, let count = text.scalar(before: end)?.count,
      end - count >= start, high - count >= low,
      (1...count).allSatisfy({ text.bytes[end - $0] == bytes[high - $0] })
    {
      end -= count
      high -= count
    }
    replace(start..<end, with: String(decoding: bytes[low..<high], as: UTF8.self), finding)
  }
}
