/// Counts of what one read of a text shows about its language.
struct LanguageReading {
  /// Texts up to here are read whole. Of longer ones `windowCount` parts, spread evenly, are read:
  /// some forty words of English, twenty-five of Arabic, and more tells no more (docs/benchmarks/text.md).
  static let wholeUTF8Count = 240
  private static let windowUTF8Count = 60
  private static let windowCount = 4

  private let text: Scalars

  /// In `unit`s.
  private var scores = [48 of Int32](repeating: 0)
  /// How many function words there were, without names that look like one (Ben, Ada, Los).
  private var hits = [48 of Int32](repeating: 0)
  /// How many letters of each row of ``DistinctiveLetters`` there were, and which rows had any.
  private var rowCounts = [64 of UInt16](repeating: 0)
  private var rowsSeen: UInt64 = 0
  /// The candidates that any word spoke for, as bits.
  private var candidatesSeen: UInt64 = 0
  /// By ``LanguageLetters/Script``.
  private var scripts = [8 of Int32](repeating: 0)
  private var latinWords = 0
  private var arabicWords = 0
  private var cyrillicWords = 0
  private var han = 0
  private var kana = 0
  private var japaneseForms = 0
  private var chineseForms = 0
  private var vietnamese = 0

  /// A function word's worth: up to ten candidates share it without a rest.
  private static let unit: Int32 = 2520

  init(text: Scalars) { self.text = text }

  mutating func read() {
    let evidence = LanguageEvidence.shared
    evidence.letters.entries.withUnsafeBufferPointer { entries in
      guard text.count > Self.wholeUTF8Count else {
        read(0..<text.count, entries, evidence)
        return
      }
      let step = (text.count - Self.windowUTF8Count) / (Self.windowCount - 1)
      for window in 0..<Self.windowCount {
        let start = beginning(of: window * step)
        let end = min(text.count, window * step + Self.windowUTF8Count)
        if start < end { read(start..<end, entries, evidence) }
      }
    }
  }

  /// The first start of a word at or behind `offset`, not far; a scalar boundary otherwise.
  private func beginning(of offset: Int) -> Int {
    if offset == 0 { return 0 }
    var position = offset
    while position < min(offset + 40, text.count) {
      if text.bytes[position] <= 0x20 { return position + 1 }
      position += 1
    }
    position = offset
    while position < text.count, text.bytes[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }

  private mutating func read(
    _ range: Range<Int>, _ entries: UnsafeBufferPointer<UInt32>, _ evidence: LanguageEvidence
  ) {
    let bytes = text.bytes
    var hash: UInt64 = 0
    var packed: UInt64 = 0
    var letters = 0
    /// The first scalar of the word, and whether it begins with the Arabic article.
    var first: UInt32 = 0
    var hasArticle = false
    /// Whether the word has a capital inside a sentence, and whether one begins here.
    var isName = false
    var beginsSentence = range.lowerBound == 0
    var offset = range.lowerBound
    /// The script of the last letter, and how many letters of it are not counted yet.
    var script: UInt32 = 0
    var uncounted: Int32 = 0
    // One step behind the end closes the last word, unless a window cut it.
    while offset <= range.upperBound {
      var value: UInt32 = 0
      var entry: UInt32 = 0
      if offset < range.upperBound {
        let byte = bytes[offset]
        if byte < 0x80 {
          entry = entries[Int(byte)]
          if letters == 0, entry & LanguageLetters.isLetter != 0,
            let word = ASCIIWord(at: offset, in: bytes),
            word.next < 0x80 || !goesOn(at: offset + word.count, entries)
          {
            // A lone consonant is judged as below.
            if word.count > 1 || !Self.isConsonant(UInt32(byte)) || word.next == 0x27
              || word.next == 0xE2 && text.scalar(at: offset + 1).value == 0x2019
            {
              endWord(word, isName: byte & 0x20 == 0 && !beginsSentence, evidence)
            }
            beginsSentence = false
            scripts[0] &+= Int32(truncatingIfNeeded: word.count)
            offset += word.count
            continue
          }
          value = UInt32(byte)
          offset += 1
        } else if byte < 0xE0, offset + 1 < bytes.count {
          value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
          entry = entries[Int(value)]
          offset += 2
        } else {
          let found = text.scalar(at: offset)
          value = found.value
          offset += found.count
          if (0x1EA0...0x1EF9).contains(value) {
            entry = LanguageLetters.isLetter | value & LanguageLetters.foldedMask
            vietnamese += 1
          } else {
            countOther(value)
          }
        }
      } else {
        if range.upperBound < bytes.count { break }
        offset += 1
      }
      if entry & LanguageLetters.isLetter != 0 {
        let itsScript = entry >> LanguageLetters.scriptShift & 7
        if itsScript != script {
          scripts[Int(script)] &+= uncounted
          script = itsScript
          uncounted = 0
        }
        uncounted &+= 1
        countRow(Int(entry >> LanguageLetters.rowShift))
        let folded = entry & LanguageLetters.foldedMask
        if letters == 0 {
          first = value >= 0x1E00 ? value : folded
          isName = folded != value && value < 0x530 && !beginsSentence
          beginsSentence = false
        } else if letters == 1 {
          hasArticle = first == 0x627 && folded == 0x644
        }
        hash = LanguageEvidence.extend(hash, by: folded)
        packed = packed << 12 | UInt64(folded)
        letters += 1
        // The letters of two bytes behind the second one, without what only the first ones ask.
        while letters > 1, offset + 1 < range.upperBound, bytes[offset] & 0xE0 == 0xC0 {
          let value = UInt32(bytes[offset] & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
          let entry = entries[Int(value)]
          let itsScript = entry >> LanguageLetters.scriptShift & 7
          guard entry & LanguageLetters.isLetter != 0, itsScript == script else { break }
          countRow(Int(entry >> LanguageLetters.rowShift))
          let folded = entry & LanguageLetters.foldedMask
          hash = LanguageEvidence.extend(hash, by: folded)
          packed = packed << 12 | UInt64(folded)
          letters += 1
          uncounted &+= 1
          offset += 2
        }
        continue
      }
      if entry & LanguageLetters.isSkipped != 0 { continue }
      if letters > 0 {
        // l’homme and d’un are French; a lone letter elsewhere is an initial or a bullet.
        let isInitial =
          letters == 1 && Self.isConsonant(first) && value != 0x27 && value != 0x2019
        if !isInitial {
          endWord(hash, packed, letters, first, hasArticle: hasArticle, isName: isName, evidence)
        }
        hash = 0
        packed = 0
        letters = 0
        hasArticle = false
      }
      if entry & LanguageLetters.endsSentence != 0 {
        beginsSentence = true
      } else if entry & LanguageLetters.isCounted != 0 {
        let row = Int(entry >> LanguageLetters.rowShift)
        countRow(row)
        if row == 0 { scripts[5] &+= 1 }
      }
    }
    scripts[Int(script)] &+= uncounted
  }

  /// Whether a letter or a sign that is no end of a word stands at `offset`, beyond ASCII.
  private func goesOn(at offset: Int, _ entries: UnsafeBufferPointer<UInt32>) -> Bool {
    let value = text.scalar(at: offset).value
    if value >= 0x800 { return (0x1EA0...0x1EF9).contains(value) }
    return entries[Int(value)] & (LanguageLetters.isLetter | LanguageLetters.isSkipped) != 0
  }

  /// Ends a word of ASCII letters.
  @inline(__always)
  private mutating func endWord(_ word: ASCIIWord, isName: Bool, _ evidence: LanguageEvidence) {
    latinWords += 1
    if word.count <= 12 {
      let found = evidence.candidates(for: word.key)
      if found != 0 {
        addWord(found, word.count, isName: isName)
        return
      }
    }
    guard word.count >= 5 else { return }
    var found = evidence.candidates(for: word.endingKey(4))
    if found == 0 { found = evidence.candidates(for: word.endingKey(3)) }
    if found != 0 { add(found, Self.unit * 7 / 20 / Int32(found.nonzeroBitCount)) }
  }

  /// Row 0 stands for no row: to count it too is cheaper than to ask.
  @inline(__always)
  private mutating func countRow(_ row: Int) {
    rowCounts[row & 63] &+= 1
    rowsSeen |= 1 << UInt64(row)
  }

  private static func isConsonant(_ value: UInt32) -> Bool {
    guard value.isASCIILetter else { return false }
    switch value {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return false
    default: return true
    }
  }

  private mutating func countOther(_ value: UInt32) {
    switch value {
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
    case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: scripts[5] &+= 2
    case 0x800...0x8FF, 0x900...0x1CFF, 0x1E00...0x1FFF, 0x2C00...0x2DFF, 0xA000...0xABFF,
      0x10000...0x1EFFF:
      scripts[5] &+= 1
    case 0xFB50...0xFDFB, 0xFE70...0xFEFC: scripts[1] &+= 1
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
      let found = evidence.candidates(for: LanguageEvidence.wordKey(hash, letters))
      if found != 0 {
        addWord(found, letters, isName: isName)
        return
      }
    }
    if hasArticle, letters >= 5 {
      add(1 << UInt64(LanguageCandidate.arabic.rawValue), Self.unit * 3 / 10)
    }
    guard letters >= 5, first < 0x250 else { return }
    var found = evidence.candidates(for: LanguageEvidence.endingKey(packed, 4))
    if found == 0 { found = evidence.candidates(for: LanguageEvidence.endingKey(packed, 3)) }
    if found != 0 { add(found, Self.unit * 7 / 20 / Int32(found.nonzeroBitCount)) }
  }

  @inline(__always)
  private mutating func addWord(_ found: UInt64, _ letters: Int, isName: Bool) {
    // A title may have its function words in capitals too. A long one of one language is as good as
    // two.
    let shares = Int32(found.nonzeroBitCount)
    let isLong = letters >= 5 && shares == 1
    add(
      found, (isName ? Self.unit * 2 / 5 : Self.unit) / shares, hits: isName ? 0 : isLong ? 2 : 1)
  }

  @inline(__always)
  private mutating func add(_ candidates: UInt64, _ weight: Int32, hits found: Int32 = 0) {
    candidatesSeen |= candidates
    var left = candidates
    while left != 0 {
      scores[left.trailingZeroBitCount] &+= weight
      hits[left.trailingZeroBitCount] &+= found
      left &= left - 1
    }
  }

  // MARK: - Judging

  func guess() -> LanguageGuess {
    let latin = Int(scripts[0])
    let arabic = Int(scripts[1])
    let cyrillic = Int(scripts[2])
    let hebrew = Int(scripts[3])
    let yiddish = Int(scripts[4])
    let others = Int(scripts[5])
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

  private func best(of candidates: Range<Int>, words: Int, _ share: Double) -> LanguageGuess {
    let evidence = LanguageEvidence.shared
    var letters = [48 of Double](repeating: 0)
    var seen = candidatesSeen
    var rows = rowsSeen & ~1
    while rows != 0 {
      let row = rows.trailingZeroBitCount
      for index in evidence.rowStarts[row - 1]..<evidence.rowStarts[row] {
        let (candidate, weight) = evidence.rowWeights[index]
        letters[candidate] += weight * Double(rowCounts[row])
        seen |= 1 << UInt64(candidate)
      }
      rows &= rows - 1
    }
    if vietnamese > 0 {
      letters[LanguageCandidate.vietnamese.rawValue] += Double(vietnamese)
      seen |= 1 << UInt64(LanguageCandidate.vietnamese.rawValue)
    }
    seen &= (1 << UInt64(candidates.upperBound)) - (1 << UInt64(candidates.lowerBound))
    var first = candidates.lowerBound
    var firstScore = -1.0
    var secondScore = 0.0
    while seen != 0 {
      let candidate = seen.trailingZeroBitCount
      seen &= seen - 1
      let score = Double(scores[candidate]) / Double(Self.unit) + letters[candidate]
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
      let language = LanguageCandidate(rawValue: first)?.language
    else { return .unknown }
    // غیر معتبر and صفحات مع are Urdu too: Arabic is only told by its own letters, or by many words.
    if language == .arabic, evidence.hasOnlyPersianForms(rowsSeen), hits[first] < 4 {
      return .unknown
    }
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
