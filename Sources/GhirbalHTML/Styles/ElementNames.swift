/// What rules find an element by: its ids and classes, as hashes.
struct ElementNames {
  private(set) var hashes: [UInt64] = []

  mutating func removeAll() { hashes.removeAll(keepingCapacity: true) }

  mutating func addID(_ value: UnsafeBufferPointer<UInt8>) {
    hashes.append(StyleRule.id(value))
  }

  mutating func addClasses(_ value: UnsafeBufferPointer<UInt8>) {
    var hash = StyleRule.noName
    for byte in value {
      if byte > 0x20 {
        hash = StyleRule.hash(byte, after: hash)
      } else if hash != StyleRule.noName {
        hashes.append(hash)
        hash = StyleRule.noName
      }
    }
    if hash != StyleRule.noName { hashes.append(hash) }
  }
}

/// A set of names that may have more in it than were put in: what is not in it was not.
struct NameSketch {
  private var bits = SIMD4<UInt64>()

  mutating func insert(_ name: UInt64) {
    bits[Int(name >> 12 & 3)] |= 1 << (name >> 20 & 63)
  }

  mutating func formUnion(_ other: NameSketch) { bits |= other.bits }

  func isSuperset(of other: NameSketch) -> Bool { bits & other.bits == other.bits }
}
