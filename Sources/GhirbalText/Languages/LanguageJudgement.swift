/// The language that the counts of a text speak for, and how surely.
struct LanguageJudgement {
  private let reading: LanguageReading

  /// - Parameter reading: A text that was read.
  init(_ reading: LanguageReading) { self.reading = reading }

  var guess: LanguageGuess {
    let latin = Int(reading.scripts[0])
    let arabic = Int(reading.scripts[1])
    let cyrillic = Int(reading.scripts[2])
    let hebrew = Int(reading.scripts[3])
    let yiddish = Int(reading.scripts[4])
    let others = Int(reading.scripts[5])
    let syllables = reading.eastAsian.weight
    let total = latin + arabic + cyrillic + hebrew + yiddish + syllables + others
    guard total > 0 else { return .unknown }
    let most = max(latin, arabic, cyrillic, hebrew, syllables, others)
    let share = Double(most) / Double(total)
    guard share >= 0.5 else { return .unknown }
    guard most > others else { return LanguageGuess(language: nil, confidence: share) }
    if most == arabic {
      return best(of: LanguageCandidate.arabicScript, words: reading.arabicWords, share)
    }
    if most == latin {
      return best(of: LanguageCandidate.latinScript, words: reading.latinWords, share)
    }
    if most == cyrillic {
      return best(of: LanguageCandidate.cyrillicScript, words: reading.cyrillicWords, share)
    }
    if most == hebrew {
      if hebrew < 3 || yiddish * 100 > hebrew { return .unknown }
      return LanguageGuess(language: .hebrew, confidence: share)
    }
    return reading.eastAsian.guess(share)
  }

  /// Whether the words of a text in Arabic script bear out what its letters say.
  ///
  /// None speaks for another language more than for `candidate`, or in a line one alone where the lexicon
  /// knows most words. Of three words and more it knows some: Azerbaijani has Persian's letters.
  private func isBorneOutByWords(_ candidate: LanguageCandidate) -> Bool {
    let own = reading.scores[candidate.rawValue]
    let rival = LanguageCandidate.arabicScript.map { reading.scores[$0] }.max() ?? 0
    guard candidate == .persian, reading.arabicWords >= 3 else {
      return rival <= own && (own > 0 || reading.arabicWords <= Self.maxWordsWithoutFunctionWord)
    }
    let known = knownPersianWords()
    if rival > own {
      return reading.arabicWords >= 5 && rival <= own + LanguageReading.unit
        && known.count * 2 >= known.of
    }
    return known.count * (own > 0 ? 4 : 3) >= known.of
  }

  private static let maxWordsWithoutFunctionWord = 5

  /// How many of the first words Persian running text has often, also two run together, and of how many.
  private func knownPersianWords() -> (count: Int, of: Int) {
    let start = reading.text.bytes.span.extracting(
      first: min(reading.text.count, LanguageReading.wholeUTF8Count))
    func isKnown(_ range: Range<Int>, frequency: Int) -> Bool {
      WordLexicon.shared.entry(start, range, in: .persian).frequency >= frequency
    }
    var known = (count: 0, of: 0)
    var position = 0
    while let word = LetterRun.next(in: start, from: position) {
      let range = word.utf8Range
      position = range.upperBound
      guard word.script == .arabic else { continue }
      known.of += 1
      let isOfKnownWords =
        isKnown(range, frequency: 10)
        || range.dropFirst().contains { place in
          start[place] & 0xC0 != 0x80
            && place - range.lowerBound >= 6 && range.upperBound - place >= 6
            && isKnown(range.lowerBound..<place, frequency: 14)
            && isKnown(place..<range.upperBound, frequency: 14)
        }
      if isOfKnownWords { known.count += 1 }
    }
    return known
  }

  private func best(of candidates: Range<Int>, words: Int, _ share: Double) -> LanguageGuess {
    let evidence = LanguageEvidence.shared
    var letters = [48 of Double](repeating: 0)
    var seen = reading.candidatesSeen
    var rows = reading.rowsSeen & ~1
    while rows != 0 {
      let row = rows.trailingZeroBitCount
      for index in evidence.rowStarts[row - 1]..<evidence.rowStarts[row] {
        let (candidate, weight) = evidence.rowWeights[index]
        letters[candidate] += weight * Double(reading.rowCounts[row])
        seen |= 1 << UInt64(candidate)
      }
      rows &= rows - 1
    }
    if reading.vietnamese > 0 {
      letters[LanguageCandidate.vietnamese.rawValue] += Double(reading.vietnamese)
      seen |= 1 << UInt64(LanguageCandidate.vietnamese.rawValue)
    }
    seen &= (1 << UInt64(candidates.upperBound)) - (1 << UInt64(candidates.lowerBound))
    var first = candidates.lowerBound
    var firstScore = -1.0
    var secondScore = 0.0
    while seen != 0 {
      let candidate = seen.trailingZeroBitCount
      seen &= seen - 1
      let score =
        Double(reading.scores[candidate]) / Double(LanguageReading.unit) + letters[candidate]
      if score > firstScore {
        secondScore = max(0, firstScore)
        first = candidate
        firstScore = score
      } else {
        secondScore = max(secondScore, score)
      }
    }
    // One word of its own, or as much, and in longer text one in sixteen words; found on the headlines
    // and name lists of the tests.
    guard firstScore >= 0.9, firstScore >= 1.3 * secondScore, firstScore * 16 >= Double(words)
    else {
      guard candidates == LanguageCandidate.arabicScript,
        let candidate = evidence.arabicLetters.language(
          reading.rowsSeen, letterCount: Int(reading.scripts[1])),
        isBorneOutByWords(candidate)
      else { return .unknown }
      // A fragment rather takes its page's language.
      let isLine = reading.scripts[1] >= 30
      return LanguageGuess(language: candidate.language, confidence: share * (isLine ? 0.6 : 0.4))
    }
    let language = LanguageCandidate(rawValue: first)?.language
    // غیر معتبر and صفحات مع are Urdu too: Arabic is only told by its own letters, or by many words.
    if language == .arabic, evidence.arabicLetters.areOnlyPersianSpellings(reading.rowsSeen),
      reading.hits[first] < 4
    {
      return .unknown
    }
    // One word may be a name or a unit, outside of English and of the scripts of few languages; in those
    // it may be one of theirs.
    if language == nil || candidates != LanguageCandidate.arabicScript && language != .english {
      guard reading.hits[first] >= 2 || letters[first] >= 0.4 && words > 1 || firstScore >= 2 else {
        return .unknown
      }
    }
    let margin = (firstScore - secondScore) / firstScore
    return LanguageGuess(
      language: language, confidence: share * min(1, 0.4 + 0.3 * margin + 0.1 * min(3, firstScore)))
  }
}
