/// What ``spacingFaults(in:language:)`` and ``hardWraps(in:lines:)`` find.
public enum SpacingFinding: String, Sendable, CaseIterable {
  /// Spaces or line ends before the first word.
  case leadingSpace = "leading_space"
  /// Spaces or line ends behind the last word.
  case trailingSpace = "trailing_space"
  /// Spaces before a line end.
  case spaceBeforeLineEnd = "space_before_line_end"
  /// More than one space between words.
  case doubledSpace = "doubled_space"
  /// A space before `. , ; : ! ?` or `، ؛ ؟`.
  case spaceBeforePunctuation = "space_before_punctuation"
  /// A second full stop behind a space, as in `Iran. .`.
  case strandedFullStop = "stranded_full_stop"
  /// A space behind an opening or before a closing bracket or guillemet.
  case spaceInsideBracket = "space_inside_bracket"
  /// A letter or opening bracket right behind `، ؛ ؟`, or an opening quotation mark behind `. ! ?`.
  case missingSpaceAfterPunctuation = "missing_space_after_punctuation"
  /// A quotation mark whose space stands on its wrong side, as in `regard, ”Bagheri said`.
  case quoteOnWrongSide = "quote_on_wrong_side"
  /// A line end where a line was full, in text of a fixed width.
  case hardWrap = "hard_wrap"
}
