import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalText
import Synchronization

/// How a run tells how far it is, on standard error.
enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
  /// A line that is written over, on a terminal only.
  case auto
  /// An object a second, one a line, and one at the end.
  case json
  case none
}

/// Shows the progress of a run from a thread of its own, until it is told to end.
final class ProgressDisplay: Sendable {
  private let form: ProgressForm
  private let progress: RunProgress
  private let start = ContinuousClock.now
  /// Bytes of the whole input, once they are counted.
  private let wholeBytes = LockedValue<Int?>(nil)
  private let hasEnded = Atomic(false)

  /// Shows nothing where `form` says so, and on `auto` where standard error is no terminal
  /// that can write over a line.
  init(_ form: ProgressForm, _ progress: RunProgress, of source: PageSource) {
    self.form = form == .auto && !Terminal.canWriteOver(STDERR_FILENO) ? .none : form
    self.progress = progress
    guard self.form != .none else { return }
    Thread.detachNewThread { [self] in
      let count = source.byteCount(while: { !hasEnded.load(ordering: .relaxed) })
      wholeBytes.withLock { $0 = count }
    }
    Thread.detachNewThread { [self] in
      while !hasEnded.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: self.form == .json ? 1 : 0.25)
        if !hasEnded.load(ordering: .relaxed) { show() }
      }
    }
  }

  /// Shows the end and wipes the line.
  func end() {
    hasEnded.store(true, ordering: .relaxed)
    switch form {
    case .json: show()
    case .auto: write("\r\u{1B}[K")
    case .none: break
    }
  }

  private func show() {
    let counts = progress.counts
    let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
    let bytesPerSecond = Double(counts.consumedBytes) / seconds
    let secondsLeft = wholeBytes.withLock(\.self).flatMap { whole -> Double? in
      guard bytesPerSecond > 0 else { return nil }
      return Double(max(0, whole - counts.consumedBytes)) / bytesPerSecond
    }
    let totals = counts.totals
    if form == .json {
      write(
        "{\"pages\":\(totals.pages),\"ok\":\(totals.ok),\"dropped\":\(totals.dropped)"
          + ",\"failed\":\(totals.failed),\"skipped\":\(totals.skipped),\"kept\":\(counts.keptPages)"
          + ",\"input_bytes\":\(counts.consumedBytes),\"seconds\":\(Self.rounded(seconds))"
          + ",\"bytes_per_second\":\(Int(bytesPerSecond))"
          + ",\"seconds_left\":\(secondsLeft.map(Self.rounded) ?? "null")}\n")
    } else {
      let left = secondsLeft.map { ", \(Self.clock($0)) left" } ?? ""
      write(
        "\r\u{1B}[K\(totals.pages.counted("page")), \(Self.rounded(bytesPerSecond / 1_000_000)) MB/s, "
          + "\(totals.failed) failed\(left)")
    }
  }

  private static func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  /// `1:02:03`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9))
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let hours = whole / 3600 > 0 ? "\(whole / 3600):" : ""
    return "\(hours)\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  private func write(_ text: String) { tell(text) }
}
