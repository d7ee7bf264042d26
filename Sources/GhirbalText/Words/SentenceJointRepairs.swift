/// Finds spaces that are lost where the signs on both sides show it, whatever the words are.
///
/// A sentence or clause end with a letter behind it (`end.Next`, `پایان.جمله`), ة or ى with a letter
/// behind it in Arabic, a known word in Arabic script against a Latin one.
/// Left alone: addresses, domains, file names, versions, decimals, times, abbreviations (U.S., e.g.),
/// hashtags, and every place beside a digit. A second run finds nothing. Linear in the text.
public func sentenceJoints(
  in text: Span<UInt8>, language: Language, page: @escaping () -> PageWords = { PageWords() }
) -> [Replacement<WordFinding>] {
  var joints = SentenceJoints(language: language, page: page)
  joints.scan(text)
  guard !joints.replacements.isEmpty else { return [] }
  // A space can bring a place into the open that was part of a longer run.
  let raw = text.withUnsafeBufferPointer { Array($0) }
  var found = joints.replacements
  for _ in 0..<6 {
    var again = SentenceJoints(language: language, page: page)
    again.scan(raw.applying(found).span)
    if again.replacements.isEmpty { break }
    found = found.followed(by: again.replacements, on: raw)
  }
  return found
}

extension Replacement where Reason == WordFinding {
  /// A space that goes in at `place`.
  static func space(
    at place: Int, _ reason: WordFinding, rule: String, confidence: Double
  ) -> Replacement {
    Replacement(place..<place, with: " ", reason, rule: rule, confidence: confidence)
  }
}
