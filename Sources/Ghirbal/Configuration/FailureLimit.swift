import GhirbalIO

/// How many pages may fail before a run gives up.
public enum FailureLimit: Sendable, Equatable {
  case count(Int)
  /// 0...1 of all pages.
  case share(Double)

  /// A share of few pages says nothing; before this many it is not looked at.
  static let leastPages = 100

  /// Reads `20` or `5%`.
  public init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
      self = .share(percent / 100)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// Whether more pages failed than may; `isEnd` where no more pages come.
  func isPassed(_ totals: Manifest.Totals, isEnd: Bool = false) -> Bool {
    switch self {
    case .count(let count): totals.failed > count
    case .share(let share):
      (isEnd || totals.pages >= Self.leastPages)
        && Double(totals.failed) > share * Double(totals.pages)
    }
  }
}
