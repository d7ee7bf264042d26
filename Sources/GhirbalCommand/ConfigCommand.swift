import ArgumentParser
import Ghirbal
import GhirbalText

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows, checks or describes the configuration.",
    subcommands: [Show.self, Validate.self, Schema.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the whole configuration in force, defaults too.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      try await reporting { try emit(try source.load().configuration.yaml) }
    }
  }

  struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks the configuration; exit 78 with file and line where something is wrong.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      try await reporting {
        let configuration = try source.load().configuration
        complain("the configuration is valid: \(configuration.stages.count.counted("stage"))")
        let leftOut = configuration.leftOutStages
        if !leftOut.isEmpty {
          complain("of the default stages these do not run: \(leftOut.joined(separator: ", "))")
        }
      }
    }
  }

  struct Schema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a JSON Schema of pipeline.yml.",
      discussion: "Editors with a YAML language server complete and check by it.")

    func run() async throws {
      try await reporting { try emit(PipelineConfiguration.jsonSchema) }
    }
  }
}
