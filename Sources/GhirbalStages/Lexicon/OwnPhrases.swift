public import GhirbalDocument
public import GhirbalText

/// A stage that judges by phrases, and takes a person's own besides the built-in ones.
public protocol PhrasesFollowing: Stage {
  /// This stage with such phrases, which speak before the built-in ones.
  func following(_ own: OwnPhrases) -> Self
}

/// What a person wrote for sites of their own: phrases of chrome in the form of the built-in ones, and
/// the options of the stage that drops by phrases, which others leave such lines to.
public struct OwnPhrases: Sendable, Equatable {
  let phrases: [ChromePhrase]
  /// The options of the stage that drops by phrases; nil where there is none.
  public var options: PhraseOptions?

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

  /// The phrases of several, the first ones before.
  public init(_ all: [OwnPhrases]) { phrases = all.flatMap(\.phrases) }
}

/// How phrases are asked, as the options of the stage that drops by them say.
public struct PhraseOptions: Sendable, Equatable {
  /// The longest block, in words, that a phrase alone can make chrome.
  public var maxWords = 32
  /// Phrases that are chrome where they stand alone in a block.
  public var alsoDrop: [String] = []
  /// Phrases that save the block they stand in, as whole words.
  public var neverDrop: [String] = []

  public init() {}
}
