import GhirbalDocument
import GhirbalText

/// What the lexicon says about one block, before its neighbours are asked.
struct ChromeHit {
  /// What a hit opens besides its own block.
  enum Opening { case list, form }

  var reason: ChromeReason
  /// The lexicon row or pattern that decided.
  var rule: String
  /// Whether the block is chrome wherever it stands; if not, its neighbours must be chrome too.
  var isSure: Bool
  var opening: Opening?
  /// Whether the block is the way down from the home page: "Home > Region > Town".
  var isPath = false
  /// Whether the block is a sentence of the site about itself.
  var isNotice = false
  /// Whether the block is the phrase and nothing else, as a heading would be.
  var isBare = false
  /// Whether it proves nothing of the lines beside it: names of sections, a date, an arrow, a weak
  /// pattern.
  var isShapeOnly = false
  /// Whether a pattern with slots told it.
  var isPattern = false
  var confidence: Double
}

/// Reads a block's words against the lexicon.
struct ChromeReader {
  /// The built-in lexicon with a person's own phrases; nil where there are none.
  private let ownLexicon: ChromeLexicon?
  /// Made when the first block is read, not where a stage is only configured.
  private var lexicon: ChromeLexicon { ownLexicon ?? .builtIn }
  private let maxWords: Int
  /// Phrases of the options that are chrome, and such that save their block.
  private let alsoDrop: PhrasePatterns
  private let neverDrop: PhraseMatcher
  private let question: LineHits.Question

  /// Sentences about cookies run to three or four lines; more is a text about them.
  private static let maxNoticeWords = 90
  /// Enough for the longest phrase that opens a sentence.
  private static let openerUTF8Count = 160

  /// - Parameters:
  ///   - maxWords: the longest block, in words, that a phrase alone can make chrome.
  ///   - alsoDrop: phrases that are chrome where they stand alone in a block.
  ///   - neverDrop: phrases that save the block they stand in, as whole words.
  ///   - own: phrases besides the built-in ones, which speak where both say something.
  init(
    maxWords: Int = 32, alsoDrop: [String] = [], neverDrop: [String] = [],
    own: OwnPhrases = OwnPhrases()
  ) {
    ownLexicon =
      own.phrases.isEmpty ? nil : ChromeLexicon(own.phrases + ChromeLexicon.builtIn.rows)
    self.maxWords = maxWords
    self.alsoDrop = PhrasePatterns(alsoDrop)
    self.neverDrop = PhraseMatcher(neverDrop)
    question = LineHits.Question(
      maxWords: maxWords, alsoDrop: alsoDrop, neverDrop: neverDrop, own: own.phrases)
  }

  /// What the lexicon says about each block of a reading; nil where it holds more than phrases and
  /// their values.
  ///
  /// The lines of flattened text are read once for all stages that ask alike.
  func hits(in reading: PageReading) -> [ChromeHit?] {
    guard reading.document.format == .text else {
      return reading.entries.indices.map { hit($0, in: reading) }
    }
    let known = reading.document.derived(LineHits.self)
    var lines = known.lines(of: question)
    var isBelowMark = false
    let hits = reading.entries.indices.map { index in
      let content = reading.entries[index].block.content
      let line: ChromeHit?
      if let earlier = lines[content] {
        line = earlier
      } else {
        line = hit(index, in: reading)
        // What a line says by itself; a code says it below a mark only.
        if !isBelowMark { lines[content] = .some(line) }
      }
      let hit = isBelowMark ? self.hit(index, in: reading) : line
      isBelowMark = hit?.reason == .endMark
      return hit
    }
    known.keep(lines, of: question)
    return hits
  }

  /// What the lexicon says about one block; nil where it holds more than phrases and their values.
  func hit(_ index: Int, in reading: PageReading) -> ChromeHit? {
    let entry = reading.entries[index]
    guard !entry.isVerbatim else { return nil }
    return hit(
      entry.shape, links: entry.block.links.isEmpty ? nil : entry.block,
      isFlattened: reading.document.format == .text,
      opening: { reading.folded(index, maxUTF8Count: Self.openerUTF8Count) },
      whole: { reading.folded(index) },
      byPlace: { endLine($0, index, in: reading) ?? ask($0, entry, in: reading.document) })
  }

  private func hit(
    _ shape: BlockShape, links: Block?, isFlattened: Bool, opening: () -> FoldedText,
    whole: () -> FoldedText, byPlace: (FoldedText) -> ChromeHit?
  ) -> ChromeHit? {
    guard shape.wordCount <= max(maxWords, Self.maxNoticeWords) else { return nil }
    let lexicon = lexicon
    if shape.wordCount > maxWords, lexicon.openers(lexicon.places(in: opening())).isEmpty {
      return nil
    }
    let text = whole()
    guard !text.utf8.isEmpty, !isSpared(text) else { return nil }
    if let phrase = alsoDrop.phrase(of: text) {
      return ChromeHit(
        reason: .configuredPhrase, rule: "also_drop: \"\(phrase)\"", isSure: true, opening: nil,
        confidence: 1)
    }
    let form = isFlattened ? LineForm(text) : .plain
    if form == .structure { return nil }
    let byPlaceHit = byPlace(text)
    if let byPlaceHit, byPlaceHit.reason == .endMark || byPlaceHit.reason == .newsCode {
      return byPlaceHit
    }
    let places = lexicon.places(in: text)
    if shape.wordCount <= maxWords {
      let line = ChromeLine(
        text, shape, places, links: links, lexicon, isFlattened: isFlattened)
      if var hit = line.hit {
        // "4. Comments" and "## Search" head a section of the text more often than a list of the site.
        if form == .heading { hit.isSure = false }
        return hit
      }
    }
    return notice(text, shape, places, isFlattened: isFlattened) ?? byPlaceHit
  }

  /// Whether an option saves a block.
  func isSpared(_ index: Int, in reading: PageReading) -> Bool {
    isSpared(reading.folded(index))
  }

  private func isSpared(_ text: FoldedText) -> Bool {
    !neverDrop.matches(in: text.utf8.span).isEmpty
  }

  /// A line set apart from the text that asks its readers for their address.
  private func ask(
    _ text: FoldedText, _ entry: PageReading.Entry, in document: Document
  ) -> ChromeHit? {
    guard document.format == .html, entry.shape.wordCount <= Self.maxAskWords, entry.isSetApart
    else { return nil }
    let evidence = NagLexicon.builtIn.evidence(in: text)
    guard evidence.asked.contains(.newsletter), let rule = evidence.rule(.newsletter) else {
      return nil
    }
    return ChromeHit(
      reason: .newsletter, rule: rule, isSure: true, opening: nil, confidence: 0.85)
  }

  /// Two sentences.
  private static let maxAskWords = 40

  private func endLine(
    _ text: FoldedText, _ index: Int, in reading: PageReading
  ) -> ChromeHit? {
    guard reading.entries[index].shape.wordCount <= Self.maxEndLineWords else { return nil }
    if EndLine.kind(of: text, isBelowMark: false) == .mark { return Self.endMark }
    guard index > 0, EndLine.kind(of: text, isBelowMark: true) == .code,
      reading.entries[index - 1].shape.wordCount <= Self.maxEndLineWords,
      EndLine.kind(of: reading.folded(index - 1), isBelowMark: false) == .mark
    else { return nil }
    return ChromeHit(
      reason: .newsCode, rule: "end_line", isSure: true, opening: nil, confidence: 0.9)
  }

  private static let maxEndLineWords = 8

  private static let endMark = ChromeHit(
    reason: .endMark, rule: "end_line", isSure: true, opening: nil, confidence: 0.95)

  /// A sentence of the site about itself: a phrase that opens it and a word that goes with it.
  private func notice(
    _ text: FoldedText, _ shape: BlockShape, _ places: ChromeLexicon.Places, isFlattened: Bool
  ) -> ChromeHit? {
    let lexicon = lexicon
    // A bullet may stand before it.
    let start =
      isFlattened && !LineForm.opensQuotation(text) ? text.words.first?.lowerBound ?? 0 : 0
    for row in lexicon.openers(places, maxStart: start)
    where !row.isWeak || shape.wordCount <= Self.maxAskWords {
      // Only the lines around tell a sentence that texts open so as well.
      if row.isWeak, !isFlattened { continue }
      guard lexicon.hasCompanion(of: row, in: text) else { continue }
      return ChromeHit(
        reason: row.kind, rule: row.name, isSure: !row.isWeak, opening: nil, isNotice: true,
        confidence: row.isWeak ? 0.75 : 0.95)
    }
    return nil
  }
}
