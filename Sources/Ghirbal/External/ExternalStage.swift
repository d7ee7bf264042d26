import GhirbalDocument

/// The stage `external`: a program of somebody's own asks for the edits.
///
/// It is in no default pipeline. A configuration that names it starts nothing before
/// `PipelineConfiguration.allowingExternal` was called: what a file says alone runs no program.
enum ExternalStage {
  static let name: StageName = "external"
  static let summary = "Asks a program of your own for edits; only with --allow-external."

  struct Options: StageOptions {
    /// The program and its arguments.
    var command: [String] = []
    /// Seconds that it may take for a page.
    var maxSeconds = 30

    static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "command", .list("texts"), "the program and its arguments; none is there by default"),
        OptionDescription("maxSeconds", .count(1...86_400), "seconds that it may take for a page"),
      ]
    }

    func validate() throws(OptionProblem) {
      guard let program = command.first, !program.isEmpty else {
        throw OptionProblem(
          "command", "names no program; a list like [python3, my_stage.py] is wanted")
      }
      guard !command.contains(where: { $0.utf8.contains(0) }) else {
        throw OptionProblem("command", "has a character U+0")
      }
    }
  }

  /// Why a program asks for an edit is its own word.
  struct Reason: RawRepresentable, Sendable {
    let rawValue: String
  }
}
