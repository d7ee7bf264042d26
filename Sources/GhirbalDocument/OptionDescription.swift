/// What an option of a stage takes and what it is for, declared once: reading, messages, the schema,
/// `ghirbal stages` and `ghirbal init` follow.
public struct OptionDescription: Sendable, Equatable {
  /// What an option takes.
  public enum Values: Sendable, Equatable {
    case flag
    /// One of some words.
    case choice([String])
    case count(ClosedRange<Int>)
    /// A number in 0...1.
    case share
    /// A list of texts of a kind, such as "CSS selectors".
    case list(String)

    /// The values in words.
    public var words: String {
      switch self {
      case .flag: "`true`, `false`"
      case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
      case .count(let range) where range.upperBound == .max:
        "a number from \(range.lowerBound) on"
      case .count(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
      case .share: "a number in 0...1"
      case .list(let kind): "a list of \(kind)"
      }
    }
  }

  /// The option's name as a Swift property (`maxWords`).
  public let option: String
  public let values: Values
  /// What it is for, as the beginning of a sentence.
  public let meaning: String

  public init(_ option: String, _ values: Values, _ meaning: String) {
    self.option = option
    self.values = values
    self.meaning = meaning
  }
}

extension OptionDescription.Values {
  /// One of the cases of a type.
  public static func cases<Choice: CaseIterable & RawRepresentable<String>>(
    of type: Choice.Type
  ) -> OptionDescription.Values {
    .choice(type.allCases.map(\.rawValue))
  }
}
