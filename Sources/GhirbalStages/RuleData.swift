import GhirbalText

/// The rows that decide over text, as bytes to be hashed: the phrases of all languages and the Persian
/// lexicon. All other tables change with Ghirbal's version only.
public enum RuleData {
  public static var bytes: [UInt8] { BuiltInPhrases.utf8 + WordData.digest }
}
