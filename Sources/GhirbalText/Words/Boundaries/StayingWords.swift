internal import Synchronization

/// Words that the model left as they are on some page, whatever the page was: not to be judged again.
///
/// A table of 65,536 places in which a later word takes an earlier one's. What is in it is a matter of
/// which pages came before; what a word comes to is not, so that results never depend on it. Threads
/// may share it.
public final class StayingWords: Sendable {
  private static let bits = 16
  // Constant pointer to atomics, owned by this object alone.
  private nonisolated(unsafe) let keys: UnsafeMutablePointer<Atomic<UInt64>>

  /// An empty table of 512 KiB.
  public init() {
    keys = .allocate(capacity: 1 << StayingWords.bits)
    for place in 0..<1 << StayingWords.bits { (keys + place).initialize(to: Atomic(0)) }
  }

  deinit {
    keys.deinitialize(count: 1 << StayingWords.bits)
    keys.deallocate()
  }

  func contains(_ key: UInt64) -> Bool {
    keys[place(key)].load(ordering: .relaxed) == key && key != 0
  }

  func insert(_ key: UInt64) { keys[place(key)].store(key, ordering: .relaxed) }

  private func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(64 - StayingWords.bits))
  }
}
