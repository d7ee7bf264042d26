/// The words that stand beside dates and say nothing of their own: weekdays, "at", time zones.
public enum DateCompanions {
  /// Whether a folded word is one of them.
  public static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words = BuiltInPhrases.words(.date, "weekday").union(
    BuiltInPhrases.words(.date, "companion"))
}
