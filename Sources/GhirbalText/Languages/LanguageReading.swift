/// Counts of what one read of a text shows about its language.
struct LanguageReading {
  let text: Scalars

  private var scores = [Double](repeating: 0, count: LanguageCandidate.allCases.count)
  /// How many function words there were, without names that look like one (Ben, Ada, Los).
  private var hits = [Int](repeating: 0, count: LanguageCandidate.allCases.count)
  /// How often each scalar of two bytes occurs; empty where none does, as in most English.
  private var histogram: [UInt32] = []
  /// A bit for each of them that occurs: few do, and the histogram is long.
  private var present: [UInt64] = []
  private var latin = 0
  private var latinWords = 0
  private var arabicWords = 0
  private var cyrillicWords = 0
  private var han = 0
  private var kana = 0
  private var japaneseForms = 0
  private var chineseForms = 0
  private var vietnamese = 0
  private var others = 0

  init(text: Scalars) { self.text = text }

  mutating func read() {
    let evidence = LanguageEvidence.shared
    var hash = LanguageEvidence.seed
    var packed: UInt64 = 0
    var letters = 0
    /// The first scalar of the word, and whether it begins with the Arabic article.
    var first: UInt32 = 0
    var hasArticle = false
    /// Whether the word has a capital inside a sentence, and whether one begins here.
    var isName = false
    var beginsSentence = true
    var offset = 0
    let end = text.count
    while offset <= end {
      var value: UInt32 = 0
      var length = 1
      if offset < end { (value, length) = text.scalar(at: offset) }
      offset += length
      if isWordLetter(value) {
        if value >= 0x80 {
          if value < 0x800 { count(value) } else { vietnamese += 1 }
        } else {
          latin += 1
        }
        let folded = LanguageEvidence.folded(value)
        if letters == 0 {
          first = folded
          isName = folded != value && value < 0x530 && !beginsSentence
          beginsSentence = false
        }
        if letters == 1 { hasArticle = first == 0x627 && folded == 0x644 }
        hash = LanguageEvidence.extend(hash, by: folded)
        packed = packed << 12 | UInt64(folded & 0xFFF)
        letters += 1
        continue
      }
      // Vowel signs and tatweel are no end of a word.
      if ScalarKinds.isArabicMark(value) || value == 0x640 { continue }
      if letters > 0 {
        // l’homme and d’un are French; a lone letter elsewhere is an initial or a bullet.
        let isInitial =
          letters == 1 && LanguageReading.isConsonant(first) && value != 0x27 && value != 0x2019
        if !isInitial {
          endWord(hash, packed, letters, first, hasArticle: hasArticle, isName: isName, evidence)
        }
        hash = LanguageEvidence.seed
        packed = 0
        letters = 0
        hasArticle = false
      }
      if value >= 0x80 {
        countOther(value)
      } else if value == 0x2E || value == 0x21 || value == 0x3F || value == 0x0A {
        beginsSentence = true
      }
    }
  }

  private mutating func count(_ value: UInt32) {
    if histogram.isEmpty {
      histogram = [UInt32](repeating: 0, count: 0x800)
      present = [UInt64](repeating: 0, count: 0x800 / 64)
    }
    histogram[Int(value)] &+= 1
    present[Int(value >> 6)] |= 1 << UInt64(value & 63)
  }

  /// Calls `body` with each scalar of two bytes that occurs, ascending.
  @inline(__always)
  private func forEachPresent(_ body: (Int) -> Void) {
    for (index, bits) in present.enumerated() {
      var left = bits
      while left != 0 {
        body(index << 6 | left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }

  private static func isConsonant(_ value: UInt32) -> Bool {
    guard ScalarKinds.isASCIILetter(value) else { return false }
    switch value {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return false
    default: return true
    }
  }

  @inline(__always)
  private func isWordLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x259, 0x400...0x481, 0x48A...0x52F: return true
    case 0x5D0...0x5F2: return true
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF,
      0x6FA...0x6FF, 0x750...0x77F:
      return true
    case 0x1EA0...0x1EF9: return true
    default: return false
    }
  }

  private mutating func countOther(_ value: UInt32) {
    switch value {
    // Inverted marks are Spanish, and no letters.
    case 0xA1, 0xBF: count(value)
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: kana += 1
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      han += 1
      switch value {
      // 駅図発経済気対変応円権関読売県辺実広検総続戦鉄転伝働込
      case 0x99C5, 0x56F3, 0x767A, 0x7D4C, 0x6E08, 0x6C17, 0x5BFE, 0x5909, 0x5FDC, 0x5186, 0x6A29,
        0x95A2, 0x8AAD, 0x58F2, 0x770C, 0x8FBA, 0x5B9F, 0x5E83, 0x691C, 0x7DCF, 0x7D9A, 0x6226,
        0x9244, 0x8EE2, 0x4F1D, 0x50CD, 0x8FBC:
        japaneseForms += 1
      // 的这是们个说时为对没让还从与国发
      case 0x7684, 0x8FD9, 0x662F, 0x4EEC, 0x4E2A, 0x8BF4, 0x65F6, 0x4E3A, 0x5BF9, 0x6CA1, 0x8BA9,
        0x8FD8, 0x4ECE, 0x4E0E, 0x53D1, 0x5728, 0x9019, 0x5011, 0x500B, 0x8AAA, 0x70BA:
        chineseForms += 1
      default: break
      }
    case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: others += 2
    case 0x370...0x3FF, 0x530...0x58F, 0x700...0x74F, 0x780...0x8FF, 0x900...0x1CFF,
      0x1E00...0x1FFF,
      0x2C00...0x2DFF, 0xA000...0xABFF, 0x10000...0x1EFFF:
      if value < 0x1F000 || value > 0x1FAFF { others += 1 }
    case 0xFB50...0xFDFB, 0xFE70...0xFEFC: count(0x627)
    default: break
    }
  }

  private mutating func endWord(
    _ hash: UInt64, _ packed: UInt64, _ letters: Int, _ first: UInt32, hasArticle: Bool,
    isName: Bool, _ evidence: LanguageEvidence
  ) {
    if first < 0x250 || first > 0x1E00 {
      latinWords += 1
    } else if first >= 0x600 {
      arabicWords += 1
    } else {
      cyrillicWords += 1
    }
    if letters <= 12 {
      let found = evidence.candidates(for: hash)
      if found != 0 {
        // A title may have its function words in capitals too. A long one of one language is as
        // good as two.
        let isLong = letters >= 5 && found.nonzeroBitCount == 1
        add(
          found, (isName ? 0.4 : 1) / Double(found.nonzeroBitCount),
          hits: isName ? 0 : isLong ? 2 : 1)
        return
      }
    }
    if hasArticle, letters >= 5 { scores[LanguageCandidate.arabic.rawValue] += 0.3 }
    guard letters >= 5, first < 0x250 else { return }
    var found = evidence.candidates(for: LanguageEvidence.endingKey(packed, 4))
    if found == 0 { found = evidence.candidates(for: LanguageEvidence.endingKey(packed, 3)) }
    if found != 0 { add(found, 0.35 / Double(found.nonzeroBitCount)) }
  }

  @inline(__always)
  private mutating func add(_ candidates: UInt64, _ weight: Double, hits found: Int = 0) {
    var left = candidates
    while left != 0 {
      scores[left.trailingZeroBitCount] += weight
      hits[left.trailingZeroBitCount] += found
      left &= left - 1
    }
  }

  // MARK: - Judging

  func guess() -> LanguageGuess {
    let hebrew = sum(0x5D0...0x5EA)
    let yiddish = sum(0x5F0...0x5F2)
    let arabic = sum(0x620...0x6FF) + sum(0x750...0x77F)
    let cyrillic = sum(0x400...0x52F)
    let latin = self.latin + sum(0xC0...0x24F) + vietnamese
    // A letter that is a syllable or a word counts for about three of an alphabet.
    let eastAsian = 3 * (han + kana)
    let total = latin + arabic + cyrillic + hebrew + yiddish + eastAsian + others
    guard total > 0 else { return .unknown }
    let most = max(latin, arabic, cyrillic, hebrew, eastAsian, others)
    let share = Double(most) / Double(total)
    guard share >= 0.5, most > others else { return .unknown }
    if most == arabic {
      return best(of: LanguageCandidate.arabicScript, words: arabicWords, share)
    }
    if most == latin { return best(of: LanguageCandidate.latinScript, words: latinWords, share) }
    if most == cyrillic {
      return best(of: LanguageCandidate.cyrillicScript, words: cyrillicWords, share)
    }
    if most == hebrew {
      if hebrew < 3 || yiddish * 100 > hebrew { return .unknown }
      return LanguageGuess(language: .hebrew, confidence: share)
    }
    return eastAsianGuess(share)
  }

  private func eastAsianGuess(_ share: Double) -> LanguageGuess {
    if kana * 12 > han { return LanguageGuess(language: .japanese, confidence: share) }
    if kana > 0 || han < 2 { return .unknown }
    if japaneseForms > chineseForms {
      return LanguageGuess(language: .japanese, confidence: share * 0.7)
    }
    return LanguageGuess(
      language: .chinese, confidence: share * (chineseForms > 0 || han > 20 ? 1 : 0.6))
  }

  private func sum(_ range: ClosedRange<Int>) -> Int {
    var sum = 0
    forEachPresent { if range.contains($0) { sum += Int(histogram[$0]) } }
    return sum
  }

  private func best(of candidates: Range<Int>, words: Int, _ share: Double) -> LanguageGuess {
    let evidence = LanguageEvidence.shared
    var letters = [Double](repeating: 0, count: scores.count)
    forEachPresent { value in
      let folded = LanguageEvidence.folded(UInt32(value))
      // Yeh and kaf are told apart here and only here.
      let row = evidence.letterRow[folded == 0x6CC || folded == 0x6A9 ? value : Int(folded)]
      for (candidate, weight) in evidence.letterWeights[Int(row)] {
        letters[candidate] += weight * Double(histogram[value])
      }
    }
    letters[LanguageCandidate.vietnamese.rawValue] += Double(vietnamese)
    var first = candidates.lowerBound
    var firstScore = -1.0
    var secondScore = 0.0
    for candidate in candidates {
      let score = scores[candidate] + letters[candidate]
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
    guard firstScore >= 0.9, firstScore >= 1.3 * secondScore, firstScore * 16 >= Double(words),
      let language = LanguageCandidate.allCases[first].language
    else { return .unknown }
    // One word may be a name or a unit, outside of English and of the scripts of few languages.
    if candidates != LanguageCandidate.arabicScript, language != .english {
      guard hits[first] >= 2 || letters[first] >= 0.4 && words > 1 || firstScore >= 2 else {
        return .unknown
      }
    }
    let margin = (firstScore - secondScore) / firstScore
    return LanguageGuess(
      language: language, confidence: share * min(1, 0.4 + 0.3 * margin + 0.1 * min(3, firstScore)))
  }
}
