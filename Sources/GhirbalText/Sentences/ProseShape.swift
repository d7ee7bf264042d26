/// The outer shape of a piece of text: how many words, and whether it ends like a sentence.
public struct ProseShape: Sendable, Equatable {
  /// As `TextLength` counts.
  public let wordCount: Int
  /// Whether the last thing, closing quotes and brackets aside, is an end mark of some script.
  public let endsSentence: Bool

  public init(_ text: Span<UInt8>) {
    wordCount = TextLength(text).wordCount
    endsSentence = Self.endsSentence(text)
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
