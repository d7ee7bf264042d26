/// Text put together from pieces that rules are likely to trip over; the same for the same seed.
struct NastyText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next of a sequence of 64-bit numbers (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to `most` pieces.
  mutating func text(of pieces: [String], most: Int) -> String {
    var text = ""
    for _ in 0..<(1 + Int(next() % UInt64(most))) {
      text.unicodeScalars.append(
        contentsOf: pieces[Int(next() % UInt64(pieces.count))].unicodeScalars)
    }
    return text
  }

  /// A text of up to `most` scalars from anywhere in Unicode.
  mutating func scalars(most: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<(1 + Int(next() % UInt64(most))) {
      let limit: UInt64 = [0x80, 0x700, 0x3000, 0x10000, 0x110000][Int(next() % 5)]
      text.append(Unicode.Scalar(UInt32(next() % limit)) ?? "\u{FFFD}")
    }
    return String(text)
  }

  static let pieces = [
    "a", "b", "é", "e\u{301}", "\u{301}", "\u{316}", "\u{327}", "س", "لا", "ی", "ي", "ى", "ک", "ك",
    "علی", "وزیر", "هٔ", "\u{654}", "\u{64E}", "\u{651}", "\u{652}", "\u{640}", "گ", "ہے", " ", "  ",
    "\n", "\t", "\r\n", "\u{A0}", "\u{202F}", "\u{2003}", "\u{3000}", "\u{2028}", "\u{2029}",
    "\u{B}",
    "\u{0}", "\u{85}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{61C}",
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}", "\u{2060}", "\u{FEFF}", "\u{AD}", "ﻻ", "ﻣﺮﺣﺒﺎ", "ﻫ", "\u{FE70}", "\u{FE7D}",
    "\u{FC5E}", "ﷺ", "&amp;", "amp;", "quot;", "&quot;", "&nbsp;", "&shy;", "&#8203;", "&#",
    "1587;",
    "&lt;", "&", ";", "=", "http://", "@", "/", ".", ",", "،", "؛", "؟", "!", "?", ":", "(", ")",
    "«",
    "»", "\"", "“", "”", "'", "…", "...", ". .", "1", "23", "456", "۱", "12.5", "漢", "か",
    "\u{3099}",
    "ᄀ", "ᅡ", "ᆨ", "क", "\u{93C}", "न", "\u{94D}", "👨", "👩", "\u{FE0F}", "ไ", "中。", "-", "–",
    "Ã", "©", "Â", "â", "€", "™", "Ø", "³", "Ù", "\u{84}", "ط", "ظ", "،", "\u{9D}", "ï", "»", "¿",
    "C ++", ":)", "U.S.", "e.g.", "`x`", "{", "|",
  ]
}
