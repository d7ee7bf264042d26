/// Finds places where the signs on both sides show that a space is missing, whatever the words are.
///
/// A sentence or clause end with a letter behind it (`end.Next`, `پایان.جمله`), ة or ى with a letter
/// behind it in Arabic, a known word in Arabic script against a Latin one.
/// Left alone: addresses, domains, file names, versions, decimals, times, abbreviations (U.S., e.g.),
/// hashtags, and every place beside a digit.
struct SentenceJoints: ~Copyable {
  let language: Language
  let page: () -> PageWords
  var replacements: [Replacement<WordFinding>] = []

  init(language: Language, page: @escaping () -> PageWords) {
    self.language = language
    self.page = page
  }

  mutating func scan(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      SentenceJoints.stops(language).withSearch { search in
        var position = 0
        while true {
          position = search.next(from: position, to: bytes.count - 1, in: bytes)
          guard position < bytes.count - 1 else { return }
          position = look(at: position, in: text)
        }
      }
    }
  }

  /// Looks at the pair of bytes at `position`; returns where to go on.
  private mutating func look(at position: Int, in text: Span<UInt8>) -> Int {
    let byte = text[position]
    let next = text[position + 1]
    if byte >= 0xD8 {
      let after = position + 2
      guard after < text.count, text[after] > 0x40 else { return after }
      if byte == 0xD8, next == 0x8C || next == 0x9B || next == 0x9F {
        readArabicStop(text, position)
      } else if text[after] >= 0xD8, text[after] <= 0xDB {
        readFinalLetter(text, after: position, isTehMarbuta: byte == 0xD8)
      } else if text[after].isASCIILetter {
        readScriptJoint(text, at: after)
      }
      return after
    }
    if byte >= 0x80 {
      // The second byte of an Arabic letter, with a Latin one behind it.
      if text[position - 1] >= 0xD8, text[position - 1] <= 0xDB {
        readScriptJoint(text, at: position + 1)
      }
    } else if next >= 0xD8, next <= 0xDB, byte.isASCIILetter {
      readScriptJoint(text, at: position + 1)
    } else if byte &- 0x61 < 26 || byte.isASCIIDigit {
      readHeading(text, at: position + 1)
    } else {
      if let end = CodeBytes.end(of: text, openedAt: position) { return end }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
        UInt8(ascii: ","), UInt8(ascii: ";"):
        readStop(text, position)
      default: break
      }
    }
    return position + 1
  }

  private static func stops(_ language: Language) -> BytePairs {
    switch language {
    case .arabic: arabicStops
    case .persian: persianStops
    case .english: englishStops
    default: otherStops
    }
  }

  /// Stops and what opens addresses, each with something behind it; Arabic stops.
  private static let otherStops: BytePairs = {
    var pairs = BytePairs()
    pairs.insert("!?,;.:/#@`".utf8, 0x41...0xFF)
    pairs.insert("!?.".utf8, "\"()".utf8)
    pairs.insert([0xD8], [0x8C, 0x9B, 0x9F])
    return pairs
  }()

  /// And capitals behind small letters and digits.
  private static let englishStops: BytePairs = {
    var pairs = otherStops
    pairs.insert(Array(0x61...0x7A) + Array(0x30...0x39), 0x41...0x5A)
    return pairs
  }()

  /// And letters of the two scripts side by side.
  private static let persianStops: BytePairs = {
    let latin = Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt8]
    var pairs = otherStops
    pairs.insert(latin, 0xD8...0xDB)
    pairs.insert(0x80...0xBF, latin)
    return pairs
  }()

  /// And ة and ى.
  private static let arabicStops: BytePairs = {
    var pairs = persianStops
    pairs.insert([0xD8], [0xA9])
    pairs.insert([0xD9], [0x89])
    return pairs
  }()

  // MARK: Joints

  /// ؟ ، ؛ against a letter: always a joint in running text.
  private mutating func readArabicStop(_ text: Span<UInt8>, _ stop: Int) {
    guard stop > 0, let after = LetterRun.script(of: text.scalar(at: stop + 2).value) else {
      return
    }
    let value = text.scalar(before: stop)
    let before = LetterRun.script(of: value)
    guard before == .arabic || after == .arabic && (before != nil || ScalarKinds.isClosing(value)),
      !isAddress(text, around: stop)
    else { return }
    replacements.append(
      .space(at: stop + 2, .sentenceJoint, rule: "arabic_punctuation", confidence: 0.99))
  }

  /// ة ends an Arabic word, and so does ى: a letter behind it begins another.
  private mutating func readFinalLetter(
    _ text: Span<UInt8>, after position: Int, isTehMarbuta: Bool
  ) {
    let place = position + 2
    let right = wordAfter(text, place)
    let left = wordBefore(text, place)
    // A row of them is decoration.
    if text[place] == text[position], text[place + 1] == text[position + 1] { return }
    guard right.count >= 6, left.count >= 6, right.lowerBound == place,
      !isAddress(text, around: position)
    else { return }
    if !isTehMarbuta {
      // Egypt writes ى for final ي, and some pages write it everywhere; so the halves must be known.
      guard isKnownArabic(text, left),
        isKnownArabic(text, right) || right.count >= 8 && text.startsWithArticle(right)
      else { return }
    }
    replacements.append(
      .space(
        at: place, .missingSpace, rule: isTehMarbuta ? "teh_marbuta" : "alef_maksura",
        confidence: isTehMarbuta ? 0.98 : 0.95))
  }

  /// A Latin word against a word in Arabic script, at `place`.
  private mutating func readScriptJoint(_ text: Span<UInt8>, at place: Int) {
    guard language == .arabic || language == .persian else { return }
    let left = wordBefore(text, place)
    let right = wordAfter(text, place)
    guard !left.isEmpty, !right.isEmpty, left.upperBound == place, right.lowerBound == place
    else { return }
    let isLatinFirst = text[place - 1] < 0x80
    let latin = isLatinFirst ? left : right
    let word = isLatinFirst ? right : left
    // A tatweel holds a prefix off the Latin name: بــAmazonia.
    if !isLatinFirst, text[place - 2] == 0xD9, text[place - 1] == 0x80 { return }
    guard latin.count >= 2, word.count >= 4, !isAddress(text, around: place) else { return }
    // Beside a digit the letters may be a unit or a model: they stay.
    if latin.lowerBound > 0, text[latin.lowerBound - 1].isASCIIAlphanumeric { return }
    if latin.upperBound < text.count, text[latin.upperBound].isASCIIAlphanumeric {
      return
    }
    if language == .persian {
      // Endings go on Latin words as they are: CDها, PDFهای.
      let entry = WordLexicon.shared.entry(text, word, in: .persian)
      if isLatinFirst, isPersianEnding(text, word) { return }
      // Two letters are a word by themselves only where that is a frequent one: به, از.
      guard entry.frequency > 0, word.count >= 6 || entry.frequency >= 25 else { return }
    } else {
      guard word.count >= 6, isKnownArabic(text, word) else { return }
    }
    replacements.append(
      .space(at: place, .missingSpace, rule: "script_change", confidence: 0.95))
  }

  /// ها, تر and their longer forms, which go on Latin words.
  private func isPersianEnding(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    SentenceJoints.persianEndings.contains(PageWords.hash(text, word))
  }

  private static let persianEndings: Set<UInt64> = Set(
    [
      "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست", "تر",
      "ترین", "تری", "ترها", "ای", "ام", "اش", "ات", "اند", "ایم", "اید", "مان", "تان", "شان",
    ].map { PageWords.hash(Array($0.utf8)) })

  // MARK: Words around a place

  private func isKnownArabic(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    FrequentWords.contains(text, range) || page().count(text, range) > 0
      || page().hasStem(text, range)
  }

  /// The letters that end at `place`; at most 64 bytes are looked at.
  func wordBefore(_ text: Span<UInt8>, _ place: Int) -> Range<Int> {
    var start = place
    var script: LetterRun.Script?
    while start > 0, place - start < 64 {
      var lead = start - 1
      while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      let scalar = text.scalar(at: lead).value
      if let found = LetterRun.script(of: scalar) {
        guard script == nil || script == found else { break }
        script = found
      } else if !LetterRun.isMark(scalar) || script == nil && scalar == 0x200C {
        break
      }
      start = lead
    }
    return script == nil ? place..<place : start..<place
  }

  /// The letters that begin at `place`; at most 64 bytes are looked at.
  func wordAfter(_ text: Span<UInt8>, _ place: Int) -> Range<Int> {
    guard place < text.count, let script = LetterRun.script(of: text.scalar(at: place).value)
    else { return place..<place }
    var end = place
    while end < text.count, end - place < 64 {
      let (scalar, width) = text.scalar(at: end)
      guard LetterRun.script(of: scalar) == script || LetterRun.isMark(scalar) else { break }
      end += width
    }
    return place..<end
  }

  /// Whether what stands between spaces around `place` is an address, a path or an identifier.
  func isAddress(_ text: Span<UInt8>, around place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 96, text[start - 1] > 0x20 {
      start -= 1
      if SentenceJoints.inAddress(text[start]) { return true }
    }
    var end = place
    while end < text.count, end - place < 96, text[end] > 0x20 {
      if SentenceJoints.inAddress(text[end]) { return true }
      end += 1
    }
    return false
  }

  private static func inAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
      UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  static func opensWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "[")
  }

  static func closesWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80
      || [
        UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"),
        UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: ")"),
      ].contains(byte)
  }

  func isLowerCase(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where text[index] &- 0x41 < 26 { return false }
    return true
  }
}

extension Replacement where Reason == WordFinding {
  /// A space that goes in at `place`.
  static func space(
    at place: Int, _ reason: WordFinding, rule: String, confidence: Double
  ) -> Replacement {
    Replacement(place..<place, with: " ", reason, rule: rule, confidence: confidence)
  }
}
