/// A record that cannot be read.
public struct RecordProblem: Error, Equatable {
  /// What is wrong, as a sentence without its full stop.
  public let problem: String

  init(_ problem: String) { self.problem = problem }
}
