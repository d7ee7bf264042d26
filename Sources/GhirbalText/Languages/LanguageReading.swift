/// Counts of what one read of a text shows about its language.
struct LanguageReading {
  /// Texts up to here are read whole. Of longer ones `windowCount` parts, spread evenly, are read:
  /// some forty words of English, twenty-five of Arabic, and more tells no more (docs/benchmarks/text.md).
  static let wholeUTF8Count = 240
  private static let windowUTF8Count = 60
  private static let windowCount = 4

  let text: Scalars

  /// In `unit`s.
  private(set) var scores = [48 of Int32](repeating: 0)
  /// How many function words there were, without names that look like one (Ben, Ada, Los).
  private(set) var hits = [48 of Int32](repeating: 0)
  /// How many letters of each row of distinctive letters there were, and which rows had any.
  private(set) var rowCounts = [64 of UInt16](repeating: 0)
  private(set) var rowsSeen: UInt64 = 0
  /// The candidates that any word spoke for, as bits.
  private(set) var candidatesSeen: UInt64 = 0
  /// By ``LanguageLetters/Script``.
  private(set) var scripts = [8 of Int32](repeating: 0)
  private(set) var latinWords = 0
  private(set) var arabicWords = 0
  private(set) var cyrillicWords = 0
  private(set) var eastAsian = EastAsianReading()
  private(set) var vietnamese = 0

  /// A function word's worth: up to ten candidates share it without a rest.
  static let unit: Int32 = 2520

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
    var word = Word()
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
          if word.letters == 0, entry & LanguageLetters.isLetter != 0,
            let ascii = ASCIIWord(at: offset, in: bytes),
            ascii.next < 0x80 || !goesOn(at: offset + ascii.count, entries)
          {
            readWhole(ascii, at: offset, isName: byte & 0x20 == 0 && !beginsSentence, evidence)
            beginsSentence = false
            offset += ascii.count
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
          entry = entryOfWide(value)
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
        if word.letters == 0 {
          word.first = value >= 0x1E00 ? value : folded
          word.isName = folded != value && value < 0x530 && !beginsSentence
          beginsSentence = false
        } else if word.letters == 1 {
          word.hasArticle = word.first == 0x627 && folded == 0x644
        }
        word.add(folded)
        // The letters of two bytes behind the second one, without what only the first ones ask.
        while word.letters > 1, offset + 1 < range.upperBound, bytes[offset] & 0xE0 == 0xC0 {
          let value = UInt32(bytes[offset] & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
          let entry = entries[Int(value)]
          let itsScript = entry >> LanguageLetters.scriptShift & 7
          guard entry & LanguageLetters.isLetter != 0, itsScript == script else { break }
          countRow(Int(entry >> LanguageLetters.rowShift))
          word.add(entry & LanguageLetters.foldedMask)
          uncounted &+= 1
          offset += 2
        }
        continue
      }
      if entry & LanguageLetters.isSkipped != 0 { continue }
      if word.letters > 0 {
        end(word, before: value, evidence)
        word = Word()
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

  /// A word as far as it was read.
  private struct Word {
    var hash: UInt64 = 0
    var packed: UInt64 = 0
    var letters = 0
    /// The first scalar, and whether it begins with the Arabic article.
    var first: UInt32 = 0
    var hasArticle = false
    /// Whether it has a capital inside a sentence.
    var isName = false

    @inline(__always)
    mutating func add(_ folded: UInt32) {
      hash = LanguageEvidence.extend(hash, by: folded)
      packed = packed << 12 | UInt64(folded)
      letters += 1
    }
  }

  /// Takes a word of ASCII letters; a lone consonant counts only before an apostrophe.
  @inline(__always)
  private mutating func readWhole(
    _ word: ASCIIWord, at offset: Int, isName: Bool, _ evidence: LanguageEvidence
  ) {
    if word.count > 1 || !Self.isConsonant(UInt32(text.bytes[offset])) || word.next == 0x27
      || word.next == 0xE2 && text.scalar(at: offset + 1).value == 0x2019
    {
      endWord(word, isName: isName, evidence)
    }
    scripts[0] &+= Int32(truncatingIfNeeded: word.count)
  }

  /// The entry of a scalar of more than two bytes, which is counted; of Vietnamese, its letters.
  private mutating func entryOfWide(_ value: UInt32) -> UInt32 {
    guard (0x1EA0...0x1EF9).contains(value) else {
      countOther(value)
      return 0
    }
    vietnamese += 1
    return LanguageLetters.isLetter | value & LanguageLetters.foldedMask
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
    addEnding(evidence, word.endingKey(4), word.endingKey(3))
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
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      eastAsian.count(value)
    case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: scripts[5] &+= 2
    case 0x800...0x8FF, 0x900...0x1CFF, 0x1E00...0x1FFF, 0x2C00...0x2DFF, 0xA000...0xABFF,
      0x10000...0x1EFFF:
      scripts[5] &+= 1
    case 0xFB50...0xFDFB, 0xFE70...0xFEFC: scripts[1] &+= 1
    default: break
    }
  }

  /// Ends a word that `next` stands behind.
  private mutating func end(_ word: Word, before next: UInt32, _ evidence: LanguageEvidence) {
    // l’homme and d’un are French; a lone letter elsewhere is an initial or a bullet.
    if word.letters == 1, Self.isConsonant(word.first), next != 0x27, next != 0x2019 { return }
    if word.first < 0x250 || word.first > 0x1E00 {
      latinWords += 1
    } else if word.first >= 0x600 {
      arabicWords += 1
    } else {
      cyrillicWords += 1
    }
    if word.letters <= 12 {
      let found = evidence.candidates(for: LanguageEvidence.wordKey(word.hash, word.letters))
      if found != 0 {
        addWord(found, word.letters, isName: word.isName)
        return
      }
    }
    if word.hasArticle, word.letters >= 5 {
      add(1 << UInt64(LanguageCandidate.arabic.rawValue), Self.unit * 3 / 10)
    }
    guard word.letters >= 5, word.first < 0x250 else { return }
    addEnding(
      evidence, LanguageEvidence.endingKey(word.packed, 4),
      LanguageEvidence.endingKey(word.packed, 3))
  }

  /// Counts the longer of two endings that is known.
  @inline(__always)
  private mutating func addEnding(
    _ evidence: LanguageEvidence, _ longer: UInt64, _ shorter: UInt64
  ) {
    var found = evidence.candidates(for: longer)
    if found == 0 { found = evidence.candidates(for: shorter) }
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
}
