public import GhirbalText

/// Phrases of chrome that a person wrote for sites of their own, in the form of the built-in ones.
public struct OwnPhrases: Sendable, Equatable {
  let phrases: [ChromePhrase]

  /// None.
  public init() { phrases = [] }

  /// The phrases of a file, all of whose rows are of the group `chrome`.
  public init(_ file: PhraseFile) throws(PhraseProblem) {
    for row in file.rows where row.group != .chrome {
      throw PhraseProblem(
        line: row.line, "a file of your own has rows of chrome only, not of \(row.group.rawValue).")
    }
    phrases = try ChromePhrase.phrases(of: file.rows)
  }

  private init(phrases: [ChromePhrase]) { self.phrases = phrases }

  /// These phrases with others behind them.
  public static func + (a: OwnPhrases, b: OwnPhrases) -> OwnPhrases {
    OwnPhrases(phrases: a.phrases + b.phrases)
  }
}
