/// What kind of text a block is, which decides how much may be taken apart.
public enum GlueSetting: Sendable {
  /// Sentences: only joints that are near-certain.
  case prose
  /// Short lines without punctuation, such as tags, menus and headings.
  case labels
}

/// Finds words and phrases that stand together without the space between them.
///
/// In every setting: a sentence or clause end with a letter behind it (`end.Next`, `پایان.جمله`),
/// ة or ى with a letter behind it in Arabic, a known word in Arabic script against a Latin one.
/// In labels (lines up to 200 bytes without sentence punctuation) also: two known words run together (`ایرانجهان`, `PostsSource`), by what stands alone on
/// the page first, then by the lexicon and the list of frequent words; there must be one best place.
/// In Arabic prose a word is taken apart only before ال and where the page has both halves; in Persian
/// prose never, since it has more compounds than any list.
/// Left alone: addresses, domains, file names, versions, decimals, times, abbreviations (U.S., e.g.),
/// names in camel case, hashtags, and every place beside a digit. A second run finds nothing.
/// Linear in the text.
public func gluedWords(
  in text: Span<UInt8>, language: Language, page: PageWords = PageWords(),
  setting: GlueSetting = .prose
) -> [Replacement<WordFinding>] {
  var found = gluedWordsOnce(in: text, language, page, setting)
  guard !found.isEmpty else { return found }
  // A space can bring a word into the open that was part of a longer run; one more round mostly
  // finds nothing, and text made to go on for more is cut off.
  for _ in 0..<maxRounds {
    let spaced = text.withUnsafeBufferPointer { Array($0) }.applying(found)
    let more = gluedWordsOnce(in: spaced.span, language, page, setting)
    if more.isEmpty { break }
    found = merged(found, more)
  }
  return found
}

private let maxRounds = 6

private func gluedWordsOnce(
  in text: Span<UInt8>, _ language: Language, _ page: PageWords, _ setting: GlueSetting
) -> [Replacement<WordFinding>] {
  var joints = SentenceJoints(language: language, page: page)
  joints.scan(text)
  guard setting == .labels || page.count > 0 else { return joints.replacements }
  var splits = WordSplits(language: language, page: page, setting: setting)
  splits.scan(text)
  guard !splits.replacements.isEmpty else { return joints.replacements }
  guard !joints.replacements.isEmpty else { return splits.replacements }
  var found: [Replacement<WordFinding>] = []
  for replacement in (joints.replacements + splits.replacements).sorted(by: {
    $0.utf8Range.lowerBound < $1.utf8Range.lowerBound
  }) where found.last?.utf8Range != replacement.utf8Range {
    found.append(replacement)
  }
  return found
}

/// One list from spaces found in a text and more found after they went in.
private func merged(
  _ first: [Replacement<WordFinding>], _ second: [Replacement<WordFinding>]
) -> [Replacement<WordFinding>] {
  var result: [Replacement<WordFinding>] = []
  result.reserveCapacity(first.count + second.count)
  var passed = 0
  for var replacement in second {
    // Each earlier space that stands before this place moved it by one.
    while passed < first.count,
      first[passed].utf8Range.lowerBound + passed < replacement.utf8Range.lowerBound
    {
      result.append(first[passed])
      passed += 1
    }
    let place = replacement.utf8Range.lowerBound - passed
    replacement.utf8Range = place..<place
    result.append(replacement)
  }
  result.append(contentsOf: first[passed...])
  return result
}

extension Replacement where Reason == WordFinding {
  /// A space that goes in at `place`.
  static func space(
    at place: Int, _ reason: WordFinding, rule: String, confidence: Double
  ) -> Replacement {
    Replacement(place..<place, with: " ", reason, rule: rule, confidence: confidence)
  }
}
