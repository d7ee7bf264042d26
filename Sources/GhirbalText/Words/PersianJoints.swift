/// Where zero-width non-joiners belong inside an unbroken run of Persian letters.
///
/// In: the letters, the lexicon, the words of the page. Out: a bit for each letter boundary, and
/// what decided. A learned model over boundaries can take the place of `decide` and keep both ends.
struct PersianJoints {
  /// Bit n: a non-joiner goes before letter n of the part. Zero: the part stays as it is.
  var before: UInt64 = 0
  var evidence: Evidence = .none

  /// What decided; the raw value stands in the ledger as the rule.
  enum Evidence: String, CaseIterable {
    case none
    /// The lexicon has the word with non-joiners, and not without.
    case lexiconForm = "lexicon_form"
    /// می or نمی before a verb.
    case verbPrefix = "verb_prefix"
    /// A pronoun on a verb form of می.
    case verbPronoun = "verb_pronoun"
    /// ها and its longer forms.
    case plural = "plural_suffix"
    /// تر and ترین.
    case comparative = "comparative_suffix"
    /// A personal ending or ای after a ه that writes a vowel.
    case vowelEnd = "vowel_end_suffix"
    /// به and a word that it makes a set phrase with.
    case behPhrase = "beh_phrase"
    /// بی and a noun.
    case negativePrefix = "negative_prefix"
    /// A known word and a productive last part.
    case compound = "productive_compound"

    /// Share of right decisions on fa.perdt.train with every non-joiner deleted or spaced.
    var confidence: Double {
      switch self {
      case .none: 0
      case .lexiconForm, .verbPronoun, .verbPrefix, .plural: 0.99
      case .comparative, .vowelEnd, .negativePrefix: 0.97
      case .behPhrase: 0.95
      case .compound: 0.9
      }
    }
  }

  /// The joints of the part of `word` in `range`, which holds no non-joiner.
  static func decide(
    _ word: borrowing PersianWord, _ range: Range<Int>, page: PageWords
  ) -> PersianJoints {
    let lexicon = PersianLexicon.shared
    guard range.count >= 3, range.count <= 40, lexicon.entry(word, range) == nil else {
      return PersianJoints()
    }
    let prefixes = PersianPrefixes(word, range, in: lexicon)
    var found = PersianJoints()
    var rival: PersianJoints?
    func offer(_ joints: UInt64, _ evidence: Evidence) {
      let joint = PersianJoints(before: joints, evidence: evidence)
      if found.evidence == .none {
        found = joint
      } else if found.before != joints {
        rival = joint
      }
    }

    if prefixes.isAmbiguous(range.count) { return PersianJoints() }
    if let form = prefixes.form(range.count) { offer(form.joints, .lexiconForm) }

    // Endings, shortest first: `start` letters stand before the ending.
    var key: UInt64 = 0
    var start = range.count - 1
    while start >= 2, range.count - start <= 7 {
      let place = range.lowerBound + start
      key |= UInt64(word[place] + 1) << UInt64(6 * (range.count - start - 1))
      let joint: UInt64 =
        PersianLetter.endsJoining(word[place - 1]) ? 0 : 1 << UInt64(start)
      if PersianSuffix.matches(key: key, host: .plural) {
        // تنهاست, آنهایی: the letters through ها are a word of their own.
        let isOwnWord = start + 2 < range.count && prefixes.plain(start + 2) != nil
        if !isOwnWord, let base = base(start, of: word, range, prefixes, page, as: .nominal) {
          offer(base | joint, .plural)
        }
      } else if PersianSuffix.matches(key: key, host: .comparative) {
        if let base = base(start, of: word, range, prefixes, nil, as: [.adjective, .adverb]) {
          offer(base | joint, .comparative)
        }
      }
      // Two letters are به, که, چه: not words that an ending goes on.
      if start >= 3, word[place - 1] == PersianLetter.heh,
        PersianSuffix.matches(key: key, host: .vowelEnd),
        let base = base(start, of: word, range, prefixes, nil, as: .silentEnd)
      {
        offer(base | joint, .vowelEnd)
      }
      if PersianSuffix.matches(key: key, host: .object), let form = prefixes.form(start),
        form.entry.contains(.verb), form.joints & 0b1100 != 0
      {
        offer(form.joints, .verbPronoun)
      }
      start -= 1
    }
    if let rival {
      // دادهایم: a plural of داد with its pronoun is far rarer than the verb.
      if found.evidence == .lexiconForm, prefixes.form(range.count)?.entry.contains(.verb) == true,
        word[range.upperBound - 1] != PersianLetter.yeh
      {
        return found
      }
      return AmbiguousStem.settle(word, range, found, rival)
    }
    if found.evidence != .none {
      // متهمان is متهم and ان, not مته and مان.
      let isWeak = found.evidence == .comparative || found.evidence == .vowelEnd
      return isWeak && isInflected(word, range, prefixes) ? PersianJoints() : found
    }
    if isInflected(word, range, prefixes) { return found }
    if BehPhrase.matches(word, range) {
      return PersianJoints(before: 1 << 2, evidence: .behPhrase)
    }
    if NegativePrefix.matches(word, range) {
      return PersianJoints(before: 1 << 2, evidence: .negativePrefix)
    }
    return compound(word, range, prefixes)
  }

  /// Whether the letters are a word, with or without non-joiners, or a known word and an ending.
  static func isKnown(_ word: borrowing PersianWord, page: PageWords) -> Bool {
    let range = 0..<word.count
    if PersianLexicon.shared.entry(word, range) != nil { return true }
    let prefixes = PersianPrefixes(word, range, in: .shared)
    if prefixes.isAmbiguous(word.count) || prefixes.form(word.count) != nil { return true }
    return decide(word, range, page: page).evidence != .none || isInflected(word, range, prefixes)
  }

  /// The joints inside a word of `letterCount` letters that an ending may follow; nil if it is none.
  private static func base(
    _ letterCount: Int, of word: borrowing PersianWord, _ range: Range<Int>,
    _ prefixes: borrowing PersianPrefixes, _ page: PageWords?, as kinds: PersianLexicon.Entry
  ) -> UInt64? {
    if let plain = prefixes.plain(letterCount), !plain.isDisjoint(with: kinds) { return 0 }
    if let form = prefixes.form(letterCount), !form.entry.isDisjoint(with: kinds) {
      return form.joints
    }
    let part = range.lowerBound..<range.lowerBound + letterCount
    if let page, letterCount >= 3, page.contains(word, part) {
      // Known by the page alone, it may want joints of its own.
      return decide(word, part, page: page).before
    }
    return nil
  }

  /// Whether the part is a known word with an ending that is written joined: کتابم.
  private static func isInflected(
    _ word: borrowing PersianWord, _ range: Range<Int>, _ prefixes: borrowing PersianPrefixes
  ) -> Bool {
    for (ending, letterCount) in joinedEndings where range.count - letterCount >= 3 {
      let end = range.upperBound - letterCount
      // After a ه that writes a vowel the same endings are written apart.
      guard word.key(end..<range.upperBound) == ending, word[end - 1] != PersianLetter.heh
      else { continue }
      if prefixes.plain(range.count - letterCount) != nil { return true }
    }
    return false
  }

  private static let joinedEndings: [(key: UInt64, letterCount: Int)] = [
    "ی", "م", "ت", "ش", "ان", "ات", "ام", "اش", "یم", "ید", "ند", "اند", "ای", "مان", "تان",
    "شان", "یش", "یت", "یی", "یان", "ست",
  ].map { (PersianWord.key(of: $0), $0.unicodeScalars.count) }

  /// A known word and a part that ends several compounds, if there is one such place only.
  private static func compound(
    _ word: borrowing PersianWord, _ range: Range<Int>, _ prefixes: borrowing PersianPrefixes
  ) -> PersianJoints {
    let lexicon = PersianLexicon.shared
    var found = PersianJoints()
    for start in stride(from: 3, through: range.count - 3, by: 1) {
      guard let first = prefixes.plain(start), !first.isDisjoint(with: .nominal),
        let second = lexicon.entry(word, range.lowerBound + start..<range.upperBound),
        second.contains(.secondPart)
      else { continue }
      if found.evidence != .none { return PersianJoints() }
      if PersianLetter.endsJoining(word[range.lowerBound + start - 1]) { return PersianJoints() }
      found = PersianJoints(before: 1 << UInt64(start), evidence: .compound)
    }
    return found
  }
}

/// A stem that makes a word both with ها and with ه + ای: حرفهای is حرف‌های or حرفه‌ای.
///
/// Rows say which reading to take where one is far more usual; all other stems are left alone.
private enum AmbiguousStem {
  private static let plural: [String] = [
    "سال", "آب", "زبان", "شب", "دندان", "کوه", "زخم", "دل", "ماه", "گل", "زمان", "ورودی", "تایپ",
    "پست", "بلوک", "چارچوب", "جریان", "پل", "بدن", "شاخص", "طرف", "آزمون", "ساعت", "چشم", "برگ",
  ]
  private static let vowelEnd: [String] = [
    "گون", "مجموع", "جامع", "منطق", "خان", "رشت", "نسخ", "نشان", "کلم", "مقدم", "دقیق", "جمل",
    "حادث", "مصاحب", "قطع", "پارچ", "لای", "مدرس", "مقال", "حلق", "توسع", "فاصل",
  ]
  private static let rows: [UInt64: PersianJoints.Evidence] = Dictionary(
    uniqueKeysWithValues: plural.map { (PersianWord.key(of: $0), .plural) }
      + vowelEnd.map { (PersianWord.key(of: $0), .vowelEnd) })

  static func settle(
    _ word: borrowing PersianWord, _ range: Range<Int>, _ a: PersianJoints, _ b: PersianJoints
  ) -> PersianJoints {
    // The stem ends before ه + ای.
    let end = range.upperBound - 3
    guard end > range.lowerBound, word[end] == PersianLetter.heh,
      let key = word.key(range.lowerBound..<end), let reading = rows[key]
    else { return PersianJoints() }
    if a.evidence == reading { return a }
    return b.evidence == reading ? b : PersianJoints()
  }
}

/// Set phrases of به and a noun, which newspapers also write as one word.
///
/// Rows, because به begins many words that are no phrase (بهداشت, بهشت, بهانه).
private enum BehPhrase {
  private static let nouns: [String] = [
    "دلیل", "دنبال", "عنوان", "طور", "ویژه", "خاطر", "وسیله", "منظور", "صورت", "رغم", "زودی",
    "خصوص", "شدت", "سرعت", "تدریج", "نظر", "سوی", "سمت", "راحتی", "سادگی", "خوبی", "علت", "جای",
    "گونه", "نوعی", "ترتیب", "همراه", "واسطه", "تازگی", "شکل", "لحاظ", "موقع", "هنگام", "هرحال",
    "روشنی", "آسانی", "سختی", "ندرت", "اندازه", "نام", "کار", "دست", "نفع", "ناچار", "اشتباه",
    "اتفاق", "رسمیت", "سبب", "مدت", "گفته", "گزارش", "طوری", "صورتی", "نوبه",
  ]
  private static let keys = Set(nouns.map { PersianWord.key(of: $0) })
  private static let beh = PersianWord.key(of: "به")

  static func matches(_ word: borrowing PersianWord, _ range: Range<Int>) -> Bool {
    guard word.key(range.lowerBound..<range.lowerBound + 2) == beh,
      let noun = word.key(range.lowerBound + 2..<range.upperBound)
    else { return false }
    return keys.contains(noun)
  }
}

/// بی ("without") and a noun of the lexicon, with or without ی: بی‌رحم, بی‌رحمی.
private enum NegativePrefix {
  private static let key = PersianWord.key(of: "بی")

  static func matches(_ word: borrowing PersianWord, _ range: Range<Int>) -> Bool {
    guard range.count >= 6, word.key(range.lowerBound..<range.lowerBound + 2) == key else {
      return false
    }
    let noun = range.lowerBound + 2..<range.upperBound
    if PersianLexicon.shared.entry(word, noun)?.contains(.noun) == true { return true }
    return noun.count >= 4 && word[noun.upperBound - 1] == PersianLetter.yeh
      && PersianLexicon.shared.entry(word, noun.dropLast())?.contains(.noun) == true
  }
}
