import GhirbalStages

/// Facts about this build.
public enum Ghirbal {
  public static let version = "0.1.0"

  /// The hash of the rule data built in: phrase rows, labels.
  public static let rulesSHA256: String = RuleData.bytes.sha256

  /// The hash of the models built in.
  public static let modelSHA256: String = ModelData.bytes.sha256
}
