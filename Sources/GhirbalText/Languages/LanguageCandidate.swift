/// A language that text may be in, as far as telling languages apart goes.
///
/// Languages that Ghirbal has no rules for stand here as rivals: without them their text would be
/// taken for the nearest language that it has rules for.
enum LanguageCandidate: Int, CaseIterable {
  case arabic, persian, urdu, pashto, centralKurdish, uyghur, sindhi
  case southAzerbaijani, luri, mazandarani
  case english, german, french, spanish, turkish, indonesian
  case portuguese, italian, dutch, swedish, danish, polish, romanian, catalan, czech, finnish
  case hungarian, croatian, vietnamese, azerbaijani, tagalog, swahili, basque, latvian, kurmanji
  case albanian
  case russian, ukrainian, bulgarian, serbian, kazakh

  /// Their BCP 47 primary tags, in order.
  private static let tags = """
    ar fa ur ps ckb ug sd azb lrc mzn en de fr es tr id pt it nl sv da pl ro ca cs fi hu hr vi az tl sw eu
    lv kmr sq ru uk bg sr kk
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let languages = tags.map(Language.init)

  /// The candidate of a tag.
  init?(tag: String) {
    guard let index = Self.tags.firstIndex(of: tag) else { return nil }
    self.init(rawValue: index)
  }

  /// The language it stands for, or nil for a rival.
  var language: Language? { Self.languages[rawValue] }

  static let arabicScript: Range<Int> = 0..<10
  static let latinScript: Range<Int> = 10..<36
  static let cyrillicScript: Range<Int> = 36..<41
}
