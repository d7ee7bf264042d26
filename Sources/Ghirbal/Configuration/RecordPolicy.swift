import GhirbalIO

/// Which provenance records a run keeps. Without one, what was done to a page is known by cleaning it
/// again: the manifest has the hashes of both in any case.
public enum RecordPolicy: String, Sendable, CaseIterable {
  case all
  /// Those of pages that have no text.
  case failed
  case none

  func keeps(_ status: Manifest.Row.Status) -> Bool {
    switch self {
    case .all: true
    case .failed: status != .ok
    case .none: false
    }
  }
}
