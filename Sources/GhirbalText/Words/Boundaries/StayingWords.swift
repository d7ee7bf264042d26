internal import Synchronization

/// Words that stay as they are whatever the page is: not to be judged again.
///
/// Tables in which a later word takes an earlier one's place. What is in them is a matter of
/// which pages came before; what a word comes to is not, so that results never depend on it. Threads
/// may share it.
public final class StayingWords: Sendable {
  /// Words that the model left as they were on some page.
  private let judged = Table(bits: 16)
  /// English words that the lexicon marks as settled: small, so that it stays near the processor.
  private let settled = Table(bits: 14)

  /// Empty tables of 640 KiB.
  public init() {}

  func contains(_ key: UInt64) -> Bool { judged.contains(key) }

  func insert(_ key: UInt64) { judged.insert(key) }

  @inline(__always)
  func isSettled(_ key: UInt64) -> Bool { settled.contains(key) }

  func settle(_ key: UInt64) { settled.insert(key) }

  private final class Table: Sendable {
    private let shift: UInt64
    private let count: Int
    // Constant pointer to atomics, owned by this object alone.
    private nonisolated(unsafe) let keys: UnsafeMutablePointer<Atomic<UInt64>>

    init(bits: UInt64) {
      shift = 64 - bits
      count = 1 << Int(bits)
      keys = .allocate(capacity: count)
      for place in 0..<count { (keys + place).initialize(to: Atomic(0)) }
    }

    deinit {
      keys.deinitialize(count: count)
      keys.deallocate()
    }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
      keys[Int(truncatingIfNeeded: key >> shift)].load(ordering: .relaxed) == key && key != 0
    }

    func insert(_ key: UInt64) {
      keys[Int(truncatingIfNeeded: key >> shift)].store(key, ordering: .relaxed)
    }
  }
}
