extension SentenceJoints {
  /// `prices riseThe company said`: a heading, and the first word of the text below it, at `place`.
  ///
  /// The word before it is one of the lexicon, and what both make together is none: `LinkedIn`, `logIn`.
  mutating func readHeading(_ text: Span<UInt8>, at place: Int) {
    let right = wordAfter(text, place)
    guard right.count >= 2, isLowerCase(text, place + 1..<right.upperBound),
      FrequentWords.beginsSentences(text, right), goesOn(text, behind: right),
      !isAddress(text, around: place), !isAmongCode(text, place)
    else { return }
    if text[place - 1].isASCIIDigit {
      guard right.count >= 3, isYear(text, endingAt: place) else { return }
    } else {
      let left = wordBefore(text, place)
      guard left.count >= 3, isLowerCase(text, left.lowerBound + 1..<place), isWord(text, left),
        left.lowerBound > 0, text[left.lowerBound - 1] == 0x20,
        right.count >= 3 || isLowerCase(text, left.lowerBound..<left.lowerBound + 1),
        !WordLexicon.shared.entry(text, left.lowerBound..<right.upperBound, in: .english).isKnown,
        page().count(text, left.lowerBound..<right.upperBound) < 2
      else { return }
    }
    replacements.append(
      .space(at: place, .sentenceJoint, rule: "latin_heading", confidence: 0.93))
  }

  private func isYear(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
    guard end >= 5, text[end - 5] == 0x20 else { return false }
    let century = (text[end - 4], text[end - 3])
    return (century == (0x31, 0x39) || century == (0x32, 0x30))
      && text[end - 2].isASCIIDigit && text[end - 1].isASCIIDigit
  }
}
