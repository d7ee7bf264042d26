import GhirbalDocument
import GhirbalText

/// Takes values apart that lost what stood between them: "Garden historyOld bridges".
struct GluedValues {
  private let reading: PageReading
  private let sections: SectionNames
  /// An opinion about words the page can't take apart; nil for that of the lexicons.
  private let splitGluedWord: (@Sendable (String) -> [String]?)?
  private let values: CleanValues
  /// Words that are right as they stand.
  private let own: OwnWords
  /// Made when the first value must be taken apart: most pages never need it.
  private var vocabulary: PageVocabulary?

  init(
    _ reading: PageReading, _ sections: SectionNames, _ values: CleanValues, _ own: OwnWords,
    _ splitGluedWord: (@Sendable (String) -> [String]?)?
  ) {
    self.reading = reading
    self.sections = sections
    self.values = values
    self.own = own
    self.splitGluedWord = splitGluedWord
  }

  /// The words of the page but for those of one line.
  mutating func vocabulary(without text: FoldedText) -> PageVocabulary {
    let whole = vocabulary ?? PageVocabulary(reading, sections)
    vocabulary = whole
    return whole.without(text)
  }

  /// The pieces, each taken apart where words of it were glued.
  ///
  /// The site's words are asked first, then the page's own, then the lexicon of the block's language.
  mutating func apart(_ pieces: [Range<Int>], of index: Int) -> [Range<Int>] {
    var opinion = splitGluedWord
    if opinion == nil, let language = values.language(of: reading.entries[index].block) {
      let page = values.pageWords
      opinion = { LexiconOpinion.parts(of: $0, language, page) }
    }
    let glue = GluedWords(
      vocabulary: vocabulary(without: reading.folded(index)), own: own, site: site,
      splitGluedWord: opinion)
    return pieces.flatMap { apart(bySite: $0, of: index) }.flatMap { piece in
      var parts: [Range<Int>] = []
      var start = piece.lowerBound
      for word in reading.words(of: index, in: piece) {
        for seam in glue.seams(in: reading.value(word, of: index)) {
          parts.append(start..<word.lowerBound + seam)
          start = word.lowerBound + seam
        }
      }
      return parts + [start..<piece.upperBound]
    }
  }

  /// The words of the site that stand in a piece without a space between them.
  private func apart(bySite piece: Range<Int>, of index: Int) -> [Range<Int>] {
    let language = values.language(of: reading.entries[index].block)
    let seams = site.seams(in: Array(reading.value(piece, of: index).utf8).span, language: language)
      .map { piece.lowerBound + $0 }
    return zip([piece.lowerBound] + seams, seams + [piece.upperBound]).map { $0..<$1 }
  }

  private var site: SiteWords { reading.document.siteEvidence?.words ?? SiteWords() }

  /// Tags without a label that ran together in a line below the text.
  ///
  /// One glued word proves little (a compound is one too), so the words around the seam must stand
  /// side by side elsewhere on the page, and most words of the line must stand there too.
  mutating func tags(_ index: Int) -> FactLine.Facts {
    let entry = reading.entries[index]
    // The reader of HTML parts what stands in elements of its own.
    guard reading.document.format == .text, (2...12).contains(entry.shape.wordCount),
      entry.shape.ending == .none, !entry.isVerbatim, index + 3 >= reading.entries.count
    else { return FactLine.Facts() }
    let content = 0..<entry.block.content.count
    let words = reading.words(of: index, in: content)
    let text = reading.folded(index)
    let vocabulary = self.vocabulary(without: text)
    let glue = GluedWords(vocabulary: vocabulary, own: own, site: site, splitGluedWord: nil)
    let known = words.count { vocabulary.knows(reading.value($0, of: index).foldedForMatching) }
    var parts: [Range<Int>] = []
    var start = reading.trimmed(content, of: index).lowerBound
    var hasPair = false
    for (place, word) in words.enumerated() {
      for seam in glue.seams(in: reading.value(word, of: index)) {
        let end = word.lowerBound + seam
        let left = reading.value(word.lowerBound..<end, of: index).foldedForMatching
        let right = reading.value(end..<word.upperBound, of: index).foldedForMatching
        let before = place > 0 ? reading.value(words[place - 1], of: index).foldedForMatching : ""
        let after =
          place + 1 < words.count
          ? reading.value(words[place + 1], of: index).foldedForMatching : ""
        hasPair =
          hasPair || vocabulary.knowsPair(right, after) || vocabulary.knowsPair(before, left)
        parts.append(start..<end)
        start = end
      }
    }
    guard !parts.isEmpty, hasPair, (known + parts.count) * 2 >= words.count else {
      return FactLine.Facts()
    }
    parts.append(start..<reading.trimmed(content, of: index).upperBound)
    return FactLine.Facts(
      found: parts.map {
        reading.fact(.tag, $0, of: index, .gluedTags, rule: "glued_tags", confidence: 0.85)
      }, coverBlock: true)
  }
}
