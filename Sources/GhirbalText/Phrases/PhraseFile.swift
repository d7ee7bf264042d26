/// A language that phrases are written in, with what decides how they are read.
public struct PhraseLanguage: Sendable, Hashable {
  /// What a language is that its phrases alone do not tell.
  public enum Trait: String, CaseIterable, Sendable {
    /// A sentence that asks something ends in what it asks, in a form of the verb for that.
    case verbLast = "verb_last"
    /// Its script has no capitals, so that a name does not show as one.
    case caseless
  }

  /// A BCP 47 primary tag; `zxx` for names that are of no language.
  public let tag: String
  public let traits: Set<Trait>

  public init(tag: String, traits: Set<Trait> = []) {
    self.tag = tag
    self.traits = traits
  }
}

/// Phrases that say one thing in one language: a head of several words and the phrases below it.
public struct PhraseRow: Sendable {
  /// What the phrases of a row do.
  public enum Group: String, CaseIterable, Sendable {
    /// Words that say nothing of their own beside a phrase: `beside reading_time`.
    case beside
    /// What sites set around their texts: `chrome related_links line weak`.
    case chrome
    /// Words that tell that a sentence goes on about the same thing: `companion cookie_notice`.
    case companion
    /// Words that stand beside dates: `date weekday`.
    case date
    /// What the rest of a line is: `label author open`.
    case label
    /// What sites ask of their readers: `nag newsletter ask`.
    case nag
    /// Words in names, beside them and between them: `name particle`.
    case name
    /// The names that share bars are made of: `network name`.
    case network
    /// Places that a news text opens with, and what stands in capitals there too: `place city`.
    case place
    /// The words of dates told from today: `relative unit`.
    case relative
    /// The words that sections of sites are named with: `section name`.
    case section
  }

  public let language: PhraseLanguage
  public let group: Group
  /// The words of the head behind the group.
  public let words: [String]
  /// As they are written, each on a line of its own.
  public fileprivate(set) var phrases: [String] = []
  /// The line of the head, counted from 1.
  public let line: Int

  /// The word of the head at an index, one of a closed set; nil where the head is shorter.
  public func word<Word: CaseIterable & RawRepresentable<String>>(
    _ index: Int, as _: Word.Type
  ) throws(PhraseProblem) -> Word? {
    guard index < words.count else { return nil }
    if let word = Word(rawValue: words[index]) { return word }
    throw .unknown(words[index], among: Word.allCases.map(\.rawValue), line: line)
  }

  /// The same of a word that has to stand there.
  public func required<Word: CaseIterable & RawRepresentable<String>>(
    _ index: Int, as kind: Word.Type
  ) throws(PhraseProblem) -> Word {
    if let word = try word(index, as: kind) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw PhraseProblem(
      line: line, "a word is missing at the end of the row's head, one of \(known).")
  }

  /// Refuses words of the head from an index on.
  public func end(at index: Int) throws(PhraseProblem) {
    guard words.count <= index else {
      throw PhraseProblem(line: line, "\"\(words[index])\" is one word too many in the row's head.")
    }
  }
}

/// What a person has to mend in a file of phrases.
public struct PhraseProblem: Error, Equatable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// What is wrong, as a sentence.
  public let problem: String

  public init(line: Int, _ problem: String) {
    self.line = line
    self.problem = problem
  }

  static func unknown(_ word: String, among known: [String], line: Int) -> PhraseProblem {
    PhraseProblem(
      line: line, "unknown word \"\(word)\". Known: \(known.joined(separator: ", ")).")
  }
}

/// The rows of a file of phrases.
///
/// A line at the margin is a head: `language tr verb_last`, which holds for what follows, or a row's
/// group and words. A line behind two blanks is a phrase of the row above it. `#` at the margin opens a
/// comment. Linear.
public struct PhraseFile: Sendable {
  public private(set) var rows: [PhraseRow] = []

  /// Reads a file's bytes, which must be valid UTF-8.
  public init(_ utf8: Span<UInt8>) throws(PhraseProblem) {
    var language: PhraseLanguage?
    var line = 0
    var start = 0
    while start < utf8.count {
      var end = start
      while end < utf8.count, utf8[end] != 0x0A { end += 1 }
      line += 1
      let text = utf8.extracting(start..<(end > start && utf8[end - 1] == 0x0D ? end - 1 : end))
      start = end + 1
      guard !text.isEmpty, text[0] != UInt8(ascii: "#") else { continue }
      if text[0] == 0x20 {
        let phrase = try Self.phrase(text, line)
        guard !rows.isEmpty else {
          throw PhraseProblem(line: line, "a phrase stands below the head of its row.")
        }
        rows[rows.count - 1].phrases.append(phrase)
        continue
      }
      if let last = rows.last, last.phrases.isEmpty {
        throw PhraseProblem(line: last.line, "the row has no phrase.")
      }
      let words = try Self.words(text, line)
      if words[0] == "language" {
        language = try Self.language(words, line)
        continue
      }
      guard let group = PhraseRow.Group(rawValue: words[0]) else {
        throw .unknown(
          words[0], among: ["language"] + PhraseRow.Group.allCases.map(\.rawValue), line: line)
      }
      guard let language else {
        throw PhraseProblem(line: line, "a file begins with its language: language en.")
      }
      rows.append(
        PhraseRow(language: language, group: group, words: Array(words[1...]), line: line))
    }
    if let last = rows.last, last.phrases.isEmpty {
      throw PhraseProblem(line: last.line, "the row has no phrase.")
    }
  }

  private static func phrase(_ text: Span<UInt8>, _ line: Int) throws(PhraseProblem) -> String {
    guard text.count > 2, text[1] == 0x20, text[2] != 0x20, text[2] != 0x09,
      text[text.count - 1] != 0x20, text[text.count - 1] != 0x09
    else {
      throw PhraseProblem(line: line, "a phrase stands behind two blanks, with none at its end.")
    }
    return string(text.extracting(2...))
  }

  /// The words of a head: small letters of ASCII and `_`, with one blank between them.
  private static func words(_ text: Span<UInt8>, _ line: Int) throws(PhraseProblem) -> [String] {
    var words: [String] = []
    var start = 0
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : 0x20
      switch byte {
      case 0x61...0x7A, UInt8(ascii: "_"): break
      case 0x20 where index > start:
        words.append(string(text.extracting(start..<index)))
        start = index + 1
      default:
        throw PhraseProblem(
          line: line,
          "a head is of words in small letters with one blank between; a phrase stands behind two.")
      }
    }
    return words
  }

  private static func language(
    _ words: [String], _ line: Int
  ) throws(PhraseProblem) -> PhraseLanguage {
    guard words.count > 1, (2...3).contains(words[1].utf8.count) else {
      throw PhraseProblem(line: line, "a language is told by its tag of two or three letters.")
    }
    var traits: Set<PhraseLanguage.Trait> = []
    for word in words[2...] {
      guard let trait = PhraseLanguage.Trait(rawValue: word) else {
        throw .unknown(word, among: PhraseLanguage.Trait.allCases.map(\.rawValue), line: line)
      }
      traits.insert(trait)
    }
    return PhraseLanguage(tag: words[1], traits: traits)
  }

  private static func string(_ utf8: Span<UInt8>) -> String {
    utf8.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
