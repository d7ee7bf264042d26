import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a pipeline.yml with every key and its default.",
    discussion: """
      All of it is comments, so it changes nothing until you take their # away. A file that is there \
      already stays as it is.
      """)

  private static let fileName = "pipeline.yml"

  func run() async throws {
    try await reporting {
      for name in ConfigurationSearch.names where FileManager.default.fileExists(atPath: name) {
        throw FileProblem(name, "there is a configuration already; it stays as it is")
      }
      // What came to be in between is not written over either.
      let file = open(Self.fileName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw FileProblem(Self.fileName, errno: errno) }
      defer { close(file) }
      try AtomicFile.write(
        Array(PipelineConfiguration.commented.utf8), to: file, Self.fileName)
      complain("wrote \(Self.fileName)")
    }
  }
}
