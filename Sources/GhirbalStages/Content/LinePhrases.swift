/// The phrases that the judge of flattened text asks.
struct LinePhrases: Sendable {
  let reader: ChromeReader
  /// Whether a later stage drops by phrases: what they are sure of is left to it.
  let isFollowed: Bool

  /// The built-in ones, which no later stage follows.
  init() {
    reader = ChromeReader()
    isFollowed = false
  }

  init(_ own: OwnPhrases) {
    isFollowed = own.options != nil
    let options = own.options ?? DropSiteChrome.Options()
    reader = ChromeReader(
      maxWords: options.maxWords, alsoDrop: options.alsoDrop, neverDrop: options.neverDrop,
      own: own)
  }
}
