import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

extension ExitCode {
  /// `diff` or `verify` found something.
  static let found = ExitCode(1)
  /// Some pages failed, or a file could not be read or written.
  static let pagesFailed = ExitCode(2)
  /// sysexits.h, EX_CONFIG.
  static let badConfiguration = ExitCode(78)
}

/// Writes a message for a person to standard error.
func complain(_ message: String) {
  FileHandle.standardError.write(Data("ghirbal: \(message.singleLine)\n".utf8))
}

/// Runs the body of a command; what went wrong becomes a message and an exit code.
func reporting<R>(_ body: () async throws -> R) async throws -> R {
  do {
    return try await body()
  } catch let problem as ConfigurationProblem {
    complain(problem.description)
    throw ExitCode.badConfiguration
  } catch let problem as FileProblem {
    complain(problem.description)
    throw ExitCode.pagesFailed
  }
}

/// Writes data to standard output; a full disk is an error, a closed pipe ends the process.
func emit(_ bytes: [UInt8]) throws(FileProblem) {
  try AtomicFile.write(bytes, to: STDOUT_FILENO, "standard output")
}

func emit(_ text: String) throws(FileProblem) { try emit(Array(text.utf8)) }
