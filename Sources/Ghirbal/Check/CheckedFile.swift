import GhirbalDocument
import GhirbalIO

/// The findings of one file, after its ignores were asked.
struct CheckedFile: Sendable {
  /// As seen from the working directory.
  let path: String
  /// Relative to the configuration's folder; what the baseline names.
  let projectPath: String
  var wordCount = 0
  var findings: [CheckFinding] = []
  var ignoredCount = 0
  /// The ignores of pipeline.yml that covered something, by their index.
  var usedIgnores: Set<Int> = []
}
