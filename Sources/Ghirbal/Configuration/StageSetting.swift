public import GhirbalDocument
import Yams

extension PipelineConfiguration {
  /// The same with another value of an option of a stage, whatever the file says of it.
  ///
  /// - Parameters:
  ///   - option: As in pipeline.yml, in snake_case.
  ///   - value: As one word in pipeline.yml.
  /// - Throws: Where the stage is none of Ghirbal's own or does not run, has no such option, or the option no
  ///   such value.
  public func setting(
    _ option: String, of stage: StageName, to value: String
  ) throws(ConfigurationProblem) -> PipelineConfiguration {
    let entry = try StageCatalogue.known(stage.rawValue)
    guard let index = stages.firstIndex(where: { $0.name == stage }) else {
      throw ConfigurationProblem(
        "\(option) is an option of \(stage.rawValue), which does not run.")
    }
    var result = self
    result.stages[index] = try entry.configure(
      stages[index].options.overlaid(with: [Node(option): Node(value)], of: stage))
    return result
  }
}
