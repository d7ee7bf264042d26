/// A run of letters without a non-joiner in it: a word, or a part of one between non-joiners.
struct WordPart {
  var utf8Range: Range<Int>
  var count = 0
  var hash: UInt64
  /// The hash of the part before and this one, written together.
  var joinedHash: UInt64
  var entry = WordLexicon.Entry()
  var before = WordEdge.open
  var after = WordEdge.open
  /// Part of an address, a hashtag or an identifier, beside a digit, or not of the language's letters.
  var isProtected = false
  /// Where the one space starts that parts it from the part before; nil where something else does.
  var gap: Int?
}

/// Reads a text into the words of one language, and finds non-joiners that do nothing.
struct WordScanner: ~Copyable {
  let language: BoundaryLanguage
  let lexicon: WordLexicon
  private(set) var parts: [WordPart] = []
  /// Doubled and stranded non-joiners.
  private(set) var faults: [Replacement<WordFinding>] = []
  private var wordCount = 0
  private var foreignWordCount = 0
  private var arabicLetterCount = 0
  private var persianLetterCount = 0

  init(_ language: BoundaryLanguage, in lexicon: WordLexicon) {
    self.language = language
    self.lexicon = lexicon
  }

  mutating func scan(_ text: Span<UInt8>) {
    parts.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    (wordCount, foreignWordCount, arabicLetterCount, persianLetterCount) = (0, 0, 0, 0)
    if language == .english { scanLatin(text) } else { scanArabic(text) }
    if isOfAnotherLanguage {
      parts.removeAll(keepingCapacity: true)
      faults.removeAll(keepingCapacity: true)
    }
  }

  /// Whether the letters are not those of the language that the block was taken for.
  ///
  /// Kurdish, Urdu and Pashto use other letters in nearly every sentence, and Kurdish writes ه with
  /// a non-joiner at word ends. Arabic nouns with the pronoun ها look like Persian plurals.
  private var isOfAnotherLanguage: Bool {
    if foreignWordCount * 12 > wordCount { return true }
    return language == .persian && arabicLetterCount > persianLetterCount
  }

  // MARK: Latin

  private mutating func scanLatin(_ text: Span<UInt8>) {
    let start = WordHash.start(.english)
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte < 0x80 else {
        position += 1
        continue
      }
      if (byte | 0x20) &- 0x61 >= 26 {
        if CodeBytes.opens(byte), let end = CodeBytes.end(of: text, openedAt: position) {
          position = end
        } else {
          position += 1
        }
        continue
      }
      let first = position
      var hash = start
      while position < text.count {
        let letter = text[position] | 0x20
        guard letter &- 0x61 < 26, text[position] < 0x80 else { break }
        hash = WordHash.step(hash, letter &- 0x60)
        position += 1
      }
      // The shortest words that hold two: toa, ofa.
      guard position - first >= 3, position - first <= LetterSequence.maxCount else { continue }
      let entry = lexicon.entry(hash)
      if entry.has(WordLexicon.settled) { continue }
      if isProtectedLatin(text, first, position) { continue }
      parts.append(
        WordPart(
          utf8Range: first..<position, count: position - first, hash: hash, joinedHash: 0,
          entry: entry))
    }
  }

  /// Beside an apostrophe, a digit, a letter with a mark, or inside a name with dots.
  private func isProtectedLatin(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      byte >= 0xC2 && byte < 0xD7 || byte == 0xCC || byte < 0x80 && CodeBytes.joins(byte)
        || byte &- 0x30 < 10 || byte == UInt8(ascii: "'")
    }
    func isApostrophe(_ place: Int) -> Bool {
      place >= 0 && place + 2 < text.count && text[place] == 0xE2 && text[place + 1] == 0x80
        && text[place + 2] == 0x99
    }
    if start > 0 {
      if joins(text[start - 1])
        || text[start - 1] & 0xC0 == 0x80 && start > 1
          && text[start - 2] >= 0xC2 && text[start - 2] < 0xD7 && text[start - 2] != 0xC2
      {
        return true
      }
      if isApostrophe(start - 3) { return true }
      if text[start - 1] == UInt8(ascii: "."), start > 1,
        CodeBytes.isASCIIAlphanumeric(text[start - 2])
      {
        return true
      }
    }
    guard end < text.count else { return false }
    if text[end] != 0xC2, joins(text[end]) || isApostrophe(end) { return true }
    return text[end] == UInt8(ascii: ".") && end + 1 < text.count
      && CodeBytes.isASCIIAlphanumeric(text[end + 1])
  }

  // MARK: Arabic script

  private mutating func scanArabic(_ text: Span<UInt8>) {
    var position = 0
    /// The end of the word before, when only a space has followed so far.
    var lastEnd = -1
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        if byte == 0x20 {
          position += 1
        } else {
          lastEnd = -1
          if CodeBytes.opens(byte), let end = CodeBytes.end(of: text, openedAt: position) {
            position = end
          } else {
            position += 1
          }
        }
      } else if byte >= 0xD8, byte <= 0xDB, position + 1 < text.count {
        position = readWord(text, position, lastEnd)
        lastEnd = parts.last?.utf8Range.upperBound == position ? position : -1
      } else if language == .persian, text.isNonJoiner(at: position) {
        position = readStranded(text, position, &lastEnd)
      } else {
        let (scalar, width) = text.scalar(at: position)
        if scalar != 0xA0 { lastEnd = -1 }
        position += width
      }
    }
  }

  /// Reads the word at `start` part by part; returns its end.
  private mutating func readWord(_ text: Span<UInt8>, _ start: Int, _ lastEnd: Int) -> Int {
    let table = language == .persian ? LetterCode.persian : LetterCode.arabic
    let isArabic = language == .arabic
    let first = WordHash.start(language)
    let firstPart = parts.count
    var part = WordPart(utf8Range: start..<start, hash: first, joinedHash: 0)
    if lastEnd >= 0, firstPart > 0, isGap(text, lastEnd, start) {
      part.gap = lastEnd
      part.joinedHash = parts[firstPart - 1].hash
    }
    var isForeign = false
    var markCount = 0
    var position = start
    word: while position < text.count {
      let byte = text[position]
      if byte >= 0xD8, byte <= 0xDB, position + 1 < text.count {
        let low = Int(byte & 0x03) << 6 | Int(text[position + 1] & 0x3F)
        let code = table[low]
        switch code {
        case LetterCode.none: break word
        case LetterCode.foreign: isForeign = true
        case LetterCode.mark: markCount += 1
        default:
          let lexical = LetterCode.lexical(code, isArabic: isArabic)
          part.hash = WordHash.step(part.hash, lexical)
          part.joinedHash = WordHash.step(part.joinedHash, lexical)
          part.count += 1
          if LetterCode.arabicOnly.contains(UInt32(low)) {
            arabicLetterCount += 1
            if language == .persian, low == 0x29 { isForeign = true }
          }
          if LetterCode.persianOnly.contains(UInt32(low)) { persianLetterCount += 1 }
        }
        position += 2
      } else if language == .persian, text.isNonJoiner(at: position) {
        let end = text.endOfNonJoiners(from: position)
        guard end + 1 < text.count, text[end] >= 0xD8, text[end] <= 0xDB,
          isLetter(table[Int(text[end] & 0x03) << 6 | Int(text[end + 1] & 0x3F)])
        else { break word }
        if end > position + 3 {
          faults.append(Replacement(position + 3..<end, with: "", .doubledZWNJ))
        }
        part.utf8Range = part.utf8Range.lowerBound..<position
        part.after = .nonJoiner
        parts.append(part)
        part = WordPart(utf8Range: end..<end, hash: first, joinedHash: 0, before: .nonJoiner)
        position = end
      } else {
        break word
      }
    }
    if position == start { return start + 2 }
    part.utf8Range = part.utf8Range.lowerBound..<position
    parts.append(part)
    wordCount += 1
    if isForeign { foreignWordCount += 1 }
    let isProtected =
      isForeign || markCount > (isArabic ? 2 : 1) || isJoinedToCode(text, start, position)
    for index in firstPart..<parts.count {
      parts[index].isProtected = isProtected || parts[index].count > LetterSequence.maxCount
      parts[index].entry = lexicon.entry(parts[index].hash)
    }
    return position
  }

  @inline(__always)
  private func isLetter(_ code: UInt8) -> Bool {
    code < LetterCode.none || code == LetterCode.foreign
  }

  /// Whether exactly one space, with or without non-joiners beside it, stands between two words.
  private func isGap(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let space = text.endOfNonJoiners(from: start)
    let width = text.spaceWidth(at: space)
    return width > 0 && text.endOfNonJoiners(from: space + width) == end
  }

  /// Whether the word is part of a file name, address, hashtag or identifier, or beside a digit.
  private func isJoinedToCode(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    func joins(_ byte: UInt8) -> Bool { CodeBytes.joins(byte) || byte &- 0x30 < 10 }
    if start > 0, joins(text[start - 1]) || isDigit(text, endingAt: start) { return true }
    return end < text.count && (joins(text[end]) || isDigit(text, at: end))
  }

  /// ٠...٩ and ۰...۹.
  private func isDigit(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard place >= 0, place + 1 < text.count else { return false }
    return text[place] == 0xD9 && text[place + 1] &- 0xA0 < 10
      || text[place] == 0xDB && text[place + 1] &- 0xB0 < 10
  }

  private func isDigit(_ text: Span<UInt8>, endingAt place: Int) -> Bool {
    isDigit(text, at: place - 2)
  }

  // MARK: Non-joiners outside words

  /// A non-joiner that follows no letter or that no letter follows.
  private mutating func readStranded(
    _ text: Span<UInt8>, _ start: Int, _ lastEnd: inout Int
  ) -> Int {
    let end = text.endOfNonJoiners(from: start)
    let before = start == 0 ? nil : text.scalar(before: start)
    let after = end == text.count ? nil : text.scalar(at: end).value
    if NonJoinerPlace.isStranded(before: before, after: after) {
      faults.append(Replacement(start..<end, with: "", .strandedZWNJ))
    } else {
      if end > start + 3 {
        faults.append(Replacement(start + 3..<end, with: "", .doubledZWNJ))
      }
      lastEnd = -1
    }
    return end
  }

  // MARK: Letters

  /// The letters of a part, for a closer look.
  func letters(of part: WordPart, in text: Span<UInt8>) -> LetterSequence {
    var letters = LetterSequence()
    var position = part.utf8Range.lowerBound
    if language == .english {
      while position < part.utf8Range.upperBound {
        let byte = text[position]
        let code = (byte | 0x20) &- 0x60
        letters.append(code, lexical: code, isCapital: byte < 0x61, utf8Offset: position)
        position += 1
      }
      return letters
    }
    let table = language == .persian ? LetterCode.persian : LetterCode.arabic
    while position + 1 < part.utf8Range.upperBound {
      let code = table[Int(text[position] & 0x03) << 6 | Int(text[position + 1] & 0x3F)]
      if code < LetterCode.none {
        letters.append(
          code, lexical: LetterCode.lexical(code, isArabic: language == .arabic),
          isCapital: false, utf8Offset: position)
      }
      position += 2
    }
    return letters
  }
}

/// Where a non-joiner does nothing: beside spaces and the ends of a block, before punctuation.
///
/// Between a digit, a Latin letter, a closing quote and a Persian letter it stays: «کتاب»‌ها, CD‌ها.
enum NonJoinerPlace {
  static func isStranded(before: UInt32?, after: UInt32?) -> Bool {
    guard let before, let after else { return true }
    return isSpace(before) || isSpace(after) || isStop(after) || opens(before) || isStop(before)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x202F || scalar &- 0x2000 <= 0x0A
      || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x3000
  }

  /// . , : ; ! ? ) ] } » and their Arabic kin.
  private static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x60C, 0x61B, 0x61F, 0x2026, 0x6D4: true
    default: false
    }
  }

  private static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x201C, 0x2018: true
    default: false
    }
  }
}
