/// The phrases that the judge of flattened text asks.
struct LinePhrases: Sendable {
  let reader: ChromeReader
  /// Whether a later stage drops by phrases: what they are sure of is left to it.
  let isFollowed: Bool
  /// Whether the options name phrases that save a line.
  let sparesSome: Bool

  /// The built-in ones, which no later stage follows.
  init() {
    reader = ChromeReader()
    isFollowed = false
    sparesSome = false
  }

  init(_ own: OwnPhrases) {
    isFollowed = own.options != nil
    let options = own.options ?? PhraseOptions()
    sparesSome = !options.neverDrop.isEmpty
    reader = ChromeReader(
      maxWords: options.maxWords, alsoDrop: options.alsoDrop, neverDrop: options.neverDrop,
      own: own)
  }
}
