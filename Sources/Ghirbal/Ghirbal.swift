import GhirbalStages

/// Facts about this build.
public enum Ghirbal {
  public static let version = "0.1.0"

  /// The hash of all rule data built in: phrase rows, lexicons, tables.
  public static let rulesSHA256: String = RuleData.bytes.sha256
}
