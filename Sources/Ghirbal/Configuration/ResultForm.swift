/// What lies in an output.
public enum ResultForm: String, Sendable, CaseIterable {
  /// A text for each page, beside its record.
  case files
  /// Lines of JSON in shards.
  case jsonl
}
