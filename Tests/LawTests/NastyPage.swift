import GhirbalDocument
import TestSupport

/// A flattened page put together from pieces that readers and stages are likely to trip over.
enum NastyPage {
  /// The page of a seed; the same each time.
  static func page(seed: UInt64) -> Page {
    var random = SplitMix(seed: seed)
    // Few kinds of pieces a page, so that rules which look at their surroundings have some.
    let kinds = (0..<1 + random.below(4)).map { _ in random.one(of: pieces) }
    var bytes: [UInt8] = []
    for _ in 0..<1 + random.below(60) {
      let kind = random.one(of: kinds)
      bytes += random.one(of: kind)
      if random.below(3) == 0 { bytes += random.one(of: joints) }
    }
    switch random.below(12) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + bytes
    case 1: bytes = [0xFF, 0xFE] + bytes.utf16(bigEndian: false)
    case 2: bytes = [0xFE, 0xFF] + bytes.utf16(bigEndian: true)
    case 3: bytes = [0xFF, 0xFE] + bytes.utf16(bigEndian: false).dropLast()
    default: break
    }
    return Page(path: "seed-\(seed).txt", bytes: bytes)
  }

  private static let pieces: [[[UInt8]]] = [
    words([
      "كتب", "وزیر الدفاع", "الجيش الايرانيوزارة الدفاع", "مَدْرَسَة", "اللّٰه", "ﻻ", "ﷺ", "إيران",
      "قال الوزير إن الاجتماع كان مفيداً للطرفين في المدينة القديمة.", "،", "؛", "؟",
      "الخليج والعالم",
      "١٢٣", "لا إله", "سيرغي ، شويغو", "اقرأ أيضا", "شارك", "وكالات",
    ]),
    words([
      "می شود", "میشود", "مقامهای", "همکاری های", "بینالمللی", "بهدلیل", "کتاب\u{200C}ها", "خانهٔ",
      "این کتاب برای همهٔ کودکان شهر نوشته شده است و در مدرسه خوانده میشود.", "درحالیست", "كتاب",
      "۱۲۳", "می\u{200C}\u{200C}رود", "\u{200C}", "ایرانجهان", "Categories: ایرانجهان", "مصی",
      "9 ماه ago",
    ]),
    words([
      "The council said on Monday that the bridge will open again in the spring.", "word",
      "countries .", "Iran. .", "\u{201D}Bagheri said", "end.Next", "thecity", "don't", "C ++",
      "e.g.",
      "TEHRAN – The minister", "1,000 .5", "http://a.b/c?d=e&amp;f", "a@b.example", "...", ". . .",
    ]),
    words([
      "Source link", "Leave A Reply", "Recent Posts", "Read more", "Share this:", "Subscribe",
      "Tags: ",
      "Categories: ", "We use cookies", "Accept all", "Related articles", "© 2024", "By A. Writer",
      "Facebook Twitter Email", "Posted in News", "Advertisement", "Home » News » World",
    ]),
    words([
      "Ø§Ù„Ù…Ø¯ÙŠÙ†Ø©", "â€œquotedâ€\u{9D}", "Ã©tÃ©", "ط§ظ„ظ…ط¯ظٹظ†ط©", "ÇáãÏíäÉ", "Â ", "Ã¢â‚¬â„¢",
      "ï»¿",
      "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "caf\u{FFFD}",
    ]),
    words([
      "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{AD}", "\u{FEFF}", "\u{2028}", "\u{2029}",
      "\u{85}", "\u{B}", "\u{C}", "\u{3000}", "\u{202F}", "\t", "  ", "\u{0}", "\u{1B}[31m",
      "\u{7F}",
    ]),
    words([
      "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
      "\u{2068}",
      "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "abc", "شمس", "12",
    ]),
    words([
      "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "🏳\u{FE0F}\u{200D}🌈", "👍🏽", "e\u{301}", "\u{301}", "각",
      "か\u{3099}",
      "漢字。", "क\u{93C}", "ไทย", "עברית", "\u{654}", "Å", "ﬁ", "🇮🇷",
    ]),
    words([
      "&amp;", "&amp;amp;", "&nbsp;", "&#1587;", "&lt;b&gt;", "<b>", "</p>", "<", ">", "& ", "&#",
      "amp;",
    ]),
    words(["\n", "\r\n", "\r", "\n\n\n", "\r\n\r\n\r\n", "\n \n", "\n\u{A0}\n", " \n", "x"]),
    // Bytes that are no UTF-8.
    [
      [0xFF], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xF0, 0x9F],
      [0xC3], [0x61],
    ],
    // windows-1256: the names of two towns, a comma, a zero-width non-joiner, a yeh.
    [
      [0xC7, 0xE1, 0xDE, 0xC7, 0xE5, 0xD1, 0xC9], [0xD8, 0xE5, 0xD1, 0xC7, 0xE4], [0xA1], [0x9D],
      [0xED],
      [0x20], [0xDD, 0xED, 0x20, 0xC7, 0xE1, 0xE3, 0xCF, 0xED, 0xE4, 0xC9],
    ],
  ]

  private static let joints: [[UInt8]] = words([
    " ", "\n", "\n\n", "\r\n", "  ", "\u{A0}", ".", ". ", "، ", " – ", "", "\n \t\n",
  ])

  private static func words(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
}

extension Array where Element == UInt8 {
  /// These bytes, read as UTF-8, in UTF-16.
  fileprivate func utf16(bigEndian: Bool) -> [UInt8] {
    String(decoding: self, as: UTF8.self).utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }
}
