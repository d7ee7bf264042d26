/// How long a text is; its words are the unit of all options that count words.
public struct TextLength: Sendable, Equatable {
  /// Words between white space. Chinese, Japanese, Thai and Lao write none apart; there two characters
  /// count as one.
  public let wordCount: Int
  public let scalarCount: Int

  /// Measures valid UTF-8 in one pass.
  public init(_ text: Span<UInt8>) {
    var words = 0
    var unspaced = 0
    var scalars = 0
    var isInside = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      switch byte {
      case 0x00...0x20:
        isInside = false
        scalars += 1
      case 0xC2 where position + 1 < text.count && text[position + 1] == 0xA0:
        isInside = false
        scalars += 1
        position += 1
      // Kana, Han and the ideographic space; Thai and Lao.
      case 0xE3...0xE9,
        0xE0 where position + 1 < text.count && text[position + 1] >= 0xB8:
        unspaced += 1
        scalars += 1
        isInside = false
        position += 2
      default:
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if !isInside {
          isInside = true
          words += 1
        }
      }
      position += 1
    }
    wordCount = words + unspaced / 2
    scalarCount = scalars
  }
}
