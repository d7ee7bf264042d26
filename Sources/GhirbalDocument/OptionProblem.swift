/// An option whose value can be read but makes no sense.
public struct OptionProblem: Error, Equatable {
  /// The option's name as a Swift property (`maxLinkDensity`).
  public let option: String
  /// What is wrong, as the end of a sentence: "is above 1".
  public let problem: String

  public init(_ option: String, _ problem: String) {
    self.option = option
    self.problem = problem
  }
}
