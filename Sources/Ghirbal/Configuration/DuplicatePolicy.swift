/// What becomes of pages of a run whose texts another page of it has too, or nearly.
public enum DuplicatePolicy: String, Sendable, CaseIterable {
  /// Nobody looks.
  case none
  /// Their rows say who stands for them.
  case all
  /// That, and the text of the one that stands for the others is written alone.
  case first
}
