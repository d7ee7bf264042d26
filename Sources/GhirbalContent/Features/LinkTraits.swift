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

  init(_ links: [Mark], _ arena: ElementArena, _ utf8: UnsafeBufferPointer<UInt8>) {
    var last: ElementID?
    for link in links where link.element != last {
      last = link.element
      count += 1
      var address: Range<Int>?
      for place in arena.attributes(of: link.element) where arena.attributeNames[place] == .href {
        address = arena.attributeValue(at: place)
      }
      if let address { read(utf8, address) } else { toNothing += 1 }
    }
  }

  private mutating func read(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
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
      if Self.networks.isNamed(in: utf8, range.prefix(48)) { toNetworks += 1 }
    }
  }

  private static let networks = NetworkNames([
    "facebook.com", "twitter.com", "//x.com", "linkedin.com", "pinterest.", "whatsapp",
    "instagram.com", "youtube.com", "reddit.com/submit", "//t.me/", "tiktok", "vk.com", "weibo",
    "telegram", "threads.net", "bsky.app", "flipboard",
  ])

  private static func leadsToArticle(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Bool
  {
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

/// Finds names of social networks in an address.
///
/// Each name has a bit; three tables of 256 entries tell which names may begin with three bytes.
private struct NetworkNames: Sendable {
  private let names: [[UInt8]]
  private let masks: [UInt32]

  /// At most 32 names of three bytes or more.
  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var masks = [UInt32](repeating: 0, count: 3 * 256)
    for (bit, name) in self.names.enumerated() {
      for place in 0..<3 { masks[place * 256 + Int(name[place])] |= 1 << UInt32(bit) }
    }
    self.masks = masks
  }

  func isNamed(in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let masks = masks.span
    for start in range.lowerBound...range.upperBound - 3 {
      var candidates =
        masks[Int(utf8[start])] & masks[256 + Int(utf8[start + 1])]
        & masks[512 + Int(utf8[start + 2])]
      while candidates != 0 {
        let name = names[candidates.trailingZeroBitCount]
        candidates &= candidates - 1
        if name.count <= range.upperBound - start,
          name.indices.allSatisfy({ utf8[start + $0] == name[$0] })
        {
          return true
        }
      }
    }
    return false
  }
}
