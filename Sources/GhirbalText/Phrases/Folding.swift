/// What becomes of one scalar when text is folded for matching.
enum Folding {
  /// The scalar itself or the one it stands for.
  case scalar(UInt32)
  /// One to three ASCII characters; 0 where there is none.
  case ascii(UInt8, UInt8, UInt8)
  case space
  /// Not there: a mark, a zero-width character.
  case dropped

  @inline(__always) init(_ scalar: UInt32) {
    if scalar < 0x80 {
      switch scalar {
      case 0x41...0x5A: self = .scalar(scalar + 0x20)
      case 0...0x20, 0x7F: self = .space
      case 0x60: self = .scalar(0x27)
      default: self = .scalar(scalar)
      }
    } else if scalar >= 0x0600, scalar < 0x0700 {
      self = Self.arabic(scalar)
    } else {
      self = Self.other(scalar)
    }
  }

  private static func arabic(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671: .scalar(0x0627)
    case 0x0629, 0x06BE, 0x06C0...0x06C3, 0x06D5: .scalar(0x0647)
    case 0x0643: .scalar(0x06A9)
    case 0x0649, 0x064A: .scalar(0x06CC)
    case 0x0640, 0x0610...0x061A, 0x061C, 0x064B...0x065F, 0x0670: .dropped
    case 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED: .dropped
    case 0x0660...0x0669: .scalar(scalar - 0x0660 + 0x30)
    case 0x06F0...0x06F9: .scalar(scalar - 0x06F0 + 0x30)
    default: .scalar(scalar)
    }
  }

  private static func other(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .dropped
    // Variation selectors behind symbols and the combining diacritics of decomposed text.
    case 0x0300...0x036F, 0xFE00...0xFE0F: .dropped
    case 0x201C...0x201F, 0x2033, 0x300C...0x300F: .scalar(0x22)
    case 0xB4, 0x2018...0x201B, 0x2032: .scalar(0x27)
    case 0x2010...0x2015, 0x2212: .scalar(0x2D)
    case 0x2026: .ascii(0x2E, 0x2E, 0x2E)
    case 0xC0...0x17F: latin(scalar)
    case 0x0218, 0x0219: .scalar(0x73)
    case 0x021A, 0x021B: .scalar(0x74)
    case 0x0386, 0x03AC: .scalar(0x03B1)
    case 0x0388, 0x03AD: .scalar(0x03B5)
    case 0x0389, 0x03AE: .scalar(0x03B7)
    case 0x038A, 0x0390, 0x03AF, 0x03CA: .scalar(0x03B9)
    case 0x038C, 0x03CC: .scalar(0x03BF)
    case 0x038E, 0x03B0, 0x03CB, 0x03CD: .scalar(0x03C5)
    case 0x038F, 0x03CE: .scalar(0x03C9)
    case 0x03C2: .scalar(0x03C3)
    case 0x0391...0x03A1, 0x03A3...0x03A9: .scalar(scalar + 0x20)
    case 0x0401, 0x0451: .scalar(0x0435)
    case 0x0400...0x040F: .scalar(scalar + 0x50)
    case 0x0410...0x042F: .scalar(scalar + 0x20)
    case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7: .dropped
    // Letters of Devanagari and Bengali with a dot below, composed or not.
    case 0x093C, 0x09BC: .dropped
    case 0x0958...0x095F: .scalar(Self.withoutNukta[Int(scalar - 0x0958)])
    case 0x09DC, 0x09DD: .scalar(scalar - 0x3B)
    case 0x09DF: .scalar(0x09AF)
    case 0x09E6...0x09EF: .scalar(scalar - 0x09E6 + 0x30)
    case 0x0E50...0x0E59: .scalar(scalar - 0x0E50 + 0x30)
    case 0x0966...0x096F: .scalar(scalar - 0x0966 + 0x30)
    case 0xFF01...0xFF5E: Folding(scalar - 0xFF01 + 0x21)
    default: .scalar(scalar)
    }
  }

  /// The letters of U+0958...U+095F.
  private static let withoutNukta: [UInt32] = [
    0x0915, 0x0916, 0x0917, 0x091C, 0x0921, 0x0922, 0x092B, 0x092F,
  ]

  /// U+00C0...U+017F to base letters.
  private static func latin(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0xD7, 0xF7: .scalar(scalar)
    case 0xC6, 0xE6: .ascii(0x61, 0x65, 0)
    case 0xDE, 0xFE: .ascii(0x74, 0x68, 0)
    case 0xDF: .ascii(0x73, 0x73, 0)
    case 0x132, 0x133: .ascii(0x69, 0x6A, 0)
    case 0x152, 0x153: .ascii(0x6F, 0x65, 0)
    default: .ascii(baseLetters[Int(scalar - 0xC0)], 0, 0)
    }
  }

  /// One base letter for each of U+00C0...U+017F; `?` where `latin` has its own case.
  private static let baseLetters: [UInt8] = {
    let letters: StaticString = """
      aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y\
      aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll\
      nnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
      """
    return letters.withUTF8Buffer { Array($0) }
  }()
}
