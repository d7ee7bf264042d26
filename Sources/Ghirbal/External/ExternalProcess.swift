import Foundation

/// A running program that answers a line with a line, as it is seen from here.
///
/// Used by one thread at a time. Its standard files are sockets, so that nothing here can block on it or
/// be ended by it.
final class ExternalProcess: @unchecked Sendable {
  private let process: ChildProcess
  private let input: Channel
  private let output: Channel
  private let errors: Channel
  /// The end of what it wrote on standard error.
  private var lastWords: [UInt8] = []
  private static let lastWordsByteCount = 4096
  /// How many lines it has answered.
  private(set) var answerCount = 0
  private var hasEnded = false

  private init(_ process: ChildProcess, _ files: [Channel]) {
    self.process = process
    (input, output, errors) = (files[0], files[1], files[2])
  }

  deinit { if !hasEnded { end() } }

  // MARK: Starting

  static func start(
    _ executable: String, _ arguments: [String], in folder: String
  ) throws(StageFailure) -> ExternalProcess {
    var ours: [Channel] = []
    var theirs: [Channel] = []
    defer { for channel in theirs { close(channel.file) } }
    for _ in 0..<3 {
      guard let pair = Channel.pair() else { break }
      ours.append(pair.ours)
      theirs.append(pair.theirs)
    }
    let problem: String
    if theirs.count == 3 {
      do throws(ChildProcess.StartProblem) {
        // POSIX has no way of its own to start a program in another folder.
        let process = try ChildProcess.start(
          "/bin/sh", ["-c", #"cd "$0" && exec "$@""#, folder, executable] + arguments,
          files: theirs.map(\.file))
        alive.insert(process)
        return ExternalProcess(process, ours)
      } catch {
        problem = error.sentence
      }
    } else {
      problem = String(cString: strerror(errno))
    }
    for channel in ours { close(channel.file) }
    throw StageFailure(.notStarted, "\(executable) cannot be started: \(problem)")
  }

  /// The processes that run.
  private static let alive = AliveProcesses()

  /// Ends all that run, with what they have started: this process is about to end.
  static func endAll() { alive.endAll() }

  // MARK: Lines

  /// How often a process that says nothing is looked at.
  private static let lookMilliseconds: Int32 = 20
  private static let pieceByteCount = 1 << 16

  /// Hands over a line and waits for the answer, which is given without its line end. What is left of
  /// the process after a failure is not to be asked again.
  func answer(
    to request: [UInt8], maxByteCount: Int, seconds: Int, memoryByteCount: Int
  ) throws(StageFailure) -> [UInt8] {
    let meter = ProcessMeter(process: process.id)
    let deadline = DispatchTime.now() + .seconds(seconds)
    var sent = 0
    var answer: [UInt8] = []
    // What it wrote unasked is no answer to this line. Of a fresh process the first line tells.
    guard answerCount == 0 || (!isOutOfStep && receive(output, upTo: 1) == .nothing) else {
      throw StageFailure(.badAnswer, "it wrote more than an answer to each line")
    }
    while true {
      drainErrors()
      var isClosed = send(request, from: &sent) == .closed
      reading: while answer.count <= maxByteCount {
        switch receive(output, upTo: Self.pieceByteCount) {
        case .bytes(let bytes):
          let searched = answer.count
          answer += bytes
          if let lineEnd = answer[searched...].firstIndex(of: 0x0A) {
            guard lineEnd <= maxByteCount else { break reading }
            answerCount += 1
            isOutOfStep = lineEnd + 1 < answer.count
            return Array(answer[..<lineEnd])
          }
        case .closed:
          isClosed = true
          break reading
        case .nothing: break reading
        }
      }
      guard answer.count <= maxByteCount else {
        throw StageFailure(.badAnswer, "the answer is longer than \(maxByteCount) bytes")
      }
      if isClosed || process.hasEnded {
        throw StageFailure(.ended, ending(hasBegun: !answer.isEmpty))
      }
      guard DispatchTime.now() < deadline else {
        throw StageFailure(.timeLimit, "no answer in \(seconds) s")
      }
      if wait(isSending: sent < request.count) { continue }
      guard meter.residentByteCount <= memoryByteCount else {
        throw StageFailure(.memoryLimit, "more than \(memoryByteCount) bytes")
      }
    }
  }

  /// Whether something came behind the last answer.
  private var isOutOfStep = false

  private enum Received: Equatable {
    case bytes([UInt8])
    case nothing, closed
  }

  private func receive(_ channel: Channel, upTo maxCount: Int) -> Received {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: maxCount) { buffer, initializedCount in
        count = recv(channel.file, buffer.baseAddress, maxCount, Int32(MSG_DONTWAIT))
        initializedCount = max(0, count)
      }
      if count > 0 { return .bytes(bytes) }
      if count < 0, errno == EINTR { continue }
      return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? .nothing : .closed
    }
  }

  private enum Sent { case all, some, closed }

  private func send(_ request: [UInt8], from start: inout Int) -> Sent {
    #if os(Linux)
      let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #else
      let flags = Int32(MSG_DONTWAIT)
    #endif
    while start < request.count {
      let count = request.withUnsafeBytes {
        Foundation.send(input.file, $0.baseAddress! + start, $0.count - start, flags)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        return .some
      } else if errno != EINTR {
        return .closed
      }
    }
    return .all
  }

  private func drainErrors() {
    // What never ends is looked at again after the next piece of output.
    for _ in 0..<16 {
      guard case .bytes(let bytes) = receive(errors, upTo: Self.pieceByteCount) else { return }
      lastWords = Array((lastWords + bytes).suffix(Self.lastWordsByteCount))
    }
  }

  /// Waits until something can be read or written; false where nothing could for a while.
  private func wait(isSending: Bool) -> Bool {
    var files = [
      pollfd(fd: output.file, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isSending ? input.file : -1, events: Int16(POLLOUT), revents: 0),
    ]
    return poll(&files, nfds_t(files.count), Self.lookMilliseconds) > 0
  }

  // MARK: Ending

  /// How it ended, with the last line of its standard error: of most languages that is the error.
  private func ending(hasBegun: Bool) -> String {
    let closed = process.endsSoon ? nil : "the program closed its files"
    let end = closed ?? "the program ended \(end())"
    self.end()
    let words = String(decoding: lastWords, as: UTF8.self)
      .split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
    return end + (hasBegun ? " in the middle of a line" : "") + (words.map { ": \($0)" } ?? "")
  }

  /// Ends its input and, soon after, itself with all that it has started.
  @discardableResult
  func end() -> String {
    guard !hasEnded else { return "before" }
    hasEnded = true
    close(input.file)
    close(output.file)
    let end = process.end(wholeGroup: true)
    drainErrors()
    close(errors.file)
    Self.alive.remove(process)
    return end
  }
}

/// The processes of other programs that run, so that none outlives this one.
private final class AliveProcesses: Sendable {
  private let ids = LockedValue<Set<pid_t>>([])

  init() { atexit { ExternalProcess.endAll() } }

  func insert(_ process: ChildProcess) { ids.withLock { _ = $0.insert(process.id) } }

  func remove(_ process: ChildProcess) { ids.withLock { _ = $0.remove(process.id) } }

  func endAll() {
    ids.withLock { ids in
      for id in ids { kill(-id, SIGKILL) }
      ids.removeAll()
    }
  }
}
