/// Counts and sums by 64-bit key, in one open-addressed table.
///
/// Keys are hashes already; two that are equal by accident share a count, which is why nothing but
/// statistics is kept here.
struct CountTable {
  private var keys: [UInt64]
  private var slots: [Int32]
  private let mask: Int
  private(set) var counts: [Int] = []

  /// Room for `capacity` distinct keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    slots = [Int32](repeating: -1, count: size)
  }

  /// Adds to a key's count and returns the place of the key in `counts`.
  mutating func add(_ key: UInt64, _ count: Int) -> Int {
    var slot = Self.mix(key) & mask
    while slots[slot] >= 0 {
      if keys[slot] == key {
        let place = Int(slots[slot])
        counts[place] += count
        return place
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    slots[slot] = Int32(counts.count)
    counts.append(count)
    return counts.count - 1
  }

  /// The count of a key, 0 where it was never added.
  func count(_ key: UInt64) -> Int {
    var slot = Self.mix(key) & mask
    while slots[slot] >= 0 {
      if keys[slot] == key { return counts[Int(slots[slot])] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always) private static func mix(_ key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    return Int(truncatingIfNeeded: mixed >> 3)
  }
}
