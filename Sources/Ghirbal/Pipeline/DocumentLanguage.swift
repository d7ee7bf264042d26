import GhirbalDocument
import GhirbalText

extension Document {
  /// Sets the languages of blocks that `isStale`, and of the document, from the text.
  mutating func identifyLanguages(_ isStale: (Block) -> Bool) {
    identifyLanguages(where: isStale, dominant: \.dominantLanguage) { content, dominant in
      let direction = dominantDirection(content).flatMap { Direction(rawValue: $0.rawValue) }
      return (Self.language(of: content, in: dominant), direction)
    }
  }

  /// Looks again where a stage changed the text, and at the whole where it changed anything.
  mutating func refreshLanguages(after entries: ArraySlice<LedgerEntry>) {
    let changed = entries.filter { $0.change == .replace || $0.change == .drop }
    guard !changed.isEmpty else { return }
    let replaced = Set(changed.lazy.filter { $0.change == .replace }.compactMap(\.block))
    let before = language
    identifyLanguages { replaced.contains($0.id) }
    // What is too short to tell takes the document's language, so it changes along.
    if language != before { identifyLanguages { _ in true } }
  }

  /// A block's language: its own where its text tells, otherwise the document's if the script fits.
  private static func language(of content: Span<UInt8>, in dominant: LanguageTag?) -> LanguageTag? {
    let guess = identifyLanguage(content)
    if let language = guess.language, guess.confidence >= 0.5 {
      return LanguageTag(rawValue: language.rawValue)
    }
    guard let dominant, let language = Language(rawValue: dominant.rawValue),
      dominantDirection(content) == language.direction
    else { return guess.language.map { LanguageTag(rawValue: $0.rawValue) } }
    return dominant
  }

  /// The language of most of the live text.
  private var dominantLanguage: LanguageTag? {
    var counts: [Language: Double] = [:]
    for block in liveBlocks where block.kind != .preformatted {
      withContent(of: block) { content in
        let guess = identifyLanguage(content)
        if let language = guess.language {
          counts[language, default: 0] += guess.confidence * Double(content.count)
        }
      }
    }
    let dominant = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return dominant.map { LanguageTag(rawValue: $0.key.rawValue) }
  }

  /// The direction of the document's language.
  var direction: TextDirection? {
    language.flatMap { Language(rawValue: $0.rawValue) }?.direction
  }
}
