import Foundation
import Ghirbal
import GhirbalDocument

/// Faults on purpose, to see what a run makes of them: with `GHIRBAL_TEST_FAULT` set in the
/// environment, a page that holds the bytes of a marker crashes the process that cleans it, never
/// ends, or takes all the memory there is. Without it pages are not looked at.
enum TestFault: String, CaseIterable {
  /// Ends by SIGABRT.
  case crash = "GHIRBAL-FAULT-CRASH"
  /// Uses the processor for ever.
  case hang = "GHIRBAL-FAULT-HANG"
  /// Waits for ever.
  case sleep = "GHIRBAL-FAULT-SLEEP"
  /// Takes memory until somebody stops it, at about a gigabyte a second.
  case memory = "GHIRBAL-FAULT-MEMORY"
  /// Ends with exit code 3, as a library might.
  case exit = "GHIRBAL-FAULT-EXIT"

  static let variable = "GHIRBAL_TEST_FAULT"

  /// Looks at every page from now on, if the environment says so.
  static func lieInWait() {
    guard ProcessInfo.processInfo.environment[variable, default: ""].isEmpty == false else {
      return
    }
    Pipeline.pageHook.withLock { hook in
      hook = { page in
        let data = Data(page.bytes)
        for fault in allCases where data.range(of: Data(fault.rawValue.utf8)) != nil {
          fault.strike()
        }
      }
    }
  }

  private func strike() {
    switch self {
    case .crash: abort()
    case .hang: while true { _ = getpid() }
    case .sleep: while true { Foundation.sleep(1) }
    case .memory: Self.takeMemory()
    case .exit: Foundation.exit(3)
    }
  }

  private static func takeMemory() {
    let pieceByteCount = 16 << 20
    // The system writes, so that no compiler finds that nobody reads.
    let zeros = open("/dev/zero", O_RDONLY | O_CLOEXEC)
    while let piece = malloc(pieceByteCount), read(zeros, piece, pieceByteCount) > 0 {
      usleep(16_000)
    }
    abort()
  }
}
