import ArgumentParser
import Ghirbal
import GhirbalDocument

struct StagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, or describes one.")

  private static let entries = StageCatalogue.entries + StageCatalogue.onRequest

  @Argument(
    help: "A stage to describe.",
    completion: .list(Self.entries.map(\.name.rawValue)))
  var name: String?

  func run() async throws {
    try await reporting {
      guard let name else {
        let width = Self.entries.map(\.name.rawValue.count).max() ?? 0
        for entry in Self.entries {
          let pad = String(repeating: " ", count: width - entry.name.rawValue.count)
          try emit("\(entry.name.rawValue)\(pad)  \(entry.summary)\n")
        }
        return
      }
      let entry: StageEntry
      do throws(ConfigurationProblem) {
        entry = try StageCatalogue.known(name)
      } catch {
        throw ValidationError(error.problem)
      }
      try emit("\(entry.name.rawValue): \(entry.summary)\n")
      try emit(entry.reasons.isEmpty ? "\nreasons of its own\n" : "\nreasons:\n")
      for reason in entry.reasons { try emit("  \(reason)\n") }
      try emit(entry.options.isEmpty ? "\nno options\n" : "\noptions and their defaults:\n")
      for (option, name) in zip(entry.options, entry.defaults.names) {
        try emit("  \(name): \(entry.defaults.yaml(of: name) ?? "")\n")
        try emit("      \(option.meaning)\n      \(option.values.words)\n")
      }
    }
  }
}
