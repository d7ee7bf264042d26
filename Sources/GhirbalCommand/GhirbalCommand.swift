import ArgumentParser
import Ghirbal

/// The command `ghirbal`. Each subcommand is a file of its own.
@main struct GhirbalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ghirbal",
    abstract: "Turns web scrapes into clean text, with a record of every change.",
    discussion: """
      Exit codes: 0 done, 1 diff, check or verify found something, 2 some pages failed or a file could \
      not be read or written, 64 wrong usage, 78 wrong configuration.
      """,
    version: Ghirbal.version,
    subcommands: [
      RunCommand.self, CleanCommand.self, StreamCommand.self, ExplainCommand.self, DiffCommand.self,
      CheckCommand.self, VerifyCommand.self, RestoreCommand.self, InitCommand.self,
      LearnCommand.self, DuplicatesCommand.self, StagesCommand.self, ConfigCommand.self,
      FeaturesCommand.self, WorkerCommand.self, ManualCommand.self,
    ])
  static func main() async {
    StandardStreams.openClosed()
    TestFault.lieInWait()
    do {
      var command = try await asyncParseAsRoot(nil)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }
}
