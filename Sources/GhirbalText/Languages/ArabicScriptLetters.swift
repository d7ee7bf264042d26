/// What the letters of a text in Arabic script say of its language where its words say too little.
///
/// Persian writes ی and ک, and has پ چ ژ گ; Arabic writes ي ك ى ة أ إ. A text of a dozen letters nearly
/// always has some of the one kind, and if it has none of the other, nor any that only Urdu, Pashto,
/// Kurdish and their neighbours have, it is told.
struct ArabicScriptLetters: Sendable {
  /// Rows of letters, as bits: those that only Arabic has of the two, and those that only Persian has.
  private let arabicForms: UInt64
  private let persianForms: UInt64
  /// ی and ک alone, which Arabic is typed with too.
  private let persianSpellings: UInt64
  /// Rows that either language may have besides.
  private let shared: UInt64

  /// The least letters that a text is told by.
  ///
  /// Runs of two or three tags have as many. Of lines of four words and more of MediaWiki's messages and
  /// of Urdu news, docs/benchmarks/text.md counts those that are taken for another language.
  private static let minLetters = 8

  init(rows: [UInt8]) {
    func bits(_ letters: String) -> UInt64 {
      letters.unicodeScalars.reduce(0) { $0 | 1 << UInt64(rows[Int($1.value)]) }
    }
    arabicForms = bits("يكىةأإ")
    persianSpellings = bits("یک")
    persianForms = bits("یکپچژگ")
    shared = bits("آ") | 1
  }

  /// Whether there is ی or ک among the letters of `rows` and none that only Arabic has.
  func areOnlyPersianSpellings(_ rows: UInt64) -> Bool {
    rows & persianSpellings != 0 && rows & arabicForms == 0
  }

  /// The language that only the letters of `rows` can be of; nil where they may be of several.
  func language(_ rows: UInt64, letterCount: Int) -> LanguageCandidate? {
    guard letterCount >= Self.minLetters else { return nil }
    if rows & persianForms != 0, rows & ~(persianForms | shared) == 0 { return .persian }
    if rows & arabicForms != 0, rows & ~(arabicForms | shared) == 0 { return .arabic }
    return nil
  }
}
