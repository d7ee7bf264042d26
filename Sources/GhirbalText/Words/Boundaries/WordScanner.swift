/// A run of letters without a non-joiner in it: a word, or a part of one between non-joiners.
struct WordPart {
  var utf8Range: Range<Int>
  var count = 0
  var hash: UInt64
  /// The hash of the letters as they are written: `hash` takes the alefs of Arabic for one.
  var spelling: UInt64
  /// The hash of the part before and this one, written together; Persian only.
  var joinedHash: UInt64 = 0
  var entry = WordLexicon.Entry()
  /// What the lexicon has for `joinedHash`.
  var joinedEntry = WordLexicon.Entry()
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
  private let staying: StayingWords?
  /// ``LetterTraits`` of U+0600 to U+06FF.
  private let letters: [UInt16]
  private(set) var parts: [WordPart] = []
  /// Doubled and stranded non-joiners.
  private(set) var faults: [Replacement<WordFinding>] = []
  private var wordCount = 0
  private var foreignWordCount = 0
  private var arabicLetterCount = 0
  private var persianLetterCount = 0

  init(_ language: BoundaryLanguage, in lexicon: WordLexicon, staying: StayingWords? = nil) {
    self.language = language
    self.lexicon = lexicon
    self.staying = staying
    letters = language == .persian ? LetterTraits.persian : LetterTraits.arabic
  }

  mutating func scan(_ text: Span<UInt8>) {
    parts.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    (wordCount, foreignWordCount, arabicLetterCount, persianLetterCount) = (0, 0, 0, 0)
    if language == .english { scanLatin(text) } else { scanArabic(text) }
    if language == .persian {
      // All at once: the processor waits for many places of the lexicon at the same time.
      for index in parts.indices { parts[index].entry = lexicon.entry(parts[index].hash) }
      for index in parts.indices where parts[index].gap != nil {
        parts[index].joinedEntry = lexicon.entry(parts[index].joinedHash)
      }
    }
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
    text.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte == 0x20 || !byte.isASCIILetter {
          let end = CodeBytes.opens(byte) ? CodeBytes.end(of: text, openedAt: position) : nil
          position = end ?? position + 1
        } else if let word = ASCIIWord(at: position, in: bytes) {
          // The shortest words that hold two have three letters: toa, ofa.
          if word.count >= 3, staying?.isSettled(word.key) != true {
            readLatin(text, position..<position + word.count, word.key)
          }
          position += word.count
        } else {
          let first = position
          while position < bytes.count, bytes[position].isASCIILetter { position += 1 }
          if position - first <= LetterSequence.maxCount { readLatin(text, first..<position, nil) }
        }
      }
    }
  }

  private mutating func readLatin(_ text: Span<UInt8>, _ word: Range<Int>, _ key: UInt64?) {
    var hash = WordHash.start(.english)
    for place in word { hash = WordHash.step(hash, (text[place] | 0x20) &- 0x60) }
    let entry = lexicon.entry(hash)
    if entry.has(WordLexicon.settled) {
      if let key { staying?.settle(key) }
      return
    }
    if isProtectedLatin(text, word.lowerBound, word.upperBound) { return }
    parts.append(
      WordPart(utf8Range: word, count: word.count, hash: hash, spelling: hash, entry: entry))
  }

  /// Beside an apostrophe, a digit, a letter with a mark, or inside a name with dots.
  private func isProtectedLatin(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      byte >= 0xC2 && byte < 0xD7 || byte == 0xCC || byte < 0x80 && CodeBytes.joins(byte)
        || byte.isASCIIDigit || byte == UInt8(ascii: "'")
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
        text[start - 2].isASCIIAlphanumeric
      {
        return true
      }
    }
    guard end < text.count else { return false }
    if text[end] != 0xC2, joins(text[end]) || isApostrophe(end) { return true }
    return text[end] == UInt8(ascii: ".") && end + 1 < text.count
      && text[end + 1].isASCIIAlphanumeric
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
    let isPersian = language == .persian
    let first = WordHash.start(language)
    let firstPart = parts.count
    var part = WordPart(utf8Range: start..<start, hash: first, spelling: 0)
    if isPersian, lastEnd >= 0, firstPart > 0, isGap(text, lastEnd, start) {
      part.gap = lastEnd
      part.joinedHash = parts[firstPart - 1].hash
    }
    var seen: UInt16 = 0
    var markCount = 0
    var position = start
    word: while position < text.count {
      let byte = text[position]
      if byte >= 0xD8, byte <= 0xDB, position + 1 < text.count {
        let letter = letters[Int(byte & 0x03) << 6 | Int(text[position + 1] & 0x3F)]
        let code = UInt8(truncatingIfNeeded: letter)
        if code < LetterCode.none {
          part.hash = WordHash.step(part.hash, code)
          if isPersian { part.joinedHash = WordHash.step(part.joinedHash, code) }
          part.count += 1
          if letter & LetterTraits.isVariant != 0 {
            let value = UInt64(letter >> 12) << 8 | UInt64(part.count)
            part.spelling = BoundaryFeatures.mix(part.spelling, value)
          }
          arabicLetterCount += Int(letter / LetterTraits.isArabic & 1)
          persianLetterCount += Int(letter / LetterTraits.isPersian & 1)
          seen |= letter
        } else if code == LetterCode.none {
          break word
        } else if code == LetterCode.foreign {
          seen |= letter
        } else {
          markCount += 1
        }
        position += 2
      } else if isPersian, text.isNonJoiner(at: position) {
        let end = text.endOfNonJoiners(from: position)
        guard end + 1 < text.count, text[end] >= 0xD8, text[end] <= 0xDB,
          isLetter(letters[Int(text[end] & 0x03) << 6 | Int(text[end + 1] & 0x3F)])
        else { break word }
        if end > position + 3 {
          faults.append(Replacement(position + 3..<end, with: "", .doubledZWNJ))
        }
        part.utf8Range = part.utf8Range.lowerBound..<position
        part.after = .nonJoiner
        parts.append(part)
        part = WordPart(utf8Range: end..<end, hash: first, spelling: 0, before: .nonJoiner)
        position = end
      } else {
        break word
      }
    }
    if position == start { return start + 2 }
    part.utf8Range = part.utf8Range.lowerBound..<position
    wordCount += 1
    let isForeign = seen & LetterTraits.isForeign != 0
    if isForeign { foreignWordCount += 1 }
    if !isPersian {
      // Nothing asks for an Arabic word's neighbours.
      part.entry = lexicon.entry(part.hash)
      if part.entry.has(WordLexicon.settled) { return position }
    }
    parts.append(part)
    let isProtected =
      isForeign || markCount > (isPersian ? 1 : 2) || isJoinedToCode(text, start, position)
    for index in firstPart..<parts.count {
      parts[index].isProtected = isProtected || parts[index].count > LetterSequence.maxCount
      parts[index].spelling =
        parts[index].spelling == 0
        ? parts[index].hash : BoundaryFeatures.mix(parts[index].spelling, parts[index].hash)
    }
    return position
  }

  @inline(__always)
  private func isLetter(_ letter: UInt16) -> Bool {
    let code = UInt8(truncatingIfNeeded: letter)
    return code < LetterCode.none || code == LetterCode.foreign
  }

  /// Whether exactly one space, with or without non-joiners beside it, stands between two words.
  private func isGap(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let space = text.endOfNonJoiners(from: start)
    let width = text.spaceWidth(at: space)
    return width > 0 && text.endOfNonJoiners(from: space + width) == end
  }

  /// Whether the word is part of a file name, address, hashtag or identifier, or beside a digit.
  private func isJoinedToCode(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    func joins(_ byte: UInt8) -> Bool { CodeBytes.joins(byte) || byte.isASCIIDigit }
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

  /// Bit n: letter n of a part in Latin letters is a capital.
  func capitals(of part: WordPart, in text: Span<UInt8>) -> UInt64 {
    var capitals: UInt64 = 0
    for place in part.utf8Range.reversed() {
      capitals = capitals << 1 | (text[place] < 0x61 ? 1 : 0)
    }
    return capitals
  }

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
