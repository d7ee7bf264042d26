import GhirbalDocument
import GhirbalText

/// Tells the languages of a page's blocks and of the page, and remembers what each text looked like:
/// a page is asked again after each stage that changed it, and few blocks are another text then.
struct LanguageIdentifier {
  /// By block; nil for what was not looked at, or not since it was edited.
  private var guesses: [LanguageGuess?] = []

  /// Sets the languages of all blocks and of the document.
  mutating func identify(_ document: inout Document) {
    guesses = [LanguageGuess?](repeating: nil, count: document.blocks.count)
    identify(&document) { _ in true }
  }

  /// Looks again where a stage changed the text, and at the whole where it changed anything.
  mutating func refresh(_ document: inout Document, after entries: ArraySlice<LedgerEntry>) {
    let changed = entries.filter { $0.change == .replace || $0.change == .drop }
    guard !changed.isEmpty else { return }
    let replaced = Set(changed.lazy.filter { $0.change == .replace }.compactMap(\.block))
    for block in replaced { guesses[block.index] = nil }
    let before = document.language
    identify(&document) { replaced.contains($0.id) }
    // What is too short to tell takes the document's language, so it changes along.
    if document.language != before { identify(&document) { _ in true } }
  }

  private mutating func identify(_ document: inout Document, where isStale: (Block) -> Bool) {
    for block in document.liveBlocks where guesses[block.id.index] == nil {
      guesses[block.id.index] = document.withContent(of: block) { identifyLanguage($0) }
    }
    document.identifyLanguages(where: isStale, dominant: dominantLanguage) {
      block, content, dominant in
      let direction = dominantDirection(content)
      return (language(of: block, direction, in: dominant), direction)
    }
  }

  /// A block's language: its own where its text tells, otherwise the document's if the script fits.
  private func language(
    of block: Block, _ direction: TextDirection?, in dominant: Language?
  ) -> Language? {
    guard let guess = guesses[block.id.index] else { return nil }
    if let language = guess.language, guess.confidence >= 0.5 { return language }
    guard let dominant, direction == dominant.direction else { return guess.language }
    return dominant
  }

  /// The language of most of the live text.
  private func dominantLanguage(of document: Document) -> Language? {
    var counts: [Language: Double] = [:]
    for block in document.liveBlocks where block.kind != .preformatted {
      if let guess = guesses[block.id.index], let language = guess.language {
        counts[language, default: 0] += guess.confidence * Double(block.content.count)
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
