import GhirbalDocument
import GhirbalText

/// Tells the languages of a page's blocks and of the page, and remembers what each text looked like:
/// a page is asked again after each stage that changed it, and few blocks are another text then.
struct LanguageIdentifier {
  /// By block; nil for what was not looked at, or not since it was edited.
  private var guesses: [LanguageGuess?] = []
  private var page = PageLanguages()

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
    let before = page
    identify(&document) { replaced.contains($0.id) }
    // What is too short to tell takes the page's language, so it changes along.
    if page != before { identify(&document) { _ in true } }
  }

  private mutating func identify(_ document: inout Document, where isStale: (Block) -> Bool) {
    for block in document.liveBlocks where guesses[block.id.index] == nil {
      guesses[block.id.index] = document.withContent(of: block) { identifyLanguage($0) }
    }
    page = pageLanguages(of: document)
    document.identifyLanguages(document: page.document, where: isStale) { block, content in
      let direction = dominantDirection(content)
      return (language(of: block, direction), direction)
    }
  }

  /// A block's language: its own where its text tells, also where that is one without a name here;
  /// otherwise that of most of the page's text of its direction.
  private func language(of block: Block, _ direction: TextDirection?) -> Language? {
    guard let guess = guesses[block.id.index] else { return nil }
    if guess.confidence >= 0.5 { return guess.language }
    return direction.flatMap { page.byDirection[$0] } ?? guess.language
  }

  /// The languages of most of the live text, of all of it and by direction.
  ///
  /// One English sentence makes no Italian page English: what tells of a language without a name here
  /// counts too.
  private func pageLanguages(of document: Document) -> PageLanguages {
    var counts: [Language: Double] = [:]
    var others: [TextDirection?: Double] = [:]
    for block in document.liveBlocks where block.kind != .preformatted {
      guard let guess = guesses[block.id.index], guess.confidence > 0 else { continue }
      let weight = guess.confidence * Double(block.content.count)
      if let language = guess.language {
        counts[language, default: 0] += weight
      } else {
        others[document.withContent(of: block) { dominantDirection($0) }, default: 0] += weight
      }
    }
    func most(_ counts: [Language: Double], besides others: Double) -> Language? {
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return most.flatMap { $0.value < others ? nil : $0.key }
    }
    var page = PageLanguages()
    page.document = most(counts, besides: others.values.reduce(0, +))
    for direction in [TextDirection.leftToRight, .rightToLeft] {
      page.byDirection[direction] = most(
        counts.filter { $0.key.direction == direction }, besides: others[direction] ?? 0)
    }
    return page
  }
}

/// What a page is written in.
private struct PageLanguages: Equatable {
  var document: Language?
  var byDirection: [TextDirection: Language] = [:]
}
