import GhirbalText

/// A day and what says it.
struct DayCandidate {
  var said: FactCandidate
  let date: CivilDate
  /// Whether what stands beside it says that the text was changed then, or appeared then.
  var isLabelled = false
}
