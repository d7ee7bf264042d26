/// Judges places where two words of a site meet: whether a space was lost there, or the two are a third word.
struct SiteSeams {
  private let line: SiteLine
  private let language: Language?
  /// UTF-8 offsets at which links touch.
  private let touching: Set<Int>
  private let words: Set<UInt64>

  init(_ line: SiteLine, _ language: Language?, touching: Set<Int>, words: Set<UInt64>) {
    self.line = line
    self.language = language
    self.touching = touching
    self.words = words
  }

  /// Shorter words are in other words by chance, where no capital or link shows the seam; in a chain of two
  /// those of three letters are too, since two words without a capital between them may be a compound (videolesson).
  private static let minCountOfTwo = 4
  private static let minCount = 3
  /// The same in Arabic script, where the lexicon knows most compounds.
  private static let minArabicCountOfTwo = 3
  private static let minArabicCount = 2

  /// Languages whose compounds keep a space or a hyphen between their words, mostly.
  private static let parting: Set<Language> = [
    .arabic, .english, .french, .indonesian, .persian, .russian, .spanish, .turkish,
  ]

  /// The UTF-8 offsets at which the words of a chain are taken apart.
  ///
  /// - Parameter isInText: whether a word stands in a sentence of the page.
  func seams(of chain: SiteReading.Chain, isInText: (Range<Int>) -> Bool) -> [Int] {
    let isParting = language.map(Self.parting.contains) ?? false
    return chain.seams.filter { seam in
      touching.contains(line.offsets[seam])
        || isSeam(seam, of: chain, isParting: isParting)
          && !isInText(line.utf8Range(line.word(around: seam)))
    }.map { line.offsets[$0] }
  }

  /// Whether nothing speaks for the words as they stand.
  ///
  /// - Parameter isParting: whether their language writes no compounds in one piece.
  func isSeam(_ seam: Int, of chain: SiteReading.Chain, isParting: Bool) -> Bool {
    guard !isAmongCode(chain) else { return false }
    if line.isBorder(seam) { return line.isOfWord(seam - 1) != line.isOfWord(seam) }
    if isAtCapital(seam) {
      return chain.words.count > 2 || !isKnown(line.word(around: seam), as: .english)
    }
    return isParting && isPlain(seam, of: chain)
      && !SiteReading(line, chain.range, words).isAmbiguous
  }

  /// Whether a word that begins with its only capital stands behind a place (ИранМир, USAIran), or one without any
  /// behind one of capitals (DHCPserver).
  private func isAtCapital(_ place: Int) -> Bool {
    let isBehindCapitals = place >= 2 && line.isCapital[place - 1] && line.isCapital[place - 2]
    guard line.isCapital[place] else { return isBehindCapitals && line.kinds[place] == .letter }
    let isWithin = place + 1 < line.folded.count && line.isCapital[place + 1]
    return !line.isCapital[place - 1] || isBehindCapitals && !isWithin
  }

  /// Whether the words beside a seam without capitals are no third word.
  private func isPlain(_ seam: Int, of chain: SiteReading.Chain) -> Bool {
    let isArabic = line.folded[seam] &- 0x600 < 0x100
    let isOfTwo = chain.words.count == 2
    let least =
      isArabic
      ? isOfTwo ? Self.minArabicCountOfTwo : Self.minArabicCount
      : isOfTwo ? Self.minCountOfTwo : Self.minCount
    let sides = chain.words.filter { $0.lowerBound == seam || $0.upperBound == seam }
    guard sides.allSatisfy({ $0.count >= least }) else { return false }
    let word = line.word(around: seam)
    return isArabic
      ? !isKnown(word, as: .persian) && !isKnown(word, as: .arabic) : !isKnown(word, as: .english)
  }

  /// Whether the lexicon has the word in one piece.
  private func isKnown(_ word: Range<Int>, as language: BoundaryLanguage) -> Bool {
    let letters = String.UnicodeScalarView(word.compactMap { Unicode.Scalar(line.folded[$0]) })
    let utf8 = Array(String(letters).utf8)
    return WordLexicon.shared.entry(utf8.span, 0..<utf8.count, in: language).frequency > 0
  }

  /// Whether a chain is part of an address, a file or an identifier: signs of those stand right beside it.
  private func isAmongCode(_ chain: SiteReading.Chain) -> Bool {
    func isCode(_ place: Int) -> Bool {
      let scalar = line.folded[place]
      return line.kinds[place] == .sign && scalar < 0x80 && CodeBytes.joins(UInt8(scalar))
    }
    var place = chain.range.lowerBound
    while place > 0, line.kinds[place - 1] != .space {
      place -= 1
      if isCode(place) { return true }
    }
    place = chain.range.upperBound
    while place < line.folded.count, line.kinds[place] != .space {
      if isCode(place) { return true }
      place += 1
    }
    return false
  }
}
