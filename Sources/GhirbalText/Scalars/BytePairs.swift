/// Pairs of bytes that a rule stops at, found fast.
///
/// Up to 32 sets of pairs: a pair is in one where the first byte has the set's bit in `firsts` and the
/// second has it in `seconds`. Behind the last byte of a text stands a 0.
struct BytePairs: Sendable {
  private var firsts = [UInt32](repeating: 0, count: 256)
  private var seconds = [UInt32](repeating: 0, count: 256)
  private var sets: UInt32 = 0

  /// Adds all pairs of one of `firstBytes` and one of `secondBytes`.
  mutating func insert(_ firstBytes: some Sequence<UInt8>, _ secondBytes: some Sequence<UInt8>) {
    precondition(sets < 32, "there are 32 sets")
    for byte in firstBytes { firsts[Int(byte)] |= 1 << sets }
    for byte in secondBytes { seconds[Int(byte)] |= 1 << sets }
    sets += 1
  }

  /// Adds all pairs that begin with one of `firstBytes`.
  mutating func insert(_ firstBytes: some Sequence<UInt8>) { insert(firstBytes, 0...255) }

  /// Calls `body` with a search over `bytes`.
  @inline(__always)
  func withSearch<R>(_ body: (Search) -> R) -> R {
    firsts.withUnsafeBufferPointer { firsts in
      seconds.withUnsafeBufferPointer { seconds in
        body(Search(firsts: firsts, seconds: seconds))
      }
    }
  }

  struct Search {
    fileprivate let firsts: UnsafeBufferPointer<UInt32>
    fileprivate let seconds: UnsafeBufferPointer<UInt32>

    /// The offset at or behind `offset` and before `end` of the first pair; `end` where there is none.
    @inline(__always)
    func next(from offset: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
      var position = offset
      let limit = min(end, bytes.count - 1)
      while position + 8 <= limit {
        let b0 = Int(bytes[position])
        let b1 = Int(bytes[position + 1])
        let b2 = Int(bytes[position + 2])
        let b3 = Int(bytes[position + 3])
        let b4 = Int(bytes[position + 4])
        let b5 = Int(bytes[position + 5])
        let b6 = Int(bytes[position + 6])
        let b7 = Int(bytes[position + 7])
        let b8 = Int(bytes[position + 8])
        let low = firsts[b0] & seconds[b1] | firsts[b1] & seconds[b2]
        let middle = firsts[b2] & seconds[b3] | firsts[b3] & seconds[b4]
        let high = firsts[b4] & seconds[b5] | firsts[b5] & seconds[b6]
        let last = firsts[b6] & seconds[b7] | firsts[b7] & seconds[b8]
        if low | middle | high | last != 0 { break }
        position += 8
      }
      while position < end {
        let second = position + 1 < bytes.count ? bytes[position + 1] : 0
        if firsts[Int(bytes[position])] & seconds[Int(second)] != 0 { return position }
        position += 1
      }
      return end
    }
  }
}
