import ArgumentParser
import Foundation
import Ghirbal

/// The process that `run`, `clean` and `stream` hand their pages to.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Cleans pages for another ghirbal, which starts it.",
    shouldDisplay: false)

  func validate() throws {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
      throw ValidationError("worker is started by run, clean and stream.")
    }
  }

  func run() { PageWorker.run(STDIN_FILENO) }
}
