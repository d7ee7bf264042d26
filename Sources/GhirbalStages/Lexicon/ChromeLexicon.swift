import GhirbalText

/// The rows of all languages with the automaton that finds them.
///
/// All languages are looked for on every page: templates are often in another language than the
/// texts they hold ("Recent Posts" under a Persian article).
struct ChromeLexicon: Sendable {
  let rows: [ChromePhrase]
  private let phrases: PhraseMatcher
  /// The rows behind each of the automaton's phrases: one spelling may be several rows.
  private let rowsOfPhrase: [[Int]]
  /// Words that tell that a sentence goes on about cookies, a newsletter or rights.
  private let companions: PhraseMatcher

  static let builtIn = ChromeLexicon(
    [
      ChromePhrases.english, ChromePhrases.persian, ChromePhrases.arabic, ChromePhrases.german,
      ChromePhrases.french, ChromePhrases.spanish, ChromePhrases.turkish, ChromePhrases.russian,
      ChromePhrases.urdu, ChromePhrases.hebrew, ChromePhrases.kurdish, ChromePhrases.indonesian,
      ChromePhrases.japaneseAndChinese, ChromePhrases.teasers,
    ].joined().flatMap(\.rows))

  init(_ rows: [ChromePhrase]) {
    self.rows = rows
    var places: [String: Int] = [:]
    var spellings: [String] = []
    var rowsOfPhrase: [[Int]] = []
    for (index, row) in rows.enumerated() {
      let folded = row.phrase.foldedForMatching
      if let place = places[folded] {
        rowsOfPhrase[place].append(index)
      } else {
        places[folded] = spellings.count
        spellings.append(folded)
        rowsOfPhrase.append([index])
      }
    }
    phrases = PhraseMatcher(spellings)
    self.rowsOfPhrase = rowsOfPhrase
    companions = PhraseMatcher(Self.companionRows.map(\.phrase))
  }

  /// A place where a phrase stands, with all rows that hold it.
  struct Match {
    let utf8Range: Range<Int>
    let rows: [ChromePhrase]

    /// The row that speaks for the phrase: a sure one before a weak one.
    var row: ChromePhrase { rows.first { !$0.isWeak } ?? rows[0] }

    func row(_ reach: (ChromePhrase.Governs) -> Bool) -> ChromePhrase? {
      rows.filter { reach($0.governs) }.min { !$0.isWeak && $1.isWeak }
    }
  }

  /// Phrases that do not overlap: from the left, the longest at each place.
  func cover(of text: FoldedText) -> [Match] {
    phrases.cover(of: text.utf8.span).map(match)
  }

  /// The row of a phrase that opens a sentence of a site about itself, at the text's start.
  func opener(of text: FoldedText) -> ChromePhrase? {
    phrases.matches(in: text.utf8.span).lazy.filter { $0.utf8Range.lowerBound == 0 }
      .compactMap { self.match($0).row { $0 == .sentence } }.first
  }

  private func match(_ match: PhraseMatcher.Match) -> Match {
    Match(utf8Range: match.utf8Range, rows: rowsOfPhrase[match.phrase].map { rows[$0] })
  }

  /// Whether a text holds a word that goes with `kind`.
  func hasCompanion(of kind: ChromeReason, in text: FoldedText) -> Bool {
    companions.matches(in: text.utf8.span).contains {
      Self.companionRows[$0.phrase].kind == kind
    }
  }

  private static let companionRows: [(kind: ChromeReason, phrase: String)] =
    cookieCompanions.map { (.cookieNotice, $0) } + newsletterCompanions.map { (.newsletter, $0) }
    + copyrightCompanions.map { (.copyright, $0) }

  private static let cookieCompanions = [
    "best experience", "better experience", "your experience", "user experience",
    "improve your experience", "browsing experience", "you agree", "you accept", "you consent",
    "your consent", "privacy policy", "cookie policy", "learn more", "personalize",
    "personalise", "analyze traffic", "analyse traffic", "our traffic", "our website", "our site",
    "this website", "manage your", "accept all", "store and/or access", "our use of cookies",
    "dienste", "datenschutz", "nutzererfahrung", "zustimmung", "einverstanden", "stimmen sie",
    "zu bieten", "unserer website", "unserer seite", "benutzererfahrung", "zustimmen",
    "meilleure experience", "experience utilisateur", "vous acceptez", "votre consentement",
    "en savoir plus", "votre experience", "notre site", "mesure d'audience", "partenaires",
    "mejor experiencia", "su experiencia", "tu experiencia", "experiencia de usuario", "aceptas",
    "acepta", "politica de cookies", "nuestra web", "nuestro sitio", "consentimiento",
    "deneyim", "kabul", "politikası", "hizmet", "kullanıcı deneyimi", "çerez politikamız",
    "удобства", "соглашаетесь", "согласие", "файлы cookie", "файлов cookie", "улучшения", "cookie",
    "تجربة", "أفضل تجربة", "توافق", "موافقتك", "سياسة الخصوصية", "تجربتك", "الموافقة", "موقعنا",
    "تجربه", "تجربه کاربری", "موافقت", "بهبود", "حریم خصوصی", "می‌پذیرید", "حوויית", "חוויית",
    "מדיניות", "pengalaman",
  ]

  private static let newsletterCompanions = [
    "inbox", "your email", "email address", "mailing list", "unsubscribe", "delivered", "sign up",
    "weekly", "daily", "updates", "latest news", "news", "spam", "e-mail", "email", "postfach",
    "kostenlos", "boîte mail", "actualité", "actualites", "chaque jour", "chaque semaine",
    "correo", "bandeja", "noticias", "e-posta", "haberler", "почту", "почте", "новости",
    "بريدك", "الأخبار", "ایمیل", "اخبار",
  ]

  private static let copyrightCompanions = [
    "محفوظ", "متعلق به", "محفوظه", "reserved", "©", "بلامانع",
  ]
}
