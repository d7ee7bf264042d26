/// Why a stage could not do its part of a page: the page fails.
public struct StageFailure: Error, Equatable, Sendable {
  /// The names stand in the manifest.
  public enum Reason: String, Sendable, CaseIterable {
    /// An edit of a stage that is not built in does not fit the document.
    case unfitEdit = "unfit_edit"
    /// The program of `external` may not be started, or cannot be.
    case notStarted = "external_not_started"
    /// It ended, or closed its files, before it had answered.
    case ended = "external_ended"
    /// It took more than `max_seconds`.
    case timeLimit = "external_time_limit"
    /// It took more than `max_page_memory_bytes`.
    case memoryLimit = "external_memory_limit"
    /// What it wrote is no answer, or a longer one than may be.
    case badAnswer = "external_bad_answer"
    /// It said itself that it cannot.
    case error = "external_error"
  }

  public let reason: Reason
  /// What exactly, on one line of at most some hundred characters.
  public let detail: String

  init(_ reason: Reason, _ detail: String) {
    self.reason = reason
    self.detail = detail.oneLine
  }
}

extension String {
  /// What of a foreign text fits into a message: one line, without what would act on a terminal.
  fileprivate var oneLine: String {
    let maxScalars = 300
    var result = ""
    for scalar in unicodeScalars.prefix(maxScalars) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return unicodeScalars.count > maxScalars ? result + "…" : result
  }
}
