/// Takes apart letters that are two known words and no known word themselves.
///
/// In the labels setting a line that is long or has sentence punctuation is still read as prose.
struct WordSplits: ~Copyable {
  let language: Language
  let page: PageWords
  let setting: GlueSetting
  private(set) var replacements: [Replacement<WordFinding>] = []

  /// The line being read, and whether it is short and without sentence punctuation.
  private var line = 0..<0
  private var isLabel = false

  init(language: Language, page: PageWords, setting: GlueSetting) {
    self.language = language
    self.page = page
    self.setting = setting
  }

  mutating func scan(_ text: Span<UInt8>) {
    // Latin text has splits in labels only, at a capital.
    // Persian prose has too many compounds that no list has (شریف‌امامی, سفیدبرفی): labels only.
    guard language == .arabic || setting == .labels else { return }
    var position = 0
    while let run = LetterRun.next(in: text, from: position) {
      position = run.utf8Range.upperBound
      if setting == .labels, run.utf8Range.lowerBound >= line.upperBound {
        line = lineRange(text, from: line.upperBound, around: run.utf8Range.lowerBound)
        isLabel = isLabel(text, line)
      }
      guard run.utf8Range.count >= 6, run.utf8Range.count <= 96, !isProtected(text, run.utf8Range)
      else { continue }
      switch run.script {
      case .arabic where language == .arabic || language == .persian && isLabel:
        split(text, run.utf8Range)
      case .latin where isLabel: splitAtCapitals(text, run.utf8Range)
      default: continue
      }
    }
  }

  /// Longer lines are prose, whatever the block was taken for: tag lines of the seeds have under 80.
  private static let maxLabelBytes = 200
  private static let maxShortLabelBytes = 96

  private func lineRange(_ text: Span<UInt8>, from start: Int, around place: Int) -> Range<Int> {
    var start = start
    var end = start
    while end < text.count, end < place || text[end] != UInt8(ascii: "\n") {
      if text[end] == UInt8(ascii: "\n") { start = end + 1 }
      end += 1
    }
    return start..<end
  }

  private func isLabel(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count <= WordSplits.maxLabelBytes else { return false }
    for index in line {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return false
      case 0xD8 where index + 1 < line.upperBound:
        // ، ؛ ؟
        if [0x8C, 0x9B, 0x9F].contains(text[index + 1]) { return false }
      default: continue
      }
    }
    return true
  }

  /// Whether the run is part of a hashtag, an address or an identifier, or stands by a digit.
  private func isProtected(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      byte < 0x80
        && (byte &- 0x30 < 10 || CodeBytes.joins(byte) && !CodeBytes.isASCIIAlphanumeric(byte))
    }
    if range.lowerBound > 0, joins(text[range.lowerBound - 1]) { return true }
    return range.upperBound < text.count && joins(text[range.upperBound])
  }

  // MARK: Arabic script

  /// How well a half is known; 0 when it is not.
  private enum Strength {
    static let none = 0
    /// In the lexicon or the list of frequent words, or on the page behind و or ال.
    static let listed = 2
    static let onPage = 3
  }

  private mutating func split(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 12, !isWord(text, range) else { return }
    guard let cut = bestCut(text, range) ?? bestCutInThree(text, range) else { return }
    split(text, range.lowerBound..<cut.place)
    replacements.append(
      .space(
        at: cut.place, .missingSpace, rule: cut.score >= 5 ? "page_words" : "known_words",
        confidence: cut.score >= 5 ? 0.97 : 0.9))
    split(text, cut.place..<range.upperBound)
  }

  private typealias Cut = (place: Int, score: Int)

  /// The one place where both sides are known best; nil where there is none or there are several.
  private func bestCut(_ text: Span<UInt8>, _ range: Range<Int>) -> Cut? {
    var best: Cut?
    var isTied = false
    var place = range.lowerBound
    var letterCount = 0
    while place < range.upperBound {
      let (scalar, width) = text.scalar(at: place)
      if LetterRun.isMark(scalar) { return nil }
      if letterCount >= 3, range.upperBound - place >= 6 {
        let score = score(text, range.lowerBound..<place, place..<range.upperBound)
        if score > 0, score == best?.score ?? 0 { isTied = true }
        if score > best?.score ?? 0 {
          best = (place, score)
          isTied = false
        }
      }
      letterCount += 1
      place += width
    }
    return isTied ? nil : best
  }

  /// In labels, the first cut of three words, where it is the only one.
  private func bestCutInThree(_ text: Span<UInt8>, _ range: Range<Int>) -> Cut? {
    guard isLabel, range.count >= 18, range.count <= 64 else { return nil }
    var only: Cut?
    var place = range.lowerBound
    while place < range.upperBound - 12 {
      if place >= range.lowerBound + 6 {
        let first = strength(text, range.lowerBound..<place, isFirst: true)
        if first > 0, let rest = bestCut(text, place..<range.upperBound) {
          guard only == nil else { return nil }
          only = (place, min(first + first, rest.score))
        }
      }
      place += text.scalar(at: place).width
    }
    return only
  }

  /// Whether the letters are a word as they are, so that nothing is taken apart.
  private func isWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if page.count(text, range) > 1 || FrequentWords.contains(text, range) { return true }
    guard language == .persian else { return isInflectedArabic(text, range) }
    guard let word = PersianText.word(text, range) else { return true }
    return PersianJoints.isKnown(word, page: page)
  }

  /// A known word with و, ب, ل, ف, ك or ال before it.
  private func isInflectedArabic(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if page.hasStem(text, range) { return true }
    var start = range.lowerBound
    for _ in 0..<4 where range.upperBound - start >= 8 {
      let (scalar, width) = text.scalar(at: start)
      guard WordSplits.arabicPrefixLetters.contains(scalar) else { break }
      start += width
      let rest = start..<range.upperBound
      if FrequentWords.contains(text, rest) || page.count(text, rest) > 0 { return true }
    }
    return false
  }

  private static let arabicPrefixLetters: Set<UInt32> = Set("وبلفكاس".unicodeScalars.map(\.value))

  private func score(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Int {
    let first = strength(text, left, isFirst: true)
    guard first > 0 else { return 0 }
    let second = strength(text, right, isFirst: false)
    guard second > 0 else { return 0 }
    // Prose is full of names and compounds that no list has.
    if !isLabel {
      guard first == Strength.onPage, second == Strength.onPage, left.count >= 8,
        right.count >= 8, text.startsWithArticle(right)
      else { return 0 }
    } else if first + second < 5 {
      // Without the page's word for it, only in a line of a few words: a headline has names.
      guard left.count >= 8, right.count >= 8, line.count <= WordSplits.maxShortLabelBytes
      else { return 0 }
    }
    return first + second
  }

  private func strength(_ text: Span<UInt8>, _ range: Range<Int>, isFirst: Bool) -> Int {
    if language == .persian {
      guard let word = PersianText.word(text, range) else { return 0 }
      if let key = word.key(0..<word.count),
        [PersianSuffix.Host.plural, .comparative, .vowelEnd].contains(where: {
          PersianSuffix.matches(key: key, host: $0)
        })
      {
        return Strength.none
      }
      let entry = PersianLexicon.shared.entry(word, 0..<word.count)
      if let entry, !isFirst, entry.contains(.endsWords) { return Strength.none }
      // A word on the page that the lexicon does not know may be glued itself.
      if page.count(text, range) > (entry == nil ? 1 : 0) { return Strength.onPage }
      if FrequentWords.contains(text, range) { return Strength.listed }
      guard let entry, !entry.isDisjoint(with: .nominal), entry.isDisjoint(with: [.verb, .closed])
      else { return Strength.none }
      return Strength.listed
    }
    if WordSplits.arabicClitics.contains(PageWords.hash(text, range)) { return Strength.none }
    if FrequentWords.contains(text, range) {
      return page.count(text, range) > 0 ? Strength.onPage : Strength.listed
    }
    // Three letters stand inside too many words to be evidence, with or without the article.
    guard range.count >= (text.startsWithArticle(range) ? 10 : 8) else { return Strength.none }
    if page.count(text, range) > 0 { return Strength.onPage }
    return page.hasStem(text, range) ? Strength.listed : Strength.none
  }

  /// Arabic letters that go on words, or begin compound names, though they are words as well.
  private static let arabicClitics: Set<UInt64> = Set(
    [
      "وال", "بال", "كال", "فال", "لله", "هما", "كما", "تان", "تين", "هن", "يين", "ات", "الله",
      "عبد", "أبو", "ابن", "بني", "غير", "ذات", "مثل", "بعض", "حيث", "عند",
    ].map { word in
      let bytes = Array(word.utf8)
      return PageWords.hash(bytes.span, 0..<bytes.count)
    })

  // MARK: Latin

  /// Splits at a capital behind a lower-case letter where both sides are known words.
  private mutating func splitAtCapitals(_ text: Span<UInt8>, _ range: Range<Int>) {
    // Seen twice, it is a name.
    if page.count(text, range) > 1 || CamelNames.contains(text, range) { return }
    var start = range.lowerBound
    for place in range.lowerBound + 2..<range.upperBound - 1
    where text[place] &- 0x41 < 26 && text[place - 1] &- 0x61 < 26 && text[place + 1] &- 0x61 < 26 {
      var end = place + 1
      while end < range.upperBound, text[end] &- 0x41 >= 26 { end += 1 }
      guard place - start >= 3, end - place >= 3, isKnownLatin(text, start..<place),
        isKnownLatin(text, place..<end)
      else { return }
      replacements.append(
        .space(at: place, .missingSpace, rule: "capital", confidence: 0.95))
      start = place
    }
  }

  private func isKnownLatin(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    FrequentWords.contains(text, range) || page.count(text, range) > 0
  }
}

/// Names that hold a capital inside: their halves are words, and they are not glued.
private enum CamelNames {
  static func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    hashes.contains(PageWords.hash(text, range))
  }

  private static let hashes: Set<UInt64> = Set(
    names.split(separator: " ").map { name in
      let bytes = Array(name.utf8)
      return PageWords.hash(bytes.span, 0..<bytes.count)
    })

  private static let names = """
    YouTube JavaScript TypeScript WordPress LinkedIn WhatsApp PayPal GitHub GitLab FaceTime FaceBook \
    PowerPoint OneDrive OneNote OneWorld SoundCloud PlayStation BuzzFeed TikTok SnapChat MySpace \
    DreamWorks BlackBerry ThinkPad MacBook AirPods HomePod NewsGuard NewsWeek TechCrunch PostgreSQL \
    MySQL BitTorrent AliExpress MasterCard FedEx DoorDash HubSpot MailChimp CloudFlare StackOverflow \
    ResearchGate ScienceDirect ProQuest PubMed HarperCollins TripAdvisor LiveScience SpaceX DeepMind \
    OpenAI RuneScape CrossFit NetBeans RealPlayer QuickTime HyperText OpenOffice LibreOffice StarCraft \
    McDonald MacArthur OneWeb TeamViewer LaTeX ShareThis AddThis HomeAdvisor
    """
}
