import ArgumentParser
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
    complain(problem.description)
    throw ExitCode.pagesFailed
  }
}
