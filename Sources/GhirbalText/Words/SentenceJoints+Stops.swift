/// What stands around a stop that has no space behind it.
///
///     He crossed the "bridge."The ferry waited.
///                     ‾‾‾‾‾‾  ‾‾‾
///                     left    right, the joint before it
struct StopPlace {
  /// The ASCII mark.
  let stop: Int
  /// The letters before the stop, closing marks between them passed over; empty where digits stand.
  let left: Range<Int>
  /// The number before the stop; empty where letters stand.
  let number: Range<Int>
  /// Where the space belongs: behind the stop and what closes there.
  let joint: Int
  /// The letters behind the joint.
  let right: Range<Int>
  /// Whether brackets or quotation marks stand beside the stop.
  let hasMarks: Bool
}

extension SentenceJoints {
  /// An ASCII stop against a letter, which may as well be a name, an address or an abbreviation.
  mutating func readStop(_ text: Span<UInt8>, _ stop: Int) {
    guard let place = place(of: stop, in: text) else { return }
    let rightScript = LetterRun.script(of: text.scalar(at: place.right.lowerBound).value)
    let leftScript =
      place.left.isEmpty
      ? rightScript : LetterRun.script(of: text.scalar(at: place.left.lowerBound).value)
    guard !isAddress(text, around: stop) else { return }
    switch (leftScript, rightScript) {
    case (.arabic, .arabic): readArabicScript(text, place)
    case (.latin, .arabic):
      // What is not followed by a space is the end of a path of names.
      let next = place.right.upperBound < text.count ? text[place.right.upperBound] : 0x20
      guard isEnd(text[stop]), place.right.count >= 4, next <= 0x20 || next >= 0x80 else { return }
      join(place, rule: "arabic_script_stop", confidence: 0.95)
    case (.latin, .latin): readLatin(text, place)
    default: return
    }
  }

  /// Whether the mark ends sentences.
  private func isEnd(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
  }

  private mutating func join(_ place: StopPlace, rule: String, confidence: Double) {
    replacements.append(
      .space(at: place.joint, .sentenceJoint, rule: rule, confidence: confidence))
  }

  /// nil where no word or number stands before the stop, or no word behind it.
  private func place(of stop: Int, in text: Span<UInt8>) -> StopPlace? {
    let isEnd = isEnd(text[stop])
    var leftEnd = stop
    var joint = stop + 1
    if isEnd {
      while let start = startOfClosing(text, endingAt: leftEnd) { leftEnd = start }
      while let end = endOfClosing(text, at: joint) { joint = end }
    }
    var rightStart = joint
    if isEnd, let end = endOfOpening(text, at: rightStart) { rightStart = end }
    let right = wordAfter(text, rightStart)
    let left = wordBefore(text, leftEnd)
    let number = left.isEmpty ? numberBefore(text, leftEnd) : leftEnd..<leftEnd
    guard !right.isEmpty, !left.isEmpty || !number.isEmpty else { return nil }
    return StopPlace(
      stop: stop, left: left, number: number, joint: joint, right: right,
      hasMarks: leftEnd < stop || rightStart > stop + 1)
  }

  /// Where the closing mark starts that ends at `offset`.
  private func startOfClosing(_ text: Span<UInt8>, endingAt offset: Int) -> Int? {
    guard offset > 0 else { return nil }
    switch text[offset - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "\""): return offset - 1
    case 0xBB: return offset > 1 && text[offset - 2] == 0xC2 ? offset - 2 : nil
    case 0x99, 0x9D:
      return offset > 2 && text[offset - 2] == 0x80 && text[offset - 3] == 0xE2 ? offset - 3 : nil
    default: return nil
    }
  }

  /// Where the closing mark at `offset` ends. A straight quotation mark closes where one is open.
  private func endOfClosing(_ text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    switch text[offset] {
    case UInt8(ascii: ")"): return offset + 1
    case UInt8(ascii: "\""): return isQuoteOpen(text, before: offset) ? offset + 1 : nil
    case 0xC2: return offset + 1 < text.count && text[offset + 1] == 0xBB ? offset + 2 : nil
    case 0xE2:
      guard offset + 2 < text.count, text[offset + 1] == 0x80 else { return nil }
      return text[offset + 2] == 0x99 || text[offset + 2] == 0x9D ? offset + 3 : nil
    default: return nil
    }
  }

  private func endOfOpening(_ text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    switch text[offset] {
    case UInt8(ascii: "("): return offset + 1
    case UInt8(ascii: "\""): return isQuoteOpen(text, before: offset) ? nil : offset + 1
    case 0xC2: return offset + 1 < text.count && text[offset + 1] == 0xAB ? offset + 2 : nil
    case 0xE2:
      guard offset + 2 < text.count, text[offset + 1] == 0x80 else { return nil }
      return text[offset + 2] == 0x98 || text[offset + 2] == 0x9C ? offset + 3 : nil
    default: return nil
    }
  }

  /// Whether a straight quotation mark of the same line, not far before, is still open.
  private func isQuoteOpen(_ text: Span<UInt8>, before offset: Int) -> Bool {
    var isOpen = false
    var position = offset
    while position > 0, offset - position < 400, text[position - 1] != 0x0A {
      position -= 1
      if text[position] == UInt8(ascii: "\"") { isOpen.toggle() }
    }
    return isOpen
  }

  /// A number that ends at `offset`, with the marks inside of it.
  private func numberBefore(_ text: Span<UInt8>, _ offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, offset - start < 24 {
      let value = text.scalar(before: start)
      let isDigit =
        value.isASCIIDigit || (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value)
      let isMark = start < offset && (value == 0x2E || value == 0x2C || value == 0x66B)
      guard isDigit || isMark else { break }
      start -= value < 0x80 ? 1 : 2
    }
    return start..<offset
  }

  // MARK: Arabic script

  private mutating func readArabicScript(_ text: Span<UInt8>, _ place: StopPlace) {
    let (left, right) = (place.left, place.right)
    guard text[place.stop] == UInt8(ascii: ".") else {
      if left.count < 4 || right.count < 4 { return }
      return join(place, rule: "arabic_script_stop", confidence: 0.97)
    }
    let isAnd =
      right.count == 2 && right.upperBound < text.count && text[right.upperBound] == 0x20
      && text[right.lowerBound] == 0xD9 && text[right.lowerBound + 1] == 0x88
    guard right.count >= 4 || isAnd else { return }
    // A chain of dots is a name or an abbreviation, and so are two letters with a dot behind them.
    if right.upperBound < text.count, text[right.upperBound] == UInt8(ascii: ".") {
      let isInside = right.upperBound + 1 < text.count && text[right.upperBound + 1] >= 0x80
      if isInside || right.count <= 4 { return }
    }
    if left.isEmpty {
      guard endsSentence(place.number, text) else { return }
    } else {
      if left.lowerBound > 0, text[left.lowerBound - 1] == UInt8(ascii: ".") { return }
      // One or two letters before a dot abbreviate: د.محمد, ق.م, ه.ش; but شد and کن are verbs.
      if left.count < 6, !place.hasMarks {
        guard left.count >= 4, right.count >= 6 || isAnd || isUsual(text, right),
          isUsual(text, left)
        else { return }
      }
    }
    join(place, rule: "arabic_script_stop", confidence: 0.97)
  }

  /// A number that is not the first thing of its line, as those of lists are.
  private func endsSentence(_ number: Range<Int>, _ text: Span<UInt8>) -> Bool {
    var start = number.lowerBound
    if start > 0, text[start - 1].isASCIILetter { return false }
    while start > 0, text[start - 1] == 0x20 { start -= 1 }
    return start > 0 && text[start - 1] != 0x0A
  }

  private func isUsual(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let language = BoundaryLanguage(language) else { return false }
    return WordLexicon.shared.entry(text, word, in: language).frequency >= 20
  }

  // MARK: Latin script

  /// `talks.The`, `again?Yes`, `here,and`: a plain lower-case word, and a word that begins sentences.
  private mutating func readLatin(_ text: Span<UInt8>, _ place: StopPlace) {
    let (left, right) = (place.left, place.right)
    if right.upperBound < text.count, !SentenceJoints.closesWord(text[right.upperBound]) { return }
    if right.upperBound + 1 < text.count, text[right.upperBound] == UInt8(ascii: "."),
      text[right.upperBound + 1] > 0x20
    {
      return
    }
    guard isLowerCase(text, right.lowerBound + 1..<right.upperBound) else { return }
    if left.isEmpty { return readBehindNumber(text, place) }
    guard left.count >= 2, isLowerCase(text, left.lowerBound + 1..<left.upperBound) else { return }
    if left.lowerBound > 0, !SentenceJoints.opensWord(text[left.lowerBound - 1]) { return }
    let startsLower = isLowerCase(text, left.lowerBound..<left.lowerBound + 1)
    let endsUpper = !isLowerCase(text, right.lowerBound..<right.lowerBound + 1)
    let isFrequent = right.count >= 2 && FrequentWords.contains(text, right)
    switch text[place.stop] {
    case UInt8(ascii: "."):
      guard endsUpper, left.count >= 3 || FrequentWords.contains(text, left) else { return }
      guard place.hasMarks || !isAmongCode(text, place.stop) && !isAlike(text, left, right) else {
        return
      }
      // Foo.Bar may be code or a name; after a lower-case word any known word begins a sentence.
      if startsLower ? isFrequent : FrequentWords.beginsSentences(text, right) { break }
      if startsLower, right.count >= 2, page().count(text, right) > 1,
        language != .english || isWord(text, left)
      {
        break
      }
      guard isInSentence(text, place), goesOn(text, behind: right), isWord(text, right),
        place.hasMarks || (startsLower ? isWord(text, left) : isFrequent)
      else { return }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard endsUpper, left.count >= 3,
        startsLower && right.count >= 2
          || isInSentence(text, place) && !isAmongCode(text, place.stop)
            && goesOn(text, behind: right) && isWord(text, right)
      else { return }
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      guard left.count >= 3, right.count >= 2, isFrequent, !endsUpper, !place.hasMarks,
        !isAmongCode(text, place.stop), text[max(0, left.lowerBound - 1)] != UInt8(ascii: "(")
      else { return }
    default: return
    }
    join(place, rule: "latin_stop", confidence: 0.95)
  }

  /// `in 1997.The`: not a list's number, a version or a day.
  private mutating func readBehindNumber(_ text: Span<UInt8>, _ place: StopPlace) {
    guard language == .english, text[place.stop] == UInt8(ascii: "."),
      place.number.count >= 2 || place.hasMarks, endsSentence(place.number, text),
      !isLowerCase(text, place.right.lowerBound..<place.right.lowerBound + 1),
      FrequentWords.beginsSentences(text, place.right)
        || goesOn(text, behind: place.right) && isWord(text, place.right)
    else { return }
    join(place, rule: "latin_stop", confidence: 0.95)
  }

  /// Whether the block is English and the word one that its lexicon knows, or `I`, or `A`.
  func isWord(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard language == .english else { return false }
    if word.count == 1 { return text[word.lowerBound] == 0x49 || text[word.lowerBound] == 0x41 }
    return WordLexicon.shared.entry(text, word, in: .english).frequency >= 8
  }

  /// Whether a word in small letters stands before the left one.
  private func isInSentence(_ text: Span<UInt8>, _ place: StopPlace) -> Bool {
    guard language == .english else { return false }
    var position = place.left.lowerBound
    while position > 0, !text[position - 1].isASCIILetter, text[position - 1] != 0x0A,
      place.left.lowerBound - position < 4
    { position -= 1 }
    guard position > 1, place.left.lowerBound > 0, text[place.left.lowerBound - 1] != 0x0A,
      text[position - 1] &- 0x61 < 26
    else { return false }
    return true
  }

  /// Whether signs of code stand not far from `position`.
  func isAmongCode(_ text: Span<UInt8>, _ position: Int) -> Bool {
    var offset = max(0, position - 100)
    while offset < min(text.count, position + 60) {
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
        return true
      case UInt8(ascii: "("):
        // A call, or a list of what a class derives from.
        if offset > 0, text[offset - 1].isASCIIAlphanumeric { return true }
      default: break
      }
      offset += 1
    }
    return false
  }

  /// Whether the sentence goes on behind its first word: `, which`, `'s a`.
  func goesOn(_ text: Span<UInt8>, behind word: Range<Int>) -> Bool {
    var position = word.upperBound
    let isApostrophe = position < text.count && text[position] == UInt8(ascii: "'")
    if isApostrophe || text.isApostrophe(at: position) {
      position = wordAfter(text, position + (isApostrophe ? 1 : 3)).upperBound
    } else if position < text.count, text[position] == UInt8(ascii: ",") {
      position += 1
    }
    guard position + 1 < text.count, text[position] == 0x20 else { return false }
    return text[position + 1] &- 0x61 < 26
  }

  /// Whether one word is the other, or begins like it, as a module and its class do: `decimal.Decimal`.
  private func isAlike(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    (0..<min(4, left.count, right.count)).allSatisfy {
      text[left.lowerBound + $0] | 0x20 == text[right.lowerBound + $0] | 0x20
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether the curly apostrophe stands at `position`.
  fileprivate func isApostrophe(at position: Int) -> Bool {
    position + 2 < count && self[position] == 0xE2 && self[position + 1] == 0x80
      && self[position + 2] == 0x99
  }
}
