/// Counts by 64-bit key, in one open-addressed table.
///
/// Keys are hashes already; two that are equal by accident share a count, which is why nothing but
/// statistics is kept here.
struct CountTable {
  /// By slot: the place of its key; -1 where there is none.
  private let slots: Column<Int32>
  private let keys: Column<UInt64>
  private let counts: Column<Int>
  private let mask: Int
  /// How many distinct keys there are.
  private(set) var count = 0

  /// Room for `capacity` distinct keys.
  init(capacity: Int, _ memory: PageMemory) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = memory.column(size, of: -1)
    keys = memory.column(capacity, of: 0)
    counts = memory.column(capacity, of: 0)
  }

  /// Counts a key and returns its place: 0 for the first distinct key and so on.
  @inline(__always) mutating func add(_ key: UInt64) -> Int {
    var slot = Self.mix(key) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if keys[place] == key {
        counts[place] += 1
        return place
      }
      slot = (slot + 1) & mask
    }
    let place = count
    keys[place] = key
    slots[slot] = Int32(place)
    counts[place] = 1
    count += 1
    return place
  }

  /// The count of the key at a place.
  @inline(__always) func count(at place: Int) -> Int { counts[place] }

  /// The count of a key, 0 where it was never added.
  @inline(__always) func count(_ key: UInt64) -> Int {
    var slot = Self.mix(key) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if keys[place] == key { return counts[place] }
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
