/// A sequence of UTF-8 seen through a reading: some characters that stand for one.
struct MojibakeSequence {
  /// How sure it is that nobody meant the characters themselves.
  enum Strength: Int, Comparable {
    /// Only where it touches one that is stronger.
    case touching
    /// Only beside others that are certain.
    case likely
    /// Certain where a few of its script stand together.
    case amongOthers
    case certain
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  var range: Range<Int>
  /// What it stands for; U+FFFD where a byte was lost.
  var value: UInt32
  /// What stands behind it afterwards, where a no-break space of it had become a plain space.
  var suffix: String = ""
  var strength: Strength
  /// Its number among the blocks of scripts; sequences of one run share it.
  var script: Int
  var units: Int
}

/// What a sequence may stand for.
enum MojibakeTarget {
  /// Punctuation, symbols and letters that occur alone.
  case common
  /// Letters that come in words of their script.
  case inWords
  /// Nothing that text holds.
  case implausible

  static func of(_ value: UInt32) -> MojibakeTarget {
    switch value {
    // U+0192 is a character of windows-1252 and 1256, so text garbled twice holds it.
    case 0x80...0x17F, 0x192, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x218...0x21B, 0x259, 0x1E00...0x1EFF,
      0x2000...0x2BFF, 0xFB00...0xFB06, 0xFE0F, 0xFEFF, 0xFF01...0xFF5E, 0xFFFD, 0x1D400...0x1D7FF,
      0x1F000...0x1FAFF:
      .common
    case 0x250...0x36F, 0x370...0x52F, 0x5D0...0x5EA, 0x60C...0x6FF, 0x900...0x10FF,
      0x1780...0x17FF, 0x1F00...0x1FFF, 0x2D30...0x2D7F, 0x3000...0x9FFF, 0xAC00...0xD7A3,
      0xFB50...0xFDFF,
      0xFE70...0xFEFC, 0x20000...0x2FFFF:
      .inWords
    default: .implausible
    }
  }

  /// A number that letters of one script share.
  static func script(of value: UInt32) -> Int {
    switch value {
    case ..<0x370: 0
    case ..<0x400: 1
    case ..<0x530: 2
    case ..<0x600: 3
    case ..<0x700, 0xFB50...0xFEFC: 4
    case ..<0x2000: Int(value >> 7)
    case 0x3000...0xD7A3, 0x20000...0x2FFFF: 5
    default: 0
    }
  }
}
