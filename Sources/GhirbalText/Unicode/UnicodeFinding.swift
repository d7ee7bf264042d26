/// What ``unicodeFaults(in:language:options:)`` finds.
public enum UnicodeFinding: String, Sendable, CaseIterable {
  /// A cluster that is not in Normalization Form C.
  case uncomposed
  /// An Arabic letter or letter ligature stored as the glyph of one position.
  case presentationForm = "presentation_form"
  /// U+FEFF inside text.
  case byteOrderMark = "byte_order_mark"
  /// U+200B where words are told apart by spaces.
  case zeroWidthSpace = "zero_width_space"
  /// U+2060.
  case wordJoiner = "word_joiner"
  /// A C0 or C1 control other than tab, line feed and carriage return, or DEL.
  case controlCharacter = "control_character"
  /// U+00AD.
  case softHyphen = "soft_hyphen"
  /// U+00A0.
  case noBreakSpace = "no_break_space"
  /// A space of another width than U+0020.
  case oddSpace = "odd_space"
  /// U+2028 or U+2029.
  case lineSeparator = "line_separator"
  /// U+200C behind U+200C.
  case doubledNonJoiner = "doubled_zero_width_non_joiner"
  /// U+200C beside a space, punctuation or the end of the text.
  case strandedNonJoiner = "stranded_zero_width_non_joiner"
  /// A bidi embedding, override or isolate without its other half.
  case unpairedBidiControl = "unpaired_bidi_control"
  /// A bidi pair around text that runs in the direction of its line anyway.
  case unneededBidiControl = "unneeded_bidi_control"
  /// LRM, RLM or ALM at an end of the text, doubled, or between letters of one direction.
  case unneededDirectionMark = "unneeded_direction_mark"
  /// A character reference that was escaped twice and so stands in the text.
  case escapedEntity = "escaped_entity"
  /// ي, or ى at the end of a word, in Persian text.
  case arabicYeh = "arabic_yeh"
  /// ك in Persian text.
  case arabicKaf = "arabic_kaf"
  /// ی in Arabic text.
  case persianYeh = "persian_yeh"
  /// ک in Arabic text.
  case persianKaf = "persian_kaf"
  /// Opt-in: a vowel sign, U+064B...U+0652 or U+0670.
  case vowelSign = "vowel_sign"
  /// Opt-in: U+0640.
  case tatweel
  /// Opt-in: an Arabic-Indic digit.
  case arabicDigit = "arabic_digit"
  /// Opt-in: a curly or low quotation mark or apostrophe.
  case curlyQuote = "curly_quote"
  /// Opt-in: a character with a compatibility mapping.
  case compatibilityCharacter = "compatibility_character"
  /// Opt-in: ة.
  case tehMarbuta = "teh_marbuta"
}
