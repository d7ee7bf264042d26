/// Recognises dates told from today: "9 months ago", «9 ماه ago», "vor 2 Tagen", "منذ 3 أيام".
///
/// Units and marks of all languages may stand together, since themes are translated by halves.
public enum RelativeDate {
  /// How sure a stretch of words is a relative date.
  public enum Finding: Equatable, Sendable {
    case sure
    /// Words without a digit ("two years ago", "gestern"): a title can read like that.
    case weak
  }

  /// What all `words`, folded, say together; nil if there is more than a relative date in them.
  public static func finding(in words: [String]) -> Finding? {
    guard (1...8).contains(words.count) else { return nil }
    var hasDigit = false
    var hasUnit = false
    var hasMark = false
    var hasDay = false
    for word in words {
      if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        hasDigit = true
      } else if let unit = unitBehindDigits(word), units.contains(unit) || shortUnits.contains(unit)
      {
        hasDigit = true
        hasUnit = true
      } else if hasDigit && shortUnits.contains(word) {
        hasUnit = true
      } else if units.contains(word) {
        hasUnit = true
        hasDigit = hasDigit || duals.contains(word)
      } else if marks.contains(word) {
        hasMark = true
      } else if days.contains(word) {
        hasDay = true
      } else if !companions.contains(word) {
        return nil
      }
    }
    if hasUnit && hasMark { return hasDigit ? .sure : .weak }
    return hasDay && !hasUnit ? .weak : nil
  }

  /// The unit in "3d" and "۲ساعت".
  private static func unitBehindDigits(_ word: String) -> String? {
    let unit = word.drop { $0.isASCII && $0.isNumber }
    return unit.startIndex == word.startIndex || unit.isEmpty ? nil : String(unit)
  }

  private static let units = BuiltInPhrases.words(.relative, "unit")
  /// Units that say their number themselves: "two days".
  private static let duals = BuiltInPhrases.words(.relative, "dual")
  private static let shortUnits = BuiltInPhrases.words(.relative, "short_unit")
  private static let marks = BuiltInPhrases.words(.relative, "mark")
  private static let days = BuiltInPhrases.words(.relative, "day")
  private static let companions = BuiltInPhrases.words(.relative, "companion")
}
