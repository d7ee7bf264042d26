public import GhirbalDocument
public import GhirbalText

/// A stage that repairs words or takes them apart, and leaves a person's own as they stand.
public protocol WordsSparing: Stage {
  func sparing(_ words: OwnWords) -> Self
}
