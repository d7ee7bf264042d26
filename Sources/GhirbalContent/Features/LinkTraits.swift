import GhirbalDocument

/// Where the links of a block lead.
struct LinkTraits {
  private(set) var count = 0
  /// To a place in the page.
  private(set) var toFragments = 0
  /// With a scheme or a host of their own.
  private(set) var absolute = 0
  private(set) var toNetworks = 0
  /// To scripts, mail and telephone, or nowhere.
  private(set) var toNothing = 0
  /// To what looks like an article: three hyphens in one part of the path, a long number, a year.
  private(set) var toArticles = 0

  init(_ links: [Block.Link], _ arena: ElementArena) {
    var last: ElementID?
    for link in links where link.element != last {
      last = link.element
      count += 1
      var address: Range<Int>?
      for place in arena.attributes(of: link.element) where arena.attributeNames[place] == .href {
        address = arena.attributeValue(at: place)
      }
      if let address { read(arena.utf8, address) } else { toNothing += 1 }
    }
  }

  private mutating func read(_ utf8: [UInt8], _ range: Range<Int>) {
    func starts(_ word: StaticString) -> Bool {
      range.count >= word.utf8CodeUnitCount
        && (0..<word.utf8CodeUnitCount).allSatisfy {
          utf8[range.lowerBound + $0] == word.utf8Start[$0]
        }
    }
    if range.count > 24, Self.leadsToArticle(utf8, range) { toArticles += 1 }
    if range.isEmpty || starts("javascript") || starts("mailto") || starts("tel:") {
      toNothing += 1
    } else if starts("#") {
      toFragments += 1
    } else if starts("http") || starts("//") {
      absolute += 1
      let host = utf8[range.prefix(48)]
      if Self.networks.contains(where: { Self.contains(host, $0) }) { toNetworks += 1 }
    }
  }

  private static let networks: [[UInt8]] = [
    "facebook.com", "twitter.com", "//x.com", "linkedin.com", "pinterest.", "whatsapp",
    "instagram.com", "youtube.com", "reddit.com/submit", "//t.me/", "tiktok", "vk.com", "weibo",
    "telegram", "threads.net", "bsky.app", "flipboard",
  ].map { Array($0.utf8) }

  private static func contains(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    for start in text.startIndex...text.endIndex - word.count
    where text[start] == word[0] && text[start..<start + word.count].elementsEqual(word) {
      return true
    }
    return false
  }

  private static func leadsToArticle(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var hyphens = 0
    var digits = 0
    for index in range {
      switch utf8[index] {
      case 0x2D:
        hyphens += 1
        if hyphens == 3 { return true }
        digits = 0
      case 0x30...0x39:
        digits += 1
        if digits == 5 { return true }
      case 0x2F:
        if digits == 4, index >= 5, utf8[index - 5] == 0x2F, utf8[index - 4] == 0x32,
          utf8[index - 3] == 0x30
        {
          return true
        }
        hyphens = 0
        digits = 0
      default: digits = 0
      }
    }
    return false
  }
}
