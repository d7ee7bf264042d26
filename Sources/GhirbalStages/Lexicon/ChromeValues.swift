import GhirbalText

/// The words that go with a phrase of the lexicon without being one.
enum ChromeValues {
  /// Whether `word`, folded, says nothing of its own beside phrases of these kinds.
  static func isNeutral(_ word: String, beside kinds: [ChromeReason]) -> Bool {
    for kind in kinds {
      let isNeutral =
        switch kind {
        case .readingTime: readingTime.contains(word) || isMinutes(word)
        case .viewCount, .commentCount: counts.contains(word)
        case .shareBar, .followBar, .replyForm, .account, .relatedLinks, .navigation, .cookieNotice,
          .newsletter, .copyright, .recentPosts, .emptyLabel:
          joining.contains(word)
        case .pageTool: word.unicodeScalars.count == 1 || pageTools.contains(word)
        case .shortLink, .newsCode:
          word.utf8.contains { (0x30...0x39).contains($0) } || web.contains(word)
        default: false
        }
      if isNeutral { return true }
    }
    return false
  }

  /// "5min", "3mn".
  private static func isMinutes(_ word: String) -> Bool {
    readingTime.contains(String(word.drop { $0.isASCII && $0.isNumber }))
  }

  /// A mark that parts a label from what it governs.
  static func isSeparator(_ utf8: [UInt8], at offset: Int) -> Bool {
    switch utf8[offset] {
    case 0x3A, 0x3E, 0x7C, 0x2D, 0x2E, 0x28, 0x2F, 0x2C, 0x2A: true
    // ©, «, », ·
    case 0xC2 where offset + 1 < utf8.count:
      utf8[offset + 1] == 0xA9 || utf8[offset + 1] == 0xAB || utf8[offset + 1] == 0xBB
        || utf8[offset + 1] == 0xB7
    // ، and ۔
    case 0xD8 where offset + 1 < utf8.count: utf8[offset + 1] == 0x8C
    case 0xDB where offset + 1 < utf8.count: utf8[offset + 1] == 0x94
    // Arrows, bullets, geometric shapes, and the quotes ‹ ›.
    case 0xE2 where offset + 1 < utf8.count: utf8[offset + 1] >= 0x80
    case 0xEF, 0xF0: true
    default: false
    }
  }

  private static let readingTime = BuiltInPhrases.words(.beside, "reading_time")
  private static let counts = BuiltInPhrases.words(.beside, "count")
  private static let joining = BuiltInPhrases.words(.beside, "joining")
  private static let pageTools = BuiltInPhrases.words(.beside, "page_tool")
  private static let web = BuiltInPhrases.words(.beside, "web")
}
