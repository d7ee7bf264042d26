/// How sure the model must be before a boundary changes.
public enum BoundaryLevel: String, Sendable, CaseIterable, Codable {
  /// Text that is right stays right: the default.
  case conservative
  /// Finds more and errs more.
  case full

  /// The least probability that each kind of change asks for.
  struct Thresholds {
    /// A space inside a run of letters, in sentences.
    let space: Float
    /// The same in a short line without sentence punctuation: tags, menus, headings.
    let spaceInLabel: Float
    /// The same in English sentences, for what `EnglishGlue` takes for certain.
    let spaceInEnglish: Float
    /// A space behind a first part that Persian also writes joined.
    let spaceBehindPrefix: Float
    /// A space beside a word that the lexicon lacks, or before a last letter: what is left over is mostly a
    /// part of a name (اینفانتینو, پشتو).
    let spaceBesideUnknown: Float
    /// A non-joiner inside a run of letters.
    let nonJoiner: Float
    /// A space that becomes a non-joiner, or nothing behind a letter that never joins.
    let gap: Float
    /// The same where neither the lexicon has the two as one word nor the second often ends one.
    let unsupportedGap: Float
    /// A space between two words that both stand alone on the same page.
    let spaceOfPageWords: Float
    /// A word stays where a second place for a non-joiner is this share as likely as the first.
    let rivalShare: Float
  }

  var thresholds: Thresholds {
    switch self {
    case .conservative:
      Thresholds(
        space: 0.75, spaceInLabel: 0.6, spaceInEnglish: 0.85,
        spaceBehindPrefix: 0.98, spaceBesideUnknown: 0.95, nonJoiner: 0.65,
        gap: 0.7,
        unsupportedGap: 0.93,
        spaceOfPageWords: 0.4,
        rivalShare: 0.75)
    case .full:
      Thresholds(
        space: 0.5, spaceInLabel: 0.4, spaceInEnglish: 0.5,
        spaceBehindPrefix: 0.5, spaceBesideUnknown: 0.5, nonJoiner: 0.4,
        gap: 0.4,
        unsupportedGap: 0.5,
        spaceOfPageWords: 0.2,
        rivalShare: 0.9)
    }
  }
}
