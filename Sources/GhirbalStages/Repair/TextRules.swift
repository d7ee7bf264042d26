public import GhirbalDocument
public import GhirbalText

/// A stage whose rules know a text and its language and nothing of the page around it, but perhaps its
/// words: they hold for what is lifted from a page as for what stays there.
public protocol TextRules: Stage {
  /// The text as the rules write it.
  ///
  /// - Parameter page: the words of the page's text, asked for where a word is in doubt.
  func rewritten(
    _ utf8: [UInt8], language: Language?, page: @escaping () -> PageWords
  ) -> [UInt8]
}

/// A stage that writes text of its own, by the text rules of the same configuration.
public protocol TextRulesFollowing: Stage {
  /// This stage with rules to follow, in the order in which they run.
  func following(_ rules: [any TextRules]) -> Self
}
