import Foundation

/// The program that cleans pages in processes of its own, so that a page that crashes its process,
/// hangs or takes too much memory is a failed page and no more.
///
/// It reads and writes its standard input, which is a socket, as `PageWorker` does.
public struct Isolation: Sendable {
  public let executable: String
  public let arguments: [String]

  public init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// The running program itself, which has to call `PageWorker.run` when it gets these arguments.
  public static func thisProgram(_ arguments: [String]) -> Isolation {
    #if os(Linux)
      // Stays the program that runs, also while its file is replaced by another.
      let executable = "/proc/self/exe"
    #else
      let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
    return Isolation(executable: executable, arguments: arguments)
  }
}
