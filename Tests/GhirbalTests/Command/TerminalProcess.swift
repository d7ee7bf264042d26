import Foundation
import Testing

/// The built command `ghirbal` with a pseudo-terminal where a person would sit.
struct TerminalProcess {
  let status: Int32
  /// What reached the terminal from standard output and standard error.
  let shown: String

  /// Runs the command in `folder` with the terminal as all three of its streams.
  init(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
    let (terminal, side) = try #require(Self.pair())
    defer { close(terminal) }
    // Bytes come through as they were written: no CR before LF.
    var modes = termios()
    tcgetattr(side, &modes)
    cfmakeraw(&modes)
    tcsetattr(side, TCSANOW, &modes)
    let process = Process()
    let executable = try #require(
      GhirbalProcess.executable, "the command is built beside the tests")
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["NO_COLOR": "", "TERM": "xterm"]) { _, new in new }
      .merging(environment) { _, new in new }
    let stream = FileHandle(fileDescriptor: side, closeOnDealloc: false)
    process.standardInput = stream
    process.standardOutput = stream
    process.standardError = stream
    try process.run()
    close(side)
    // Reading fails once the last who has the other side open is gone.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(terminal, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    process.waitUntilExit()
    status = process.terminationStatus
    shown = String(decoding: bytes, as: UTF8.self)
  }

  /// The two sides of a new terminal.
  private static func pair() -> (terminal: Int32, side: Int32)? {
    #if os(Linux)
      // Swift does not see posix_openpt in glibc's headers; these are its steps (ioctl_tty(2)).
      let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var isLocked: Int32 = 0
      var index: Int32 = 0
      guard terminal >= 0, ioctl(terminal, unlock, &isLocked) == 0,
        ioctl(terminal, number, &index) == 0
      else { return nil }
      let name = "/dev/pts/\(index)"
    #else
      let terminal = posix_openpt(O_RDWR | O_NOCTTY)
      guard terminal >= 0, grantpt(terminal) == 0, unlockpt(terminal) == 0,
        let name = ptsname(terminal).map({ String(cString: $0) })
      else { return nil }
    #endif
    let side = open(name, O_RDWR | O_NOCTTY)
    return side >= 0 ? (terminal, side) : nil
  }
}
