/// What is wrong at a place between two letters.
public enum WordFinding: String, Sendable, CaseIterable {
  /// Two words or phrases stand together without a space.
  case missingSpace = "missing_space"
  /// Words that the site writes alone stand together without a space.
  case siteWords = "site_words"
  /// A sentence or clause ends and the next begins without a space.
  case sentenceJoint = "sentence_joint"
  /// A zero-width non-joiner is missing inside a word.
  case lostZWNJ = "lost_zwnj"
  /// A space stands inside a word, where a zero-width non-joiner belongs.
  case spacedZWNJ = "spaced_zwnj"
  /// A space stands inside a word.
  case splitWord = "split_word"
  /// Several zero-width non-joiners stand where one is enough.
  case doubledZWNJ = "doubled_zwnj"
  /// A zero-width non-joiner stands where no letter follows or none precedes.
  case strandedZWNJ = "stranded_zwnj"
}
