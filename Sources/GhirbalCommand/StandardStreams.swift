import ArgumentParser
import Foundation
import GhirbalIO

/// Writes a message for a person to standard error. Where that cannot be written, nobody listens.
func complain(_ message: String) { tell("ghirbal: \(message.singleLine)\n") }

/// Writes text to standard error as it stands.
func tell(_ text: String) {
  try? AtomicFile.write(Array(text.utf8), to: STDERR_FILENO, "standard error")
}

/// Writes data to standard output, to the byte; but what would act on a terminal is shown there and
/// not sent. A full disk is an error, a closed pipe ends the process.
func emit(_ bytes: [UInt8]) throws(FileProblem) {
  guard StandardStreams.outputIsTerminal else { return try StandardStreams.write(bytes) }
  try emit(String(decoding: bytes, as: UTF8.self))
}

/// Writes data to standard output, as `emit` of bytes does.
func emit(_ text: String) throws(FileProblem) {
  try emitStyled(StandardStreams.outputIsTerminal ? text.harmless : text)
}

/// Writes text that was made for a terminal, colours and all, to standard output as it stands.
func emitStyled(_ text: String) throws(FileProblem) { try StandardStreams.write(Array(text.utf8)) }

/// The three files that a process is born with.
enum StandardStreams {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1

  /// Opens those that whoever started the process had closed, so that no page or record takes their
  /// numbers and gets what was meant for them. Reading the first or writing the second fails, as it
  /// would have; messages go nowhere.
  static func openClosed() {
    for (file, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(file, F_GETFD) == -1 {
      // The lowest free number is the closed one, as those below it are open.
      _ = open("/dev/null", mode)
    }
  }

  static func write(_ bytes: [UInt8]) throws(FileProblem) {
    do {
      try AtomicFile.write(bytes, to: STDOUT_FILENO, "standard output")
    } catch {
      guard error.code == EPIPE else { throw error }
      // Whoever started us has SIGPIPE ignored; a closed pipe is no reason to complain all the same.
      UnfinishedFile.remove()
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
      throw error
    }
  }
}

extension ParsableArguments {
  /// Ends the process as `exit(withError:)` does; but help that cannot be written is an error, and
  /// nothing of a wrong argument acts on the terminal.
  static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard !message.isEmpty else { exit(withError: code) }
    guard code.isSuccess else {
      tell(message.harmless + "\n")
      exit(withError: code)
    }
    do {
      try emitStyled(message + "\n")
    } catch {
      complain(error.description)
      exit(withError: ExitCode.pagesFailed)
    }
    exit(withError: code)
  }
}
