import ArgumentParser
import Ghirbal
import GhirbalDocument

struct StagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, or describes one.")

  @Argument(
    help: "A stage to describe.",
    completion: .list(StageCatalogue.entries.map(\.name.rawValue)))
  var name: String?

  func run() async throws {
    try await reporting {
      guard let name else {
        let width = StageCatalogue.entries.map(\.name.rawValue.count).max() ?? 0
        for entry in StageCatalogue.entries {
          let pad = String(repeating: " ", count: width - entry.name.rawValue.count)
          try emit("\(entry.name.rawValue)\(pad)  \(entry.summary)\n")
        }
        return
      }
      guard let entry = StageCatalogue.entry(name) else {
        throw ValidationError(
          ConfigurationProblem.unknown(
            "stage", name, among: StageCatalogue.entries.map(\.name.rawValue)
          ).problem)
      }
      try emit("\(entry.name.rawValue): \(entry.summary)\n\nreasons:\n")
      for reason in entry.reasons { try emit("  \(reason)\n") }
      try emit(entry.defaults.names.isEmpty ? "\nno options\n" : "\noptions and their defaults:\n")
      for option in entry.defaults.names {
        try emit("  \(option): \(entry.defaults.yaml(of: option) ?? "")\n")
      }
    }
  }
}
