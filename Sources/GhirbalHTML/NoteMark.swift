/// The mark in a text that a note hangs on: a number, a letter or a sign.
enum NoteMark {
  /// Longer text is words about a note.
  private static let maxScalarCount = 8

  enum Reading: Equatable {
    /// What stands for the mark in plain text.
    case written(String)
    /// The page shows it in brackets already.
    case asItStands
  }

  /// The mark that `text` is; nil where it is none.
  static func reading(_ text: String, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Reading? {
    var mark = Array(text.unicodeScalars).trimmed
    guard let first = mark.first, let last = mark.last, mark.count <= maxScalarCount else {
      return nil
    }
    if isOpening(first), isClosing(last) { return .asItStands }
    if let before, let after, isOpening(before), isClosing(after) { return .asItStands }
    if mark.count > 1, isClosing(last) || last == "." { mark = mark.dropLast().trimmed }
    guard isCounter(mark) else { return nil }
    return .written("[" + String(String.UnicodeScalarView(mark)) + "]")
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .openPunctuation
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .closePunctuation
  }

  private static func isCounter(_ mark: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    if mark.isEmpty { return false }
    if mark.allSatisfy({ $0.isDigit || $0.properties.numericType == .digit }) { return true }
    if mark.allSatisfy({ signs.contains($0) }) { return true }
    // One letter, maybe behind a number, or a Roman numeral.
    let letters = mark.drop { $0.isDigit }
    if letters.count == 1, let letter = letters.first { return letter.isLetter }
    return letters.count == mark.count && mark.allSatisfy { roman.contains($0) }
  }

  private static let signs: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶", "#", "∗", "⁎"]
  private static let roman: Set<Unicode.Scalar> = ["i", "v", "x", "l", "I", "V", "X", "L"]
}
