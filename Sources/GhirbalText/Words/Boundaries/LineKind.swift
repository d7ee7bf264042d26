/// What a line is made of, as far as its length and its signs show.
enum LineKind: UInt64 {
  case sentence = 0
  /// A short line without sentence punctuation: tags, menus, headings.
  case label = 1
  /// The same with several words and a capital at its start. A word alone may be an identifier.
  case titles = 2
  /// The same with several words and none at its start.
  case phrases = 3
}

/// Tells kinds of lines apart, each line once.
struct LineKinds {
  private var line = 0..<0
  private var kind = LineKind.sentence
  /// Tag lines of real pages have under 80 bytes a language; longer lines are sentences.
  private static let maxLabelUTF8Count = 96

  mutating func kind(at place: Int, in text: Span<UInt8>) -> LineKind {
    if line.contains(place) { return kind }
    var start = place
    while start > line.upperBound, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = place
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    line = start..<end + 1
    kind = Self.kind(text, start..<end)
    return kind
  }

  private static func kind(_ text: Span<UInt8>, _ line: Range<Int>) -> LineKind {
    guard line.count <= maxLabelUTF8Count else { return .sentence }
    var hasSpace = false
    for index in line {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
        UInt8(ascii: ","):
        return .sentence
      case 0xD8 where index + 1 < line.upperBound:
        // ، ؛ ؟
        if [0x8C, 0x9B, 0x9F].contains(text[index + 1]) { return .sentence }
      case 0x20: hasSpace = true
      default: continue
      }
    }
    guard hasSpace else { return .label }
    return text[line.lowerBound] &- 0x41 < 26 ? .titles : .phrases
  }
}
