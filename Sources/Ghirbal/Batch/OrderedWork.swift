import Foundation
import GhirbalIO

/// Works on items on several threads and hands over what comes out in the order of the items.
///
/// Items are taken one at a time, so that a source needs no lock of its own, and delivered one at a
/// time, so that neither does what takes them. From an item taken to its delivery no more than
/// `window` are under way: however uneven the work is, memory is bounded.
final class OrderedWork<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  /// The next item; nil at the end. May block.
  private let take: () throws(FileProblem) -> Item?
  private let work: @Sendable (Item) -> Output
  /// Takes an output; after false none is delivered.
  private let deliver: (Output) throws(FileProblem) -> Bool
  /// Called whenever nothing more is ready to be delivered.
  private let rest: () throws(FileProblem) -> Void
  private let window: Int

  /// Held while an item is taken.
  private let taking = NSLock()
  /// Guards all that follows; signalled when an output was delivered or the work ends.
  private let state = NSCondition()
  private var takenCount = 0
  private var deliveredCount = 0
  private var ready: [Int: Output] = [:]
  private var isDelivering = false
  private var hasEnded = false
  private var isDeliveryOver = false
  private var problem: FileProblem?

  init(
    window: Int, take: @escaping () throws(FileProblem) -> Item?,
    work: @escaping @Sendable (Item) -> Output,
    deliver: @escaping (Output) throws(FileProblem) -> Bool,
    rest: @escaping () throws(FileProblem) -> Void = {}
  ) {
    self.window = window
    self.take = take
    self.work = work
    self.deliver = deliver
    self.rest = rest
  }

  /// Works until the items are at an end, and returns when the last is done.
  func run(threads: Int) async throws(FileProblem) {
    await withTaskGroup { group in
      for _ in 0..<max(1, threads) {
        group.addTask {
          await withCheckedContinuation { continuation in
            let thread = Thread {
              self.workUntilEnd()
              continuation.resume()
            }
            thread.stackSize = PageStack.byteCount
            thread.start()
          }
        }
      }
    }
    if let problem { throw problem }
  }

  private func workUntilEnd() {
    while let (number, item) = nextItem() {
      let output = work(item)
      state.withLock { ready[number] = output }
      deliverWhatIsReady()
    }
  }

  private func nextItem() -> (number: Int, item: Item)? {
    taking.withLock {
      state.lock()
      while takenCount - deliveredCount >= window, !hasEnded { state.wait() }
      let isOver = hasEnded
      state.unlock()
      guard !isOver else { return nil }
      do throws(FileProblem) {
        guard let item = try take() else {
          end(nil)
          return nil
        }
        return state.withLock {
          takenCount += 1
          return (takenCount - 1, item)
        }
      } catch {
        end(error)
        return nil
      }
    }
  }

  /// No more items are taken; what is under way is still delivered unless the taker is at fault.
  private func end(_ error: FileProblem?, deliversRest: Bool = true) {
    state.withLock {
      hasEnded = true
      if !deliversRest { isDeliveryOver = true }
      if problem == nil { problem = error }
      state.broadcast()
    }
  }

  /// One thread at a time delivers; the others leave their outputs to it.
  private func deliverWhatIsReady() {
    state.lock()
    defer { state.unlock() }
    guard !isDelivering else { return }
    isDelivering = true
    defer { isDelivering = false }
    while !isDeliveryOver, ready[deliveredCount] != nil {
      while !isDeliveryOver, let output = ready.removeValue(forKey: deliveredCount) {
        outsideLock { () throws(FileProblem) in
          if try !deliver(output) { end(nil, deliversRest: false) }
        }
        deliveredCount += 1
        state.broadcast()
      }
      if !isDeliveryOver { outsideLock(rest) }
    }
  }

  private func outsideLock(_ body: () throws(FileProblem) -> Void) {
    state.unlock()
    defer { state.lock() }
    do throws(FileProblem) {
      try body()
    } catch {
      end(error, deliversRest: false)
    }
  }
}
