import Foundation
import GhirbalIO

/// A process that cleans one page after another, as it is seen from the run.
///
/// Used by one thread at a time.
final class WorkerProcess: @unchecked Sendable {
  /// How handing over one message ended.
  enum Exchange {
    case answer([UInt8])
    /// The process is no more; why.
    case ended(reason: WorkerEnd, detail: String)
  }

  private let process: ChildProcess
  private let channel: Channel
  private var hasEnded = false
  /// Whether no page was handed to it yet.
  private(set) var isFresh = true

  private init(process: ChildProcess, channel: Channel) {
    self.process = process
    self.channel = channel
  }

  deinit { if !hasEnded { end() } }

  // MARK: Starting

  /// Starts the program and greets it; throws where it does not come up and say `answer`.
  ///
  /// One that ends before it answers is started again, a few times: somebody may have killed it.
  static func start(
    _ program: Isolation, greeting: [UInt8], answer: [UInt8]
  ) throws(FileProblem) -> WorkerProcess {
    for _ in 1..<maxStarts {
      if let worker = try? startOnce(program, greeting: greeting, answer: answer) { return worker }
    }
    return try startOnce(program, greeting: greeting, answer: answer)
  }

  private static let maxStarts = 3

  private static func startOnce(
    _ program: Isolation, greeting: [UInt8], answer: [UInt8]
  ) throws(FileProblem) -> WorkerProcess {
    let worker = try spawn(program)
    var said: [UInt8]?
    let deadline = DispatchTime.now() + startSeconds
    let waiting: Channel.Waiting = { channel, events in
      channel.wait(events, milliseconds: 100)
      return DispatchTime.now() < deadline
    }
    do throws(Channel.End) {
      try worker.channel.send(greeting, waiting: waiting)
      said = try worker.channel.receive(maxByteCount: 1 << 16, waiting: waiting)
    } catch {
      let end = worker.end()
      throw problem(
        program, error == .givenUp ? "it does not answer" : "it ended \(end) before any page")
    }
    guard said == answer else { throw problem(program, "it is another version") }
    return worker
  }

  /// Seconds that a process may take to come up on a machine with much else to do.
  private static let startSeconds = 60.0

  private static func problem(_ program: Isolation, _ problem: String) -> FileProblem {
    FileProblem(
      program.executable, "no process for pages can be started: \(problem); see --no-isolation")
  }

  private static func spawn(_ program: Isolation) throws(FileProblem) -> WorkerProcess {
    guard let (ours, theirs) = Channel.pair() else {
      throw problem(program, String(cString: strerror(errno)))
    }
    defer { close(theirs.file) }
    do throws(ChildProcess.StartProblem) {
      // A report of the crash for a person takes seconds; who wants it runs with --no-isolation.
      let process = try ChildProcess.start(
        program.executable, program.arguments, files: [theirs.file, nil, nil],
        environment: ["SWIFT_BACKTRACE": "enable=no"])
      return WorkerProcess(process: process, channel: ours)
    } catch {
      close(ours.file)
      throw problem(program, error.sentence)
    }
  }

  // MARK: Pages

  /// How often a process at work is looked at: in this time it takes some ten megabytes.
  private static let lookMilliseconds: Int32 = 20

  /// Hands over a page and waits for what becomes of it. A process that takes more than it may is
  /// ended; so is one that does nothing for ten times the processor time it might have taken.
  func exchange(_ request: [UInt8], seconds: Double, memoryByteCount: Int) -> Exchange {
    isFresh = false
    let meter = ProcessMeter(process: process.id)
    let startSeconds = meter.seconds
    let deadline = DispatchTime.now() + seconds * 10
    var reason: WorkerEnd?
    var detail = ""
    let waiting: Channel.Waiting = { channel, events in
      channel.wait(events, milliseconds: Self.lookMilliseconds)
      if meter.residentByteCount > memoryByteCount {
        reason = .memoryLimit
        detail = "more than \(memoryByteCount) bytes"
      } else if meter.seconds - startSeconds > seconds {
        reason = .timeLimit
        detail = "more than \(Int(seconds)) s of processor time"
      } else if DispatchTime.now() > deadline {
        reason = .timeLimit
        detail = "no answer in \(Int(seconds * 10)) s"
      }
      return reason == nil
    }
    do throws(Channel.End) {
      try channel.send(request, waiting: waiting)
      return .answer(try channel.receive(maxByteCount: memoryByteCount, waiting: waiting))
    } catch {
      let end = end()
      return .ended(
        reason: reason ?? .crashed, detail: reason == nil ? "the process ended \(end)" : detail)
    }
  }

  /// Memory that it holds.
  var residentByteCount: Int { ProcessMeter(process: process.id).residentByteCount }

  // MARK: Ending

  /// Ends the process, if it has not ended by itself, and says how it ended.
  @discardableResult
  func end() -> String {
    hasEnded = true
    close(channel.file)
    return process.end(wholeGroup: false)
  }
}

/// Why a process that cleaned a page is no more. The names stand in the manifest.
public enum WorkerEnd: String, Sendable, CaseIterable {
  /// The page, or its process, crashed.
  case crashed
  /// The page took more than `max_page_seconds` allows.
  case timeLimit = "time_limit"
  /// The page took more than `max_page_memory_bytes`.
  case memoryLimit = "memory_limit"
}
