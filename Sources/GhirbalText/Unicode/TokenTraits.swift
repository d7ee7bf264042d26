/// What a token (bytes between white space) tells about the letters in it.
struct TokenTraits {
  /// Where it stands; empty before the first is read.
  var range = 0..<0
  /// A URL, e-mail address, file name or piece of code, whose letters are somebody's key.
  var isAddress = false
  /// Written with vowel signs, as Qur'anic text and other quotations from Arabic are.
  var isVocalised = false
  /// Holds پ چ ژ گ or a letter of Urdu, Pashto, Sorani: no word of Arabic.
  var hasPersianOnlyLetter = false

  init() {}

  /// Reads the token around `offset`.
  /// - Parameter notBefore: Where an earlier token ended, so that no byte is read twice.
  init(around offset: Int, notBefore: Int, in text: Scalars) {
    var start = offset
    while start > notBefore, let (value, count) = text.scalar(before: start),
      !ScalarKinds.isSpace(value)
    {
      start -= count
    }
    start = max(start, min(notBefore, offset))
    var position = start
    var signs = 0
    var slashes = 0
    var hasDot = false
    var previous: UInt32 = 0x20
    while let (value, count) = text.scalar(from: position), !ScalarKinds.isSpace(value) {
      switch value {
      case 0x40, 0x5C, 0x5F, 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x60: isAddress = true
      case 0x2F:
        slashes += 1
        if previous == 0x2F || previous == 0x20 { isAddress = true }
      case 0x41...0x5A, 0x61...0x7A:
        if previous == 0x2E { hasDot = true }
      case 0x0652, 0x0670, 0x0671, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED: signs += 2
      case 0x064B...0x0651: signs += 1
      case 0x067E, 0x0686, 0x0698, 0x06AF, 0x0679, 0x0688, 0x0691, 0x06BA, 0x06BE, 0x06C1, 0x06D2,
        0x067C, 0x0689, 0x0693, 0x06CD, 0x06D0, 0x069A, 0x06D5, 0x06CE, 0x06C6, 0x0695, 0x06B5:
        hasPersianOnlyLetter = true
      default: break
      }
      previous = value
      position += count
    }
    // A file name ends in a dot and Latin letters; a path has a slash before or behind such a dot.
    if hasDot { isAddress = true }
    isVocalised = signs >= 2
    range = start..<max(position, offset + 1)
  }
}
