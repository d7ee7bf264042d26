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

  private let process: pid_t
  private let channel: Channel
  private var hasEnded = false
  /// Whether no page was handed to it yet.
  private(set) var isFresh = true

  private init(process: pid_t, channel: Channel) {
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
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_adddup2(&actions, theirs.file, STDIN_FILENO)
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
    }
    // In a group of its own, Ctrl-C does not reach it: the page in hand is finished.
    var flags = POSIX_SPAWN_SETPGROUP
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawnattr_setpgroup(&attributes, 0)
    // A report of the crash for a person takes seconds; who wants it runs with --no-isolation.
    let environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
    var process: pid_t = 0
    let status = withCStrings([program.executable] + program.arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(
          &process, program.executable, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else {
      close(ours.file)
      throw problem(program, String(cString: strerror(status)))
    }
    return WorkerProcess(process: process, channel: ours)
  }

  private static func withCStrings<R>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  // MARK: Pages

  /// How often a process at work is looked at: in this time it takes some ten megabytes.
  private static let lookMilliseconds: Int32 = 20

  /// Hands over a page and waits for what becomes of it. A process that takes more than it may is
  /// ended; so is one that does nothing for ten times the processor time it might have taken.
  func exchange(_ request: [UInt8], seconds: Double, memoryByteCount: Int) -> Exchange {
    isFresh = false
    let meter = ProcessMeter(process: process)
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
  var residentByteCount: Int { ProcessMeter(process: process).residentByteCount }

  // MARK: Ending

  /// Ends the process, if it has not ended by itself, and says how it ended.
  @discardableResult
  func end() -> String {
    hasEnded = true
    close(channel.file)
    var status: Int32 = 0
    // Where it is about to end by itself, how is worth knowing.
    for _ in 0..<Self.endMilliseconds {
      if waitpid(process, &status, WNOHANG) != 0 { return Self.description(status) }
      usleep(1000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Self.description(status)
  }

  private static let endMilliseconds = 100

  /// "by SIGSEGV", "with exit code 3".
  private static func description(_ status: Int32) -> String {
    let signal = status & 0x7F
    guard signal != 0 else { return "with exit code \(status >> 8 & 0xFF)" }
    return "by " + (signalNames[signal] ?? "signal \(signal)")
  }

  private static let signalNames = [
    SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGILL: "SIGILL", SIGKILL: "SIGKILL",
    SIGSEGV: "SIGSEGV", SIGTERM: "SIGTERM", SIGTRAP: "SIGTRAP",
  ]
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
