/// An ending that is written apart from its word by a zero-width non-joiner.
struct PersianSuffix {
  /// What the word before it must be.
  enum Host: UInt8 {
    /// The plural ها with what may follow it: after nouns and adjectives.
    case plural
    /// تر and ترین: after adjectives and adverbs.
    case comparative
    /// Personal endings and "one" ای: after a ه that writes a vowel.
    case vowelEnd
    /// Pronouns on a verb form of می.
    case object
  }

  let text: String
  let host: Host
  /// Whether it is also a word by itself, so that a space before it may be right.
  let standsAlone: Bool

  private init(_ text: String, _ host: Host, standsAlone: Bool = false) {
    self.text = text
    self.host = host
    self.standsAlone = standsAlone
  }

  static let rows: [PersianSuffix] = [
    .init("ها", .plural), .init("های", .plural), .init("هایی", .plural), .init("هائی", .plural),
    .init("هایم", .plural), .init("هایت", .plural), .init("هایش", .plural),
    .init("هایمان", .plural), .init("هایتان", .plural), .init("هایشان", .plural),
    .init("هامان", .plural), .init("هاتان", .plural), .init("هاشان", .plural),
    .init("هاست", .plural), .init("هایند", .plural), .init("هایید", .plural),
    .init("هاییم", .plural), .init("هام", .plural), .init("هاش", .plural), .init("هات", .plural),
    .init("هایشون", .plural), .init("هاشون", .plural), .init("هامون", .plural),
    .init("هاتون", .plural), .init("هاییست", .plural),
    .init("تر", .comparative, standsAlone: true), .init("ترین", .comparative),
    .init("تری", .comparative, standsAlone: true), .init("ترها", .comparative),
    .init("ترهای", .comparative), .init("ترینها", .comparative), .init("ترینهای", .comparative),
    .init("ترند", .comparative), .init("تریم", .comparative), .init("ترست", .comparative),
    .init("ی", .vowelEnd), .init("ام", .vowelEnd, standsAlone: true),
    .init("ای", .vowelEnd, standsAlone: true),
    .init("اند", .vowelEnd), .init("اید", .vowelEnd), .init("ایم", .vowelEnd),
    .init("ات", .vowelEnd), .init("اش", .vowelEnd),
    .init("مان", .vowelEnd, standsAlone: true), .init("تان", .vowelEnd),
    .init("شان", .vowelEnd, standsAlone: true),
    .init("م", .object), .init("ت", .object), .init("ش", .object),
    .init("مان", .object), .init("تان", .object), .init("شان", .object),
  ]

  /// Whether letters with this key (see `PersianWord.key`) are an ending for such a word.
  @inline(__always)
  static func matches(key: UInt64, host: Host) -> Bool {
    let slot = keys.slot(key, host)
    return keys.places[slot] != 0
  }

  private static let keys = Keys(rows)

  /// Open addressing: about fifty rows in 256 places, so a miss mostly ends at the first look.
  private struct Keys {
    var places = [UInt64](repeating: 0, count: 256)

    init(_ suffixes: [PersianSuffix]) {
      for suffix in suffixes {
        let key = PersianWord.key(of: suffix.text)
        places[slot(key, suffix.host)] = Keys.tagged(key, suffix.host)
      }
    }

    @inline(__always)
    static func tagged(_ key: UInt64, _ host: Host) -> UInt64 {
      key << 3 | UInt64(host.rawValue) + 1
    }

    @inline(__always)
    func slot(_ key: UInt64, _ host: Host) -> Int {
      let tagged = Keys.tagged(key, host)
      var slot = Int(truncatingIfNeeded: (tagged &* 0x9E37_79B9_7F4A_7C15) >> 56)
      while places[slot] != 0, places[slot] != tagged { slot = (slot + 1) & 255 }
      return slot
    }
  }
}
