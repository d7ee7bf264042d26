import GhirbalDocument
import GhirbalText

/// One short block taken apart into phrases, the values that go with them, and the rest.
struct ChromeLine {
  private let text: FoldedText
  private let shape: BlockShape
  /// The block, where it holds links.
  private let links: Block?
  private let lexicon: ChromeLexicon
  /// Whether no markup tells what the block is, so that marks between words count more.
  private let isFlattened: Bool
  private let matches: [ChromeLexicon.Match]
  private let matchKinds: [ChromeReason]
  private let words: [Range<Int>]
  /// The match each word is part of.
  private let matchOfWord: [Int?]
  /// The words that are names of networks.
  private let networks: [Bool]

  init(
    _ text: FoldedText, _ shape: BlockShape, _ places: ChromeLexicon.Places, links: Block?,
    _ lexicon: ChromeLexicon, isFlattened: Bool
  ) {
    self.text = text
    self.shape = shape
    self.links = links
    self.lexicon = lexicon
    self.isFlattened = isFlattened
    let matches = lexicon.cover(places)
    self.matches = matches
    let words = text.words
    self.words = words
    var matchOfWord = [Int?](repeating: nil, count: words.count)
    var next = 0
    for (index, word) in words.enumerated() {
      while next < matches.count, matches[next].utf8Range.upperBound <= word.lowerBound {
        next += 1
      }
      // A phrase that starts in the middle of a word of an unspaced script covers what it covers.
      if next < matches.count, matches[next].utf8Range.lowerBound <= word.lowerBound,
        matches[next].utf8Range.upperBound >= word.upperBound
      {
        matchOfWord[index] = next
      }
    }
    self.matchOfWord = matchOfWord
    matchKinds = matches.map(\.row.kind)
    networks = words.indices.map {
      matchOfWord[$0] == nil && SocialNetworks.names.contains(text.utf8[words[$0]])
    }
  }

  /// What the line is, if it is chrome.
  var hit: ChromeHit? {
    // A comma at the end goes on in the next line, as verse does.
    if isFlattened, shape.ending == .open, marks.endsInComma { return nil }
    guard var hit = byPhrases ?? pattern ?? (isFlattened ? byShape : nil) else { return nil }
    // Words that texts use as well make a sentence together: "Thanks to all for the feedback."
    if isFlattened, !hit.isSure, matches.count > 1, !hit.isPattern, shape.endsSentence {
      return nil
    }
    // An answer: "No comments." A full stop makes a few words a sentence, unless the phrase is one.
    if isFlattened, hit.isSure, hit.isBare || hit.reason == .commentCount, shape.endsSentence,
      words.count <= Self.maxAnswerWords, shape.ending != .question
    {
      hit.isSure = false
    }
    return hit
  }

  private static let maxAnswerWords = 4

  private var marks: ChromeMarks { ChromeMarks(text, words) }

  private var byPhrases: ChromeHit? {
    if matches.isEmpty { return relativeDate ?? shareBar }
    let rest = words.indices.filter { !isCovered($0) }
    if rest.isEmpty { return covered }
    return labelled(rest) ?? edged(rest) ?? dominated(rest) ?? (isFlattened ? menu(rest) : nil)
      ?? relativeDate
  }

  private var pattern: ChromeHit? {
    guard !shape.hasLineEnd, let row = lexicon.pattern(of: text, words, shape) else { return nil }
    // With a full stop it may be a sentence of the text that begins so.
    let isSure = !row.isWeak && !shape.endsSentence
    return ChromeHit(
      reason: row.kind, rule: row.name, isSure: isSure, opening: nil, isShapeOnly: !isSure,
      isPattern: true, confidence: isSure ? 0.92 : 0.75)
  }

  /// Whether a phrase has the mark that the line ends with.
  private func endsWithOwnMark(_ match: ChromeLexicon.Match) -> Bool {
    match.utf8Range.upperBound > words.last?.upperBound ?? 0
  }

  // MARK: Words

  private func word(_ index: Int) -> String { text.string(words[index]) }

  private var kinds: Set<ChromeReason> { Set(matches.map(\.row.kind)) }

  /// Whether a word is a phrase's or a value's, and so no text.
  private func isCovered(_ index: Int) -> Bool {
    matchOfWord[index] != nil || networks[index] || isNumber(index) && takesNumbers
      || ChromeValues.isNeutral(word(index), beside: matchKinds)
  }

  /// Whether numbers belong to the phrases here. A row of figures is a table's, whatever word it
  /// starts with.
  private var takesNumbers: Bool {
    let counting: Set<ChromeReason> = [
      .readingTime, .viewCount, .commentCount, .shortLink, .newsCode, .copyright,
    ]
    let numbers = words.indices.count { isNumber($0) }
    return matches.contains {
      $0.row.kind == .copyright || counting.contains($0.row.kind) && numbers <= 2
        || $0.row.kind == .shareBar && !$0.row.isWeak && numbers == 1
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    text.utf8[words[index]].allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Kinds of lines

  /// A line that phrases, numbers and names of networks cover as a whole.
  private var covered: ChromeHit? {
    guard let main = matches.first(where: { !$0.row.isWeak }) ?? matches.first else { return nil }
    let row = main.row
    let networkCount = networks.count { $0 }
    let isSure =
      !row.isWeak || isBar || row.kind == .shareBar && networkCount > 0
      || row.kind == .copyright && matches.count + words.count(where: { isYear($0) }) > 1
      || matches.count == 1 && isCountLabel(row)
    let opener =
      matches.count == 1 && words.allSatisfy { main.utf8Range.contains($0.lowerBound) }
      ? main.row { $0 == .list || $0 == .form } : nil
    return ChromeHit(
      reason: row.kind, rule: (opener ?? row).name, isSure: isSure,
      opening: opener.map { $0.governs == .list ? .list : .form },
      isBare: matches.count == 1 && !endsWithOwnMark(main)
        && words.allSatisfy { main.utf8Range.contains($0.lowerBound) },
      confidence: isSure ? 0.97 : 0.8)
  }

  /// Three phrases or more of one language: "Teilen Merken Drucken".
  private var isBar: Bool {
    matches.count >= 3
      && matches[0].rows.contains { first in
        matches.allSatisfy { $0.rows.contains { $0.language == first.language } }
      }
  }

  /// "5 comments", "Kommentare (5)", "1,204 views": a count with its noun.
  private func isCountLabel(_ row: ChromePhrase) -> Bool {
    (row.kind == .commentCount || row.kind == .viewCount) && words.indices.contains { isNumber($0) }
  }

  private func isYear(_ word: Range<Int>) -> Bool {
    word.count == 4 && text.utf8[word].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A label that governs the rest of its line, and that rest.
  private func labelled(_ rest: [Int]) -> ChromeHit? {
    guard let first = matches.first, first.utf8Range.lowerBound <= (words.first?.lowerBound ?? 0),
      let row = first.row({ $0 == .line })
    else { return nil }
    let isParted = marks.isSeparator(after: first.utf8Range.upperBound, isLabel: true)
    let isLinked =
      links.map { block in
        block.linkDensity >= 0.5
          && block.links.contains {
            $0.utf8Range.lowerBound >= text.originalRange(of: first.utf8Range).lowerBound
          }
      } ?? false
    var isSure = !row.isWeak
    switch row.kind {
    case .relatedLinks:
      guard isParted || isLinked, rest.count <= 30 else { return nil }
      // "See also: Mill, On Liberty, chapter 2." is a reference in a text, not a link to a page.
      if shape.ending == .stop, rest.count > 8, !isLinked { return nil }
    case .copyright:
      // A credit ("© Reuters") is the text's own; with a year it is the site's.
      guard rest.count <= 20, words.contains(where: isYear) else { return nil }
      // "All rights reserved by the guild and its heirs." A licence goes on.
      if isFlattened, shape.endsSentence, matches.count > 1, matchOfWord.last == .some(nil) {
        return nil
      }
      isSure = true
    case .newsCode, .shortLink, .readingTime, .viewCount:
      guard isSure, rest.count <= 3, isParted || words.indices.contains(where: isNumber) else {
        return nil
      }
    case .navigation:
      guard shape.ending == .none, marks.isPath else { return nil }
      isSure = false
    case .shareBar, .followBar, .pageTool, .account:
      guard isSure, rest.count <= 6, isParted || isLinked, !shape.endsSentence else {
        return nil
      }
    default: return nil
    }
    return ChromeHit(
      reason: row.kind, rule: row.name, isSure: isSure, opening: nil,
      isPath: row.kind == .navigation, confidence: isSure ? 0.95 : 0.8)
  }

  /// A phrase at either end of the line, parted from what else stands there.
  private func edged(_ rest: [Int]) -> ChromeHit? {
    guard rest.count <= 14 else { return nil }
    for match in matches {
      guard let row = match.row({ $0 == .edge }) else { continue }
      let startsLine = match.utf8Range.lowerBound <= words[0].lowerBound
      let endsLine = match.utf8Range.upperBound >= words[words.count - 1].upperBound
      // "All rights reserved, all lefts forgiven, says the ferryman." A sentence may open like a
      // notice: behind a comma it goes on, and a few words more need a year or a sign.
      let isShort =
        rest.count <= 6
        && (!shape.endsSentence || hasRightsSign || words.contains(where: isYear))
      let isParted =
        startsLine
        && (marks.isSeparator(after: match.utf8Range.upperBound, isClause: true) || isShort)
        || endsLine && (marks.isSeparator(before: match.utf8Range.lowerBound) || hasRightsSign)
      if isParted {
        return ChromeHit(
          reason: row.kind, rule: row.name, isSure: !row.isWeak, opening: nil,
          confidence: row.isWeak ? 0.8 : 0.95)
      }
    }
    return nil
  }

  private var hasRightsSign: Bool {
    // U+00A9 in UTF-8.
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == (0xC2, 0xA9) }
  }

  /// A short line that is a phrase for the most part.
  private func dominated(_ rest: [Int]) -> ChromeHit? {
    let covered = words.count - rest.count
    guard words.count <= 12, covered >= 3, covered * 10 >= words.count * 7,
      shape.ending == .none, let main = matches.first(where: { !$0.row.isWeak })
    else { return nil }
    return ChromeHit(
      reason: main.row.kind, rule: main.row.name, isSure: false, opening: nil, confidence: 0.7)
  }

  private var relativeDate: ChromeHit? {
    guard words.count <= 8, let finding = RelativeDate.finding(in: words.map(text.string)) else {
      return nil
    }
    return ChromeHit(
      reason: .relativeDate, rule: "relative_date", isSure: finding == .sure, opening: nil,
      confidence: finding == .sure ? 0.97 : 0.7)
  }

  /// Names of networks and nothing else.
  private var shareBar: ChromeHit? {
    let names = words.indices.filter { networks[$0] }
    guard names.count == words.count,
      names.count > 1
        || names.count == 1 && !SocialNetworks.ambiguous.contains(text.utf8[words[names[0]]]),
      Set(words.map { text.string($0) }).count == names.count
    else { return nil }
    let isSure =
      names.count >= 3
      || names.count == 2
        && !names.contains { SocialNetworks.ambiguous.contains(text.utf8[words[$0]]) }
    return ChromeHit(
      reason: .shareBar, rule: "networks", isSure: isSure, opening: nil,
      confidence: isSure ? 0.95 : 0.7)
  }

  // MARK: Lines of flattened text

  /// One line that was a menu, a bar of buttons or the way down from home: pieces between marks, of
  /// which at least one is a phrase, the others a few words each.
  private func menu(_ rest: [Int]) -> ChromeHit? {
    guard let main = matches.first(where: { !$0.row.isWeak }) ?? matches.first,
      shape.ending == .none, words.count <= 24
    else { return nil }
    let networkCount = networks.count { $0 }
    // "Share: Facebook X WhatsApp Stumble": names of networks, and a word that nobody knows.
    if matches.contains(where: { $0.row.kind == .shareBar || $0.row.kind == .followBar }),
      networkCount >= 2, rest.count <= networkCount
    {
      return ChromeHit(
        reason: main.row.kind, rule: main.row.name, isSure: true, opening: nil, confidence: 0.9)
    }
    let pieces = marks.pieces
    guard pieces.count >= 2 else { return nil }
    if pieces[0].allSatisfy({ isCovered($0) }), marks.isWay,
      main.row.kind == .navigation || main.row.kind == .forumLine
    {
      return ChromeHit(
        reason: main.row.kind, rule: main.row.name, isSure: false, opening: nil, isPath: true,
        confidence: 0.8)
    }
    let known = pieces.count { piece in piece.allSatisfy { isCovered($0) || sections[$0] } }
    let isShort = pieces.allSatisfy { $0.count <= 4 }
    guard isShort, known >= 1, 2 * known >= pieces.count || rest.allSatisfy({ sections[$0] }) else {
      return nil
    }
    let isSure = known >= 3 || known == pieces.count && !main.row.isWeak
    return ChromeHit(
      reason: main.row.kind, rule: main.row.name, isSure: isSure && known * 3 >= pieces.count * 2,
      opening: nil, isPath: main.row.kind == .navigation, confidence: isSure ? 0.85 : 0.7)
  }

  /// What menus and heads of posts are made of without a phrase: names of sections, dates, arrows.
  private var byShape: ChromeHit? {
    guard shape.ending == .none, words.count <= 14 else { return nil }
    if (1...8).contains(words.count), matches.isEmpty, sections.allSatisfy({ $0 }) {
      return shapeHit(.navigation, "section_names")
    }
    if marks.hasArrow { return shapeHit(.navigation, "arrow") }
    let bytes = text.utf8
    if words.count <= 12, bytes.contains(where: { (0x30...0x39).contains($0) }), isDateLine {
      return shapeHit(.byline, "date")
    }
    return nil
  }

  private func shapeHit(_ reason: ChromeReason, _ rule: String) -> ChromeHit {
    ChromeHit(
      reason: reason, rule: rule, isSure: false, opening: nil, isShapeOnly: true, confidence: 0.7)
  }

  /// Whether each word is a name of a section, or joins such names.
  private var sections: [Bool] {
    words.map {
      Self.sectionNames.contains(text.utf8[$0]) || SectionNames.joining.contains(text.utf8[$0])
    }
  }

  private static let sectionNames = SectionNames(adding: [])

  /// Whether the line is a date: a year and other numbers, with hardly a word that is none.
  ///
  /// Told by numbers, so that months and weekdays of all languages are dates.
  private var isDateLine: Bool {
    var numbers = 0
    var others = 0
    var hasYear = false
    for word in words {
      let utf8 = text.utf8[word]
      if utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        numbers += 1
        if utf8.count == 4, let year = Int(text.string(word)) {
          hasYear = hasYear || (1300...1500).contains(year) || (1900...2100).contains(year)
        }
      } else if !DateCompanions.contains(text.string(word)) {
        others += 1
      }
    }
    return hasYear && numbers >= 2 && others <= 2
  }
}
