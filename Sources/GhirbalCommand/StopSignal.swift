import Foundation
import Synchronization

/// Notes that the process was asked to stop (SIGINT, SIGTERM), so that it can end in good order. A
/// second signal ends it at once, as if nobody had listened.
enum StopSignal {
  private static let raised = Atomic<Int32>(0)

  static func listen() {
    // The handler may not be the first to touch it.
    _ = raised.load(ordering: .relaxed)
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { number in
        StopSignal.raised.store(number, ordering: .relaxed)
        Foundation.signal(number, SIG_DFL)
      }
    }
  }

  /// The signal that came; nil while none did.
  static var number: Int32? {
    let number = raised.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
