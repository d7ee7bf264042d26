/// A set of words or of runs of words, as hashes.
///
/// Swift's own set hashes a hash again, with a seed, for each question; texts ask millions.
struct WordSet: Sendable {
  private var keys: [UInt64] = []
  private var mask = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  init() {}

  init(_ hashes: some Sequence<UInt32>) { for hash in hashes { insert(UInt64(hash)) } }

  mutating func insert(_ hash: UInt64) {
    if 2 * (count + 1) > keys.count { grow() }
    // 0 stands for an empty place.
    let key = hash | 1 << 63
    var place = Self.mix(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return }
      place = (place + 1) & mask
    }
    keys[place] = key
    count += 1
  }

  @inline(__always) func contains(_ hash: UInt64) -> Bool { place(of: hash) >= 0 }

  @inline(__always) func contains(_ hash: UInt32) -> Bool { place(of: UInt64(hash)) >= 0 }

  /// A number below `capacity` that the element has alone; -1 for what is no element.
  @inline(__always) func place(of hash: UInt64) -> Int {
    guard mask > 0 else { return -1 }
    let key = hash | 1 << 63
    var place = Self.mix(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return place }
      place = (place + 1) & mask
    }
    return -1
  }

  private mutating func grow() {
    let old = keys
    keys = [UInt64](repeating: 0, count: max(16, 2 * old.count))
    mask = keys.count - 1
    count = 0
    for key in old where key != 0 { insert(key) }
  }

  @inline(__always) private static func mix(_ key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed & 0x7FFF_FFFF)
  }
}
