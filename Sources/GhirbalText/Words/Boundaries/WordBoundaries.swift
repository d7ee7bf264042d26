/// Repairs where words and parts of words meet, in the blocks of one page.
///
/// First spaces that are lost at the end of a sentence or clause (see `SentenceJoints`). Then one
/// decision for each place between two letters: nothing, a zero-width non-joiner, or a space; and one
/// for each space that may stand inside a Persian word. The model decides, in doubt nothing changes.
/// Words that stand alone on the same page outrank it. What it decided for a word is kept for the page.
public final class WordBoundaries {
  private let thresholds: BoundaryLevel.Thresholds
  private let lexicon: WordLexicon
  private let model: BoundaryModel
  private let staying: StayingWords?
  private let site: SiteWords
  private let collectPage: () -> PageWords
  private lazy var page = collectPage()
  private var decisions: [UInt64: [Joint]] = [:]
  /// Whether the word being decided was looked up among the page's.
  private var hasAskedPage = false

  /// - Parameters:
  ///   - staying: What pages of the same level have left alone before this one.
  ///   - site: The words of the page's site: they are taken apart, and never taken to pieces.
  ///   - page: The words of the page; asked for once, and only when a word is in doubt.
  public convenience init(
    level: BoundaryLevel = .conservative, staying: StayingWords? = nil,
    site: SiteWords = SiteWords(), page: @escaping () -> PageWords = { PageWords() }
  ) {
    self.init(
      level.thresholds, lexicon: .shared, model: .shared, staying: staying, site: site, page: page)
  }

  init(
    _ thresholds: BoundaryLevel.Thresholds, lexicon: WordLexicon, model: BoundaryModel,
    staying: StayingWords? = nil, site: SiteWords = SiteWords(), page: @escaping () -> PageWords
  ) {
    self.thresholds = thresholds
    self.lexicon = lexicon
    self.model = model
    self.staying = staying
    self.site = site
    collectPage = page
  }

  /// The places in `text` where a boundary is lost or wrong; in a language without a
  /// model only ends of sentences and between words of the site.
  ///
  /// Left alone: addresses, hashtags, identifiers and code, words beside digits or apostrophes, words
  /// with letters of other languages or several harakat, and blocks whose letters show another
  /// language. A second run over the repaired text finds nothing. Linear in the text.
  ///
  /// - Parameters:
  ///   - language: nil where nobody knows it; then only words of the site are taken apart.
  ///   - glue: where words of the site stand together in a text.
  public func repairs(
    in text: Span<UInt8>, language: Language?,
    glue: (Span<UInt8>) -> [Replacement<WordFinding>] = { _ in [] }
  ) -> [Replacement<WordFinding>] {
    // Words are judged as they are once the site's words stand apart, and sentences.
    func glueOrJoints(_ text: Span<UInt8>) -> [Replacement<WordFinding>] {
      let glued = glue(text)
      guard glued.isEmpty, let language else { return glued }
      return site.spared(sentenceJoints(in: text, language), in: text)
    }
    guard let language, let modelled = BoundaryLanguage(language) else {
      return settled(text, glueOrJoints)
    }
    var scanner = WordScanner(modelled, in: lexicon, staying: staying)
    return settled(text) { text in
      let first = glueOrJoints(text)
      return first.isEmpty ? site.spared(repairs(text, &scanner), in: text) : first
    }
  }

  /// A repair changes what its neighbours see, so the outcome is read again until it stands.
  private func settled(
    _ text: Span<UInt8>, _ findings: (Span<UInt8>) -> [Replacement<WordFinding>]
  ) -> [Replacement<WordFinding>] {
    var all = findings(text)
    guard !all.isEmpty else { return [] }
    let raw = text.withUnsafeBufferPointer { Array($0) }
    for _ in 0..<WordBoundaries.maxRounds {
      let more = findings(raw.applying(all).span)
      if more.isEmpty { return all }
      all = all.followed(by: more, on: raw)
    }
    return []
  }

  /// Real text stands after one to three rounds; text made to go on is left alone.
  private static let maxRounds = 12

  private func sentenceJoints(
    in text: Span<UInt8>, _ language: Language
  ) -> [Replacement<WordFinding>] {
    var joints = SentenceJoints(language: language) { [unowned self] in page }
    joints.scan(text)
    return joints.replacements
  }

  private func repairs(
    _ text: Span<UInt8>, _ scanner: inout WordScanner
  ) -> [Replacement<WordFinding>] {
    scanner.scan(text)
    let gaps = SplitWords(language: scanner.language, lexicon: lexicon) { [unowned self] in page }
      .gaps(text, scanner.parts)
    let certain = gaps.filter(\.isCertain)
    if !certain.isEmpty, scanner.language != .english || EnglishProse.holds(text, in: lexicon) {
      return certain.map(Replacement.joining)
    }
    var found: [Replacement<WordFinding>] = []
    var lines = LineKinds()
    let spacedJoiners = SpacedJoiners(
      thresholds: thresholds, lexicon: lexicon, model: model, staying: staying)
    for index in scanner.parts.indices {
      let part = scanner.parts[index]
      if scanner.language == .persian, part.gap != nil,
        let joined = spacedJoiners.joined(text, scanner, index)
      {
        found.append(joined)
      }
      guard part.count >= 3, !part.isProtected, !part.entry.has(WordLexicon.settled) else {
        continue
      }
      let line = lines.kind(at: part.utf8Range.lowerBound, in: text)
      let joints = joints(text, scanner, part, line)
      if joints.isEmpty { continue }
      let letters = scanner.letters(of: part, in: text)
      for joint in joints {
        let place = Int(letters.offsets[joint.letter])
        found.append(
          Replacement(
            place..<place, with: joint.isSpace ? " " : "\u{200C}",
            joint.isSpace ? .missingSpace : .lostZWNJ, rule: joint.rule.rawValue,
            confidence: joint.confidence))
      }
    }
    if scanner.language == .english, !found.isEmpty, !EnglishProse.holds(text, in: lexicon) {
      return []
    }
    // A part of a word is not taken apart.
    if !gaps.isEmpty {
      found.removeAll { joint in
        joint.reason == .missingSpace
          && gaps.contains { $0.words.contains(joint.utf8Range.lowerBound) }
      }
    }
    guard !scanner.faults.isEmpty else { return found }
    guard !found.isEmpty else { return scanner.faults }
    var merged = scanner.faults.filter { fault in
      !found.contains { $0.utf8Range.overlaps(fault.utf8Range) }
    }
    merged.append(contentsOf: found)
    merged.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    return merged
  }

  // MARK: Inside words

  /// What a repair rests on.
  enum Rule: String {
    case acronym = "foreign_acronym"
    case model = "boundary_model"
    case page = "page_words"
    case functionWords = "function_words"
    case titles = "titles"
  }

  /// A boundary to put in.
  private struct Joint {
    /// The letter that it goes before. Not an offset: harakat stand in other places next time.
    var letter: Int
    var isSpace: Bool
    var rule: Rule
    var confidence: Double
  }

  private func joints(
    _ text: Span<UInt8>, _ scanner: borrowing WordScanner, _ part: WordPart, _ line: LineKind
  ) -> [Joint] {
    // Everything that the decision looks at.
    var key = part.spelling
    if scanner.language == .english {
      key = BoundaryFeatures.mix(key, scanner.capitals(of: part, in: text))
    }
    key = BoundaryFeatures.mix(
      key, line.rawValue | part.before.rawValue << 2 | part.after.rawValue << 3)
    if staying?.contains(key) == true { return [] }
    if let known = decisions[key] { return known }
    if scanner.language == .persian, let places = ForeignAcronyms.joints[part.hash] {
      return joints(of: scanner.letters(of: part, in: text), at: places)
    }
    var decision = Decision(line: line, language: scanner.language)
    let letters = scanner.letters(of: part, in: text)
    hasAskedPage = false
    decide(letters, from: 0, text, &decision, before: part.before, after: part.after)
    if decision.joints.isEmpty, !hasAskedPage, let staying {
      staying.insert(key)
    } else {
      decisions[key] = decision.joints
    }
    return decision.joints
  }

  /// Non-joiners before the letters whose bits are set, where without one the letters would join.
  private func joints(of acronym: LetterSequence, at places: UInt64) -> [Joint] {
    (1..<acronym.count).compactMap { letter in
      guard places >> UInt64(letter) & 1 == 1,
        !LetterCode.endsJoining(acronym.codes[letter - 1])
      else { return nil }
      return Joint(letter: letter, isSpace: false, rule: .acronym, confidence: 0.95)
    }
  }

  private struct Decision {
    let line: LineKind
    let language: BoundaryLanguage
    var joints: [Joint] = []
  }

  /// Parts the letters, of which the first is letter `start` of the word, at the surest place, and then
  /// both sides by themselves.
  private func decide(
    _ letters: LetterSequence, from start: Int, _ text: Span<UInt8>,
    _ decision: inout Decision, before: WordEdge, after: WordEdge
  ) {
    guard letters.count >= 2,
      let best = surest(letters, text, decision, before: before, after: after)
    else { return }
    let edge: WordEdge = best.isSpace ? .open : .nonJoiner
    decide(
      letters.part(0..<best.index), from: start, text, &decision, before: before, after: edge)
    decision.joints.append(
      Joint(
        letter: start + best.index, isSpace: best.isSpace, rule: best.rule,
        confidence: Double((best.odds * 100).rounded(.down)) / 100))
    decide(
      letters.part(best.index..<letters.count), from: start + best.index, text, &decision,
      before: edge, after: after)
  }

  /// Words of up to so many letters are names as often as two words or a word and its ending (یاتا, أنشي,
  /// تیام).
  private static let maxShortCount = 4

  private struct Cut {
    var index: Int
    var isSpace: Bool
    var odds: Float
    var rule: Rule
  }

  private func surest(
    _ letters: LetterSequence, _ text: Span<UInt8>, _ decision: Decision,
    before: WordEdge, after: WordEdge
  ) -> Cut? {
    let language = decision.language
    let lattice = WordLattice(letters, language, in: lexicon)
    let features = BoundaryFeatures(language: language, lexicon: lexicon)
    if language == .english { return certain(letters, lattice, text, decision.line) }
    let spaceThreshold =
      decision.line == .sentence ? thresholds.space : thresholds.spaceInLabel
    var best: Cut?
    var nonJoiners = InlineArray<64, Float>(repeating: 0)
    for index in 1..<letters.count {
      var sum = model.sum
      features.add(letters, lattice, index, before: before, after: after, to: &sum)
      let odds = model.odds(sum)
      if language == .persian, canHoldNonJoiner(letters, index) {
        nonJoiners[index] = odds.nonJoiner
        let isShort =
          letters.count <= WordBoundaries.maxShortCount
          && !PersianPrefixes.areVerbal(lattice.prefix[index].hash)
        if odds.nonJoiner > (isShort ? thresholds.nameLike : thresholds.nonJoiner),
          odds.nonJoiner > max(best?.odds ?? 0, odds.space)
        {
          best = Cut(index: index, isSpace: false, odds: odds.nonJoiner, rule: .model)
        }
      }
      guard odds.space >= odds.nonJoiner, odds.space > best?.odds ?? 0 else { continue }
      if language == .persian, odds.space <= thresholds.spaceBehindPrefix,
        PersianPrefixes.contains(lattice.prefix[index].hash)
      {
        continue
      }
      if odds.space <= thresholds.nameLike,
        lattice.leavesRare(index) || lattice.shatters(index, of: letters.count)
          || index == letters.count - 1
          || letters.count <= WordBoundaries.maxShortCount
      {
        continue
      }
      if odds.space > spaceThreshold {
        best = Cut(index: index, isSpace: true, odds: odds.space, rule: .model)
      } else if odds.space > thresholds.spaceOfPageWords,
        isOfPageWords(letters, text, index)
      {
        best = Cut(index: index, isSpace: true, odds: odds.space, rule: .page)
      }
    }
    guard let best else { return nil }
    if best.isSpace { return best }
    // حرفهای is حرف‌های or حرفه‌ای: two places side by side, and nothing says which.
    let rival = max(nonJoiners[best.index - 1], nonJoiners[best.index + 1])
    return rival > thresholds.rivalShare * best.odds ? nil : best
  }

  /// The place where English words are certainly two; a word that the page repeats is a name.
  private func certain(
    _ letters: LetterSequence, _ lattice: borrowing WordLattice, _ text: Span<UInt8>,
    _ line: LineKind
  ) -> Cut? {
    for index in 1..<letters.count {
      guard
        let kind = EnglishGlue.kind(
          letters, index, lattice, text, left: byteRange(letters, text, 0..<index),
          right: byteRange(letters, text, index..<letters.count), line)
      else { continue }
      if kind == .titles {
        hasAskedPage = true
        if page.count(text, byteRange(letters, text, 0..<letters.count)) > 1 { return nil }
      }
      return Cut(
        index: index, isSpace: true, odds: 0.95, rule: kind == .titles ? .titles : .functionWords)
    }
    return nil
  }

  private func byteRange(
    _ letters: LetterSequence, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    let last = Int(letters.offsets[range.upperBound - 1])
    return Int(letters.offsets[range.lowerBound])..<last + text.scalar(at: last).width
  }

  private func canHoldNonJoiner(_ letters: LetterSequence, _ index: Int) -> Bool {
    guard index >= 2, !LetterCode.endsJoining(letters.codes[index - 1]) else { return false }
    return index < letters.count - 1 || letters.codes[index] != LetterCode.heh
  }

  /// Whether both sides stand alone on the page, three letters or more each.
  private func isOfPageWords(_ letters: LetterSequence, _ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 3, letters.count - index >= 3 else { return false }
    hasAskedPage = true
    return page.count(text, byteRange(letters, text, 0..<index)) > 0
      && page.count(text, byteRange(letters, text, index..<letters.count)) > 0
  }
}

extension Replacement where Reason == WordFinding {
  /// Takes the space out of a word.
  fileprivate static func joining(_ gap: SplitWords.Gap) -> Replacement {
    Replacement(gap.space, with: "", .splitWord, rule: "word_lexicon", confidence: 0.97)
  }
}
