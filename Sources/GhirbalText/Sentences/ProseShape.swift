/// The outer shape of a piece of text: how many words, and whether it ends like a sentence.
public struct ProseShape: Sendable, Equatable {
  /// Words. Chinese, Japanese and Thai write none apart; there two characters count as one.
  public let wordCount: Int
  /// Whether the last thing, closing quotes and brackets aside, is an end mark of some script.
  public let endsSentence: Bool

  /// Measures valid UTF-8 in one pass.
  public init(_ text: Span<UInt8>) {
    var words = 0
    var characters = 0
    var isInside = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if (0xE3...0xE9).contains(byte) || Self.isThai(text, index) {
        characters += 1
        isInside = false
        index += 3
      } else {
        let isWord = byte >= 0x80 ? !Self.isNoBreakSpace(text, index) : Self.isWordByte[Int(byte)]
        if isWord, !isInside { words += 1 }
        isInside = isWord
        index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    wordCount = words + (characters + 1) / 2
    endsSentence = Self.endsSentence(text)
  }

  private static func isThai(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xE0 && index + 1 < text.count
      && (text[index + 1] == 0xB8 || text[index + 1] == 0xB9)
  }

  private static func isNoBreakSpace(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
  }

  private static let isWordByte: [Bool] = (0..<256).map { byte in
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || byte == 0x27
  }

  private static func endsSentence(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0 {
      if let closing = closingMarks.first(where: { isMark($0, text, endingAt: end) }) {
        end -= closing.count
      } else {
        return endMarks.contains { isMark($0, text, endingAt: end) }
      }
    }
    return false
  }

  private static func isMark(_ mark: [UInt8], _ text: Span<UInt8>, endingAt end: Int) -> Bool {
    guard end >= mark.count else { return false }
    for index in mark.indices where text[end - mark.count + index] != mark[index] { return false }
    return true
  }

  /// Unicode's Sentence_Terminal marks of the scripts that news is written in, and the ellipsis.
  private static let endMarks: [[UInt8]] = [
    ".", "!", "?", "…", "؟", "۔", "।", "。", "！", "？", "．", "։", "።",
  ].map { Array($0.utf8) }

  private static let closingMarks: [[UInt8]] = [
    " ", "\t", "\n", "\u{A0}", "\"", "'", ")", "]", "»", "”", "’", "」", "』", "）", "\u{200F}",
    "\u{200E}",
  ].map { Array($0.utf8) }
}
