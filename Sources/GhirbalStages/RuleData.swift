import GhirbalContent
import GhirbalText

/// The rows that decide over text, as bytes to be hashed: the phrases of all languages. All other
/// tables change with Ghirbal's version only.
public enum RuleData {
  public static var bytes: [UInt8] { BuiltInPhrases.utf8 }
}

/// The models that decide over text, as bytes to be hashed: the forest that judges blocks, the word
/// lexicon and the model of word boundaries.
public enum ModelData {
  public static var bytes: [UInt8] { ForestData.bytes + WordData.digest }
}
