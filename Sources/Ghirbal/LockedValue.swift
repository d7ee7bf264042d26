import Foundation

/// A value that one thread at a time gets at.
///
/// As `Synchronization.Mutex`, but over a lock that the thread sanitizer sees: that one's lies in a part
/// of the runtime that is not instrumented, so that right code would be reported.
package final class LockedValue<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  package init(_ value: sending Value) { self.value = value }

  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&value) }
  }
}
