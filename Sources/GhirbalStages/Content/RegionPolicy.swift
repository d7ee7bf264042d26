/// What is done with all text of one kind: comments, tables, lists.
public enum RegionPolicy: String, Codable, Sendable, CaseIterable {
  /// Judged like any other text.
  case auto
  case keep
  case drop
}
