/// What attribute values of a page named, since its elements repeat them: three of four are answered
/// without reading them again.
struct AttributeMemory {
  private struct Entry {
    var start: Int32 = 0
    /// -1 for an empty entry.
    var count: Int32 = -1
    var seed: UInt32 = 0
    var signature: UInt32 = 0
    var regions: RegionSet = []
  }

  private let utf8: UnsafeBufferPointer<UInt8>
  private let lexicon: RegionLexicon
  private let entries: Column<Entry>
  private static let entryCount = 512

  init(_ utf8: UnsafeBufferPointer<UInt8>, _ lexicon: RegionLexicon, _ memory: PageMemory) {
    self.utf8 = utf8
    self.lexicon = lexicon
    entries = memory.column(Self.entryCount, of: Entry())
  }

  /// The regions that a value names, and `seed` mixed with all its bytes but digits.
  func read(_ range: Range<Int>, seed: UInt32) -> (regions: RegionSet, signature: UInt32) {
    let place = place(range, seed)
    let entry = entries[place]
    if entry.seed == seed, Int(entry.count) == range.count, isEqual(range, Int(entry.start)) {
      return (entry.regions, entry.signature)
    }
    var signature = seed
    for index in range where utf8[index] < 0x30 || utf8[index] > 0x39 {
      signature = (signature ^ UInt32(utf8[index])) &* 0x0100_0193
    }
    let regions = lexicon.regions(in: utf8, range)
    entries[place] = Entry(
      start: Int32(range.lowerBound), count: Int32(range.count), seed: seed, signature: signature,
      regions: regions)
    return (regions, signature)
  }

  private func place(_ range: Range<Int>, _ seed: UInt32) -> Int {
    var mixed = UInt64(seed) &+ UInt64(range.count) << 32
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      mixed = (mixed ^ word(index)) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
      index += 8
    }
    while index < range.upperBound {
      mixed = (mixed ^ UInt64(utf8[index])) &* 0x9E37_79B9_7F4A_7C15
      index += 1
    }
    return Int(truncatingIfNeeded: mixed >> 40) & (Self.entryCount - 1)
  }

  private func isEqual(_ range: Range<Int>, _ other: Int) -> Bool {
    var index = 0
    while index + 8 <= range.count {
      if word(range.lowerBound + index) != word(other + index) { return false }
      index += 8
    }
    while index < range.count {
      if utf8[range.lowerBound + index] != utf8[other + index] { return false }
      index += 1
    }
    return true
  }

  @inline(__always) private func word(_ index: Int) -> UInt64 {
    UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
