/// Words by their bytes, each with its place in the order in which they were added.
///
/// An open table of hashes, so that a word of a page is looked up where it stands, without a copy.
public struct WordTable: Sendable {
  /// The words one behind the other, and where each ends.
  private var utf8: [UInt8] = []
  private var ends: [Int] = []
  /// The place of a word whose hash leads here or shortly before; -1 for none. A power of two of slots,
  /// at most half of them taken.
  private var slots: [Int32] = []

  public init() {}

  public init(_ words: some Sequence<String>) {
    for word in words { add(Array(word.utf8)[...]) }
  }

  public var count: Int { ends.count }

  /// The place of a word; nil for one that is not here.
  public func place(of word: ArraySlice<UInt8>) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isWord(place, word) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  public func contains(_ word: ArraySlice<UInt8>) -> Bool { place(of: word) != nil }

  public func contains(_ word: String) -> Bool { contains(Array(word.utf8)[...]) }

  /// The place of a word, which is added where it is not here.
  @discardableResult
  public mutating func add(_ word: ArraySlice<UInt8>) -> Int {
    if let place = place(of: word) { return place }
    utf8.append(contentsOf: word)
    ends.append(utf8.count)
    if ends.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: max(16, slots.count * 2))
      for place in ends.indices { fill(place) }
    } else {
      fill(ends.count - 1)
    }
    return ends.count - 1
  }

  private mutating func fill(_ place: Int) {
    var slot = Self.hash(utf8[range(place)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }

  private func range(_ place: Int) -> Range<Int> { (place > 0 ? ends[place - 1] : 0)..<ends[place] }

  private func isWord(_ place: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let range = range(place)
    guard range.count == word.count else { return false }
    var offset = word.startIndex
    for index in range {
      if utf8[index] != word[offset] { return false }
      offset += 1
    }
    return true
  }

  /// FNV-1a, its upper half folded in.
  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
