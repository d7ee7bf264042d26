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

  /// The language it stands for, or nil for a rival.
  var language: Language? {
    switch self {
    case .arabic: .arabic
    case .persian: .persian
    case .urdu: .urdu
    case .pashto: .pashto
    case .centralKurdish: .centralKurdish
    case .english: .english
    case .german: .german
    case .french: .french
    case .spanish: .spanish
    case .turkish: .turkish
    case .indonesian: .indonesian
    case .russian: .russian
    default: nil
    }
  }

  static let arabicScript: Range<Int> = 0..<10
  static let latinScript: Range<Int> = 10..<36
  static let cyrillicScript: Range<Int> = 36..<41
}
