/// Whether a space stands inside a word: between two written words that are one.
enum SpacedParts {
  static func decide(
    _ first: borrowing PersianWord, _ second: borrowing PersianWord, page: PageWords
  ) -> PersianJoints.Evidence? {
    guard first.count >= 2, first.count + second.count < 40, let key = second.key(0..<second.count)
    else { return nil }
    let lexicon = PersianLexicon.shared
    let whole = 0..<first.count
    let lastPart = first.lastPart

    if isVerbPrefix(first) {
      if verb(first, second) { return .verbPrefix }
      return verbWithPronoun(first, second) ? .verbPronoun : nil
    }

    if PersianSuffix.matches(key: key, host: .plural) {
      let entry = lexicon.entry(first, whole) ?? lexicon.entry(first, lastPart)
      guard let entry else {
        // No word of its own, so whatever stands before it is its noun; names are in no lexicon.
        return first.count - lastPart.lowerBound >= 3 ? .plural : nil
      }
      let canBeMany = !entry.isDisjoint(with: [.noun, .adjective, .adverb, .closed])
      return canBeMany && !isParticle(first) ? .plural : nil
    }
    if PersianSuffix.matches(key: key, host: .comparative) {
      let entry = lexicon.entry(first, whole) ?? lexicon.entry(first, lastPart)
      return entry?.contains(.adjective) == true ? .comparative : nil
    }
    if lastPart.count >= 3, first[first.count - 1] == PersianLetter.heh,
      PersianSuffix.matches(key: key, host: .vowelEnd)
    {
      let entry = lexicon.entry(first, whole) ?? lexicon.entry(first, lastPart)
      return entry?.contains(.silentEnd) == true ? .vowelEnd : nil
    }
    return known(first, second) ? .lexiconForm : nil
  }

  /// Words that are nouns as well (در), but of which there is no plural in running text.
  private static let particles = Set(
    ["در", "از", "به", "با", "تا", "بر", "که", "را", "هر", "و", "یا"].map {
      PersianWord.key(of: $0)
    })

  private static func isParticle(_ word: borrowing PersianWord) -> Bool {
    word.key(0..<word.count).map { particles.contains($0) } == true
  }

  private static let prefixes = Set(["می", "نمی"].map { PersianWord.key(of: $0) })

  private static func isVerbPrefix(_ word: borrowing PersianWord) -> Bool {
    word.count <= 3 && word.key(0..<word.count).map { prefixes.contains($0) } == true
  }

  /// Whether the lexicon has the verb with its prefix, pronouns aside.
  private static func verb(_ first: borrowing PersianWord, _ second: borrowing PersianWord) -> Bool
  {
    guard let state = joined(first, second, through: second.count) else { return false }
    // Participles too: می داده comes before اند is read.
    return PersianLexicon.shared.entry(state) != nil
  }

  /// The same for a verb with a pronoun: می شناسیمش.
  private static func verbWithPronoun(
    _ first: borrowing PersianWord, _ second: borrowing PersianWord
  ) -> Bool {
    for letterCount in 1...3 where second.count >= letterCount + 2 {
      let stem = second.count - letterCount
      guard let key = second.key(stem..<second.count),
        PersianSuffix.matches(key: key, host: .object),
        let state = joined(first, second, through: stem)
      else { continue }
      if PersianLexicon.shared.entry(state)?.contains(.verb) == true { return true }
    }
    return false
  }

  /// Whether the lexicon has the two as one word, and one of them is no word by itself.
  private static func known(
    _ first: borrowing PersianWord, _ second: borrowing PersianWord
  ) -> Bool {
    let lexicon = PersianLexicon.shared
    // A second word in parts may just have been closed itself; with the first it stays two words,
    // so that a second run finds nothing.
    guard second.lastPart.lowerBound == 0, let state = joined(first, second, through: second.count),
      let entry = lexicon.entry(state)
    else { return false }
    return entry.contains(.oneWord) || lexicon.entry(first, 0..<first.count) == nil
      || lexicon.entry(second, 0..<second.count) == nil
  }

  private static func joined(
    _ first: borrowing PersianWord, _ second: borrowing PersianWord, through letterCount: Int
  ) -> PersianLexicon.State? {
    let lexicon = PersianLexicon.shared
    var state = lexicon.root
    for index in 0..<first.count {
      guard let next = lexicon.step(state, first[index]) else { return nil }
      state = next
    }
    guard let gap = lexicon.step(state, PersianLetter.zwnj) else { return nil }
    state = gap
    for index in 0..<letterCount {
      guard let next = lexicon.step(state, second[index]) else { return nil }
      state = next
    }
    return state
  }
}
