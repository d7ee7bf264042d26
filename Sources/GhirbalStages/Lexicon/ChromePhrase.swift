import GhirbalText

/// A phrase of the chrome lexicon: what sites set around their texts.
struct ChromePhrase: Sendable, Equatable {
  /// What besides itself the phrase governs.
  enum Governs: String, CaseIterable, Sendable {
    /// Nothing: the phrase, with others like it, must cover its block.
    case block
    /// The rest of its line: "Read also: …". It may stand alone as well.
    case line
    /// The titles, teasers and dates that follow: "Recent Posts".
    case list
    /// The fields and notices of a form that follow: "Leave a Reply".
    case form
    /// The sentence it opens, if that goes on about the same thing: "We use cookies to …".
    case sentence
    /// A short block that it begins or ends, parted from the rest: "… All rights reserved."
    case edge
    /// The whole line, with slots: "Posted by … on @" (`ChromePatterns`).
    case pattern
  }

  enum Sureness: String, CaseIterable { case weak }

  let language: PhraseLanguage
  let phrase: String
  let kind: ChromeReason
  let governs: Governs
  /// A word that texts use as well ("Share", "Next"): chrome only in the company of chrome.
  let isWeak: Bool

  /// The phrase's name in the ledger.
  var name: String { language.rule(kind.rawValue, phrase) }

  /// The phrases of rows, whose heads are a kind, what it governs, and `weak` where it is.
  static func phrases(of rows: [PhraseRow]) throws(PhraseProblem) -> [ChromePhrase] {
    var phrases: [ChromePhrase] = []
    for (row, kind) in try rows.ranked(by: ChromeReason.self) {
      let governs = try row.required(1, as: Governs.self)
      let isWeak = try row.word(2, as: Sureness.self) != nil
      try row.end(at: 3)
      if governs == .pattern, let phrase = row.phrases.first(where: { !ChromePatterns.hasWord($0) })
      {
        throw PhraseProblem(line: row.line, "the pattern \"\(phrase)\" has no word of its own.")
      }
      phrases += row.phrases.map {
        ChromePhrase(
          language: row.language, phrase: $0, kind: kind, governs: governs, isWeak: isWeak)
      }
    }
    return phrases
  }
}
