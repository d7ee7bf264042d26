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

  /// Shorter words are in other words by chance, where no capital or link shows the seam.
  private static let minCount = 3
  /// Two words that no capital parts may be a compound (videolesson), which three hardly are.
  private static let minCountOfTwo = 4
  /// Languages whose compounds keep a space or a hyphen between their words, mostly.
  private static let parting: Set<Language> = [
    .arabic, .english, .french, .indonesian, .persian, .russian, .spanish, .turkish,
  ]

  /// The UTF-8 offsets at which the words of a chain are taken apart; none where one of its places may be right
  /// as it stands.
  func seams(of chain: SiteReading.Chain, isInText: (Range<Int>) -> Bool) -> [Int] {
    let offsets = chain.seams.map { line.offsets[$0] }
    if offsets.allSatisfy(touching.contains) { return offsets }
    guard mayBeGlued(chain, isParting: language.map(Self.parting.contains) ?? false) else {
      return []
    }
    let glued = Set(chain.seams.map { line.word(around: $0) })
    return glued.contains { isInText(line.utf8Range($0)) } ? [] : offsets
  }

  /// Whether nothing speaks for the chain as it stands.
  ///
  /// - Parameter isParting: whether its language writes no compounds in one piece.
  func mayBeGlued(_ chain: SiteReading.Chain, isParting: Bool) -> Bool {
    guard chain.seams.allSatisfy({ !isAmongCode($0) }) else { return false }
    if chain.seams.allSatisfy(isAtCapital) {
      return chain.words.count > 2 || !isKnown(line.word(around: chain.seams[0]), as: .english)
    }
    return isParting && isPlain(chain)
      && !SiteReading(line, chain.range, words).isAmbiguous
  }

  /// Whether a word that begins with its only capital stands behind a place: ИранМир, USAIran.
  private func isAtCapital(_ place: Int) -> Bool {
    guard line.isCapital[place] else { return false }
    let isWithin = place + 1 < line.folded.count && line.isCapital[place + 1]
    return !line.isCapital[place - 1] || place >= 2 && line.isCapital[place - 2] && !isWithin
  }

  /// Whether words without capitals at their seams are no third word.
  private func isPlain(_ chain: SiteReading.Chain) -> Bool {
    let least = chain.words.count > 2 ? Self.minCount : Self.minCountOfTwo
    return chain.seams.allSatisfy { seam in
      let word = line.word(around: seam)
      let isArabic = line.folded[seam] &- 0x600 < 0x100
      let least = isArabic ? Self.minCount : least
      guard
        chain.words.allSatisfy({ $0.count >= least || !word.overlaps($0) || !isTouching($0, word) })
      else { return false }
      if isArabic {
        return !isKnown(word, as: .persian) && !isKnown(word, as: .arabic)
      }
      return !isKnown(word, as: .english)
    }
  }

  private func isTouching(_ range: Range<Int>, _ word: Range<Int>) -> Bool {
    word.contains(range.lowerBound) && range.lowerBound > word.lowerBound
      || word.contains(range.upperBound) && range.upperBound < word.upperBound
  }

  /// Whether the lexicon has the word in one piece.
  private func isKnown(_ word: Range<Int>, as language: BoundaryLanguage) -> Bool {
    let letters = String(String.UnicodeScalarView(word.compactMap { Unicode.Scalar(line.folded[$0]) }))
    let utf8 = Array(letters.utf8)
    return WordLexicon.shared.entry(utf8.span, 0..<utf8.count, in: language).frequency > 0
  }

  /// Whether a word is an address, a file or an identifier: it has signs of those inside.
  private func isAmongCode(_ place: Int) -> Bool {
    var start = place
    while start > 0, line.kinds[start - 1] != .space { start -= 1 }
    var end = place
    while end < line.folded.count, line.kinds[end] != .space { end += 1 }
    return (start..<end).contains { index in
      let scalar = line.folded[index]
      return line.kinds[index] == .sign && scalar < 0x80 && CodeBytes.joins(UInt8(scalar))
    }
  }
}
