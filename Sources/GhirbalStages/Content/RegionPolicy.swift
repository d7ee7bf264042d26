/// What is done with all text of one kind: tables, lists, captions, embedded posts, the standfirst.
public enum RegionPolicy: String, Codable, Sendable, CaseIterable {
  /// Judged like any other text.
  case auto
  case keep
  case drop
}
