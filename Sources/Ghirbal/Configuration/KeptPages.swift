public import GhirbalText
import Yams

/// Which pages' texts are wanted at all; the others are skipped, with the reason in the manifest.
public struct KeptPages: Sendable, Equatable {
  /// The languages of texts that are kept; all where there are none.
  public var languages: [Language] = []
  /// Words of a text that is kept, at least.
  public var minWords: Int?
  /// How much of a page's text may have gone, 0...1.
  public var maxRemovedShare: Double?

  public init() {}

  /// Why a page is skipped. The name stands in the manifest.
  enum Reason: String, CaseIterable {
    /// The text is in none of the languages that are kept, or in one that cannot be told.
    case otherLanguage = "other_language"
    case fewWords = "few_words"
    case muchRemoved = "much_removed"
  }
}

extension KeptPages: ConfigurationSection {
  static let keys: [ConfigurationKey<KeptPages>] = [
    ConfigurationKey(
      "languages", \.languages, .list(.language),
      "the languages of texts that are kept; all where none is named"),
    ConfigurationKey("min_words", \.minWords, .optional(.count), "words that a kept text has"),
    ConfigurationKey(
      "max_removed_share", \.maxRemovedShare, .optional(.share),
      "how much of a kept page's text may have gone"),
  ]
}

extension ValueKind<Language> {
  fileprivate static let language: ValueKind = .choice
}
