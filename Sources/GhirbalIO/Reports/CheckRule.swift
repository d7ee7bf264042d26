/// A rule of `ghirbal check`: what it finds, under an id that never changes its meaning.
public struct CheckRule: Sendable, Hashable {
  /// How much a finding weighs, heaviest first; a note does not make a check fail.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case error, warning, note

    public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

    private var weight: Int {
      switch self {
      case .error: 2
      case .warning: 1
      case .note: 0
      }
    }
  }

  /// `GB301`.
  public let id: String
  /// `glued_words`.
  public let name: String
  /// What it finds, as the beginning of a message: "Words without a space between them".
  public let title: String
  /// How much a finding weighs unless pipeline.yml says otherwise.
  public let severity: Severity

  public init(_ id: String, _ name: String, _ severity: Severity, _ title: String) {
    self.id = id
    self.name = name
    self.title = title
    self.severity = severity
  }

  /// Where the rule is described, in the project's own folder; `## GB301 glued_words` is the heading.
  public var help: String { "docs/check.md#\(id.lowercased())-\(name)" }
}
