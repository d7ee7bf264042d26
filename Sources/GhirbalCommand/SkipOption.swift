import ArgumentParser
import Ghirbal
import GhirbalDocument

/// Stages that do not run, over what the configuration says.
struct SkipOption: ParsableArguments {
  @Option(
    name: .customLong("skip"),
    help: ArgumentHelp(
      "Do not run these stages: names with commas between them (may be repeated).",
      valueName: "stage,…"),
    completion: .list(StageCatalogue.entries.map(\.name.rawValue)))
  var names: [String] = []

  private var stages: [String] { names.flatMap(\.listedNames) }

  func validate() throws {
    do throws(ConfigurationProblem) {
      _ = try PipelineConfiguration.standard.skipping(stages)
    } catch {
      throw ValidationError(error.problem)
    }
  }

  func apply(to configuration: inout PipelineConfiguration) throws(ConfigurationProblem) {
    configuration = try configuration.skipping(stages)
  }
}

extension String {
  /// Names with commas between them.
  var listedNames: [String] {
    split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
