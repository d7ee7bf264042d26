import Foundation

/// One end of the socket between a run and a worker: messages, each with its length before it.
struct Channel {
  let file: Int32

  /// Two ends that no other program started from here gets hold of.
  static func pair() -> (ours: Channel, theirs: Channel)? {
    var files: [Int32] = [-1, -1]
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &files) == 0 else { return nil }
    #if !os(Linux)
      for file in files {
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        var isOn: Int32 = 1
        setsockopt(file, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      }
    #endif
    return (Channel(file: files[0]), Channel(file: files[1]))
  }

  /// How a transfer ended before it was done.
  enum End: Error {
    /// The other side is gone, or says what is no message.
    case closed
    /// Whoever waited did not want to wait longer.
    case givenUp
  }

  /// Called whenever nothing can be read or written; false gives up.
  typealias Waiting = (Channel, _ events: Int16) -> Bool

  /// Waits as long as it takes.
  static func forEver(_ channel: Channel, _ events: Int16) -> Bool {
    channel.wait(events, milliseconds: -1)
    return true
  }

  func send(_ message: [UInt8], waiting: Waiting = forEver) throws(End) {
    var header = FrameWriter()
    header.write(message.count)
    try sendAll(header.bytes, waiting)
    try sendAll(message, waiting)
  }

  /// - Parameter maxByteCount: A longer message is none.
  func receive(maxByteCount: Int, waiting: Waiting = forEver) throws(End) -> [UInt8] {
    var header = FrameReader(try receiveAll(8, waiting))
    guard let count = header.number(), (0...maxByteCount).contains(count) else { throw .closed }
    return try receiveAll(count, waiting)
  }

  private func sendAll(_ bytes: [UInt8], _ waiting: Waiting) throws(End) {
    #if os(Linux)
      let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #else
      let flags = Int32(MSG_DONTWAIT)
    #endif
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(file, $0.baseAddress! + start, $0.count - start, flags)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        guard waiting(self, Int16(POLLOUT)) else { throw .givenUp }
      } else if errno != EINTR {
        throw .closed
      }
    }
  }

  /// How many bytes are asked for at once: what a length promises is not believed before it comes.
  private static let pieceByteCount = 1 << 20

  private func receiveAll(_ count: Int, _ waiting: Waiting) throws(End) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, Self.pieceByteCount))
    while bytes.count < count {
      var isBlocked = false
      var isClosed = false
      let wanted = min(count - bytes.count, Self.pieceByteCount)
      bytes += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initializedCount in
        let count = recv(file, buffer.baseAddress, wanted, Int32(MSG_DONTWAIT))
        isBlocked = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)
        isClosed = count == 0 || (count < 0 && !isBlocked && errno != EINTR)
        initializedCount = max(0, count)
      }
      if isClosed { throw .closed }
      if isBlocked, !waiting(self, Int16(POLLIN)) { throw .givenUp }
    }
    return bytes
  }

  /// Waits until bytes can be read or written, the other side is gone, or the time is over.
  func wait(_ events: Int16, milliseconds: Int32) {
    var entry = pollfd(file: file, events: events)
    _ = poll(&entry, 1, milliseconds)
  }

  /// Returns when the other side is gone, whatever it has written before.
  func waitForHangUp() {
    var entry = pollfd(file: file, events: 0)
    while poll(&entry, 1, -1) <= 0 {}
  }
}

extension pollfd {
  fileprivate init(file: Int32, events: Int16) {
    self.init(fd: file, events: events, revents: 0)
  }
}
