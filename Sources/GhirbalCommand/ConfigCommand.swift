import ArgumentParser
import Ghirbal
import GhirbalText

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows, checks or describes the configuration.",
    subcommands: [Show.self, Validate.self, Schema.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the whole configuration in force, defaults too.",
      discussion: """
        Above each key stands what it is for, what it takes, and its default where another value is in \
        force.
        """)
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      try await reporting {
        try emit(try source.load(external: .none).configuration.describedYAML)
      }
    }
  }

  struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks the configuration; exit 78 with file and line where something is wrong.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      try await reporting {
        let configuration = try source.load(external: .none).configuration
        complain("the configuration is valid: \(configuration.stages.count.counted("stage"))")
        for note in configuration.stageNotes { complain(note) }
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
