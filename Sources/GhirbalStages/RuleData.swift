import GhirbalText

/// All rule data built into the stages, as bytes to be hashed: records name the hash.
public enum RuleData {
  public static let bytes: [UInt8] = []
}
