/// Finds spaces that stand where a Persian word has a zero-width non-joiner, or nothing.
///
/// Each is judged by the two words beside it, and by their neighbours where those leave a doubt.
struct SpacedJoiners {
  let thresholds: BoundaryLevel.Thresholds
  let lexicon: WordLexicon
  let model: BoundaryModel
  let staying: StayingWords?

  /// Two words of smaller odds than this by themselves are two words, whatever stands beside them.
  private static let hopelessPair: Float = 0.002

  /// The space before part `index` as it should be, where it stands inside a word.
  func joined(
    _ text: Span<UInt8>, _ scanner: borrowing WordScanner, _ index: Int
  ) -> Replacement<WordFinding>? {
    let second = scanner.parts[index]
    let first = scanner.parts[index - 1]
    guard let gap = second.gap, !first.isProtected, !second.isProtected, first.count > 0,
      second.count > 0
    else { return nil }
    if ForeignAcronyms.mayBeLetterName(first.hash), ForeignAcronyms.mayBeLetterName(second.hash),
      scanner.isBetweenLetterNames(index)
    {
      return nil
    }
    let pair = WordPair(
      first: first.entry, second: second.entry, joined: second.joinedEntry,
      firstHash: first.hash, secondHash: second.hash, joinedHash: second.joinedHash)
    guard pair.isCandidate else { return nil }
    // ای‌بی‌ام goes on behind what would be an ending.
    if second.after == .nonJoiner, !pair.first.has(WordLexicon.firstPart) { return nil }
    let key = BoundaryFeatures.mix(pair.firstHash, pair.secondHash)
    if staying?.contains(key) == true { return nil }
    let letters = scanner.letters(of: first, in: text)
    let features = GapFeatures(language: scanner.language, lexicon: lexicon)
    var sum = model.sum
    features.add(letters, scanner.letters(of: second, in: text), pair, to: &sum)
    if model.odds(sum).nonJoiner < Self.hopelessPair {
      staying?.insert(key)
      return nil
    }
    features.addNeighbours(
      pair, previous: scanner.neighbour(before: index - 1, in: text),
      next: scanner.neighbour(after: index, in: text), to: &sum)
    let odds = model.odds(sum).nonJoiner
    // A first part alone says little: نیمه‌تمام is a word, نیمه آبان is two.
    let isSupported =
      pair.joined.has(WordLexicon.compound) || pair.second.has(WordLexicon.laterPart)
    guard odds > (isSupported ? thresholds.gap : thresholds.unsupportedGap) else { return nil }
    // Behind a letter that never joins a non-joiner could not be seen.
    let joins = LetterCode.endsJoining(letters.codes[letters.count - 1])
    return Replacement(
      gap..<second.utf8Range.lowerBound, with: joins ? "" : "\u{200C}", .spacedZWNJ,
      rule: WordBoundaries.Rule.model.rawValue,
      confidence: Double((odds * 100).rounded(.down)) / 100)
  }
}

extension WordScanner {
  /// The hash of the word before a part, or what stands there instead of one.
  func neighbour(before index: Int, in text: Span<UInt8>) -> UInt64 {
    let start = parts[index].utf8Range.lowerBound
    if start == 0 { return 1 }
    if parts[index].gap != nil { return parts[index - 1].hash }
    return UInt64(text.scalar(before: start))
  }

  /// The same behind it.
  func neighbour(after index: Int, in text: Span<UInt8>) -> UInt64 {
    let end = parts[index].utf8Range.upperBound
    if end == text.count { return 1 }
    if index + 1 < parts.count, parts[index + 1].gap != nil { return parts[index + 1].hash }
    return UInt64(text.scalar(at: end).value)
  }
}
