import GhirbalDocument
import Yams

extension PipelineConfiguration {
  /// The same with another value of an option that one stage alone has, whatever the file says of it.
  ///
  /// - Parameters:
  ///   - option: As in pipeline.yml, in snake_case.
  ///   - value: As one word in pipeline.yml.
  /// - Throws: Where no stage has such an option, or the one that has it does not run or takes no such value.
  public func setting(
    _ option: String, to value: String
  ) throws(ConfigurationProblem) -> PipelineConfiguration {
    let entries = StageCatalogue.entries
    guard let entry = entries.first(where: { $0.defaults.names.contains(option) }) else {
      throw .unknown("option", option, among: entries.flatMap(\.defaults.names))
    }
    guard let index = stages.firstIndex(where: { $0.name == entry.name }) else {
      throw ConfigurationProblem(
        "\(option) is an option of \(entry.name.rawValue), which does not run.")
    }
    var result = self
    result.stages[index] = try entry.configure(
      stages[index].options.overlaid(with: [Node(option): Node(value)], of: entry.name))
    return result
  }
}
