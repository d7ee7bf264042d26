import GhirbalContent
import GhirbalText

/// The rows that decide over text, as bytes to be hashed: the phrases of site chrome and the labels of
/// facts. All other tables change with Ghirbal's version only.
public enum RuleData {
  public static var bytes: [UInt8] {
    let phrases = ChromeLexicon.builtIn.rows.map {
      "\($0.name)\t\($0.governs)\t\($0.isWeak)\t\($0.phrase)\n"
    }
    let labels = FactLabel.all.map { "\($0.name)\t\($0.isOpen)\t\($0.phrase)\n" }
    return Array(phrases.joined().utf8) + Array(labels.joined().utf8)
  }
}

/// The models that decide over text, as bytes to be hashed: the forest that judges blocks, the word
/// lexicon and the model of word boundaries.
public enum ModelData {
  public static var bytes: [UInt8] { ForestData.bytes + WordData.digest }
}
