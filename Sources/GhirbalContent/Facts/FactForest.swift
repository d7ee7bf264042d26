/// The judges of what sources say for a fact: how likely each candidate is right, 0...1.
///
/// `Training/facts/README.md` describes what they were trained on.
public enum FactForest: Sendable {
  case titles, authors, days

  private static let ofTitles = Forest(ForestData.ofTitles)
  private static let ofAuthors = Forest(ForestData.ofAuthors)
  private static let ofDays = Forest(ForestData.ofDays)

  private var forest: Forest {
    switch self {
    case .titles: Self.ofTitles
    case .authors: Self.ofAuthors
    case .days: Self.ofDays
    }
  }

  /// How likely each row is right.
  ///
  /// - Precondition: the rows have the features that the judge was trained on.
  public func probabilities(_ rows: [Float], featureCount: Int) -> [Float] {
    precondition(forest.featureCount == featureCount, "the judge was trained on these features")
    return forest.margins(rows).map(logistic)
  }
}
