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

/// Runs the body of a command; what went wrong becomes a message and an exit code.
func reporting<R>(_ body: () async throws -> R) async throws -> R {
  do {
    return try await body()
  } catch let problem as ConfigurationProblem {
    complain(problem.description)
    throw ExitCode.badConfiguration
  } catch let problem as FileProblem {
    complain(problem.description + (problem.isOfUntypableName ? "; \(untypable)" : ""))
    throw ExitCode.pagesFailed
  } catch let error as ValidationError {
    // Of the argument parser's own it would show the usage of the whole command.
    complain(error.message)
    throw ExitCode.validationFailure
  }
}

private let untypable = "a name that is not UTF-8 cannot be typed, name its folder"

extension FileProblem {
  /// Whether a file is not there because its name came here with other bytes than it has.
  fileprivate var isOfUntypableName: Bool {
    code == ENOENT && path.unicodeScalars.contains("\u{FFFD}")
  }
}
