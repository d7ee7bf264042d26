/// Finds zero-width non-joiners that are lost, spaced out, doubled or stranded in a Persian block.
///
/// Lost: میشود, همکاریهای. Spaced: می شود, رسانه های, کرده اند. The lexicon and rows of prefixes and
/// endings decide, and a word that they do not settle is left alone: so are words that are right as
/// they stand (میدان, تنها), words with two readings (حرفهای), what the author wrote where usage
/// differs (آنها), words with ة, harakat or letters of other languages, URLs, hashtags and code.
/// No non-joiner goes after a letter that never joins (کشورهای): it could not be seen, and edited
/// Persian does without it (11 of 34,260 in fa.perdt.train).
/// A second run over repaired text finds nothing. Linear in the text.
public func zeroWidthNonJoiners(
  in text: Span<UInt8>, page: PageWords = PageWords()
) -> [Replacement<WordFinding>] {
  var scanner = PersianScanner(page: page)
  scanner.scan(text)
  return scanner.replacements
}

/// Reads a block word by word and decides each place between two letters once, left to right.
private struct PersianScanner: ~Copyable {
  let page: PageWords
  var replacements: [Replacement<WordFinding>] = []

  /// The word before the gap being decided, with its repairs; empty where a gap can't be closed.
  private var previous = PersianWord()
  private var current = PersianWord()
  private var pending: [Replacement<WordFinding>] = []
  private var wordCount = 0
  private var foreignWordCount = 0
  private var arabicLetterCount = 0
  private var persianLetterCount = 0

  init(page: PageWords) { self.page = page }

  mutating func scan(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        previous.removeAll()
        position = skipASCII(text, position)
      } else if byte >= 0xD8, byte <= 0xDB {
        position = readWord(text, position)
      } else if text.isNonJoiner(at: position) {
        previous.removeAll()
        position = readStranded(text, position)
      } else {
        previous.removeAll()
        position += text.scalar(at: position).width
      }
    }
    // Kurdish, Urdu and Pashto use other letters in nearly every sentence, and Kurdish writes ه with
    // a non-joiner at word ends: whatever the block was taken for, it is not Persian.
    // Arabic nouns with the pronoun ها look like Persian plurals.
    if foreignWordCount * 12 > wordCount || arabicLetterCount > persianLetterCount {
      replacements = []
    }
  }

  // MARK: Words

  /// Reads the word at `position`, decides its inside and the gap before it; returns its end.
  private mutating func readWord(_ text: Span<UInt8>, _ start: Int) -> Int {
    let (scalar, width) = text.scalar(at: start)
    let code = PersianLetter.code(at: scalar)
    guard code < PersianLetter.none || code == PersianLetter.foreign else {
      previous.removeAll()
      return start + width
    }
    current.removeAll()
    pending.removeAll(keepingCapacity: true)
    var isForeign = false
    var markCount = 0
    var position = start
    word: while position < text.count {
      let byte = text[position]
      if byte >= 0xD8, byte <= 0xDB, position + 1 < text.count {
        let code = PersianLetter.codes[Int(byte & 0x03) << 6 | Int(text[position + 1] & 0x3F)]
        switch code {
        case PersianLetter.none: break word
        case PersianLetter.foreign: isForeign = true
        case PersianLetter.mark: markCount += text[position + 1] & 0x3F == 0 ? 0 : 1
        default:
          if code == PersianLetter.tehMarbuta { isForeign = true }
          current.append(code, utf8Offset: position)
          let letter = UInt32(byte & 0x03) << 6 | UInt32(text[position + 1] & 0x3F)
          if PersianLetter.arabicOnly.contains(letter) { arabicLetterCount += 1 }
          if PersianLetter.persianOnly.contains(letter) { persianLetterCount += 1 }
        }
        position += 2
      } else if text.isNonJoiner(at: position) {
        let end = text.endOfNonJoiners(from: position)
        guard end < text.count, text[end] >= 0xD8, text[end] <= 0xDB,
          PersianLetter.isLetter(text.scalar(at: end).value)
        else { break word }
        if end > position + 3 {
          pending.append(Replacement(position + 3..<end, with: "", .doubledZWNJ))
        }
        current.append(PersianLetter.zwnj, utf8Offset: position)
        position = end
      } else {
        break word
      }
    }
    let end = position
    wordCount += 1
    if isForeign { foreignWordCount += 1 }
    let isProtected =
      isForeign || current.overflowed || markCount > 1 || isJoinedToCode(text, start, end)
    if isProtected {
      replacements.append(contentsOf: pending)
      previous.removeAll()
      return end
    }
    repairInside()
    decideGap(text, before: start)
    replacements.append(contentsOf: pending)
    return readGap(text, end)
  }

  /// Puts back what is lost between the letters of each part of the current word.
  private mutating func repairInside() {
    var joints: UInt64 = 0
    var start = 0
    var hasNonJoiner = false
    if current.count >= 3 {
      for index in 0...current.count
      where index == current.count || current[index] == PersianLetter.zwnj {
        hasNonJoiner = hasNonJoiner || index < current.count
        if index - start >= 3 {
          let decision = PersianJoints.decide(current, start..<index, page: page)
          if decision.before != 0 {
            joints |= decision.before << UInt64(start)
            insert(decision, from: start)
          }
        }
        start = index + 1
      }
    }
    if joints != 0 {
      if hasNonJoiner { pending.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound } }
      current.insertNonJoiners(before: joints)
    }
  }

  private mutating func insert(_ decision: PersianJoints, from start: Int) {
    var bits = decision.before
    while bits != 0 {
      let place = current.utf8Offset(start + bits.trailingZeroBitCount)
      pending.append(
        Replacement(
          place..<place, with: "\u{200C}", .lostZWNJ, rule: decision.evidence.rawValue,
          confidence: decision.evidence.confidence))
      bits &= bits - 1
    }
  }

  // MARK: Gaps

  /// The gap behind the previous word, when it is one space with or without non-joiners beside it.
  private var gap: Range<Int> = 0..<0

  /// Reads what stands behind a word: one space keeps the word for the next, all else forgets it.
  private mutating func readGap(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = text.endOfNonJoiners(from: start)
    let space = text.spaceWidth(at: position)
    if space > 0 {
      position = text.endOfNonJoiners(from: position + space)
      if position < text.count, text[position] >= 0xD8, text[position] <= 0xDB,
        PersianLetter.isLetter(text.scalar(at: position).value)
      {
        swap(&previous, &current)
        gap = start..<position
        return position
      }
    }
    previous.removeAll()
    return start
  }

  /// Decides whether the space between the previous word and the current one stays.
  private mutating func decideGap(_ text: Span<UInt8>, before start: Int) {
    guard previous.count > 0, gap.upperBound == start else { return }
    if let evidence = SpacedParts.decide(previous, current, page: page) {
      let joins = PersianLetter.endsJoining(previous[previous.count - 1])
      replacements.append(
        Replacement(
          gap, with: joins ? "" : "\u{200C}", .spacedZWNJ, rule: evidence.rawValue,
          confidence: evidence.confidence))
      previous.append(current, nonJoiner: !joins)
      swap(&previous, &current)
    } else {
      removeNonJoiners(text, in: gap)
    }
  }

  private mutating func removeNonJoiners(_ text: Span<UInt8>, in range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let end = text.endOfNonJoiners(from: position)
      if end > position {
        replacements.append(Replacement(position..<end, with: "", .strandedZWNJ))
        position = end
      } else {
        position += 1
      }
    }
  }

  /// A non-joiner that follows no letter or that no letter follows.
  private mutating func readStranded(_ text: Span<UInt8>, _ start: Int) -> Int {
    let end = text.endOfNonJoiners(from: start)
    let before = start == 0 ? nil : text.scalar(before: start)
    let after = end == text.count ? nil : text.scalar(at: end).value
    if Stranding.isStranded(before: before, after: after) {
      replacements.append(Replacement(start..<end, with: "", .strandedZWNJ))
    } else if end > start + 3 {
      replacements.append(Replacement(start + 3..<end, with: "", .doubledZWNJ))
    }
    return end
  }

  // MARK: What is no prose

  /// Whether the word is part of a file name, address, hashtag or identifier.
  private func isJoinedToCode(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if start > 0, CodeBytes.joins(text[start - 1]) { return true }
    return end < text.count && CodeBytes.joins(text[end])
  }

  /// Passes ASCII bytes; addresses, hashtags and code between backticks are passed whole.
  private func skipASCII(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < text.count, text[position] < 0x80 {
      let byte = text[position]
      if CodeBytes.opens(byte), let end = CodeBytes.end(of: text, openedAt: position) { return end }
      position += 1
    }
    return position
  }
}

/// Where a non-joiner does nothing: beside spaces and the ends of a block, before punctuation.
///
/// Between a digit, a Latin letter, a closing quote and a Persian letter it stays: «کتاب»‌ها, CD‌ها.
private enum Stranding {
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
