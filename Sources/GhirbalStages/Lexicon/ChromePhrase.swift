/// The language of a row, by its BCP 47 tag: more of them write templates than Ghirbal tells apart in
/// texts.
enum PhraseLanguage: String, Sendable {
  case arabic = "ar"
  case chinese = "zh"
  case centralKurdish = "ckb"
  case czech = "cs"
  case danish = "da"
  case dutch = "nl"
  case english = "en"
  case french = "fr"
  case german = "de"
  case hebrew = "he"
  case hindi = "hi"
  case indonesian = "id"
  case italian = "it"
  case japanese = "ja"
  case korean = "ko"
  case norwegian = "no"
  case persian = "fa"
  case polish = "pl"
  case portuguese = "pt"
  case russian = "ru"
  case spanish = "es"
  case swedish = "sv"
  case turkish = "tr"
  case ukrainian = "uk"
  case urdu = "ur"
  case vietnamese = "vi"

  /// Whether a sentence that asks something ends in what it asks, in a form of the verb for that.
  var closesAsksWithVerb: Bool {
    self == .persian || self == .urdu || self == .hindi || self == .turkish
  }
}

/// A row of the chrome lexicon: a phrase that sites set around their texts.
struct ChromePhrase: Sendable {
  /// What besides itself the phrase governs.
  enum Governs: Sendable {
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
  }

  let language: PhraseLanguage
  let phrase: String
  let kind: ChromeReason
  let governs: Governs
  /// A word that texts use as well ("Share", "Next"): chrome only in the company of chrome.
  let isWeak: Bool

  /// The row's name in the ledger: "en.recent_posts".
  var name: String { "\(language.rawValue).\(kind.rawValue)" }
}

/// Rows of one language, kind and reach, as they are written down.
struct ChromePhrases: Sendable {
  let language: PhraseLanguage
  let kind: ChromeReason
  let governs: ChromePhrase.Governs
  let sure: [String]
  let weak: [String]

  init(
    _ language: PhraseLanguage, _ kind: ChromeReason, _ governs: ChromePhrase.Governs,
    _ sure: [String], weak: [String] = []
  ) {
    self.language = language
    self.kind = kind
    self.governs = governs
    self.sure = sure
    self.weak = weak
  }

  /// Rows that govern nothing besides themselves.
  init(
    _ language: PhraseLanguage, _ kind: ChromeReason, _ sure: [String], weak: [String] = []
  ) {
    self.init(language, kind, .block, sure, weak: weak)
  }

  /// The rows; a phrase with ZWNJ also stands as it reads with a space in its place.
  var rows: [ChromePhrase] {
    [(sure, false), (weak, true)].flatMap { phrases, isWeak in
      phrases.flatMap { phrase in
        phrase.spellings.map {
          ChromePhrase(
            language: language, phrase: $0, kind: kind, governs: governs, isWeak: isWeak)
        }
      }
    }
  }
}

extension String {
  /// This phrase, and as it reads with spaces in the place of ZWNJ where it has any.
  var spellings: [String] {
    unicodeScalars.contains("\u{200C}") ? [self, withSpacesForJoints] : [self]
  }

  /// This string as many people type it: with spaces in the place of ZWNJ.
  var withSpacesForJoints: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{200C}" ? " " : $0 }))
  }
}
