/// Which code point Arabic writes a final yeh with.
///
/// The rows hold the closed classes (particles, comparatives) and the nouns, names and verbs that
/// daily news uses most. A spelling that is a common word with both letters (رأى and رأي, قوى and
/// قوي) is in no row, but for على, which is far more often the preposition than the name علي.
enum ArabicOrthography {
  /// Particles, adjectives, nouns and names that end in ى.
  private static let nouns: Set<String> = [
    "على", "إلى", "الى", "حتى", "متى", "لدى", "سوى", "بلى", "أنى", "مدى", "إحدى", "احدى", "أخرى",
    "اخرى", "كبرى", "صغرى", "وسطى", "قصوى", "عظمى", "أولى", "اولى", "يمنى", "يسرى", "سفلى",
    "أعلى", "اعلى", "أدنى", "ادنى", "أقصى", "اقصى", "أغنى", "أقوى", "أحلى", "أغلى", "أنقى",
    "أذكى", "أرقى", "أسمى", "مستوى", "منتدى", "مستشفى", "مبنى", "معنى", "مغزى", "ملتقى", "مقهى",
    "ملهى", "مرمى", "مأوى", "مصطفى", "مرتضى", "مجتبى", "موسى", "عيسى", "يحيى", "ليلى", "سلمى",
    "بشرى", "ذكرى", "فتوى", "دعوى", "شكوى", "جدوى", "تقوى", "عدوى", "بلوى", "نجوى", "سلوى", "قرى",
    "هدى", "ندى", "رؤى", "خطى", "ضحى", "فتى", "مرضى", "قتلى", "جرحى", "أسرى", "موتى", "شتى",
    "فوضى", "صدى", "أذى", "أنثى", "يتامى", "نصارى", "قدامى", "مسمى", "مقتضى", "مجرى", "منفى",
    "مبتغى", "محتوى", "فصحى", "قربى", "كسرى",
  ]

  /// Verbs that end in ى and are not also a noun in ي.
  private static let verbs: Set<String> = [
    "تعالى", "جرى", "أتى", "حكى", "بكى", "أعطى", "ألقى", "أجرى", "أدى", "أبدى", "أنهى", "أضحى",
    "أمسى", "أوصى", "أفضى", "أخفى", "أثنى", "ألغى", "اشترى", "التقى", "انتهى", "ارتقى", "اكتفى",
    "استثنى", "استدعى", "استولى", "احتوى", "اختفى", "انقضى", "اعتدى", "يبقى", "تبقى", "يرى", "نرى",
    "ترى", "يسمى", "تسمى", "يتلقى", "يتولى", "صلى", "غطى", "كفى", "عسى",
  ]

  /// What is written together with the word behind it, longest first.
  private static let nounPrefixes = [
    "وبال", "فبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك",
  ]
  private static let verbPrefixes = ["و", "ف", "س"]

  /// The letter that ی at the end of an Arabic word stands for: ى or ي.
  ///
  /// - Parameter word: The word as written, without vowel signs, up to and with the ی.
  static func finalYeh(of word: String) -> String {
    var spelled = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{6CC}": spelled.append("\u{64A}")
      case "\u{6A9}": spelled.append("\u{643}")
      default: spelled.append(scalar)
      }
    }
    spelled.removeLast()
    spelled.append("\u{649}")
    let maksura = String(spelled)
    return isRow(maksura, in: nouns, behind: nounPrefixes)
      || isRow(maksura, in: verbs, behind: verbPrefixes) ? "\u{649}" : "\u{64A}"
  }

  private static func isRow(
    _ word: String, in rows: Set<String>, behind prefixes: [String]
  ) -> Bool {
    rows.contains(word)
      || prefixes.contains { word.hasPrefix($0) && rows.contains(String(word.dropFirst($0.count))) }
  }
}
