import Foundation

/// A process that was started from here, by its number, until it is reaped.
struct ChildProcess {
  let id: pid_t

  /// Starts a program in a group of its own, so that Ctrl-C does not reach it.
  ///
  /// - Parameters:
  ///   - files: What its first files are, in order; `/dev/null` where one is nil.
  ///   - environment: Over that of this process.
  static func start(
    _ executable: String, _ arguments: [String], files: [Int32?],
    environment: [String: String] = [:]
  ) throws(StartProblem) -> ChildProcess {
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
    for (file, number) in zip(files, Int32(0)...) {
      if let file {
        posix_spawn_file_actions_adddup2(&actions, file, number)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
      }
    }
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawnattr_setpgroup(&attributes, 0)
    // What this process ignores is not the child's to ignore.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var id: pid_t = 0
    let status = withCStrings([executable] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&id, executable, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw StartProblem(code: status) }
    return ChildProcess(id: id)
  }

  /// The system's number for why a process could not be started.
  struct StartProblem: Error {
    let code: Int32
    var sentence: String { String(cString: strerror(code)) }
  }

  private static func withCStrings<R>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  // MARK: Ending

  /// Whether it has ended by itself; it is still to be reaped.
  var hasEnded: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information.si_signo != 0
  }

  /// Waits for its end, makes one where none comes soon, and says how it ended: "by SIGSEGV".
  ///
  /// - Parameter wholeGroup: Whether what the process itself has started is ended too.
  func end(wholeGroup: Bool) -> String {
    // Where it is about to end by itself, how is worth knowing.
    _ = endsSoon
    // Not reaped yet, it keeps its number from being another's.
    kill(wholeGroup ? -id : id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.description(status)
  }

  /// Waits a little for its end; whether it came.
  var endsSoon: Bool {
    for _ in 0..<Self.endMilliseconds {
      if hasEnded { return true }
      usleep(1000)
    }
    return hasEnded
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
    SIGPIPE: "SIGPIPE", SIGSEGV: "SIGSEGV", SIGTERM: "SIGTERM", SIGTRAP: "SIGTRAP",
  ]
}
